"""In poorer surroundings, too, nothing is gained; `benchmarks.surroundings` tries all files."""

import sys
from pathlib import Path

import pytest

from autograder.exercises import load_exercise
from autograder.judging.grade import grade
from autograder.judging.session import Session
from autograder.sandbox.host import Sandbox
from autograder.sandbox.limits import Limits
from autograder.sandbox.worker.isolation import NAMES
from tests.hostile.expected import DUE

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="the layers are Linux's")

MISSING = {
    "no_landlock": {"files"},
    "no_namespaces": {"network", "mounts"},
    "no_namespaces_and_a_private_python": {"network", "mounts", "user"},
}
FILES = (
    *("c01_honest_wrong", "c10_writes_result_files", "g02_changes_site_packages"),
    *("p01_makes_a_device", "p02_takes_its_reports_by_33_bits", "p03_slows_its_neighbours"),
    *("p04_lets_the_kernel_kill", "p05_mounts_over_python"),
)
SESSION = Session("a seed")
FOLDER = Path(__file__).parent / "submissions"


@pytest.fixture(scope="module", params=sorted(MISSING))
def poorer(request):
    layers = [name for name in NAMES if name not in MISSING[request.param]]
    with Sandbox(Limits(load=20, call=5, submission=60), layers) as running:
        yield running


def record_of(sandbox, name):
    source = (FOLDER / f"{name}.py").read_bytes()
    return grade(sandbox, load_exercise("convolution"), source, ".py", SESSION, name)


@pytest.mark.parametrize("name", FILES)
def test_a_file_gets_at_most_what_is_due(poorer, sandbox, name):
    due = record_of(sandbox, DUE[name])["points"] if DUE[name] else 0
    record = record_of(poorer, name)
    assert record["points"] is not None
    assert record["points"] <= due
    assert all("LEAK" not in check["message"] for check in record["checks"])
