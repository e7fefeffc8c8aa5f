"""Under Otter, what was handed in is out of Otter's sight, and read as `grade` reads it."""

import json
import os
import runpy

import pytest

from autograder.notebooks.grading_zip import SCRIPT
from autograder.notebooks.handed_in import chosen, set_aside
from tests.course.submissions.samples import FLIPPED, NOTEBOOK, RIGHT, as_zip, put, students


def notebook(source, **metadata):
    cell = {"cell_type": "code", "source": source, "metadata": {}, "outputs": []}
    return json.dumps({"cells": [cell], "metadata": metadata, "nbformat": 4, "nbformat_minor": 5})


GOOD = RIGHT.read_text()
HANDED_IN = {
    "two_notebooks": {"convolution.ipynb": notebook(GOOD), "more.ipynb": notebook("x = 1")},
    "foreign_metadata": {"convolution.ipynb": notebook(GOOD, otter="x")},
    "cut_off": {"convolution.ipynb": '{"cells": ['},
    "deep": {"convolution.ipynb": "[" * 100_000},
    "script_and_notebook": {"convolution.py": GOOD, "convolution.ipynb": NOTEBOOK.read_text()},
    "deep_in_folders": {"a/b/convolution.py": GOOD},
    "zip": {"mine.zip": as_zip({"convolution.py": RIGHT})},
    "an_empty_file_of_ours": {"seen_by_otter.py": "", "__init__.py": "", "convolution.py": GOOD},
    "another_exercise": {"convolution3d.py": FLIPPED},
}


def laid_out(folder, name):
    for path, text in HANDED_IN[name].items():
        put(folder, path, text)
    return folder


@pytest.mark.parametrize("name", HANDED_IN)
@pytest.mark.parametrize("times", [1, 2])
def test_the_file_that_counts_is_the_one_that_grade_takes(tmp_path, name, times):
    laid_out(tmp_path / "class" / "ada", name)
    put(tmp_path / "class", "zoe/convolution.py", RIGHT)
    folder = laid_out(tmp_path / "submission", name)
    for _ in range(times):  # by the script of the zip, and by the plugin
        put(folder, "tests/01_check.py", "")
        put(folder, "kit.whl", "")
        put(folder, "__init__.py", "")
        aside = set_aside(folder)
    assert {each.name for each in folder.iterdir()} == {"tests", "seen_by_otter.py", aside.name}
    source, notes = chosen(aside, "convolution")
    taken = students(tmp_path / "class")
    assert source.content == taken.get("ada", b""), notes
    assert bool(source.content) == ("ada" in taken)


def test_a_link_is_never_followed(tmp_path):
    put(tmp_path, "secret.py", RIGHT)
    (tmp_path / "submission").mkdir()
    (tmp_path / "submission" / "convolution.py").symlink_to(tmp_path / "secret.py")
    os.mkfifo(tmp_path / "submission" / "fifo.py")
    source, notes = chosen(set_aside(tmp_path / "submission"), "convolution")
    assert source.content == b""
    assert "convolution.py: left out, it is not a plain file." in notes
    assert (tmp_path / "secret.py").exists()


def test_a_file_that_is_too_large_is_a_sentence(tmp_path):
    put(tmp_path, "convolution.py", b"#" * (21 << 20))
    source, notes = chosen(set_aside(tmp_path), "convolution")
    assert source.content == b""
    assert "larger than 20 MB" in notes[-1]


def test_what_is_nothing_to_grade_is_said(tmp_path):
    put(tmp_path, "readme.txt", "hello")
    _, notes = chosen(set_aside(tmp_path), "convolution")
    assert notes == ["There is nothing to grade for convolution."]


def test_the_script_of_the_zip_hands_otter_an_empty_file(tmp_path, monkeypatch):
    seen = []

    def otter(folder):
        seen.append(folder)
        put(tmp_path, "results/results.json", '{"tests": [{"name": "a_check"}]}')

    monkeypatch.setattr("otter.run.run_autograder.main", otter)
    put(tmp_path, "submission/convolution.ipynb", b"\xff")
    script = put(tmp_path, "run_otter.py", SCRIPT.format(folder=tmp_path))
    runpy.run_path(str(script), run_name="__main__")
    assert seen == [str(tmp_path)]
    assert (tmp_path / "submission" / "seen_by_otter.py").read_bytes() == b""
    assert not list((tmp_path / "submission").glob("*.ipynb"))
