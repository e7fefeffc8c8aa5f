"""Under Otter, students' code runs in a worker of ours, and nothing else that was handed in."""

import json
import os
import pickle
import subprocess
import sys
import zipfile
from types import SimpleNamespace

import nbformat
import pytest

from autograder.exercises import load_exercise
from autograder.notebooks.build import build_exercises
from autograder.notebooks.otter_plugin import OUR_FAULT, IsolatedSubmission

CONFIG = {"exercise": "convolution", "seed": 7}
FLIPPED = """\
import numpy as np

def convolve2d(image, kernel):
    kernel = np.asarray(kernel, float)[::-1, ::-1]
    padded = np.pad(image.astype(float), [(side // 2, side // 2) for side in kernel.shape])
    windows = np.lib.stride_tricks.sliding_window_view(padded, kernel.shape)
    return (windows * kernel).sum((2, 3))
"""


class Bomb:
    """A pickle that leaves a file behind when it is loaded."""

    def __init__(self, path):
        self.path = path

    def __reduce__(self):
        return os.mkdir, (str(self.path),)


@pytest.fixture
def handed_in(tmp_path):
    """A folder as Otter prepares it for grading, with things in it that nobody asked for."""
    folder = tmp_path / "submission"
    (folder / "tests").mkdir(parents=True)
    (folder / "tests" / "01_check.py").touch()
    (folder / "numpy").mkdir()
    for name in (".OTTER_LOG", "ipykernel_launcher.py", "numpy/__init__.py", "__init__.py"):
        (folder / name).touch()
    return folder


@pytest.mark.parametrize("name", ["convolution.py", "convolution.ipynb", "numpy.py"])
def test_only_the_tests_are_left_where_the_kernel_runs(handed_in, name):
    (handed_in / name).write_bytes(b"\xff is not UTF-8")
    plugin = IsolatedSubmission(str(handed_in / name), {}, CONFIG)
    plugin.before_grading(None)
    assert "\xff" not in (handed_in / name).read_text(encoding="utf-8")
    notebook = plugin.before_execution(None)
    assert {path.name for path in handed_in.iterdir()} == {"tests", plugin._aside.name}
    (cell,) = notebook.cells
    assert "open_submission" in cell.source
    assert (plugin._aside / name).read_bytes() == b"\xff is not UTF-8"
    plugin.after_grading(results_with([]))
    assert not plugin._aside.exists()


def results_with(outputs, catastrophic_error=None):
    cell = nbformat.v4.new_code_cell(outputs=outputs)
    found = SimpleNamespace(notebook=nbformat.v4.new_notebook(cells=[cell]), printed="")
    found.catastrophic_error = catastrophic_error
    found.has_catastrophic_failure = lambda: catastrophic_error is not None
    found.set_output = lambda text: setattr(found, "printed", text)
    found.clear_results = lambda: setattr(found, "cleared", True)
    return found


def test_a_fault_of_ours_leaves_a_report_without_points_that_says_so(handed_in, capsys):
    plugin = IsolatedSubmission(str(handed_in / "convolution.py"), {}, CONFIG)
    plugin.before_grading(None)
    error = nbformat.v4.new_output("error", ename="OSError", evalue="no worker", traceback=[])
    results = results_with([error])
    plugin.after_grading(results)
    assert results.cleared
    assert results.printed == OUR_FAULT
    assert "OSError: no worker" in capsys.readouterr().err


def test_a_kernel_that_ended_gives_no_grade(handed_in):
    plugin = IsolatedSubmission(str(handed_in / "convolution.py"), {}, CONFIG)
    plugin.before_grading(None)
    with pytest.raises(RuntimeError, match=r"points are unknown.*no results"):
        plugin.after_grading(results_with([], EOFError("no results")))


def test_what_the_kit_prints_reaches_the_report(handed_in):
    plugin = IsolatedSubmission(str(handed_in / "convolution.py"), {}, CONFIG)
    plugin.before_grading(None)
    results = results_with([nbformat.v4.new_output("stream", name="stdout", text="one check\n")])
    plugin.after_grading(results)
    assert results.printed == "one check\n"


def notebook_with(source):
    """Return a notebook whose metadata ask Otter to run tests of the student's own choice."""
    cell = nbformat.v4.new_code_cell(source, metadata={"otter": {"tests": ["convolve2d"]}})
    return nbformat.writes(nbformat.v4.new_notebook(cells=[cell]))


def test_otter_run_grades_check_by_check_and_runs_nothing_else(
    root, tmp_path, notebook_path, graded
):
    list(build_exercises(["convolution"], root, tmp_path, CONFIG["seed"], tmp_path / "assignments"))
    trace = tmp_path / "trace"
    with zipfile.ZipFile(tmp_path / "submission.zip", "w") as archive:
        archive.writestr("convolution.ipynb", notebook_with(FLIPPED))
        archive.writestr(".OTTER_LOG", pickle.dumps(Bomb(trace)))
        for name in ("ipykernel_launcher.py", "otter.py", "numpy/__init__.py", "json/__init__.py"):
            archive.writestr(name, f"open({str(trace)!r}, 'w').close()")
        archive.writestr("tests/99_gift.py", "OK_FORMAT = False\nname = 'gift'\npoints = 99\n")
    command = [sys.executable, "-m", "otter", "run", "-a", "convolution-autograder.zip"]
    subprocess.run([*command, "submission.zip"], cwd=tmp_path, check=True)
    tests = json.loads((tmp_path / "results.json").read_text())["tests"]
    ours = graded(FLIPPED, seed=CONFIG["seed"])["checks"]
    assert {t["name"]: t["score"] for t in tests} == {c["name"]: c["points"] for c in ours}
    assert sum(t["max_score"] for t in tests) == load_exercise("convolution").points
    assert 0 < sum(t["score"] for t in tests) < load_exercise("convolution").points
    for told, known in zip(tests, ours, strict=True):
        assert all(line.strip() in told["output"] for line in known["message"].splitlines())
    assert not trace.exists()
