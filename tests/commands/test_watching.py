"""A watched file is checked at once, and again after each save."""

import os
import re
import subprocess
import sys
import time

import pytest

from autograder.reports.terminal import check_report

PATIENCE = 120


@pytest.fixture
def watched(root, tmp_path):
    """Watch a wrong file; return its path, and a function that waits for a line of the output."""
    file = tmp_path / "convolution.py"
    file.write_bytes((root / "tests/submissions/flipped_the_kernel/convolution.py").read_bytes())
    printed = tmp_path / "printed"
    words = [sys.executable, "-m", "autograder", "check", "--watch", str(file)]
    env = os.environ | {"XDG_STATE_HOME": str(tmp_path), "PYTHONUNBUFFERED": "1"}
    with printed.open("wb") as out:
        process = subprocess.Popen(words, stdout=out, stderr=out, env=env, cwd=root)

        def wait_for(text):
            end = time.monotonic() + PATIENCE
            while text not in printed.read_text():
                assert process.poll() is None, printed.read_text()
                assert time.monotonic() < end, printed.read_text()
                time.sleep(0.02)

        yield file, wait_for
        process.kill()
        process.wait()


def test_a_save_is_followed_by_a_verdict(root, watched):
    file, wait_for = watched
    wait_for("14 of 25 points")
    right = root / "tests/submissions/right_with_windows/convolution.py"
    replacement = file.with_suffix(".new")
    replacement.write_bytes(right.read_bytes())
    replacement.replace(file)
    wait_for("25 of 25 points")


def test_the_first_failure_stands_first(graded):
    lines = check_report(graded("def convolve2d(image, kernel): return image * 2.0")).plain
    head, first, *_ = filter(None, lines.splitlines())
    assert re.fullmatch(r"convolution: \d+ of 20 checks, [\d.]+ of 25 points", head)
    assert first.lstrip().startswith("failed")
    assert lines.count("To try it") == 1
    assert re.search(r"^\d+ more did not pass:$", lines, re.MULTILINE)


def test_one_error_behind_all_checks_is_told_once_while_watching(graded):
    lines = check_report(graded("def convolve2d(image, kernel):\n    return image + nothing")).plain
    assert lines.count("NameError") == 1
