"""What a notebook's check cell runs: the checks that grade, on the functions defined so far."""

from __future__ import annotations

import html
from functools import cache

from autograder.authoring.seeds import STUDENT_SEED
from autograder.exercises import load_exercise
from autograder.judging.judge import judge_check
from autograder.judging.judged_function import JudgedFunction
from autograder.judging.session import Session
from autograder.notebooks.explanation import explained
from autograder.notebooks.picture import show_first_picture
from autograder.sandbox.student_function import in_process
from autograder.sandbox.worker.tripwires import set_wires

GRADING_SEED = "__autograder_seed__"


class CheckFailed(Exception):
    """A check did not pass; ``str()`` of it is all that there is to tell the student."""


def run_check(exercise_name, check_name, env):
    """Run one check on the functions among a notebook's variables.

    Parameters
    ----------
    exercise_name, check_name : str
        Which check of which exercise.
    env : dict of str to object
        The variables. A `JudgedFunction` among them is tried as it is; any other function is
        called in this very process. The examples are those of the seed named `GRADING_SEED`, if
        there is one, and otherwise those that students practise on.

    Raises
    ------
    CheckFailed
        If the check does not pass. A check that cannot be run through a fault of the kit's own
        prints so, and counts as passed.
    """
    exercise = load_exercise(exercise_name)
    check = exercise.check(check_name)
    subjects = subjects_in(env, exercise)
    session = Session(env.get(GRADING_SEED, STUDENT_SEED))
    outcome = judge_check(check, subjects, session, exercise)
    if outcome.status not in ("passed", "not_written", "grader_error"):
        functions = tuple(env.get(name) for name in exercise.functions)
        outcome = explained(outcome, exercise, functions, subjects_in(env, exercise), session)
    if outcome.status == "grader_error":
        print(f"{check_name} could not be run and counts as passed: {outcome.message}")
    elif outcome.status != "passed":
        if GRADING_SEED in env:
            raise CheckFailed(text_of(outcome))
        show_first_picture(outcome)
        raise CheckFailed(html.escape(text_of(outcome), quote=False))


def text_of(outcome):
    """Return what there is to tell about a check that did not pass."""
    claim = "" if outcome.status == "not_written" else f"{outcome.claim}\n\n"
    hint = f"\n\n{outcome.hint}" if outcome.hint else ""
    return f"\n{claim}{outcome.message}{hint}"


def subjects_in(env, exercise):
    """Return a `JudgedFunction` for each function of an exercise, by name."""
    return {name: subject_for(name, env, exercise.forbidden) for name in exercise.functions}


def subject_for(name, env, forbidden):
    """Return the `JudgedFunction` of a function among a notebook's variables."""
    function = env.get(name)
    if isinstance(function, JudgedFunction):
        return function
    return JudgedFunction(in_process(name, function, wires_for(forbidden)))


@cache
def wires_for(forbidden):
    """Return tripwires for these library functions, set once in a process."""
    wires = set_wires(forbidden)
    wires.forbid(forbidden)
    return wires
