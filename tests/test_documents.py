"""Every command of ours in the documents works, in the order in which people read them."""

import re
import shlex

import pytest
from click.testing import CliRunner

from autograder.cli import main

# What takes a checkout, a second process, a person or Moodle: other tests run it, here it is only
# parsed.
ELSEWHERE = (
    *("build", "verify", "--watch", "--pdb", "--scheduler", "--written"),
    *("lab2.zip", "moodle"),
)
# "    autograder ..." or a line of a block of shell.
COMMAND = re.compile(r"^(?: {4})?(autograder [a-z].*)$", re.MULTILINE)

FLIPPED = """
import numpy as np

def convolve2d(image, kernel):
    kernel = np.flip(kernel)
    rows, columns = (side // 2 for side in kernel.shape)
    padded = np.pad(image.astype(float), ((rows, rows), (columns, columns)))
    windows = np.lib.stride_tricks.sliding_window_view(padded, kernel.shape)
    return np.einsum("ijkl,kl->ij", windows, kernel.astype(float))
"""


def commands(path):
    return [shlex.split(line)[1:] for line in COMMAND.findall(path.read_text("utf-8"))]


@pytest.fixture
def here(root, tmp_path, monkeypatch):
    """A folder with what the documents talk of: own files, submissions and a gradebook."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    monkeypatch.setenv("PYTHONPATH", str(root))
    for student, name in (("ada", "convolution"), ("ben", "tophat")):
        folder = tmp_path / "submissions" / student
        folder.mkdir(parents=True)
        source = root / "assignments" / name / f"{name}.py"
        (folder / source.name).write_text(FLIPPED if name == "convolution" else source.read_text())
    (tmp_path / "convolution.py").write_text(FLIPPED)
    notebook = root / "assignments/convolution/convolution.ipynb"
    (tmp_path / notebook.name).write_bytes(notebook.read_bytes())
    (tmp_path / "export.csv").write_text("ID,convolution,tophat\nada,,\nben,,\n")
    return tmp_path


@pytest.mark.parametrize("name", ["README.md", "docs/instructors.md"])
def test_the_commands_of_a_document_work(name, root, here):
    found = commands(root / name)
    assert len(found) >= 7
    run = CliRunner().invoke
    told = run(main, ["check", "convolution.py"]).output
    (token, *_) = re.findall(r"autograder replay (\S+) FILE", told)
    for words in found:
        words = [token if word == "TOKEN" else word for word in words]
        if not set(ELSEWHERE).isdisjoint(words):
            command = main.get_command(None, words[0])
            command.make_context(words[0], words[1:])
            continue
        result = run(main, words)
        # 1 says that something failed, as what was handed in here does; 2 is a fault.
        fine = (0,) if words[0] == "grade" else (0, 1)
        assert result.exit_code in fine, (words, result.output)
        assert result.exception is None or isinstance(result.exception, SystemExit), words
    assert "ada,20" in (here / "graded" / "grades.csv").read_text("utf-8")


def test_what_the_readme_shows_of_a_failure_is_what_comes(root, here):
    text = (root / "README.md").read_text("utf-8")
    shown = text.partition("```text\n")[2].partition("\n```")[0].splitlines()
    came = CliRunner().invoke(main, ["check", "convolution.py"], terminal_width=300).output
    lines = {without_token(line) for line in came.splitlines()}
    assert [line for line in shown if without_token(line) not in {"", *lines}] == []


def without_token(line):
    """Return a line without the token in it: each version of Hypothesis makes another."""
    return re.sub(r"(?<=autograder replay )\S+", "TOKEN", line).strip()
