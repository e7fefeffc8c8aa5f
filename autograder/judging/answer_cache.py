"""Answers of the kit's own functions: oracles, and misconceptions in the place of a submission's.

Most submissions get the same calls, so each answer is found once for all that are judged by the
same session.
"""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass, replace
from itertools import count

import numpy as np

from autograder.authoring.calls import Call
from autograder.imaging.arrays import key_of
from autograder.sandbox.student_function import in_process

# Bytes of arguments and results, beyond which those are forgotten that were not asked for longest.
MOST_KEPT = 96 * 1024**2


@dataclass(frozen=True)
class _LaterAnswer:
    """An answer to a call, after all the calls that its key stands for."""

    call: Call
    number: int


class AnswerCache:
    """What functions of the kit answered to which arguments.

    Parameters
    ----------
    most_kept : int
        Bytes of arguments and results that are kept.
    """

    def __init__(self, most_kept=MOST_KEPT):
        self._most_kept = most_kept
        self._kept = OrderedDict()
        self._size = 0
        self._numbers = count(1)

    def right_answer(self, function, arguments):
        """Return what an oracle makes of these arguments, an array that is not to be changed."""
        key = function, key_of(arguments)
        kept = self._find(key)
        if kept is None:
            right = function(*arguments)
            kept = self._keep(key, right, _bytes(*arguments, right))
        return kept

    def answers(self, function, name, history):
        """Yield for each `Call` of a history the one that a function makes of its arguments.

        As a function may go by what it was called with before, an answer is kept along with all
        calls before it. These have no arguments, and no result if the function fails.

        Parameters
        ----------
        function : callable
            What answers.
        name : str
            The name that it goes by.
        history : list of Call
            What is answered, in order.
        """
        double, before = None, 0
        for place, call in enumerate(history):
            key = function, before, call.key
            kept = self._find(key)
            if kept is None:
                double = double or _replayed(function, name, history[:place])
                answer = _answer(double, call)
                size = _bytes(*call.arguments, answer.result)
                later = _LaterAnswer(replace(answer, arguments=()), next(self._numbers))
                kept = self._keep(key, later, size)
            before = kept.number
            yield kept.call

    def _find(self, key):
        if key not in self._kept:
            return None
        self._kept.move_to_end(key)
        return self._kept[key][0]

    def _keep(self, key, answer, size):
        self._kept[key] = answer, size
        self._size += size
        while self._size > self._most_kept:
            _, (_, size) = self._kept.popitem(last=False)
            self._size -= size
        return answer


def _bytes(*arrays):
    return sum(each.nbytes for each in arrays if each is not None)


def _replayed(function, name, history):
    """Return a function as it is after the calls of a history."""
    double = in_process(name, function)
    for call in history:
        _answer(double, call)
    return double


def _answer(double, call):
    """Return the `Call` that a function makes of a call's arguments."""
    if not double.is_written:
        return Call(double.name, call.arguments)
    with np.errstate(all="ignore"):
        return Call(double.name, call.arguments, again=True).answered(
            double.perform(call.arguments)
        )
