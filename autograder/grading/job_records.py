"""From a submission to the job of grading it, and from a job to the record that it leaves."""

from __future__ import annotations

from concurrent.futures import CancelledError

from autograder.course.submissions.finding import BadSubmission, read
from autograder.grading.dispatch import LOST, Stopped
from autograder.grading.fingerprint import exercise_version
from autograder.grading.jobs import Job, Refused


def job_of(submission, terms):
    """Return the `Job` of grading a submission as the file is now."""
    try:
        source, problem = read(submission.path), ""
    except BadSubmission as error:
        source, problem = b"", str(error)
    name, suffix = submission.exercise, submission.path.suffix
    return Job(submission.student, name, suffix, source, problem, exercise_version(name), terms)


def result_of(job, future):
    """Return the record that a finished job holds; a job that broke down is our own fault.

    Raises
    ------
    Stopped
        If the next job would break down for the same reason.
    """
    try:
        return future.result()
    except Refused as error:
        raise Stopped(str(error)) from error
    except CancelledError as error:
        raise Stopped(LOST) from error
    except Exception as error:  # noqa: BLE001 - one broken job must not stop the class
        text = f"The grader failed on this submission: {error!r}"
        return not_run(job, "grader_error", text)


def not_run(work, status="not_run", message=""):
    """Return the record of a submission, or of the job of grading it, that has not been run."""
    from autograder.exercises import load_exercise  # not needed where nothing has changed
    from autograder.judging.grade import without_running

    return without_running(load_exercise(work.exercise), work.student, status, message)
