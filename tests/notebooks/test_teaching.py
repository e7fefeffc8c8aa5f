"""Pages for those who teach: sample answers for each question, minutes, and figures alone."""

import re

import pytest
from click.testing import CliRunner

from autograder.cli import main
from autograder.exercises import load_exercise
from autograder.notebooks.handout import Code, Prose, StubPlace
from autograder.notebooks.handout_figures import handout_figures

CHAPTER = ("convolution", "convolution3d", "tophat", "skull_removal")
GIVEN = re.compile(r"\*\*(\d+) of (\d+) points\.\*\*")
MINUTES = re.compile(r"^\| (?!optional)[^|]+ \| (\d+) \|", re.M)
DRAWS = """
import numpy as np
from autograder.imaging.figures import show_values
print("not for the projector")
show_values({"twice": twice(np.eye(2))}, caption="Twice.")
"""


@pytest.mark.parametrize("name", CHAPTER)
def test_each_question_has_two_graded_answers_and_minutes_add_up(name, root):
    page = (root / "reference" / name / "teaching.md").read_text("utf-8")
    questions = load_exercise(name).questions
    sections = page.split("\n## Sample answers: ")[1:]
    assert [section.partition("\n")[0] for section in sections] == list(questions)
    for section, possible in zip(sections, questions.values(), strict=True):
        full, part = [[int(each) for each in found] for found in GIVEN.findall(section)]
        assert full == [possible, possible]
        assert part[1] == possible
        assert 0 < part[0] < possible
    minutes = sum(map(int, MINUTES.findall(page.partition("## Minutes")[2])))
    handout = (root / "reference" / name / "handout.md").read_text("utf-8")
    assert f"about {minutes} minutes" in handout


def test_figures_of_a_handout_come_with_their_heading_and_words(tmp_path, capsys):
    (tmp_path / "solution.py").write_text("def twice(image):\n    return 2 * image\n")
    parts = [Prose("## Try it\n\nNow."), StubPlace(("twice",)), Code(DRAWS)]
    ((heading, figure),) = handout_figures(parts, tmp_path / "solution.py")
    assert heading == "Try it"
    assert figure["image/png"]
    assert figure["text/plain"].startswith("Twice.")
    assert capsys.readouterr().out == ""


def test_figures_are_of_a_checkout(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    result = CliRunner().invoke(main, ["figures", "tophat", "--out", "figures"])
    assert result.exit_code == 2
    assert "no folder 'reference'" in result.output
