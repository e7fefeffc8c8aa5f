"""Find failures that are due to what a submission keeps from one call to the next.

The printed case of such a failure is right when it is tried alone, and nobody would believe it
wrong. So it is tried in a new worker; if it passes there, the message says so, and its token holds
an earlier example, too, after which it fails again.
"""

from __future__ import annotations

import time
from contextlib import contextmanager
from dataclasses import replace

import numpy as np

from autograder.authoring.failures import GraderError
from autograder.judging.judge import outcome_of
from autograder.judging.judged_function import judged
from autograder.judging.token_text import BadToken
from autograder.judging.tokens import case_of, token_of
from autograder.judging.trials import try_example

SENTENCE = "Alone it is right: something is kept from an earlier call."
# How many workers are started for one submission, how long that may take even if nothing limits it,
# and how many examples of the same shapes are tried first.
MOST_WORKERS, MOST_SECONDS, MOST_LIKE = 48, 120.0, 3


class _Workers:
    """Starts new workers for a submission, as many as it may have.

    Attributes
    ----------
    found : list of (Check, dict of str to object)
        Examples from which something was kept, to be tried first.
    """

    def __init__(self, start, seconds):
        self.found = []
        self._start, self._left = start, MOST_WORKERS
        self._end = time.monotonic() + min(seconds, MOST_SECONDS)

    @contextmanager
    def new(self):
        """Start a worker, and end it with the context; the value is its functions, by name."""
        self._left -= 1
        seconds = self._end - time.monotonic()
        if self._left < 0 or seconds < 0:
            raise GraderError("There have been enough workers for this submission.")
        with self._start(seconds) as worker:
            yield judged(worker.subjects)

    def failure(self, check, example, *earlier):
        """Return the `Failure` of a check on an example, alone or after earlier ones, or None."""
        with self.new() as functions:
            for before, drawn in earlier:
                before.try_on(functions, drawn)
            return try_example(check, functions, example)


def with_what_is_kept(exercise, outcomes, start, session, seconds):
    """Return the outcomes, those that fail after earlier calls only with a sentence on that.

    Only failures that no known mistake explains are looked at, and unless the first of them passes
    alone, it is the only one: that takes one worker more.

    Parameters
    ----------
    exercise : Exercise
        What was checked.
    outcomes : list of Outcome
        In the order of the checks.
    start : callable
        Takes how many seconds a new worker has, and returns a context manager with it.
    session : Session
        Has the examples.
    seconds : float
        How long the submission may still take.
    """
    workers, found = _Workers(start, seconds), list(outcomes)
    unexplained = [
        place
        for place, each in enumerate(outcomes)
        if each.status == "failed" and each.counterexample and not each.misconception
    ]
    try:
        for place in unexplained:
            told = _told(exercise, outcomes[place], workers, session)
            if told is None and place == unexplained[0]:
                break
            found[place] = told or outcomes[place]
    except (GraderError, BadToken):  # nobody knows then, and that costs no points
        pass
    return found


def _told(exercise, outcome, workers, session):
    """Return an outcome that says that its case is right alone, or None if it is wrong alone."""
    case = case_of(outcome.counterexample.token)
    if workers.failure(case.check, case.example) is not None:
        return None
    earlier = _earlier(case, workers, _before(exercise, case, session))
    if earlier is not None:
        workers.found = [earlier]
        failure = workers.failure(case.check, case.example, earlier)
        if failure is not None:
            again = outcome_of(failure, case.check, exercise)
            told = {"sentence": again.sentence, "counterexample": again.counterexample}
            outcome = replace(outcome, **told)
    return after_earlier(outcome, replace(case, earlier=earlier))


def after_earlier(outcome, case):
    """Return the outcome of a case that is right alone, which says so; its token leads to both."""
    example = outcome.counterexample
    if case.earlier is not None and example is not None:
        before, drawn = case.earlier
        earlier = before.name, drawn
        token = token_of(case.exercise.name, case.check.name, case.example, earlier)
        example = replace(example, token=token)
    return replace(outcome, sentence=f"{outcome.sentence} {SENTENCE}", counterexample=example)


def _before(exercise, case, session):
    """Return the checks and examples that were tried before a case, in order, and like it last."""
    checks = exercise.checks[: exercise.checks.index(case.check) + 1]
    before = [
        (check, drawn)
        for check in checks
        if set(check.functions) & set(case.check.functions)
        for drawn in session.examples(check)
        if not _is_same(drawn, case.example)
    ]
    wanted = _shapes(case.example)
    return sorted(before, key=lambda each: len(wanted & _shapes(each[1])))


def _earlier(case, workers, before):
    """Return the check and example after which a case fails, or None if no single one is found.

    The last ones are tried first; then halves, as what was kept by one stays kept.
    """
    for each in (*workers.found, *before[: -MOST_LIKE - 1 : -1]):
        if workers.failure(case.check, case.example, each) is not None:
            return each
    while len(before) > 1:
        middle = len(before) // 2
        failure = workers.failure(case.check, case.example, *before[middle:])
        before = before[:middle] if failure is None else before[middle:]
    if before and workers.failure(case.check, case.example, *before) is not None:
        return before[0]
    return None


def _shapes(example):
    """Return the shapes of the arrays of an example, each with the name of its argument."""
    arrays = ((name, each) for name, value in example.items() for each in _leaves(value))
    return {(name, np.shape(each)) for name, each in arrays if np.ndim(each)}


def _leaves(value):
    """Return what an argument is made of: itself, or, of a tuple, all that it holds."""
    if not isinstance(value, tuple):
        return [value]
    return [each for part in value for each in _leaves(part)]


def _is_same(one, other):
    """Return whether two examples hold the same."""
    return one.keys() == other.keys() and all(_is_equal(one[name], other[name]) for name in one)


def _is_equal(one, other):
    """Return whether two arguments hold the same; arrays of a tuple may have unlike shapes."""
    pairs = _leaves(one), _leaves(other)
    return len(pairs[0]) == len(pairs[1]) and all(map(np.array_equal, *pairs))
