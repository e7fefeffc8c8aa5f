"""Otter and our own command line give members of the sample class the same points.

Each takes Otter some seconds, so there is one of each kind, and all four exercises;
``benchmarks.rate`` compares a whole class. What ``otter run`` runs is called here in this process,
which has Otter loaded; `test_otter_plugin` types the command.
"""

import json
import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import otter.run
import pytest

from autograder.authoring.seeds import COURSE_SEED
from autograder.exercises import exercise_names, load_exercise
from autograder.judging.grade import grade
from autograder.judging.session import Session
from autograder.notebooks.build import build_exercises
from autograder.sandbox.host import Sandbox
from autograder.sandbox.limits import Limits

SESSION = Session(COURSE_SEED)
KINDS = (
    *("a_notebook/convolution.ipynb", "called_the_library/convolution.py"),
    *("has_a_syntax_error/convolution.py", "took_a_threshold_only/skull_removal.py"),
    "right_with_windows/tophat.py",
)
SUBMISSIONS = Path(__file__).parents[1] / "submissions"
CLASS = [SUBMISSIONS / kind for kind in KINDS]


@pytest.fixture(scope="session")
def zips(root, tmp_path_factory):
    """Build all four zips; return the folder that they are in."""
    out = tmp_path_factory.mktemp("zips")
    list(build_exercises(exercise_names(), root, out, COURSE_SEED, out / "assignments"))
    return out


@pytest.fixture(scope="module")
def patient():
    """A sandbox with the limits that Otter's processes have, even if the machine is busy."""
    with Sandbox() as running:
        yield running


@pytest.fixture
def otters(zips, tmp_path, notebook_path, monkeypatch):
    """Grade a file as ``otter run`` does; return the points of each check."""
    monkeypatch.setenv("PATH", os.environ["PATH"])  # Otter changes it

    def graded(path):
        archive = zips / f"{path.stem}-autograder.zip"
        otter.run.main(str(path), autograder=str(archive), output_dir=str(tmp_path))
        return points_of(json.loads((tmp_path / "results.json").read_text())["tests"])

    return graded


@pytest.mark.parametrize("path", CLASS, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_otter_run_and_grade_agree_check_by_check(path, otters, patient):
    assert otters(path) == our_points(path, patient)


IMPATIENT = """\
from functools import partial
from autograder.notebooks import otter_plugin
from autograder.sandbox.limits import Limits

otter_plugin.Sandbox = partial(otter_plugin.Sandbox, Limits(call=0.1))
"""


def test_otter_run_and_grade_agree_on_what_never_ends(otters, tmp_path, monkeypatch):
    startup = tmp_path / "profile_default" / "startup"
    startup.mkdir(parents=True)
    (startup / "impatient.py").write_text(IMPATIENT)
    monkeypatch.setenv("IPYTHONDIR", str(tmp_path))  # of the kernel in which Otter runs its tests
    path = SUBMISSIONS / "never_ends" / "convolution.py"
    with Sandbox(Limits(call=0.1)) as impatient:
        ours = our_points(path, impatient)
    assert otters(path) == ours
    assert set(ours.values()) == {0}


def points_of(otters):
    return {each["name"]: each["score"] for each in otters}


def our_points(path, sandbox):
    source, one = path.read_bytes(), load_exercise(path.stem)
    record = grade(sandbox, one, source, path.suffix, SESSION, search=False)
    return {each["name"]: each["points"] for each in record["checks"]}


def test_in_a_container_points_are_the_same_and_a_failure_has_its_picture(
    zips, tmp_path, notebook_path, patient
):
    path = SUBMISSIONS / "flipped_the_kernel" / "convolution3d.py"
    with zipfile.ZipFile(zips / "convolution3d-autograder.zip") as archive:
        archive.extractall(tmp_path / "source")
    for name in ("submission", "results"):
        (tmp_path / name).mkdir()
    (tmp_path / "submission_metadata.json").write_text("{}")
    shutil.copy(path, tmp_path / "submission")
    script = tmp_path / "source" / "run_otter.py"
    script.write_text(script.read_text().replace("/autograder", str(tmp_path)))
    subprocess.run([sys.executable, str(script)], cwd=tmp_path, check=True, capture_output=True)
    results = json.loads((tmp_path / "results" / "results.json").read_text())
    assert points_of(results["tests"]) == our_points(path, patient)
    shown = [each for each in results["tests"] if each["score"] < each["max_score"]]
    assert {each["output_format"] for each in shown} == {"html"}
    assert shown[0]["output"].count("<img") - shown[0]["output"].count('alt=""') == 1
    assert "flipped the kernel" in shown[0]["output"]
