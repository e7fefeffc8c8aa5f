"""The result of a job that broke down: a fault of the kit, or the end of the grading."""

from concurrent.futures import CancelledError, Future

import pytest

from autograder.authoring.source import Source
from autograder.grading.class_grading import ClassGrading
from autograder.grading.jobs import Job, Refused, Terms, result_of
from autograder.grading.retrying import Stopped

JOB = Job("a", "convolution", Source(b"", ".py"), "", Terms("a seed"))


def failed(error):
    future = Future()
    future.set_exception(error)
    return future


def test_a_job_that_broke_down_is_a_fault_of_ours_and_its_points_are_unknown():
    result = result_of(JOB, failed(MemoryError("too much")))
    assert result["status"] == "grader_error"
    assert result["points"] is None
    assert {each["message"] for each in result["checks"]} == {
        "The grader failed on this submission: MemoryError('too much')"
    }


@pytest.mark.parametrize(
    ("error", "sentence"),
    [
        (Refused("It has other checks."), "It has other checks."),
        (CancelledError(), "The connection to the cluster was lost."),
    ],
)
def test_what_would_befall_every_job_ends_the_grading(error, sentence):
    with pytest.raises(Stopped, match=sentence):
        result_of(JOB, failed(error))


def everything(submissions, out, pool):
    grading = ClassGrading(submissions, out, Terms("a seed"))
    return {each["student"]: each for each in grading.results(pool)}


def test_the_same_file_is_graded_once_and_counts_for_all_who_handed_it_in(class_of, pool, tmp_path):
    submissions = class_of(a="x = 1", b="x = 12", c="x = 1", d="x = 1")
    results = everything(submissions, tmp_path / "out", pool)
    assert pool.graded == ["a", "b"]
    assert results["c"] == results["a"] | {"student": "c"}
    assert {name: each["points"] for name, each in results.items()} == {
        "a": 5,
        "b": 6,
        "c": 5,
        "d": 5,
    }
    again = ClassGrading(submissions, tmp_path / "out", Terms("a seed"))
    assert again.left == []


def test_what_the_grader_failed_on_is_tried_for_each_who_handed_it_in(class_of, pool, tmp_path):
    pool.status = "grader_error"
    results = everything(class_of(a="x = 1", b="x = 1"), tmp_path / "out", pool)
    assert pool.graded == ["a", "b"]
    assert set(results) == {"a", "b"}
