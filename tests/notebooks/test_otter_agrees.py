"""Otter and our own command line give members of the sample class the same points.

Each takes Otter some seconds, so there is one of each kind, and all four exercises;
``benchmarks.rate`` compares a whole class.
"""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from autograder.authoring.seeds import COURSE_SEED
from autograder.exercises import exercise_names, load_exercise
from autograder.judging.grade import grade
from autograder.judging.session import Session
from autograder.notebooks.build import build_exercises
from autograder.sandbox.host import Sandbox

SESSION = Session(COURSE_SEED)
KINDS = (
    *("a_notebook/convolution.ipynb", "called_the_library/tophat.py", "half_done/tophat.py"),
    *("flipped_the_kernel/convolution3d.py", "has_a_syntax_error/convolution.py"),
    *("never_ends/convolution.py", "took_a_threshold_only/skull_removal.py"),
    *("untouched/convolution.py", "right_with_windows/convolution.py"),
    *("right_with_windows/convolution3d.py", "right_with_windows/tophat.py"),
    "right_with_windows/skull_removal.py",
)
CLASS = [Path(__file__).parents[1] / "submissions" / kind for kind in KINDS]


@pytest.fixture(scope="session")
def zips(root, tmp_path_factory):
    """Build all four zips; return the folder that they are in."""
    out = tmp_path_factory.mktemp("zips")
    list(build_exercises(exercise_names(), root, out, COURSE_SEED, out / "assignments"))
    return out


@pytest.fixture(scope="module")
def patient():
    """A sandbox with the limits that Otter's processes have, also where the machine is busy."""
    with Sandbox() as running:
        yield running


@pytest.mark.parametrize("path", CLASS, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_otter_run_and_grade_agree_check_by_check(path, zips, tmp_path, notebook_path, patient):
    archive = zips / f"{path.stem}-autograder.zip"
    command = [sys.executable, "-m", "otter", "run", "-a", str(archive), str(path)]
    subprocess.run(command, cwd=tmp_path, check=True, capture_output=True)
    otters = json.loads((tmp_path / "results.json").read_text())["tests"]
    source, one = path.read_bytes(), load_exercise(path.stem)
    ours = grade(patient, one, source, path.suffix, SESSION, search=False)
    assert {t["name"]: t["score"] for t in otters} == {
        c["name"]: c["points"] for c in ours["checks"]
    }
