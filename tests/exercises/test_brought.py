"""Exercises that a package brings: used like the kit's own, or refused in a sentence."""

import csv

import numpy as np
import pytest
from click.testing import CliRunner

from autograder.authoring.calls import ObservedFunction
from autograder.authoring.failures import GraderError, StudentFailure
from autograder.authoring.origins import hidden_from_submissions, look_again, origins
from autograder.authoring.seeds import COURSE_SEED
from autograder.cli import main
from autograder.exercises import BadExercise, exercise_names, load_exercise, require_whole
from autograder.grading import fingerprint
from autograder.grading.fingerprint import exercise_version
from autograder.judging.verify import verify
from autograder.sandbox.host import Sandbox
from autograder.sandbox.student_function import in_process
from tests.brought import (
    CHECKS,
    HANDOUT,
    INIT,
    MISCONCEPTIONS,
    SOLUTION,
    WRONG,
    forget,
    install,
)

RIGHT = "tests/right/convolution/four_loops.py"


@pytest.fixture
def site(tmp_path, monkeypatch):
    """Return a folder of packages, in which they are found as soon as they are asked for."""
    folder = tmp_path / "site"
    folder.mkdir()
    monkeypatch.syspath_prepend(folder)
    _start_anew()
    yield folder
    monkeypatch.undo()
    _start_anew()


def _start_anew():
    forget("course_means")
    look_again()
    load_exercise.cache_clear()
    exercise_version.cache_clear()


def call(*words, status=0):
    done = CliRunner().invoke(main, [str(each) for each in words], prog_name="autograder")
    assert done.exit_code == status, done.output
    return done.output


def grade(tmp_path, status=0, **files):
    """Grade one student who hands in files; return the rows of the grades, and what was printed."""
    for name, text in files.items():
        path = tmp_path / "class" / "anna" / f"{name}.py"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    out = tmp_path / "graded"
    printed = call("grade", tmp_path / "class", "--out", out, "--seed", "7", status=status)
    table = out / "grades.csv"
    return list(csv.DictReader(table.open())) if table.exists() else None, printed


def test_it_is_listed_checked_hinted_and_replayed_like_the_kits_own(site, tmp_path):
    install(site)
    assert "means" in call("list")
    (tmp_path / "means.py").write_text(WRONG)
    printed = call("check", tmp_path / "means.py", status=1)
    assert "You returned the sum of three neighbours" in printed
    assert "yours is 3 everywhere" in call("hint", "means")
    token = printed.partition("autograder replay ")[2].split()[0]
    call("replay", token, tmp_path / "means.py", status=1)
    (tmp_path / "means.py").write_text(SOLUTION)
    assert "4 of 4 points" in call("replay", token, tmp_path / "means.py") + call(
        "check", tmp_path / "means.py"
    )


def test_it_is_graded_and_a_submission_sees_nothing_of_it(site, tmp_path):
    package = install(site)
    spy = (
        f"import sys\nsys.path.insert(0, {str(site)!r})\n"
        "from course_means.right import means as running_mean\n"
    )
    (tmp_path / "class" / "spy").mkdir(parents=True)
    (tmp_path / "class" / "spy" / "means.py").write_text(spy)
    rows, _ = grade(tmp_path, means=SOLUTION)
    assert {row["student"]: row["means"] for row in rows} == {"anna": "4", "spy": "0"}
    assert str(package) in hidden_from_submissions()[0]


READ = """
import numpy as np

def f(image):
    return np.array([len(open(path, "rb").read()) for path in {paths!r}])
"""


def test_where_files_cannot_be_hidden_it_is_neither_read_nor_imported(site):
    package = install(site)
    solution = site / "reference" / "means" / "solution.py"
    solution.parent.mkdir(parents=True)
    solution.write_text(SOLUTION)
    source = f"import sys\nsys.path.insert(0, {str(site)!r})\nfrom {{}} import x as f\n"
    with Sandbox(layers=()) as bare:
        for text in (
            READ.format(paths=[str(package / "weights.txt")]),
            READ.format(paths=[str(solution)]),
            source.format("course_means.right"),
            source.format("reference.means.solution"),
        ):
            worker = bare.open(text.encode(), ".py", ["f"])
            with pytest.raises(StudentFailure, match=r"may not be opened|No module named"):
                worker.subjects["f"](np.zeros(1))
            worker.close()


def test_all_its_mistakes_are_caught(site, sandbox, tmp_path):
    install(site)
    solution = tmp_path / "reference" / "means" / "solution.py"
    solution.parent.mkdir(parents=True)
    solution.write_text(SOLUTION)
    found = list(verify("means", sandbox, tmp_path, COURSE_SEED))
    assert len(found) == 5
    assert [claim for claim, holds in found if not holds] == []


@pytest.mark.parametrize("file", ["checks.py", "right.py", "weights.txt", "misconceptions.py"])
def test_its_version_changes_with_each_of_its_files(site, file, monkeypatch):
    package = install(site)
    before, of_others = exercise_version("means"), exercise_version("tophat")
    (package / file).write_text((package / file).read_text() + "\n")
    fresh = exercise_version.__wrapped__
    monkeypatch.setattr(fingerprint, "_digest_of", fingerprint._digest_of.__wrapped__)
    assert fresh("means") != before
    assert fresh("tophat") == of_others


def refused(tmp_path):
    """Return what `list` says of what it left out; make sure that `grade` refuses, saying so."""
    printed = call("list")
    assert "tophat " in printed
    rows, refusal = grade(tmp_path, status=2, tophat="")
    assert rows is None
    (said,) = [line for line in printed.splitlines() if "cannot be used" in line]
    assert said in refusal
    return said


def test_one_named_like_one_of_the_kits_is_refused(site, tmp_path):
    install(site, "tophat")
    assert "package course-means brings the exercise 'tophat'" in refused(tmp_path)
    assert origins()["tophat"].is_kits


def test_two_packages_that_bring_one_name_are_both_refused(site, tmp_path):
    install(site)
    install(site, package="course_means", distribution="other-means")
    assert "the package course-means brings one of this name, too" in refused(tmp_path)
    assert "means" not in exercise_names()


@pytest.mark.parametrize(
    ("changed", "why"),
    [
        ({"__init__": "import nowhere_to_be_found"}, "No module named 'nowhere_to_be_found'"),
        ({"__init__": "raise SystemExit(0)"}, "SystemExit"),
        ({"__init__": "TITLE = 'Means'"}, "has no FUNCTIONS"),
        ({"__init__": INIT.replace('("signal",)', '"signal"')}, "a tuple of the names of param"),
        ({"__init__": INIT.replace('"Running mean"', "1")}, "TITLE should be what people call it"),
        ({"__init__": INIT + "QUESTIONS = {'Why?': '2'}\n"}, "points from 1 for each title"),
        ({"__init__": INIT + "FORBIDDEN = 'numpy'\n"}, "FORBIDDEN should be a tuple of names"),
        ({"checks": None}, "no package course_means with a file checks.py"),
    ],
)
def test_a_package_that_does_not_load_stops_a_grading_and_nothing_else(
    site, tmp_path, changed, why
):
    install(site, **changed)
    assert why in refused(tmp_path)


def test_who_checks_another_exercise_is_told_and_served(site):
    install(site, __init__="import nowhere_to_be_found")
    printed = call("check", RIGHT, "--exercise", "convolution")
    assert "25 of 25 points" in printed
    assert "No module named 'nowhere_to_be_found'" in printed


@pytest.mark.parametrize("name", ["Means", "two-means", "total", "lambda", "course"])
def test_a_name_that_means_something_else_is_refused(site, tmp_path, name):
    install(site, name)
    assert "small letters" in refused(tmp_path)


@pytest.mark.parametrize("package", ["autograder.imaging", "course_means:x", "nowhere"])
def test_an_entry_point_leads_to_a_package_of_its_own(site, tmp_path, package):
    install(site)
    entry = next(site.glob("*.dist-info")) / "entry_points.txt"
    entry.write_text(f"[autograder.exercises]\nmeans = {package}\n")
    look_again()
    assert "package" in refused(tmp_path)


NO_DOCSTRING = """
from autograder.authoring.check import check

@check(points=1)
def it_works(running_mean):
    assert running_mean
"""


@pytest.mark.parametrize(
    ("changed", "why"),
    [
        ({"checks": CHECKS.replace("(running_mean, signal)", "(mean, signal)")}, "tries mean"),
        ({"checks": CHECKS + "CHECKS += (means,)\n"}, "CHECKS should be what @check makes"),
        ({"checks": CHECKS + "CHECKS *= 2\n"}, "two checks are called"),
        ({"checks": CHECKS.replace("points=1", "points=0")}, "is worth 0 points"),
        ({"misconceptions": MISCONCEPTIONS.replace('of="running_mean"', 'of="mean"')}, "of mean"),
        ({"misconceptions": "MISCONCEPTIONS = (print,)\n"}, "what @misconception makes"),
        ({"misconceptions": MISCONCEPTIONS + "MISCONCEPTIONS *= 2\n"}, "two misconceptions are"),
        (
            {"checks": CHECKS.replace("mean_of_three, the", "mean_of_three,)\n_ = (the")},
            "caught by",
        ),
    ],
)
def test_parts_that_do_not_fit_each_other_are_refused(site, changed, why):
    install(site, **changed)
    with pytest.raises(BadExercise, match=why):
        require_whole(["means"])


def test_a_check_that_calls_with_a_number_is_a_fault_of_ours_in_words():
    function = ObservedFunction(in_process("f", abs), [])
    with pytest.raises(GraderError, match=r"calls f with 0\.5: expected arrays"):
        function(0.5)


def test_checks_that_do_not_load_stop_a_grading_of_that_exercise_only(site, tmp_path):
    install(site, checks=NO_DOCSTRING)
    assert "The check it_works has no docstring" in call("list")
    rows, printed = grade(tmp_path, status=2, means=SOLUTION)
    assert rows is None
    assert "The check it_works has no docstring" in printed


@pytest.fixture
def repository(tmp_path, monkeypatch):
    """Return what writes the folder of a solution and a handout into the current folder."""
    monkeypatch.chdir(tmp_path)

    def write(solution=SOLUTION, handout=HANDOUT):
        folder = tmp_path / "reference" / "means"
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "solution.py").write_text(solution)
        (folder / "handout.md").write_text(handout)

    return write


HELPER = "\n\ndef _third(number):\n    return number / 3\n"
TWO_HINTS = MISCONCEPTIONS.replace("    Leave the padding out.\n", "").replace(
    "by 2.\n\n", "by 2.\n"
)
FAULTS = {
    "a check without docstring": ({"checks": NO_DOCSTRING}, {}, "it_works has no docstring"),
    "two hints": ({"misconceptions": TWO_HINTS}, {}, "padded_the_ends has 2 hints"),
    "a cell that raises": (
        {},
        {"handout": HANDOUT.replace("np.", "nowhere.")},
        "a cell raises NameError: name 'nowhere' is not defined. The cell is\nimport numpy",
    ),
    "a private helper": (
        {},
        {"solution": SOLUTION + HELPER, "handout": HANDOUT + "\nUse `_third`.\n"},
        "_third, a private helper of the solution",
    ),
    "a solution of nothing": (
        {"checks": None},
        {},
        "no package course_means with a file checks.py",
    ),
}


@pytest.mark.parametrize(
    "words", [("build", "--for-students"), ("verify",)], ids=["build", "verify"]
)
@pytest.mark.parametrize("fault", FAULTS)
def test_build_and_verify_say_a_fault_in_a_sentence(site, repository, fault, words):
    changed, written, sentence = FAULTS[fault]
    install(site, **changed)
    repository(**written)
    assert sentence in call(*words, status=2)
