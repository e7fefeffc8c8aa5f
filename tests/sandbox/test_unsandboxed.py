"""On a system that cannot fork, students still check, and grading says what it needs."""

import json

import pytest
from click.testing import CliRunner

from autograder.cli import main
from autograder.sandbox import host, unsandboxed

FLIPPED = "tests/submissions/flipped_the_kernel/convolution.py"


@pytest.fixture
def run(root, monkeypatch):
    """Run the command where no process can be forked; return its result."""
    monkeypatch.setattr(host, "CAN_FORK", False)
    monkeypatch.chdir(root)
    return lambda *words: CliRunner().invoke(main, [str(word) for word in words])


def test_a_check_runs_in_this_process_and_says_so(run):
    result = run("check", FLIPPED, "--json")
    assert unsandboxed.SENTENCE in result.stderr
    record = json.loads(result.stdout)
    assert (record["points"], record["possible"]) == (14, 25)
    names = {check["misconception"] for check in record["checks"]} - {None}
    assert names == {"flipped_the_kernel"}


def test_library_calls_are_noticed_all_the_same(run, tmp_path):
    file = tmp_path / "convolution.py"
    file.write_text(
        "from scipy.ndimage import correlate\n\ndef convolve2d(image, kernel):\n"
        "    return correlate(image.astype(float), kernel, mode='constant')\n"
    )
    result = run("check", file)
    assert result.exit_code == 1
    assert "It called scipy.ndimage.correlate" in result.output


@pytest.mark.parametrize(
    "words", [("grade", "tests/submissions", "--out", "graded"), ("verify",), ("doctor",)]
)
def test_what_decides_grades_is_refused_with_a_sentence(run, words, tmp_path):
    words = [tmp_path / "graded" if word == "graded" else word for word in words]
    result = run(*words)
    assert result.exit_code == 2
    assert "Linux or macOS" in result.output
    assert "Traceback" not in result.output
