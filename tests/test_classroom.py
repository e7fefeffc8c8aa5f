"""What comes of a job that broke down: our own fault, or the end of the grading."""

from concurrent.futures import CancelledError, Future

import pytest

from autograder.classroom import result_of
from autograder.dispatch import Stopped
from autograder.jobs import Job, Refused, Terms

JOB = Job("a", "convolution", ".py", b"", "", "", Terms("a seed"))


def failed(error):
    future = Future()
    future.set_exception(error)
    return future


def test_a_job_that_broke_down_is_a_fault_of_ours_and_costs_no_points():
    result = result_of(JOB, failed(MemoryError("too much")))
    assert result["status"] == "grader_error"
    assert result["points"] == result["possible"]
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
