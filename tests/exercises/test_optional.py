"""Functions that nobody has to write: what they cost, what they may call, and where they show."""

from dataclasses import replace

import pytest

from autograder.course.policy.course_rules import ExerciseRules
from autograder.course.policy.worth import valued
from autograder.exercises import BadExercise, load_exercise
from autograder.exercises.sound import require_parts
from autograder.judging.grade import grade
from autograder.judging.replay import replay
from autograder.judging.session import Session
from autograder.judging.tokens import case_of
from autograder.judging.verify import solution
from autograder.notebooks.cell_run import checked
from autograder.reports.cells import cell_as_text
from autograder.reports.failure_text import LEFT_OUT, count_of
from autograder.reports.pages.feedback import feedback_page
from autograder.reports.pages.gallery import Gallery
from autograder.reports.pages.statistics import check_rates
from autograder.reports.terminal import check_report

CALLS_A_LIBRARY = """

def erode(image, footprint):
    return erosion(image, footprint)
"""
TOPHAT = load_exercise("tophat")


@pytest.fixture(scope="module")
def right(root):
    return solution("tophat", root)


@pytest.fixture(scope="module")
def without(graded, right):
    """The record of a submission that has the required half only."""
    return graded(right.partition("\n\ndef erode")[0], "tophat")


@pytest.fixture(scope="module")
def with_a_library(graded, right):
    """The record of one that erodes by a library, and is right otherwise."""
    return graded(right + CALLS_A_LIBRARY, "tophat")


def statuses(record, optional):
    return {c["name"]: c["status"] for c in record["checks"] if c["optional"] is optional}


def test_who_leaves_them_out_has_all_points_and_reads_one_line(without):
    assert (without["points"], without["status"]) == (TOPHAT.points, "passed")
    assert set(statuses(without, True).values()) == {"not_written"}
    assert without["possible"] == TOPHAT.points
    left_out = LEFT_OUT.format(names="erode, dilate, find_letters")
    for text in (check_report(without).plain, cell_as_text(without["checks"])):
        assert text.replace("\n", " ").count(left_out) == 1
        assert text.count("erode") == 1
    assert len(check_rates([without])) == len(TOPHAT.parts[0].checks)
    page = feedback_page(without, Gallery())
    assert page.count(left_out) == 1
    assert f"{len(TOPHAT.parts[0].checks)} of {len(TOPHAT.parts[0].checks)} checks" in page


def test_no_worker_that_has_more_is_there_while_the_steps_are_tried(sandbox, right, monkeypatch):
    open_worker, workers = sandbox.open, []

    def opened(source, suffix, functions, forbidden, *more):
        others = [rules for worker, rules in workers if worker.pid is not None]
        assert set(others) <= {forbidden}
        workers.append((open_worker(source, suffix, functions, forbidden, *more), forbidden))
        return workers[-1][0]

    monkeypatch.setattr(sandbox, "open", opened)
    record = grade(sandbox, TOPHAT, right.encode(), ".py", Session(0), search=False)
    assert record["points"] == TOPHAT.points
    assert {rules for _, rules in workers} == set(TOPHAT.forbidden_by_part)


def test_a_library_may_help_with_openings_and_not_with_the_steps(with_a_library):
    assert set(statuses(with_a_library, False).values()) == {"passed"}
    own_work = TOPHAT.check("steps_are_your_own_work")
    (found,) = [c for c in with_a_library["checks"] if c["name"] == own_work.name]
    assert found["status"] == "failed"
    assert "It called skimage.morphology.erosion." in found["message"]
    assert found["misconception"] == "called_a_librarys_erosion"
    assert with_a_library["points"] == TOPHAT.points
    assert "optional: " in count_of(with_a_library["checks"])


def test_a_replay_forbids_what_grading_does(with_a_library, sandbox, right):
    failed = next(c for c in with_a_library["checks"] if c["status"] == "failed")
    case = case_of(failed["counterexample"]["token"])
    came = replay(case, sandbox, (right + CALLS_A_LIBRARY).encode(), ".py")
    assert came.sentence == failed["sentence"]


def test_they_have_points_only_where_the_course_says_so(without, with_a_library):
    count = sum(len(part.checks) for part in TOPHAT.parts[1:])
    rules = ExerciseRules(optional=count)
    paid = valued(without, rules)
    assert (paid["points"], paid["possible"]) == (TOPHAT.points, TOPHAT.points + count)
    assert paid["status"] == "failed"
    passed = sum(status == "passed" for status in statuses(with_a_library, True).values())
    assert valued(with_a_library, rules)["points"] == TOPHAT.points + passed
    assert valued(paid, ExerciseRules()) == without
    single = valued(without, ExerciseRules(checks={"steps_match_skimage": 3}))
    assert single["possible"] == TOPHAT.points + 3


def test_a_cell_forbids_by_function(right):
    env = {}
    exec(right + CALLS_A_LIBRARY, env)
    first, *_, own_work = TOPHAT.parts[1].checks
    some = replace(TOPHAT, checks=(first, own_work))
    checks, _ = checked(some, "erode", env, Session("a cell"))
    wrong = [each for each in checks if each["status"] != "passed"]
    assert {each["function"] for c in wrong if (each := c["counterexample"])} == {"erode"}
    assert all("It called " in each["message"] for each in wrong if each["status"] == "failed")


def test_a_check_that_mixes_both_halves_or_pays_for_the_optional_one_is_refused():
    first, *_, last = TOPHAT.checks
    mixed = replace(last, functions=("opening", "erode"))
    unpaid, paid = replace(first, points=0), replace(last, points=2)
    for checks in ((*TOPHAT.checks, mixed), (paid,), (unpaid,)):
        with pytest.raises(BadExercise, match="tophat: "):
            require_parts(replace(TOPHAT, checks=checks))
