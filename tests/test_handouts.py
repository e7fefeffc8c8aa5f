"""The handouts: they run, offline and in time, with the solution and with stubs alike."""

import importlib
import json
import os
import re
import socket
import time
from functools import cache
from pathlib import Path

import jupytext
import matplotlib
import matplotlib.pyplot as plt
import nibabel
import numpy as np
import pytest
from nbclient import NotebookClient
from nbformat import v4

from autograder.exercises import exercise_names, load_exercise
from autograder.imaging.images import b0_head
from autograder.notebooks.handout import Code, QuestionPart, StubPlace, read_handout
from tests.chapter import CHAPTER

ROOT = Path(__file__).parent.parent
HANDOUTS = sorted(path.parent.name for path in ROOT.glob("reference/*/handout.md"))

SECONDS_FOR_A_HANDOUT = 20
SECONDS_FOR_LOOPS = 2
COLUMNS = 79

QUESTIONS = {
    "convolution": ["Why these greys?", "What do the Sobel filters emphasise?"],
    "tophat": ["What do the top-hats emphasise?"],
    "skull_removal": ["What is lost with the skull?", "Does it work better in three dimensions?"],
}
# What the chapter shows; a further exercise may be short.
FEWEST_FIGURES = dict.fromkeys(("convolution", "convolution3d", "tophat", "skull_removal"), 10)
# Those whose figures all come from functions that describe what they draw.
FULLY_DESCRIBED = ("convolution", "convolution3d", "tophat", "skull_removal")


@cache
def parts_of(name):
    return read_handout((ROOT / "reference" / name / "handout.md").read_text("utf-8"), name)


def run(name, functions):
    """Run the code of a handout in this process, with these functions where the stubs go."""
    matplotlib.use("agg")
    namespace = {"np": np}
    with matplotlib.rc_context({"figure.max_open_warning": 0}):
        for part in parts_of(name):
            if isinstance(part, StubPlace):
                namespace |= {each: functions[each] for each in part.functions}
            elif isinstance(part, Code):
                exec(compile(part.source, f"{name}/handout.md", "exec"), namespace)
    plt.close("all")


def functions_of(name):
    places = [part.functions for part in parts_of(name) if isinstance(part, StubPlace)]
    return [function for place in places for function in place]


def solutions(name):
    module = importlib.import_module(f"reference.{name}.solution")
    return {each: getattr(module, each) for each in functions_of(name)}


@pytest.fixture(scope="session")
def executed():
    """Run a handout as a notebook in a kernel, once; its last cell prints the processor time."""

    @cache
    def execute(name):
        notebook = jupytext.read(ROOT / "reference" / name / "handout.md")
        notebook.cells.append(v4.new_code_cell("import time\nprint(time.process_time())"))
        client = NotebookClient(notebook, timeout=120, resources={"metadata": {"path": str(ROOT)}})
        return client.execute(env=os.environ | {"PYTHONPATH": str(ROOT)})

    return execute


@pytest.mark.parametrize("name", HANDOUTS)
def test_the_handout_runs_as_a_notebook_in_time_and_shows_its_figures(name, executed):
    figures = [each for each in outputs_of(executed(name)) if "image/png" in each.get("data", {})]
    assert len(figures) >= FEWEST_FIGURES.get(name, 1)
    # Processor time, so that whatever else the machine does makes no difference.
    assert float(executed(name).cells[-1].outputs[-1].text) < SECONDS_FOR_A_HANDOUT


@pytest.mark.parametrize("name", FULLY_DESCRIBED)
def test_every_figure_has_alternative_text(name, executed):
    figures = [each.data for each in outputs_of(executed(name)) if "image/png" in each.data]
    assert all(len(re.findall(r'alt="([^"]{20,})"', data["text/html"])) == 1 for data in figures)


@pytest.mark.parametrize("name", CHAPTER)
def test_what_the_chapter_has_is_in_the_executed_notebook(name, executed):
    text = " ".join(shown_by(executed(name)).split())
    assert [row for row, found in CHAPTER[name].items() if not re.search(found, text)] == []


def test_the_sample_answer_on_the_whole_head_has_the_numbers_of_the_notebook(executed):
    said = shown_by(executed("skull_removal"))
    names = ("phantom, all", "phantom, slice", "real head, yours", "real head, slice")
    found = [re.search(rf"{name}.*: Dice ([\d.]+)", said) for name in names]
    drawn, drawn_2d, real, real_2d = [f"{float(each[1]):.2f}" for each in found]
    page = (ROOT / "reference/skull_removal/teaching.md").read_text("utf-8")
    assert f"{drawn} and {drawn_2d}; on the real head a little, {real} and {real_2d}." in page


def outputs_of(notebook):
    shown = [output for cell in notebook.cells for output in cell.get("outputs", [])]
    return [each for each in shown if "data" in each]


def shown_by(notebook):
    """Return what a notebook says: its prose, what its cells print, and its figures in words."""
    parts = []
    for cell in notebook.cells:
        parts += [cell.source] if cell.cell_type == "markdown" else []
        for output in cell.get("outputs", []):
            parts.append(output.get("text") or output.get("data", {}).get("text/plain", ""))
    return "\n".join(parts)


@pytest.mark.parametrize("name", HANDOUTS)
def test_the_untouched_handout_runs_from_top_to_bottom(name):
    run(name, dict.fromkeys(functions_of(name), lambda *arguments: None))


@pytest.mark.parametrize("name", HANDOUTS)
def test_no_handout_needs_a_network(name, monkeypatch):
    def refuse(*arguments):
        raise OSError("This handout asked for a network.")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    run(name, solutions(name))


def sum_of_pixels(image, kernel):
    """Convolve in two or three dimensions with one Python loop per axis, as students do."""
    image = image.astype(float)
    padded = np.pad(image, [(side // 2, side // 2) for side in kernel.shape])
    result = np.zeros(image.shape)
    for index in np.ndindex(image.shape):
        window = tuple(slice(i, i + side) for i, side in zip(index, kernel.shape, strict=True))
        result[index] = np.sum(padded[window] * kernel)
    return result


@pytest.mark.parametrize("name", ["convolution", "convolution3d"])
def test_demonstrations_are_quick_enough_for_loops(name):
    function, *_ = functions_of(name)
    seconds = []

    def timed(image, kernel):
        start = time.process_time()
        result = sum_of_pixels(image, kernel)
        seconds.append(time.process_time() - start)
        return result

    run(name, solutions(name) | {function: timed})
    assert sum(seconds) < SECONDS_FOR_LOOPS


def test_a_head_of_the_students_own_is_loaded_where_there_is_one(tmp_path, monkeypatch, capsys):
    ras = np.diag([-4.0, 4.0, 5.0, 1.0])
    nibabel.save(nibabel.Nifti1Image(b0_head().T, ras), tmp_path / "my_head.nii.gz")
    monkeypatch.chdir(tmp_path)
    run("skull_removal", solutions("skull_removal"))
    assert re.search(r"the brain of your own head: 1\d\d\d ml", capsys.readouterr().out)


@pytest.mark.parametrize("name", exercise_names())
def test_every_function_of_the_exercise_has_a_place_for_its_stub(name):
    assert functions_of(name) == list(load_exercise(name).functions)


def questions_of(name):
    return [part for part in parts_of(name) if isinstance(part, QuestionPart)]


@pytest.mark.parametrize("name", QUESTIONS)
def test_the_written_questions_of_the_chapter_are_there(name):
    assert [each.title for each in questions_of(name)] == QUESTIONS[name]


@pytest.mark.parametrize("name", HANDOUTS)
def test_the_points_of_every_rubric_add_up(name):
    for question in questions_of(name):
        assert question.points == sum(points_in(question.rubric))


def points_in(rubric):
    """The points that a rubric's items give: its lines that begin '- <n> point'."""
    return [int(line.split()[1]) for line in rubric.splitlines() if line.startswith("- ")]


@pytest.mark.parametrize("name", HANDOUTS)
def test_no_line_of_code_that_students_get_is_cut_off_in_a_narrow_window(name):
    folder = ROOT / "assignments" / name
    cells = json.loads((folder / f"{name}.ipynb").read_text("utf-8"))["cells"]
    code = ["".join(each["source"]) for each in cells if each["cell_type"] == "code"]
    lines = "\n".join([*code, (folder / f"{name}.py").read_text("utf-8")]).splitlines()
    assert len(lines) > 200
    too_long = [each for each in lines if len(each) > COLUMNS]
    assert [each for each in too_long if not each.startswith(("KIT = ", "#     pip "))] == []
