"""What `grader` does in a student's notebook: check cells that know what is written so far."""

import io
import subprocess
import sys
from contextlib import redirect_stderr, redirect_stdout

import numpy as np
import pytest
from IPython.core.interactiveshell import InteractiveShell
from skimage import morphology

from autograder import notebook
from autograder.exercises import load_exercise
from autograder.notebooks.cell_run import checked
from autograder.notebooks.students_grader import CellReport
from autograder.sandbox.limits import Limits
from benchmarks.false_greens import false_greens


def opening(image, footprint):
    return morphology.dilation(morphology.erosion(image, footprint), footprint)


def closing(image, footprint):
    return morphology.erosion(morphology.dilation(image, footprint), footprint)


def zero_border(image, footprint):
    inner = tuple(slice(3, -3) for _ in image.shape)
    return opening(np.pad(image, 3), footprint)[inner]


def three_by_three(image, footprint):
    return opening(image, np.ones((3,) * image.ndim))


def of_floats(image, footprint):
    return opening(image, footprint).astype(float)


def cell(name, exercise="tophat", **env):
    """Return what a check cell shows where these variables are."""
    source = f"report = grader.check({name!r})"
    exec(source, env := env | {"grader": notebook(exercise)})
    return env["report"]


@pytest.mark.parametrize("wrong", [zero_border, three_by_three, of_floats])
def test_no_green_stands_above_a_wrong_function_that_was_written_first(wrong):
    report = cell("opening", opening=wrong)
    failed = [each for each in report.checks if each["status"] != "passed"]
    assert failed
    check = load_exercise("tophat").check
    of_several = [each for each in failed if len(check(each["name"]).functions) > 1]
    assert of_several
    assert all(each["sentence"].startswith("opening: ") for each in of_several)


def test_what_waits_for_another_function_is_said():
    report = cell("opening", opening=opening)
    assert {each["status"] for each in report.checks} == {"passed"}
    assert any("wait for closing, which you have not written yet." in w for w in report.waiting)
    assert report.waiting[0] in repr(report)


def test_a_right_function_does_not_fail_for_another_that_is_wrong():
    report = cell("closing", opening=zero_border, closing=closing)
    assert {each["status"] for each in report.checks} == {"passed"}
    assert any("opening, which is not right yet." in each for each in report.waiting)


def test_the_picture_of_a_claim_on_two_functions_is_of_the_one_that_is_wrong():
    def white_tophat(image, footprint):
        return image - opening(image, footprint)

    env = {"opening": zero_border, "white_tophat": white_tophat}
    report = CellReport(*checked_with(env, "opening"))
    failed = [each for each in report.checks if each["status"] != "passed"]
    assert {each["counterexample"]["function"] for each in failed} == {"opening"}


def checked_with(env, name):
    from autograder.authoring.seeds import STUDENT_SEED
    from autograder.exercises import load_exercise
    from autograder.judging.session import Session

    return checked(load_exercise("tophat"), name, env, Session(STUDENT_SEED))


@pytest.mark.parametrize("env", [{}, {"remove_skull_3d": None}])
def test_what_is_not_written_is_one_line(env):
    text = repr(cell("remove_skull_3d", "skull_removal", **env))
    assert text == "There is no function named remove_skull_3d yet."


def test_check_all_has_the_points_of_the_exercise():
    env = {"grader": notebook("tophat"), "opening": zero_border}
    report = eval("grader.check_all()", env)
    assert sum(each["possible"] for each in report.checks) == load_exercise("tophat").points


def test_a_name_that_is_no_function_is_told_with_those_that_are():
    with pytest.raises(ValueError, match="has no function 'erosion'; there are opening, closing"):
        cell("erosion")
    with pytest.raises(ValueError, match="There is no exercise named 'knitting'"):
        notebook("knitting")


def test_prints_stand_after_the_verdict_and_are_cut_to_ten_lines(capsys):
    def convolve2d(image, kernel):
        print("my print")
        return image * 1.0

    text = repr(cell("convolve2d", "convolution", convolve2d=convolve2d))
    assert capsys.readouterr().out == ""
    assert text.count("my print") == 10
    assert text.index("checks, ") < text.index("Printed meanwhile") < text.index("my print")


def test_the_first_cell_imports_neither_otter_nor_the_checks():
    code = "from autograder import notebook; notebook('tophat'); import sys; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    modules = set(done.stdout.split())
    assert not modules & {"otter", "hypothesis", "skimage", "scipy"}


@pytest.mark.parametrize("exercise", ["tophat", "skull_removal"])
def test_known_mistakes_are_not_green_in_their_own_cell(exercise):
    assert false_greens(exercise, most=3) == []


def test_a_call_that_does_not_end_is_told_as_on_the_command_line(monkeypatch):
    monkeypatch.setattr("autograder.notebooks.check_cell.LIMITS", Limits(call=0.2))

    def convolve2d(image, kernel):
        while True:
            pass

    report = cell("convolve2d", "convolution", convolve2d=convolve2d)
    assert {each["status"] for each in report.checks} == {"timed_out"}
    assert report.checks[0]["sentence"] == "A call took longer than 0.2 s."


def test_an_interruption_shows_three_lines():
    def convolve2d(image, kernel):
        raise KeyboardInterrupt

    shell = InteractiveShell()
    shell.user_ns |= {"grader": notebook("convolution"), "convolve2d": convolve2d}
    with redirect_stdout(io.StringIO()) as shown, redirect_stderr(shown):
        result = shell.run_cell("grader.check('convolve2d')")
    assert isinstance(result.error_in_exec, KeyboardInterrupt)
    assert len(shown.getvalue().strip().splitlines()) == 3
    assert shown.getvalue().startswith("Interrupted: ")
