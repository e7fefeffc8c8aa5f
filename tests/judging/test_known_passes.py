"""A right solution that was checked before passes without checks; nothing else does."""

import os
import shutil
import subprocess
import sys

import pytest

from autograder.authoring.source import Source
from autograder.exercises import declarations, load_exercise
from autograder.judging.grade import grade
from autograder.judging.known_passes import KnownPasses
from autograder.judging.session import Session
from autograder.judging.verify import solution
from autograder.sandbox.host import Sandbox
from autograder.sandbox.limits import Limits

NAME, VERSION = "convolution", "1"
SESSION = Session(0)
# Answers as the right solution does, but for kernels that are larger than the image.
WRONG = """

right = convolve2d


def convolve2d(image, kernel):
    return right(image, kernel) + (kernel.size > image.size)
"""
LIBRARY = """
from scipy import ndimage


def convolve2d(image, kernel):
    kept = convolve_slowly(image, kernel)
    try:
        ndimage.correlate(image, kernel)
    except Exception:
        pass
    return kept
"""


@pytest.fixture(scope="module")
def right(root):
    return solution(NAME, root)


@pytest.fixture(scope="module")
def sandbox(right):
    """One in which calls may take their time, as they do beside other tests."""
    limits = Limits(ahead=60, call=60)
    with Sandbox(limits, only=f"{right}{LIBRARY}".encode()) as running:
        yield running


@pytest.fixture
def plainly_graded(sandbox):
    def grade_source(text):
        return grade(sandbox, load_exercise(NAME), text.encode(), ".py", SESSION)

    return grade_source


@pytest.fixture
def checked(sandbox):
    """Grade a source with what a file knows; return its record."""

    def grade_with(path, text, load=lambda: load_exercise(NAME), version=VERSION):
        source = Source(text.encode(), ".py")
        passes = KnownPasses(path, version)
        return passes.grade(sandbox, declarations()[NAME], source, load, SESSION)

    return grade_with


@pytest.fixture(scope="module")
def kept(tmp_path_factory):
    return tmp_path_factory.mktemp("kept") / "convolution.passes"


@pytest.fixture
def known(kept, checked, right):
    """The path of a file that knows the right solution."""
    if not kept.exists():
        assert checked(kept, right)["status"] == "passed"
    return kept


def no_checks():
    raise LookupError("The checks are not needed here.")


def without_seconds(record):
    return record | {"seconds": 0}


def test_the_same_answers_pass_without_the_checks(known, checked, plainly_graded, right):
    record = checked(known, f"{right}\n# with a comment", no_checks)
    assert without_seconds(record) == without_seconds(plainly_graded(right))


def test_a_note_is_that_of_this_file(known, checked, right):
    record = checked(known, f"{right}\nconvolve2d = convolve2d(np.eye(3), np.eye(3))", no_checks)
    assert len(record["notes"]) == 1


@pytest.mark.parametrize("more", [WRONG, "\ndef convolve2d(image):\n    return image\n", LIBRARY])
def test_what_answers_otherwise_is_judged_as_if_nothing_were_known(
    known, checked, plainly_graded, right, more
):
    source = right.replace("def convolve2d", "def convolve_slowly") if more is LIBRARY else right
    before = known.read_bytes()
    record = checked(known, source + more)
    assert record["status"] != "passed"
    assert without_seconds(record) == without_seconds(plainly_graded(source + more))
    assert known.read_bytes() == before


def test_another_version_is_not_used(known, checked, right):
    with pytest.raises(LookupError):
        checked(known, right, no_checks, version="2")


def damaged(path):
    path.write_bytes(path.read_bytes()[:-1] + b"?")


def cut(path):
    path.write_bytes(path.read_bytes()[:1000])


def writable_by_others(path):
    path.chmod(0o666)


def a_link(path):
    path.rename(path.with_suffix(".other"))
    path.symlink_to(path.with_suffix(".other"))


def of_somebody_else(path):
    os.chown(path, 12345, 12345)


@pytest.mark.parametrize(
    "change",
    [
        damaged,
        cut,
        writable_by_others,
        a_link,
        pytest.param(
            of_somebody_else,
            marks=pytest.mark.skipif(os.getuid() != 0, reason="only root gives files away"),
        ),
    ],
    ids=lambda each: each.__name__,
)
def test_a_file_that_is_not_as_we_wrote_it_is_not_used(known, checked, right, tmp_path, change):
    path = tmp_path / known.name
    shutil.copy(known, path)
    change(path)
    with pytest.raises(LookupError):
        checked(path, right, no_checks)


def test_a_folder_that_cannot_be_written_costs_nobody_a_verdict(tmp_path, checked, right):
    (tmp_path / "file").write_text("")
    assert checked(tmp_path / "file" / "convolution.passes", right)["status"] == "passed"


def test_a_right_solution_is_judged_without_the_libraries_that_draw_and_that_know_answers(root):
    program = (
        "import autograder.commands.check, autograder.judging.grade, autograder.reports.hints\n"
        "import autograder.judging.known_passes, autograder.reports.terminal, sys\n"
        "print(*{'hypothesis', 'scipy', 'skimage', 'matplotlib'}.intersection(sys.modules))"
    )
    environment = os.environ | {"PYTHONPATH": str(root)}
    found = subprocess.run(
        [sys.executable, "-c", program], env=environment, capture_output=True, text=True, check=True
    )
    assert found.stdout.strip() == ""
