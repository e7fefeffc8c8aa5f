"""pytest collects a submission as one test a check, if asked, and comes to what `check` says."""

import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

from autograder.authoring.seeds import STUDENT_SEED
from autograder.exercises import load_exercise
from autograder.reports.failure_text import failure_text
from tests.clean import run

# In folders of their own: the sample class's, the notebook as it is handed out, two of our own.
SAMPLES = {
    "right": "tests/submissions/right_by_shifting/convolution.py",
    "wrong": "tests/submissions/flipped_the_kernel/convolution.py",
    "half": "tests/submissions/half_done/tophat.py",
    "broken": "tests/submissions/has_a_syntax_error/convolution.py",
    "untouched": "assignments/convolution/convolution.ipynb",
}
WRONG_SHAPE = "def convolve2d(image, kernel):\n    return image[1:]\n"
LEAVES_A_TRACE = "open('trace', 'w').close()\ndef convolve2d(image, kernel):\n    return image\n"
LOOPS = "while True:\n    pass\n"
# The limits of a sandbox, a tenth of what they are.
HURRIES = """\
from autograder.sandbox.limits import Limits

Limits.__init__.__defaults__ = (3.0, 1.0, 12.0, 2.0, 3, 1.0)
"""
OURS_FAILS = """\
from autograder.judging import grade
from autograder.judging.grade import without_running

grade.grade = lambda sandbox, exercise, *_, **__: without_running(
    exercise, "", "grader_error", "No worker could be started."
)
"""


@pytest.fixture
def pytest_in(clean_python, tmp_path):
    """Run pytest in a folder, with the kit from its wheel; return what it printed."""
    return lambda *words: run(clean_python, "-m", "pytest", *words, cwd=tmp_path, check=False)


@pytest.fixture
def asked(tmp_path):
    (tmp_path / "pytest.ini").write_text("[pytest]\nautograder = true\n")


@pytest.fixture
def samples(root, tmp_path, asked):
    paths = {}
    for name, path in SAMPLES.items():
        (tmp_path / name).mkdir()
        paths[name] = tmp_path / name / Path(path).name
        paths[name].write_bytes((root / path).read_bytes())
    paths["shape"] = tmp_path / "shape" / "convolution.py"
    paths["shape"].parent.mkdir()
    paths["shape"].write_text(WRONG_SHAPE)
    return paths


def cases_in(path):
    """Return the test cases of a JUnit file: the text of each, and what it gave."""
    found = {}
    for case in ET.parse(path).getroot().iter("testcase"):
        (part,) = list(case) or [None]
        said = "" if part is None else part.get("message") if part.tag == "skipped" else part.text
        name = case.get("classname").split(".")[0], case.get("name")
        found[name] = ("passed" if part is None else part.tag, said)
    return found


def expected_of(check):
    """Return what JUnit has of a check of a record."""
    words = {"passed": "passed", "not_run": "skipped"}
    told = failure_text(check) if check["status"] != "passed" else ""
    is_left_out = check["optional"] and check["status"] == "not_written"
    return "skipped" if is_left_out else words.get(check["status"], "failure"), told


def test_points_statuses_and_messages_are_those_of_check(samples, pytest_in, graded, tmp_path):
    result = pytest_in("--junitxml=report.xml")
    cases = cases_in(tmp_path / "report.xml")
    assert result.returncode == 1
    for name, path in samples.items():
        source = path.read_text(encoding="utf-8")
        ours = graded(source, path.stem, path.suffix, seed=STUDENT_SEED)
        file = path.relative_to(tmp_path).as_posix()
        assert f"{file}: {ours['points']} of {ours['possible']} points" in result.stdout
        for check in ours["checks"]:
            assert cases[name, check["claim"]] == expected_of(check)
    assert "skipped" in {status for status, _ in cases.values()}
    assert len(cases) == sum(len(load_exercise(path.stem).checks) for path in samples.values())


def test_several_processes_come_to_the_same(samples, pytest_in, tmp_path):
    alone = pytest_in("--junitxml=alone.xml", "shape").stdout
    together = pytest_in("--junitxml=together.xml", "-n", "2", "shape").stdout
    line = next(line for line in alone.splitlines() if line.startswith("shape/convolution.py: "))
    assert line in together.splitlines()
    assert cases_in(tmp_path / "alone.xml") == cases_in(tmp_path / "together.xml")


def test_unless_asked_for_it_nothing_is_collected(samples, pytest_in, tmp_path):
    (tmp_path / "pytest.ini").write_text("[pytest]\n")
    result = pytest_in()
    assert result.returncode == 5
    assert "points" not in result.stdout


def test_a_file_is_chosen_by_its_path_a_check_by_its_short_name(samples, pytest_in):
    result = pytest_in("wrong/convolution.py", "-k", "a_bright_pixel_gives_the_kernel", "-v")
    assert "::Filtering a single bright pixel gives the kernel, turned by half a turn." in (
        result.stdout
    )
    assert "1 failed, 19 deselected" in result.stdout
    assert "wrong/convolution.py: 0 of 2 points" in result.stdout


def test_a_test_is_run_by_its_id_as_editors_do_it(samples, pytest_in):
    listed = pytest_in("--collect-only", "-q", "half/tophat.py").stdout.splitlines()
    ids = [line for line in listed if line.startswith("half/tophat.py::")]
    assert len(ids) == len(load_exercise("tophat").checks)
    assert f"collected {len(ids)} items" in pytest_in(*ids, "--tb=no").stdout


def test_an_exercise_may_be_named_for_a_file_of_any_name(samples, pytest_in, tmp_path):
    mine = tmp_path / "my_work.py"
    mine.write_bytes(samples["right"].read_bytes())
    (tmp_path / "others").mkdir()
    (tmp_path / "others" / "test_other.py").write_text("def test_other():\n    pass\n")
    (tmp_path / "pytest.ini").unlink()
    result = pytest_in("--exercise", "convolution", "my_work.py", "others")
    assert "my_work.py: 25 of 25 points" in result.stdout
    assert "21 passed" in result.stdout


def test_an_exercise_that_is_not_there_is_wrong_usage(pytest_in):
    result = pytest_in("--exercise", "convolutoin")
    assert result.returncode == 4
    assert "no exercise named 'convolutoin'; there are convolution," in result.stderr


@pytest.mark.parametrize("words", [("--collect-only",), ()], ids=["collected", "run"])
def test_the_submission_never_runs_in_pytests_own_process(words, pytest_in, asked, tmp_path):
    (tmp_path / "convolution.py").write_text(LEAVES_A_TRACE)
    assert "20 tests" in pytest_in("convolution.py", *words).stdout or not words
    assert not (tmp_path / "trace").exists()


def test_one_that_loops_ends_and_fails(pytest_in, asked, tmp_path):
    (tmp_path / "conftest.py").write_text(HURRIES)
    (tmp_path / "convolution.py").write_text(LOOPS)
    result = pytest_in("--tb=line", "-q")
    assert "convolution.py: 0 of 25 points" in result.stdout
    assert "20 failed" in result.stdout


def test_a_file_that_cannot_be_read_is_an_error_in_a_sentence(pytest_in, asked, tmp_path):
    with (tmp_path / "convolution.py").open("wb") as file:
        file.truncate(2**30)
    result = pytest_in()
    assert result.returncode == 2
    assert "Traceback" not in result.stdout
    assert "1 error" in result.stdout


def test_a_fault_of_the_kit_is_an_error_and_its_points_are_unknown(pytest_in, samples, tmp_path):
    (tmp_path / "conftest.py").write_text(OURS_FAILS)
    result = pytest_in("right", "-q")
    assert result.returncode == 1
    assert "20 errors" in result.stdout
    assert "No worker could be started." in result.stdout
    assert "right/convolution.py: ? of 25 points" in result.stdout


def test_a_reference_passes_in_the_checkout(clean_python, root):
    words = ("-m", "pytest", "--exercise", "convolution", "reference/convolution/solution.py")
    result = run(clean_python, *words, "-p", "no:cacheprovider", cwd=root, check=False)
    assert "25 of 25 points" in result.stdout
    assert "20 passed" in result.stdout


def test_the_kit_does_without_pytest_and_the_plug_in_without_the_kit(clean_python, tmp_path):
    commands = "import autograder.cli as c, sys; [c.main.get_command(None, n) for n in c.COMMANDS]"
    run(clean_python, "-c", f"{commands}; assert 'pytest' not in sys.modules", cwd=tmp_path)
    light = (
        "import autograder.pytest_plugin, sys; m = [n for n in sys.modules if 'autograder' in n]"
    )
    run(clean_python, "-c", f"{light}; assert len(m) == 2 and 'numpy' not in sys.modules, m")
