"""What is handed in is what passed, or it is not called exported."""

import json
import linecache
import os
import re
import sys
import types
import zipfile

import nbformat
import pytest

from autograder.exercises import load_exercise
from autograder.notebooks.exporting import exported
from autograder.notebooks.running import RunningNotebook

STUB = "def convolve2d(image, kernel):\n    ..."
RIGHT = """\
def convolve2d(image, kernel):
    import numpy as np
    padded = np.pad(np.asarray(image, float), [(side // 2, side // 2) for side in kernel.shape])
    windows = np.lib.stride_tricks.sliding_window_view(padded, kernel.shape)
    return (windows * np.asarray(kernel, float)).sum((2, 3))"""
TIMES_TWO = RIGHT + " * 2"
FIRST = 'from autograder import notebook\ngrader = notebook("convolution")'
QUESTION = "<!-- BEGIN QUESTION -->\n\n## Question: Why are both shapes odd? (2 points)\n"


def notebook_of(*cells, answer=None):
    """Return the bytes of a notebook with these code cells and perhaps a written answer."""
    made = [nbformat.v4.new_code_cell(each) for each in (FIRST, *cells)]
    if answer is not None:
        made += [nbformat.v4.new_markdown_cell(each) for each in (QUESTION, answer)]
        made.append(nbformat.v4.new_markdown_cell("<!-- END QUESTION -->"))
    return nbformat.writes(nbformat.v4.new_notebook(cells=made)).encode()


def variables(*cells, **more):
    """Return the variables of a kernel that has run these cells."""
    env = {"__name__": "__main__", **more}
    for number, cell in enumerate(cells):
        name = f"<cell {number} of {id(env)}>"
        linecache.cache[name] = (len(cell), None, cell.splitlines(keepends=True), name)
        exec(compile(cell, name, "exec"), env)
    return env


@pytest.fixture
def export(tmp_path, monkeypatch, _one_sandbox):
    """Export what a kernel has run, in a folder; return the note."""
    for seconds in ("JUPYTERLAB_BEGINS", "OTHERS_BEGIN", "WRITTEN"):
        monkeypatch.setattr(f"autograder.notebooks.running.{seconds}", 0.2)

    def run(env, path=None, **environ):
        running = RunningNotebook(env, environ, tmp_path)
        return exported(load_exercise("convolution"), env, path, running)

    return run


def packed_in(note):
    with zipfile.ZipFile(note.path) as archive:
        return archive.read("convolution.ipynb")


def test_what_passed_is_exported_with_its_points(export, tmp_path):
    (tmp_path / "convolution.ipynb").write_bytes(notebook_of(RIGHT))
    note = export(variables(RIGHT))
    assert "What you hand in has 25 of 25 points." in note.text
    assert packed_in(note) == (tmp_path / "convolution.ipynb").read_bytes()


def test_a_zip_is_otters_own(export, tmp_path):
    (tmp_path / "convolution.ipynb").write_bytes(notebook_of(RIGHT))
    note = export(variables(RIGHT))
    with zipfile.ZipFile(note.path) as archive:
        assert sorted(archive.namelist()) == ["__zip_filename__", "convolution.ipynb"]
        assert archive.read("__zip_filename__").decode() == note.path.name
    assert re.fullmatch(r"convolution_\d{4}_\d\d_\d\dT\d\d_\d\d_\d\d_\d{6}\.zip", note.path.name)


def test_a_copy_is_exported_and_not_the_untouched_original_beside_it(export, tmp_path):
    (tmp_path / "convolution.ipynb").write_bytes(notebook_of(STUB))
    (tmp_path / "convolution (1).ipynb").write_bytes(notebook_of(RIGHT))
    note = export(variables(RIGHT))
    assert note.text.startswith("Exported convolution (1).ipynb")
    assert "25 of 25 points" in note.text


def test_what_is_not_saved_is_not_exported(export, tmp_path):
    (tmp_path / "convolution.ipynb").write_bytes(notebook_of(STUB))
    note = export(variables(RIGHT))
    assert note.path is None
    assert "convolution.ipynb as saved differs from what you ran, in convolve2d" in note.text
    assert not list(tmp_path.glob("*.zip"))


def test_a_helper_that_is_not_saved_keeps_the_notebook_from_export(export, tmp_path):
    (tmp_path / "convolution.ipynb").write_bytes(notebook_of(RIGHT, "def pad(image):\n    pass"))
    note = export(variables(RIGHT, "def pad(image):\n    return image"))
    assert note.path is None
    assert "in pad." in note.text


def test_a_cell_that_was_changed_and_not_run_again_keeps_the_notebook_from_export(export, tmp_path):
    (tmp_path / "convolution.ipynb").write_bytes(notebook_of(TIMES_TWO))
    assert export(variables(RIGHT)).path is None


def test_the_name_that_jupyter_gives_decides_between_two_alike(export, tmp_path):
    for name in ("a.ipynb", "b.ipynb"):
        (tmp_path / name).write_bytes(notebook_of(RIGHT))
    note = export(variables(RIGHT), JPY_SESSION_NAME=str(tmp_path / "b.ipynb"))
    assert note.text.startswith("Exported b.ipynb")


def test_the_name_that_vs_code_gives_decides_between_two_alike(export, tmp_path):
    for name in ("a.ipynb", "b.ipynb"):
        (tmp_path / name).write_bytes(notebook_of(RIGHT))
    env = variables(RIGHT, __vsc_ipynb_file__=str(tmp_path / "a.ipynb"))
    assert export(env).text.startswith("Exported a.ipynb")


def test_of_two_alike_without_a_name_the_student_is_asked(export, tmp_path):
    for name in ("a.ipynb", "b.ipynb"):
        (tmp_path / name).write_bytes(notebook_of(RIGHT))
    note = export(variables(RIGHT))
    assert note.path is None
    assert 'a.ipynb, b.ipynb. Name yours: grader.export("a.ipynb")' in note.text
    assert export(variables(RIGHT), "b.ipynb").text.startswith("Exported b.ipynb")


def test_a_notebook_that_was_renamed_meanwhile_is_found_by_its_cells(export, tmp_path):
    (tmp_path / "mine.ipynb").write_bytes(notebook_of(RIGHT))
    note = export(variables(RIGHT), JPY_SESSION_NAME=str(tmp_path / "convolution.ipynb"))
    assert note.text.startswith("Exported mine.ipynb")


def test_a_folder_that_cannot_be_written_is_told(export, tmp_path, monkeypatch):
    (tmp_path / "convolution.ipynb").write_bytes(notebook_of(RIGHT))

    def refused(path, *_, **__):
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr("autograder.notebooks.exporting.zipfile.ZipFile", refused)
    note = export(variables(RIGHT))
    assert note.path is None
    assert "cannot be written (Permission denied)" in note.text


def test_without_any_file_it_is_said_what_to_do(export):
    note = export(variables(RIGHT))
    assert note.path is None
    assert 'grader.export("convolution.ipynb")' in note.text
    assert "There is no file" in export(variables(RIGHT), "gone.ipynb").text


def test_notebooks_of_other_exercises_are_passed_over(export, tmp_path):
    other = notebook_of(RIGHT).replace(b"convolution", b"tophat")
    (tmp_path / "tophat.ipynb").write_bytes(other)
    assert export(variables(RIGHT)).path is None


def test_colab_is_asked_for_the_notebook(export, tmp_path, monkeypatch):
    content = json.loads(notebook_of(RIGHT))
    offered = []
    colab = types.ModuleType("google.colab")
    colab._message = types.SimpleNamespace(blocking_request=lambda *_, **__: {"ipynb": content})
    colab.files = types.SimpleNamespace(download=offered.append)
    monkeypatch.setitem(sys.modules, "google", types.ModuleType("google"))
    monkeypatch.setitem(sys.modules, "google.colab", colab)
    monkeypatch.chdir(tmp_path)
    note = export(variables(RIGHT))
    assert "25 of 25 points" in note.text
    assert offered == [str(note.path)]
    assert export(variables(TIMES_TWO)).path is None


def test_after_a_restart_the_points_of_the_file_are_told(export, tmp_path):
    (tmp_path / "convolution.ipynb").write_bytes(notebook_of(STUB))
    assert "What you hand in has 0 of 25 points" in export(variables()).text


def test_empty_written_answers_are_counted(export, tmp_path):
    path = tmp_path / "convolution.ipynb"
    path.write_bytes(notebook_of(RIGHT, answer="*Write your answer here.*"))
    assert export(variables(RIGHT)).text.endswith("25 of 25 points; 1 written answer is empty.")
    path.write_bytes(notebook_of(RIGHT, answer="So that there is a middle."))
    assert export(variables(RIGHT)).text.endswith("25 of 25 points.")


def test_where_no_worker_can_be_forked_another_process_finds_the_points(
    export, tmp_path, monkeypatch, notebook_path
):
    monkeypatch.setattr("autograder.notebooks.exporting.host.CAN_FORK", False)
    (tmp_path / "convolution.ipynb").write_bytes(notebook_of(RIGHT))
    assert "What you hand in has 25 of 25 points." in export(variables(RIGHT)).text


def test_a_front_end_that_can_save_is_asked_to(export, tmp_path, monkeypatch):
    path = tmp_path / "convolution.ipynb"
    path.write_bytes(notebook_of(STUB))

    def save():
        path.write_bytes(notebook_of(RIGHT))
        os.utime(path, ns=(0, path.stat().st_mtime_ns + 10**9))

        return True

    monkeypatch.setattr("autograder.notebooks.running.ask_to_save", save)
    assert "25 of 25 points" in export(variables(RIGHT)).text


def test_a_save_from_before_the_last_run_is_not_taken_for_the_one_asked_for(
    export, tmp_path, monkeypatch
):
    path = tmp_path / "convolution.ipynb"
    path.write_bytes(notebook_of(STUB))
    contents = [b'{"cells": [{"cell_ty', notebook_of(TIMES_TWO), notebook_of(RIGHT)]

    def write(_):
        path.write_bytes(contents.pop(0) if contents else notebook_of(RIGHT))

    monkeypatch.setattr("autograder.notebooks.running.ask_to_save", lambda: True)
    monkeypatch.setattr("autograder.notebooks.running.time.sleep", write)
    assert "25 of 25 points" in export(variables(RIGHT)).text
