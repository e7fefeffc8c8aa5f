"""Grade a class: a folder of submissions, on every core."""

from __future__ import annotations

import atexit
import os
from concurrent.futures import ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import get_context

from autograder.exercise import exercise as exercise_named
from autograder.grading import grade, without_running
from autograder.results import write_grades, write_record
from autograder.sandbox.host import Sandbox
from autograder.sandbox.limits import hide_memory
from autograder.submissions import BadSubmission, read


def grade_class(submissions, out, seed, limits=None, jobs=None):
    """Grade submissions on every core and write the results; yield each record as it is done.

    Parameters
    ----------
    submissions : list of Submission
        What to grade.
    out : path
        The folder for ``results/`` and ``grades.csv``.
    seed : int or str
        The course's seed.
    limits : Limits, optional
        How long a submission may take.
    jobs : int, optional
        How many processes to use; as many as there are processors if not given.
    """
    records = {}
    for each in submissions:
        records[each] = without_running(exercise_named(each.exercise), each.student)
        write_record(out, records[each])
    for submission, result in graded(submissions, seed, limits, jobs):
        records[submission] = result
        write_record(out, result)
        yield result
    students = sorted({each.student for each in submissions})
    exercises = [exercise_named(name) for name in sorted({each.exercise for each in submissions})]
    write_grades(out, students, exercises, records.values())


def graded(submissions, seed, limits, jobs):
    """Yield ``(submission, record)`` as each is done, from a pool of processes.

    Where a process of the pool is killed, all that were not done are tried in a new pool.
    """
    left, context = list(submissions), get_context("spawn")
    for is_last in (False, False, True):
        if not left:
            return
        size = min(jobs or os.cpu_count() or 1, len(left))
        with ProcessPoolExecutor(
            size, context, initializer=start_sandbox, initargs=(limits,)
        ) as pool:
            pending = {pool.submit(grade_file, each, seed): each for each in left}
            for done in as_completed(pending):
                if is_last or not isinstance(done.exception(), BrokenProcessPool):
                    left.remove(pending[done])
                    yield pending[done], result_of(done, pending[done])


def result_of(done, submission):
    """Return the record that a finished job holds; a job that broke down is our own fault."""
    try:
        return done.result()
    except Exception as error:  # noqa: BLE001 - one broken job must not stop the class
        exercise = exercise_named(submission.exercise)
        text = f"The grader failed on this submission: {error!r}"
        return without_running(exercise, submission.student, "grader_error", text)


def start_sandbox(limits):
    """Start the sandbox of this process of the pool."""
    global _sandbox
    hide_memory()
    _sandbox = Sandbox(limits).start()
    atexit.register(_sandbox.stop)


def grade_file(submission, seed):
    """Grade one file in a process of the pool; return its record."""
    exercise = exercise_named(submission.exercise)
    try:
        source = read(submission.path)
    except BadSubmission as error:
        return without_running(exercise, submission.student, "crashed", str(error))
    return grade(_sandbox, exercise, source, submission.path.suffix, seed, submission.student)
