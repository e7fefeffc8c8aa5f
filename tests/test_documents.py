"""Every command of ours in the documents works, in the order in which people read them."""

import json
import re
import shlex
import xml.etree.ElementTree as ElementTree

import pytest
from click.testing import CliRunner

from autograder.cli import main
from autograder.reports.pictures import as_svg, picture_of, words_of

# What takes a checkout, a second process, a person or Moodle: other tests run it, here it is only
# parsed.
ELSEWHERE = (
    *("build", "verify", "--watch", "--pdb", "--scheduler", "--written"),
    *("lab2.zip", "moodle"),
)
# In the order in which people read them; tests/exercises/test_fifth_exercise.py runs the last page.
PAGES = ("student", "teach", "grade", "return")
# A line of a block of shell, and a command in a sentence.
COMMAND = re.compile(r"^(autograder [a-z].*)$", re.MULTILINE)
MENTIONED = re.compile(r"`autograder\s+([a-z][^`]*)`")
SVG_TEXT = "{http://www.w3.org/2000/svg}text"

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


def test_the_commands_of_the_pages_work(root, here):
    run = CliRunner().invoke
    output = run(main, ["check", "convolution.py"]).output
    (token, *_) = re.findall(r"autograder replay (\S+) convolution.py", output)
    found = [words for name in PAGES for words in commands(root / "docs" / f"{name}.md")]
    assert len(found) >= 20
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
    assert "ada,14" in (here / "graded" / "grades.csv").read_text("utf-8")


def test_every_command_in_a_sentence_has_the_options_that_it_is_given(root):
    paths = [*root.glob("*.md"), *root.glob("docs/*.md")]
    found = [each for path in paths for each in MENTIONED.findall(path.read_text("utf-8"))]
    assert len(found) >= 20
    for name, *words in map(str.split, found):
        command = main.get_command(None, name)
        assert command is not None, name
        if name == "course":
            command = command.get_command(None, words[0])
        known = {option for parameter in command.params for option in parameter.opts}
        options = {word.partition("=")[0] for word in words if word.startswith("--")}
        assert options <= known | {"--help"}, (name, *words)


def test_what_the_readme_shows_is_what_comes(root, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    text = (root / "README.md").read_text("utf-8")
    sessions = text.partition("```text\n$ ")[2].partition("\n```")[0].split("\n$ ")
    assert len(sessions) == 3
    for session in sessions:
        command, *shown = session.rstrip().splitlines()
        result = CliRunner().invoke(main, shlex.split(command)[1:], terminal_width=300)
        assert re.fullmatch("".join(map(line_like, shown)), result.output), (command, result.output)
        (tmp_path / "convolution.py").write_text(FLIPPED)


def line_like(shown):
    """Return a pattern for a line; … stands for the rest of it, or alone for several lines."""
    if shown.strip() == "…":
        return r"(?:.*\n)+?"
    begin, cut, _ = shown.partition(" …")
    return re.escape(begin) + (r".+\n" if cut else r"\n")


def test_the_picture_in_the_readme_is_what_the_kit_draws(root, here):
    checks = json.loads(CliRunner().invoke(main, ["check", "convolution.py", "--json"]).output)
    failed = next(each for each in checks["checks"] if each["status"] == "failed")
    drawn = as_svg(picture_of(failed["counterexample"]))
    kept = (root / "docs/static/failure.svg").read_text("utf-8")
    # Versions of Matplotlib place and draw the same words and numbers a little otherwise.
    assert texts(kept) == texts(drawn) != []
    assert "[0, 0], 0 is expected and yours is 1" in words_of(failed["counterexample"])


def texts(svg):
    """Return the words and numbers of a picture, in the order in which it draws them."""
    return [each.text for each in ElementTree.fromstring(svg).iter(SVG_TEXT)]
