"""What a check cell of a notebook runs, and what it shows."""

import re

import nbformat
import pytest
from nbclient import NotebookClient

from autograder.authoring.failures import GraderError
from autograder.authoring.seeds import STUDENT_SEED
from autograder.exercises import load_exercise
from autograder.judging.judged_function import judged
from autograder.judging.session import Session
from autograder.notebooks.check_cell import (
    CheckCell,
    CheckFailed,
    GradedSubmission,
    run_check,
    run_graded_check,
)
from autograder.sandbox.student_function import StudentFunction, in_process
from autograder.sandbox.worker.caller import Reply

IDENTITY, MATCHES = "the_identity_kernel_changes_nothing", "matches_skimage"


def not_a_number(image, kernel):
    return image * float("nan")


def from_scipy(image, kernel):
    from scipy.signal import convolve2d

    return convolve2d(image.astype(float), kernel[::-1, ::-1], mode="same")


def interrupted(image, kernel):
    raise KeyboardInterrupt


def unwritten(image, kernel):
    """Write me."""
    ...


def run(name, env):
    """Run a check as the only one of its cell."""
    run_check(CheckCell("convolution"), name, env)


def run_graded(name, function, seed=1):
    """Run a check on a submission of one function."""
    exercise = load_exercise("convolution")
    if not isinstance(function, StudentFunction):
        function = in_process("convolve2d", function)
    functions = judged({"convolve2d": function})
    run_graded_check(GradedSubmission(exercise, functions, Session(seed)), name)


def test_a_failure_shows_claim_picture_and_call():
    with pytest.raises(CheckFailed) as failure:
        run_graded(IDENTITY, not_a_number)
    for part in ("gives the image back", "Every pixel should be a number", "<nan>", "convolve2d("):
        assert part in str(failure.value)


def test_angle_brackets_are_escaped_where_otter_shows_html():
    with pytest.raises(CheckFailed, match="&lt;nan&gt;"):
        run(IDENTITY, {"convolve2d": not_a_number})


@pytest.mark.parametrize("env", [{}, {"convolve2d": unwritten}, {"convolve2d": None}])
def test_what_is_not_written_is_said_to_be_so(env):
    with pytest.raises(CheckFailed, match=r"not written yet|no function named"):
        run(IDENTITY, env)


def test_forbidden_functions_are_noticed_in_a_notebook_too():
    with pytest.raises(CheckFailed, match=r"It called scipy.signal.convolve2d"):
        run(MATCHES, {"convolve2d": from_scipy})


def test_an_interruption_ends_the_check():
    with pytest.raises(KeyboardInterrupt):
        run(IDENTITY, {"convolve2d": interrupted})


def drawn_with(seed):
    """Return the images that a check draws, as they reach a submission's function."""
    seen = []

    def perform(arguments):
        seen.append(arguments[0].tobytes())
        return Reply("array", arguments[0].astype(float))

    function = StudentFunction("convolve2d", perform)
    run_graded("the_result_holds_floating_point_numbers", function, seed)
    return seen


def test_a_submission_is_tried_on_the_examples_of_its_own_seed():
    assert drawn_with(STUDENT_SEED) == drawn_with(STUDENT_SEED)
    assert drawn_with(STUDENT_SEED) != drawn_with("another")


def test_a_notebook_is_tried_on_the_examples_that_students_practise_on():
    seen = []

    def convolve2d(image, kernel):
        seen.append(image.tobytes())
        return image.astype(float)

    run("the_result_holds_floating_point_numbers", {"convolve2d": convolve2d})
    assert set(seen) == set(drawn_with(STUDENT_SEED))


def test_a_fault_of_ours_is_said_and_gives_no_points(monkeypatch):
    def no_examples(session, check):
        raise GraderError("no examples")

    monkeypatch.setattr(Session, "examples", no_examples)
    with pytest.raises(CheckFailed, match="a fault of the kit, and not yours: no examples"):
        run(IDENTITY, {"convolve2d": not_a_number})


def test_a_fault_of_ours_under_otter_is_no_exception_that_it_makes_0_points_of(monkeypatch):
    def no_examples(session, check):
        raise GraderError("no examples")

    monkeypatch.setattr(Session, "examples", no_examples)
    exercise = load_exercise("convolution")
    submission = GradedSubmission(exercise, judged({}), Session(1))
    with pytest.raises(BaseException, match="no examples") as raised:
        run_graded_check(submission, IDENTITY)
    assert not isinstance(raised.value, Exception)


@pytest.fixture
def executed(root, tmp_path, notebook_path):
    """Run the first cell, or what is given for it, then check cells on right and wrong code."""
    notebook = nbformat.read(root / "assignments/convolution/convolution.ipynb", as_version=4)
    (tmp_path / "convolution.ipynb").write_text(nbformat.writes(notebook))
    cells = {c.source.partition("(")[0]: c for c in notebook.cells if c.cell_type == "code"}
    right = nbformat.v4.new_code_cell((root / "reference/convolution/solution.py").read_text())
    wrong = nbformat.v4.new_code_cell("def convolve2d(image, kernel):\n    return image * kernel")
    check, again = cells["grader.check"], cells["grader.check"].copy()

    def execute(first=None):
        initialise = nbformat.v4.new_code_cell(first) if first else notebook.cells[0]
        notebook.cells = [initialise, right, check, wrong, again]
        for number, cell in enumerate(notebook.cells):
            cell.id = f"cell-{number}"
        NotebookClient(notebook, resources={"metadata": {"path": str(tmp_path)}}).execute()
        return [reported(cell) for cell in (check, again)]

    return execute


def reported(cell):
    """Return what a cell shows in the end, without what it shows while it runs."""
    (shown,) = [each.data for each in cell.outputs if any(each.data.values())]
    return shown


def test_check_cells_work_in_a_kernel_beside_a_folder_of_tests(executed, tmp_path):
    (tmp_path / "tests").mkdir()
    (tmp_path / "convolution.ipynb").rename(tmp_path / "my copy (1).ipynb")
    passed, failed = executed()
    assert "Passed: 20 of 20 checks, 25 of 25 points." in passed["text/html"]
    assert re.search(r"\d+ of 20 checks, \d+ of 25 points", failed["text/html"])
    assert "In line 2 of the cell that defines convolve2d, " in failed["text/html"]
    for frame in ("Error at line", "run_check", "Test case failed"):
        assert frame not in failed["text/html"] + failed["text/plain"]


def test_the_notebook_works_with_otters_own_grader(executed):
    passed, failed = executed('import otter\ngrader = otter.Notebook("convolution.ipynb")')
    assert "passed!" in passed["text/html"]
    assert (
        "Line 2 of the cell that defines convolve2d (return image * kernel)" in failed["text/html"]
    )


@pytest.fixture
def flipped(root):
    """Return a function that turns the kernel round, and prints."""
    names = {}
    exec((root / "tests/submissions/flipped_the_kernel/convolution.py").read_text(), names)

    def convolve2d(image, kernel):
        print("a student's own print")
        return names["convolve2d"](image, kernel)

    return convolve2d


def test_a_known_mistake_is_hinted_at_in_the_notebook_and_prints_once(capsys, flipped):
    with pytest.raises(CheckFailed, match="You flipped the kernel before"):
        run("a_bright_pixel_gives_the_kernel", {"convolve2d": flipped})
    once = capsys.readouterr().out.count("a student's own print")
    with pytest.raises(CheckFailed, match="You flipped the kernel before"):
        run("a_bright_pixel_gives_the_kernel", {"convolve2d": flipped})
    assert capsys.readouterr().out.count("a student's own print") == once


def test_the_mistake_behind_several_failures_of_a_cell_is_looked_for_once(flipped):
    calls = []

    def convolve2d(image, kernel):
        calls.append(image)
        return flipped(image, kernel)

    def called(*cells):
        calls.clear()
        for cell in cells:
            with pytest.raises(CheckFailed):
                run_check(cell, "a_bright_pixel_gives_the_kernel", {"convolve2d": convolve2d})
        return len(calls)

    one, other, third = (CheckCell("convolution") for _ in range(3))
    assert called(one, one) < called(other, third)


def test_no_picture_is_drawn_while_grading(monkeypatch, flipped):
    drawn = []
    monkeypatch.setattr("autograder.reports.pictures.picture_of", drawn.append)
    with pytest.raises(CheckFailed):
        run_graded("a_bright_pixel_gives_the_kernel", flipped)
    assert drawn == []


def test_what_is_wrong_stands_first_in_a_grade_and_the_mistake_behind_it_next(flipped):
    with pytest.raises(CheckFailed) as failure:
        run_graded("a_bright_pixel_gives_the_kernel", flipped)
    found, behind, *_, last = str(failure.value).strip().split("\n\n")
    assert found.startswith("A single bright pixel should give the kernel")
    assert behind.startswith("You flipped the kernel before")
    assert last == (
        "The check: Filtering a single bright pixel gives the kernel, turned by half a turn."
    )
