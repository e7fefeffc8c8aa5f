"""Whether a function takes its two arguments in the wrong order."""

from __future__ import annotations

from itertools import islice

import numpy as np

from autograder.authoring.choices import Finding
from autograder.judging.relations import is_equal

# So many calls are looked at. One is enough: a wrong result hardly has the other argument's shape
# and all numbers of that.
MOST_CALLS = 24


def swapped(exercise, subject):
    """Return the `Finding` that a function takes its two arguments the other way round, or None.

    Parameters
    ----------
    exercise : Exercise
        Has the right functions.
    subject : JudgedFunction
        The function, with the history of its calls.
    """
    names, oracle = exercise.parameters[subject.name], exercise.oracles.get(subject.name)
    if len(names) != 2 or oracle is None or subject.forbidden:
        return None
    with np.errstate(all="ignore"):
        found = [_is_swapped(oracle, call) for call in islice(_telling(subject), MOST_CALLS)]
    known = [each for each in found if each is not None]
    if not known or not all(known):
        return None
    right, wrong = ", ".join(names), ", ".join(reversed(names))
    text = (
        f"The two arguments are swapped: the checks call {subject.name}({right}), and yours works "
        f"as {subject.name}({wrong}). Look at the line with def."
    )
    return Finding("swapped_the_arguments", text)


def _telling(subject):
    """Yield the calls whose arguments have unlike shapes, and whose result is not only zeros.

    With a single pixel, a result of the padded image's size is the same either way.
    """
    for call in subject.history:
        one, other = call.arguments
        is_telling = one.shape != other.shape and min(one.size, other.size) > 1
        if call.result is not None and call.result.any() and is_telling:
            yield call


def _is_swapped(oracle, call):
    """Return whether a call gave what the right function gives the other way round.

    None if that function takes no such arguments. It takes an image for a kernel only if all sides
    are odd; with zeros after its last row and column, the middle of one with even sides stays.
    """
    one, other = call.arguments
    more = [(0, 1 - side % 2) for side in one.shape]
    try:
        is_so = is_equal(np.asarray(oracle(other, np.pad(one, more))), call.result)
    except Exception:  # noqa: BLE001 - a library may refuse a kernel for an image in many ways
        return None
    return is_so or (None if np.any(more) else False)
