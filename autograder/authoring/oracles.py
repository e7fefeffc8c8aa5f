"""Right answers that are found once: every submission is compared with the same ones."""

from __future__ import annotations

from contextlib import contextmanager
from contextvars import ContextVar
from functools import wraps

# The memory of whoever judges, for as long as that tries a check; nobody else keeps any answer.
_answers = ContextVar("answers", default=None)


def remembering(function):
    """Return a function of arrays that finds an answer once for each `AnswerCache`.

    What it returns is a copy of the answer.
    """

    @wraps(function)
    def remembered(*arguments):
        answers = _answers.get()
        if answers is None:
            return function(*arguments).copy()
        return answers.right_answer(function, arguments).copy()

    return remembered


@contextmanager
def answers_kept_in(answers):
    """Let an `AnswerCache` keep what `remembering` functions answer meanwhile."""
    token = _answers.set(answers)
    try:
        yield
    finally:
        _answers.reset(token)
