"""The picture that a check cell of a notebook shows."""

from types import SimpleNamespace

import pytest

from autograder.exercises import load_exercise
from autograder.notebooks import picture
from autograder.notebooks.check_cell import (
    CheckCell,
    CheckFailed,
    GradedSubmission,
    run_check,
    run_graded_check,
)
from autograder.sandbox.student_function import in_process

IDENTITY = "the_identity_kernel_changes_nothing"


def not_a_number(image, kernel):
    return image * float("nan")


def unwritten(image, kernel):
    """Write me."""
    ...


def displayed(monkeypatch, failures_of_cells, env):
    """Return what runs of cells show, each with so many failures, apart from their text."""
    shown = []
    monkeypatch.setattr("IPython.display.display", lambda bundle, raw: shown.append(bundle))
    monkeypatch.setattr(picture, "running_shell", SimpleNamespace)
    for number in failures_of_cells:
        cell = CheckCell("convolution")
        for _ in range(number):
            with pytest.raises(CheckFailed):
                run_check(cell, IDENTITY, env)
    return shown


def test_the_first_failure_of_a_cell_has_a_picture_with_words(monkeypatch):
    (bundle,) = displayed(monkeypatch, [3], {"convolve2d": not_a_number})
    assert 'src="data:image/png;base64,' in bundle["text/html"]
    assert 'alt="convolve2d of an image (' in bundle["text/html"]
    assert "gives the image back" in bundle["text/html"]
    assert bundle["text/plain"].startswith("convolve2d of an image (")


def test_the_next_run_of_the_cell_has_a_picture_again(monkeypatch):
    assert len(displayed(monkeypatch, [1, 2], {"convolve2d": not_a_number})) == 2


def test_what_is_not_written_has_no_picture(monkeypatch):
    assert displayed(monkeypatch, [1], {"convolve2d": unwritten}) == []


def test_no_picture_is_drawn_while_grading(monkeypatch):
    shown = displayed(monkeypatch, [], {})
    function = in_process("convolve2d", not_a_number)
    submission = GradedSubmission(load_exercise("convolution"), {"convolve2d": function}, 1)
    with pytest.raises(CheckFailed):
        run_graded_check(submission, IDENTITY)
    assert shown == []


def test_without_a_shell_there_is_text_alone(capsys):
    with pytest.raises(CheckFailed):
        run_check(CheckCell("convolution"), IDENTITY, {"convolve2d": not_a_number})
    assert capsys.readouterr().out == ""


def test_a_picture_that_cannot_be_drawn_does_not_stand_in_the_way_of_the_text(monkeypatch):
    def broken(counterexample):
        raise ZeroDivisionError("our fault")

    monkeypatch.setattr("autograder.reports.pictures.picture_of", broken)
    (bundle,) = displayed(monkeypatch, [1], {"convolve2d": not_a_number})
    assert bundle == {
        "text/plain": "The picture could not be drawn: ZeroDivisionError('our fault')"
    }
