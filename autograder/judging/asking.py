"""Call a function of a student's a few times more, to learn how it goes wrong."""

from __future__ import annotations

import numpy as np

from autograder.authoring.calls import ObservedFunction
from autograder.authoring.choices import Answer
from autograder.authoring.failures import Crashed, StudentFailure, Unusable
from autograder.imaging.arrays import key_of

MOST_CALLS = 64


class NoMoreCalls(Exception):
    """The function is slow, ends its process or may not be called: let it be."""


class Ask:
    """Calls a function of a student's, a limited number of times.

    Parameters
    ----------
    subject : JudgedFunction
        The function.
    others : dict of str to Ask
        The exercise's other functions; this one is added.

    Attributes
    ----------
    name : str
        The function's name.
    is_written : bool
        Whether the student has written it.
    """

    def __init__(self, subject, others):
        self.name, self.others, self.is_written = subject.name, others, subject.is_written
        self._observed, self._answers = ObservedFunction(subject, []), {}
        self._left = MOST_CALLS
        others[subject.name] = self

    def __call__(self, *arguments, again=False):
        """Return the `Answer` to one call; `again` asks again what was asked before.

        Raises
        ------
        NoMoreCalls
            If the function may not be called, or not any more.
        """
        key = key_of(arguments)
        if again or key not in self._answers:
            self._answers[key] = self._answer(arguments, again)
        return self._answers[key]

    def renew(self):
        """Allow as many calls again."""
        self._left = MOST_CALLS

    def _answer(self, arguments, again):
        self._left -= 1
        if self._left < 0:
            raise NoMoreCalls
        try:
            with np.errstate(all="ignore"):
                call = self._observed.observe(*arguments, again=again)
        except Crashed as error:
            return Answer(None, "exception", str(error))
        except Unusable as error:
            return Answer(None, "object", str(error))
        except StudentFailure as error:
            raise NoMoreCalls from error
        return Answer(
            call.result,
            changed=call.changed,
            shares_memory=call.shares_memory,
            changed_earlier_result=call.changed_earlier_result,
        )
