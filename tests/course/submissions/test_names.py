"""What a file holds decides which exercise it is of; its name is a hint."""

import pytest
from click.testing import CliRunner

from autograder.cli import main
from autograder.course.submissions.file_names import kind_of
from autograder.course.submissions.own_file import own_file
from autograder.course.submissions.submission import BadSubmission
from autograder.exercises import declarations
from tests.classes import find
from tests.course.submissions.samples import (
    FLIPPED_3D,
    NOTEBOOK,
    RIGHT,
    SKULL,
    TOPHAT,
    as_zip,
    contents,
    found,
    put,
)

# What becomes of convolution.ipynb on its way through browsers, systems and hands.
NAMES = (
    *("convolution.ipynb", "Convolution.ipynb", "CONVOLUTION.IPYNB", "convolution.Ipynb"),
    *("convolution (1).ipynb", "convolution(12).ipynb", "convolution-Copy1.ipynb"),
    *("Copy of convolution.ipynb", "Kopie von convolution.ipynb", "Copie de convolution.ipynb"),
    *("Copia di convolution.ipynb", "Copia de Convolution (2).ipynb", "convolution - Kopie.ipynb"),
    *("Копия convolution.ipynb", "convolution 的副本.ipynb", "convolution_final.ipynb"),
    *("convolution_final_FINAL2.ipynb", "Convolution - Anna.ipynb", "2026-02-01 convolution.ipynb"),
    *("hw3.ipynb", "Untitled.ipynb", "Übung 3 (Ana).ipynb", "tophat.ipynb", ".ipynb.ipynb"),
    *("convolution.ipynb.txt", "convolution.ipynb (1)", "convolution.ipynb.json", "c o n v.ipynb "),
)
BOTH = "def convolve2d(a, b): pass\ndef convolve3d(a, b): pass\n"
SKULL_AND_OPENING = SKULL.read_text() + "\ndef opening(volume):\n    pass\n"


@pytest.mark.parametrize("form", ["file", "zip"])
def test_a_right_notebook_is_found_whatever_it_is_called(tmp_path, form):
    expected = {}
    for number, name in enumerate(NAMES):
        if name.startswith("."):
            name = f"_{name}"
        if form == "file":
            put(tmp_path, f"s{number:02}/{name}", NOTEBOOK)
        else:
            put(tmp_path, f"s{number:02}/handed in.zip", as_zip({name: NOTEBOOK}))
        expected[f"s{number:02}", "convolution"] = NOTEBOOK
    assert found(tmp_path)[0] == contents(expected)


def test_what_a_notebook_is_called_does_not_change_its_points(tmp_path):
    for number, name in enumerate(NAMES[3::3]):
        put(tmp_path, f"made/s{number:02}/{name}", NOTEBOOK)
    words = ["grade", str(tmp_path / "made"), "--out", str(tmp_path / "out"), "--jobs", "1"]
    result = CliRunner().invoke(main, [*words, "--seed", "s"])
    _, *rows = (tmp_path / "out/grades.csv").read_text().splitlines()
    assert len(rows) == len(NAMES[3::3]), result.output
    assert len({row.partition(",")[2] for row in rows}) == 1


@pytest.mark.parametrize(
    ("name", "sample", "exercise"),
    [
        ("Kopie von homework.py", TOPHAT, "tophat"),
        ("convolution.py", FLIPPED_3D, "convolution3d"),
        ("convolution.py", SKULL, "skull_removal"),
        ("broken tophat.py", "def tophat(:", "tophat"),
        ("my convolution_3d (1).py", "import numpy", "convolution3d"),
        ("hw.py", "convolve2d = lambda image, kernel: image", "convolution"),
        ("hw.py", "class A:\n    def convolve2d(self):\n        pass\n", "convolution"),
        ("hw.ipynb", '{"cells": [{"source": ["def convolve3d(a, b):"]}]}', "convolution3d"),
        ("convolution3d.py", BOTH, "convolution3d"),
        ("hw.py", SKULL_AND_OPENING, "skull_removal"),
    ],
)
def test_the_exercise_is_the_one_whose_functions_a_file_holds(tmp_path, name, sample, exercise):
    put(tmp_path, f"ada/{name}", sample)
    assert [each.exercise for each in find(tmp_path)[0]] == [exercise]


def test_a_name_that_says_otherwise_is_told(tmp_path):
    put(tmp_path, "ada/convolution.py", TOPHAT)
    assert find(tmp_path)[1] == [
        "ada/convolution.py: it holds the functions of tophat and counts as that, "
        "not as convolution."
    ]


@pytest.mark.parametrize(
    ("name", "text", "why"),
    [
        ("hw.py", BOTH, "it holds functions of convolution and convolution3d; say which"),
        ("tophat.py", BOTH, "it holds functions of convolution and convolution3d; say which"),
        ("hw.py", "# def convolve2d(a, b):", "it defines no function of an exercise"),
        ("hw.ipynb", "{}", "it defines no function of an exercise"),
        ("hw.py", "def main(): ...", "it defines no function of an exercise"),
        ("hw.py", "def convolve(a, b): ...", "it defines no function of an exercise"),
        ("hw.py", "def convolve_2d(a, b): ...", "it defines convolve_2d, but the exercise convo"),
        ("hw (1).py", "def Convolve3D(a, b): ...", "it defines Convolve3D, but the exercise convo"),
        ("hw.ipynb", '{"source": ["def my_opening(a):"]}', "it defines my_opening, but the exer"),
        ("hw.ipynb", "", "it is empty"),
        ("convolution.py.bak", "pass", "its name ends in .bak, and should end in .ipynb or .py"),
        ("work.rar", "Rar!", "its name ends in .rar, and should end in .ipynb or .py"),
        ("homework", RIGHT, "its name has no ending, and should end in .ipynb or .py"),
        ("homework.txt", RIGHT, "its name ends in .txt, and should end in .ipynb or .py"),
    ],
)
def test_what_may_be_work_and_is_not_clear_is_left_out_and_that_is_said(tmp_path, name, text, why):
    put(tmp_path, f"ada/{name}", text)
    put(tmp_path, "ben/convolution.py", RIGHT)
    submissions, (note,) = find(tmp_path)
    assert [each.student for each in submissions] == ["ben"]
    assert note.startswith(f"ada/{name}: left out, {why}")


@pytest.mark.parametrize("name", [each.lstrip(".") for each in NAMES])
def test_check_takes_every_name_that_grade_takes(tmp_path, name):
    source, exercise = own_file(put(tmp_path, f"_{name}", NOTEBOOK), declarations())
    assert (source.content, source.suffix) == (NOTEBOOK.read_bytes(), ".ipynb")
    assert exercise == "convolution"


def test_check_takes_the_zip_that_is_handed_in(tmp_path):
    zipped = put(tmp_path, "hand in.ZIP", as_zip({"work/Kopie von hw.py": RIGHT, "a.pdf": b""}))
    result = CliRunner().invoke(main, ["check", str(zipped)])
    assert result.exit_code == 0, result.output
    assert "25 of 25 points" in result.output


@pytest.mark.parametrize(
    ("name", "data", "why"),
    [
        ("a.zip", as_zip({"a.py": RIGHT, "b.py": TOPHAT}), "convolution and tophat. Name one with"),
        ("a.zip", as_zip({"a.pdf": b""}), "holds no notebook and no script"),
        ("a.zip", b"", "it cannot be read as a zip"),
        ("a.py", BOTH, "Name one with --exercise"),
        ("a.pdf", b"", "it ends in .pdf"),
        ("a.py", b"def removeskull(image): ...", "skull_removal asks for remove_skull"),
    ],
)
def test_check_says_what_is_not_clear(tmp_path, name, data, why):
    with pytest.raises(BadSubmission, match=why):
        own_file(put(tmp_path, name, data), declarations())


def test_of_several_in_a_zip_check_takes_the_one_that_is_asked_for(tmp_path):
    zipped = put(tmp_path, "a.zip", as_zip({"a.py": RIGHT, "b.py": TOPHAT}))
    assert own_file(zipped, declarations(), "tophat")[0].content == TOPHAT.read_bytes()


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("a.PY", ".py"),
        ("a.ipynb (1)", ".ipynb"),
        ("a.py.txt", ".py"),
        ("a.pyc", ""),
        ("a.txt", ""),
        ("py", ""),
        ("a.ipynb.pdf", ""),
    ],
)
def test_the_end_of_a_name_says_what_kind_of_file_it_is(name, kind):
    assert kind_of(name) == kind


def test_a_file_without_the_functions_does_not_count_where_another_has_them(tmp_path):
    put(tmp_path, "ada/hw.py", RIGHT, time=1e9)
    put(tmp_path, "ada/test_convolution.py", "assert True", time=2e9)
    put(tmp_path, "ben/test_convolution.py", "def convolve_2d(image, kernel): pass")
    graded, notes = found(tmp_path)
    assert graded["ada", "convolution"] == RIGHT.read_bytes()
    assert ("ben", "convolution") in graded
    assert notes == ["ada/test_convolution.py: replaced, hw.py holds its functions and counts."]


@pytest.mark.parametrize(
    ("function", "of"),
    [
        ("erode", "tophat"),
        ("find_letters", "tophat"),
        ("convolve_axis_by_axis", "convolution3d"),
        ("dice_by_radius", "skull_removal"),
    ],
)
def test_ones_own_file_with_an_optional_function_alone_is_of_its_exercise(tmp_path, function, of):
    data = f"def {function}(*arguments):\n    return 1\n".encode()
    assert own_file(put(tmp_path, "mine.py", data), declarations())[1] == of


def test_optional_functions_of_two_exercises_need_a_name(tmp_path):
    data = b"def erode(image): pass\ndef dice_by_radius(mask): pass\n"
    with pytest.raises(BadSubmission, match="--exercise"):
        own_file(put(tmp_path, "mine.py", data), declarations())
