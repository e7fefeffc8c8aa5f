"""Run the checks of one cell: all that can be run on one function with what is written so far.

A check of several functions is tried with right ones in the place of the others, if these are not
written, or if it fails: what then goes wrong is this function's fault.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace

from autograder.judging.diagnosis import diagnosed
from autograder.judging.judge import judge_check
from autograder.judging.judged_function import judged
from autograder.notebooks.check_cell import functions_in, outcomes_of
from autograder.sandbox.student_function import in_process

UNWRITTEN = "{count} {wait} for {names}, which you have not written yet."
WRONG = "{count} {wait} for {names}, which {are} not right yet."


def checked(exercise, name, env, session):
    """Try one function.

    Parameters
    ----------
    exercise : Exercise
        What it belongs to.
    name : str
        The function.
    env : dict of str to object
        The variables of a notebook, the exercise's functions among them.
    session : Session
        Has the examples.

    Returns
    -------
    checks : list of dict
        The checks that could be run, as they stand in a result record. Each that did not pass is
        the fault of this function.
    waiting : list of str
        Sentences on the others: this function does what they ask so far.
    """
    part = exercise.part_of(name)
    run = _CellRun(part, name, functions_in(env, part), session)
    outcomes = run.outcomes()
    tried = tuple(part.check(each.name) for each in outcomes)
    of_these = replace(part, checks=tried)
    outcomes = diagnosed(of_these, run.functions, outcomes, session.answers)
    return [each.record() for each in outcomes], run.waiting()


def all_checked(exercise, env, session):
    """Return all checks of an exercise, as they stand in a result record; see `checked`."""
    found = outcomes_of(exercise, functions_in(env, exercise), session)
    return [each.record() for each in found]


class _CellRun:
    """The functions of one run of a cell, and what waits for others."""

    def __init__(self, exercise, name, functions, session):
        self.exercise, self.name, self.functions = exercise, name, functions
        self.session = session
        stand_ins = {n: in_process(n, f) for n, f in exercise.stand_ins.items() if n != name}
        self._alone = functions | judged(stand_ins)
        self._waiting = defaultdict(int)

    def outcomes(self):
        """Return the `Outcome` of each check that can be tried; one if nothing is written."""
        checks = [each for each in self.exercise.checks if self.name in each.functions]
        if not self.functions[self.name].is_written:
            return [self._judged(checks[0], self._alone)]
        found = [self._outcome_of(check) for check in checks]
        return [each for each in found if each is not None]

    def _outcome_of(self, check):
        """Return the `Outcome` of a check, or None if it waits for another function."""
        unwritten = tuple(each for each in check.functions if not self.functions[each].is_written)
        if not unwritten:
            outcome = self._judged(check, self.functions)
            if outcome.status == "passed" or len(check.functions) == 1:
                return outcome
        outcome = self._judged(check, self._alone)
        if outcome.status not in ("passed", "not_written"):
            return outcome
        others = tuple(each for each in check.functions if each != self.name)
        self._waiting[(bool(unwritten), unwritten or others)] += 1
        return None

    def waiting(self):
        """Return the sentences on what waits for other functions."""
        return [
            (UNWRITTEN if unwritten else WRONG).format(
                count=_checks(count),
                wait="waits" if count == 1 else "wait",
                names=_listed(names),
                are="is" if len(names) == 1 else "are",
            )
            for (unwritten, names), count in self._waiting.items()
        ]

    def _judged(self, check, functions):
        return judge_check(check, functions, self.session, self.exercise)


def _checks(count):
    return f"{count} check" if count == 1 else f"{count} checks"


def _listed(names):
    """Return names as people list them.

    Examples
    --------
    >>> _listed(("a",)), _listed(("a", "b", "c"))
    ('a', 'a, b and c')
    """
    *before, last = names
    return f"{', '.join(before)} and {last}" if before else last
