"""What each process that grades does: keep one sandbox, and grade one submission at a time."""

from __future__ import annotations

import atexit
import threading
from functools import cache, lru_cache

from autograder.authoring.origins import bring, brought
from autograder.exercises import exercise_names, load_exercise
from autograder.grading.fingerprint import exercise_version, installed
from autograder.grading.jobs import Refused
from autograder.judging.grade import grade, without_running
from autograder.judging.session import Session
from autograder.sandbox.host import Sandbox
from autograder.sandbox.self_test import gaps_of
from autograder.sandbox.worker.process import hide_memory

# A Dask worker may have several threads; examples and sandbox are for one at a time.
_one_at_a_time = threading.RLock()


def grade_job(job, hurries=False):
    """Return the result record of a job; `Refused` if it would not be what was asked for.

    If it `hurries`, there is none of a submission that takes long, but `TookLong`.
    """
    bring(*job.exercises)
    if fault := fault_here({}, {job.exercise: job.version}, job.terms):
        raise Refused(f"A process that should grade cannot: {fault}")
    exercise = load_exercise(job.exercise)
    if job.source.problem:
        return without_running(exercise, job.student, message=job.source.problem)
    with _one_at_a_time:
        sandbox = sandbox_of_this_process(job.terms.limits)
        sandbox.hurries = hurries
        session = session_of_this_process(job.terms.seed)
        content, suffix, helpers = job.source.content, job.source.suffix, job.source.helpers
        return grade(sandbox, exercise, content, suffix, session, job.student, helpers=helpers)


def fault_here(libraries, versions, terms):
    """Return why this process would not grade as it should, or "".

    Parameters
    ----------
    libraries, versions : dict of str to str
        The versions that are wanted, of libraries and of exercises.
    terms : Terms
        They may ask for full isolation.
    """
    for name, wanted in libraries.items():
        if installed()[name] != wanted:
            return f"it has {name} {installed()[name]} instead of {wanted}."
    for name, wanted in versions.items():
        if name not in exercise_names():
            return f"it has no exercise {name}; what brings it has to be there, too."
        if exercise_version(name) != wanted:
            return f"it has other checks of {name}; it needs the same kit, and a new start."
    return gaps(terms.limits).text if terms.isolated else ""


@cache
def gaps(limits):
    """Return the `Gaps` of the sandbox of this process."""
    with _one_at_a_time:
        return gaps_of(sandbox_of_this_process(limits))


@lru_cache(maxsize=1)
def session_of_this_process(seed):
    """Return the session in which this process judges with a seed, as do those forked from it."""
    return Session(seed)


_handles = []


def attach(handle, limits):
    """Let the sandbox of this process have its workers from a `HostHandle`."""
    _handles.append(handle)
    sandbox_of_this_process(limits)


def sandbox_of_this_process(limits):
    """Return the sandbox of this process, which is started when it is first asked for.

    Where other exercises are brought than before it is another one, which hides them.
    """
    return _sandbox(limits, brought())


@cache
def _sandbox(limits, exercises):
    hide_memory()
    sandbox = Sandbox(limits)
    sandbox = sandbox.attach(_handles.pop()) if _handles else sandbox.start()
    atexit.register(sandbox.stop)
    return sandbox
