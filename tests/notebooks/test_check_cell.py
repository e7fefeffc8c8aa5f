"""What a check cell of a notebook runs, and what it shows."""

from types import SimpleNamespace

import nbformat
import pytest
from nbclient import NotebookClient

from autograder.authoring.failures import GraderError
from autograder.authoring.seeds import STUDENT_SEED
from autograder.judging.judged_function import JudgedFunction
from autograder.judging.outcome import Outcome
from autograder.judging.session import Session
from autograder.notebooks import check_cell, picture
from autograder.notebooks.check_cell import GRADING_SEED, CheckFailed, run_check
from autograder.sandbox.student_function import StudentFunction
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


def test_a_failure_shows_claim_picture_and_call():
    with pytest.raises(CheckFailed) as failure:
        run_check("convolution", IDENTITY, {"convolve2d": not_a_number, GRADING_SEED: 1})
    for part in ("gives the image back", "Every pixel should be a number", "<nan>", "convolve2d("):
        assert part in str(failure.value)


def test_angle_brackets_are_escaped_where_otter_shows_html():
    with pytest.raises(CheckFailed, match="&lt;nan&gt;"):
        run_check("convolution", IDENTITY, {"convolve2d": not_a_number})


@pytest.mark.parametrize("env", [{}, {"convolve2d": unwritten}, {"convolve2d": None}])
def test_what_is_not_written_is_said_to_be_so(env):
    with pytest.raises(CheckFailed, match=r"not written yet|no function named"):
        run_check("convolution", IDENTITY, env)


def test_forbidden_functions_are_noticed_in_a_notebook_too():
    with pytest.raises(CheckFailed, match=r"It called scipy.signal.convolve2d"):
        run_check("convolution", MATCHES, {"convolve2d": from_scipy})


def test_an_interruption_ends_the_check():
    with pytest.raises(KeyboardInterrupt):
        run_check("convolution", IDENTITY, {"convolve2d": interrupted})


def drawn_with(env):
    """Return the images that a check draws, as they reach a subject among the variables."""
    seen = []

    def perform(arguments):
        seen.append(arguments[0].tobytes())
        return Reply("array", arguments[0].astype(float))

    variables = {"convolve2d": JudgedFunction(StudentFunction("convolve2d", perform)), **env}
    run_check("convolution", "the_result_holds_floating_point_numbers", variables)
    return seen


def test_a_subject_is_tried_as_it_is_with_the_seed_beside_it():
    assert drawn_with({}) == drawn_with({GRADING_SEED: STUDENT_SEED})
    assert drawn_with({}) != drawn_with({GRADING_SEED: "another"})


def test_a_fault_of_ours_counts_as_passed_and_is_shown(monkeypatch, capsys):
    def no_examples(session, check):
        raise GraderError("no examples")

    monkeypatch.setattr(Session, "examples", no_examples)
    run_check("convolution", IDENTITY, {"convolve2d": not_a_number})
    assert "counts as passed: no examples" in capsys.readouterr().out


def test_a_hint_stands_below_the_message(monkeypatch):
    hinted = Outcome("a", "A claim.", 0, 1, "failed", "What was seen.", hint="Look at the border.")
    monkeypatch.setattr(check_cell, "explained", lambda *_: hinted)
    with pytest.raises(CheckFailed) as failure:
        run_check("convolution", IDENTITY, {"convolve2d": not_a_number})
    assert str(failure.value) == "\nA claim.\n\nWhat was seen.\n\nLook at the border."


def displayed(monkeypatch, execution_counts, env):
    """Return what a check shows in runs of cells with these numbers, apart from its text."""
    shown = []
    monkeypatch.setattr("IPython.display.display", lambda bundle, raw: shown.append(bundle))
    monkeypatch.setattr(picture, "_shown_in", None)
    for number in execution_counts:
        shell = SimpleNamespace(execution_count=number)
        monkeypatch.setattr(picture, "running_shell", lambda shell=shell: shell)
        with pytest.raises(CheckFailed):
            run_check("convolution", IDENTITY, env)
    return shown


def test_the_first_failure_of_a_cell_has_a_picture_with_words(monkeypatch):
    (bundle,) = displayed(monkeypatch, [5, 5, 5], {"convolve2d": not_a_number})
    assert 'src="data:image/png;base64,' in bundle["text/html"]
    assert 'alt="convolve2d of an image (' in bundle["text/html"]
    assert "gives the image back" in bundle["text/html"]
    assert bundle["text/plain"].startswith("convolve2d of an image (")


def test_the_next_run_of_the_cell_has_a_picture_again(monkeypatch):
    assert len(displayed(monkeypatch, [5, 6], {"convolve2d": not_a_number})) == 2


def test_what_is_not_written_has_no_picture(monkeypatch):
    assert displayed(monkeypatch, [5], {"convolve2d": unwritten}) == []


def test_no_picture_is_drawn_while_grading(monkeypatch):
    assert displayed(monkeypatch, [5], {"convolve2d": not_a_number, GRADING_SEED: 1}) == []


def test_without_a_shell_there_is_text_alone(capsys):
    with pytest.raises(CheckFailed):
        run_check("convolution", IDENTITY, {"convolve2d": not_a_number})
    assert capsys.readouterr().out == ""


def test_a_picture_that_cannot_be_drawn_does_not_stand_in_the_way_of_the_text(monkeypatch):
    def broken(counterexample):
        raise ZeroDivisionError("our fault")

    monkeypatch.setattr("autograder.reports.pictures.picture_of", broken)
    (bundle,) = displayed(monkeypatch, [5], {"convolve2d": not_a_number})
    assert bundle == {
        "text/plain": "The picture could not be drawn: ZeroDivisionError('our fault')"
    }


def test_check_cells_work_in_a_kernel(root, tmp_path, notebook_path):
    """The notebook's own first and last cells and its stub, without the demonstrations."""
    path = root / "assignments" / "convolution" / "convolution.ipynb"
    notebook = nbformat.read(path, as_version=4)
    (tmp_path / path.name).write_bytes(path.read_bytes())
    cells = {c.source.partition("(")[0]: c for c in notebook.cells if c.cell_type == "code"}
    init = next(c for c in notebook.cells if c.source.startswith("# Initialize Otter"))
    right = nbformat.v4.new_code_cell((root / "reference/convolution/solution.py").read_text())
    wrong = nbformat.v4.new_code_cell("def convolve2d(image, kernel):\n    return image * kernel")
    check, again = cells["grader.check"], cells["grader.check"].copy()
    notebook.cells = [init, right, check, wrong, again]
    for number, cell in enumerate(notebook.cells):
        cell.id = f"cell-{number}"
    NotebookClient(notebook, resources={"metadata": {"path": str(tmp_path)}}).execute()
    (passed,) = check.outputs
    picture, failed = again.outputs
    assert "passed!" in passed.data["text/html"]
    assert "Yours has 3 rows, 3 columns." in picture.data["text/html"]
    assert "Line 2 (return image * kernel)" in failed.data["text/html"]


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
    with pytest.raises(CheckFailed, match="You turned the kernel round first"):
        run_check("convolution", "a_bright_pixel_gives_the_kernel", {"convolve2d": flipped})
    once = capsys.readouterr().out.count("a student's own print")
    with pytest.raises(CheckFailed, match="You turned the kernel round first"):
        run_check("convolution", "a_bright_pixel_gives_the_kernel", {"convolve2d": flipped})
    assert capsys.readouterr().out.count("a student's own print") == once
