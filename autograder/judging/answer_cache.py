"""What another function answers to the calls that a submission got, found once for a process.

Most submissions get the same calls. As a function may go by what it was called with before, an
answer is remembered along with all calls before it.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace

import numpy as np

from autograder.authoring.failures import StudentFailure
from autograder.sandbox.student_function import Call, in_process

# Bytes of results, after which all is forgotten.
MOST_REMEMBERED = 32 * 1024**2


@dataclass
class Answers:
    """An answer, and the answers to what was called next, by `key_of` the arguments."""

    call: Call | None = None
    following: dict[tuple, Answers] = field(default_factory=dict)


class AnswerCache:
    """Answers in the place of a submission's functions; remembers what was answered."""

    def __init__(self):
        self._first, self._size = {}, 0

    def answers(self, function, name, history):
        """Yield for each `Call` of a history the one that a function makes of its arguments.

        These have no arguments, and no result where the function fails.

        Parameters
        ----------
        function : callable
            What answers.
        name : str
            The name that it goes by.
        history : list of Call
            What is answered, in order.
        """
        here, double = self._first.setdefault(function, Answers()), None
        for place, call in enumerate(history):
            if call.key not in here.following:
                if double is None:
                    double = in_process(name, function)
                    for earlier in history[:place]:
                        answer(double, earlier.arguments)
                self._keep(here, call.key, answer(double, call.arguments))
            here = here.following[call.key]
            yield here.call

    def _keep(self, here, key, call):
        here.following[key] = Answers(replace(call, arguments=()))
        self._size += 0 if call.result is None else call.result.nbytes
        if self._size > MOST_REMEMBERED:
            self._first, self._size = {}, 0


def answer(subject, arguments):
    """Return the `Call` that a function makes of these arguments, with no result if it fails."""
    try:
        with np.errstate(all="ignore"):
            return subject.observe(*arguments, again=True)
    except StudentFailure:
        return subject.calls[-1] if subject.calls else Call(subject.name, arguments, None)
