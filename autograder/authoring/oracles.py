"""Right answers that are found once: every submission is compared with the same ones."""

from __future__ import annotations

from collections import OrderedDict
from functools import wraps

from autograder.imaging.arrays import key_of

MOST_ANSWERS = 20_000


def remembering(function):
    """Return a function of arrays that finds an answer once; what it returns is a copy of it.

    Of many thousand answers it forgets those that were not asked for longest.
    """
    answers = OrderedDict()

    @wraps(function)
    def remembered(*arguments):
        key = key_of(arguments)
        if key not in answers:
            answers[key] = function(*arguments)
            if len(answers) > MOST_ANSWERS:
                answers.popitem(last=False)
        answers.move_to_end(key)
        return answers[key].copy()

    return remembered
