"""Short tokens that lead to one example of one check again, on any machine with the kit.

A token holds the drawn arguments, not the seed that they came from, and so a token from grading
gives nothing away.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, is_dataclass
from functools import cache, partial
from types import FunctionType

import numpy as np

from autograder.authoring.check import Check
from autograder.authoring.exercise import Exercise
from autograder.authoring.failures import GraderError
from autograder.exercises import load_exercises
from autograder.judging.packing import pack
from autograder.judging.token_text import BadToken, content_of, deflated, inflated, token_with
from autograder.judging.unpacking import Unpacking

# Bytes that stand for an exercise and a check.
DIGEST = 3
# No side is so many times longer than the longest that some examples have.
MOST_TIMES = 4


@dataclass(frozen=True)
class _Case:
    """What a token leads to.

    Attributes
    ----------
    exercise : Exercise
        The exercise that the check belongs to.
    check : Check
        What was tried.
    example : dict of str to object
        On what.
    earlier : tuple of Check and dict of str to object, or None
        What is tried before, as something is kept from it; None if it fails alone.
    """

    exercise: Exercise
    check: Check
    example: dict[str, object]
    earlier: tuple[Check, dict[str, object]] | None = None


def token_of(exercise_name, check_name, example, earlier=None):
    """Return the token of an example: letters, digits, ``-`` and ``_``.

    Parameters
    ----------
    exercise_name, check_name : str
        Whose example it is.
    example : dict of str to object
        As it was drawn, perhaps cropped and with pixels edited.
    earlier : tuple of str and dict of str to object, optional
        The name of a check of the same exercise, and an example of it that comes first.

    Raises
    ------
    GraderError
        If an argument is of a kind that no token can hold.
    """
    try:
        arguments = _packed(example)
        if earlier is not None:
            arguments += pack(earlier[0]) + _packed(earlier[1])
    except TypeError as error:
        raise GraderError(f"No token leads to an example of {check_name}: {error}") from error
    return token_with(_digest(f"{exercise_name}/{check_name}") + deflated(arguments))


def case_of(token):
    """Return the `_Case` that a token leads to; BadToken if it leads nowhere."""
    content = content_of(token, DIGEST)
    try:
        exercise, check = _checks_by_digest()[content[:DIGEST]]
    except KeyError as error:
        raise BadToken(
            "This token was made by another version of the kit: this one has no such check."
        ) from error
    try:
        example, earlier = _examples_of(exercise, check, inflated(content[DIGEST:]))
    except Exception as error:  # the bytes may come from anybody
        raise BadToken(
            f"This token leads to no example of {check.name}: it is damaged, or was made by "
            "another version of the kit."
        ) from error
    return _Case(exercise, check, example, earlier)


def _packed(example):
    """Return the arguments of an example as bytes, in the order of their names."""
    return b"".join(pack(example[name]) for name in sorted(example))


def _examples_of(exercise, check, data):
    """Return the example whose packed arguments these are, and what is tried before, or None."""
    functions = {
        name: value
        for each in (*exercise.checks, check)
        for name, value in each.body.__globals__.items()
        if isinstance(value, FunctionType)
    }
    unpacking = Unpacking(data, functions)
    example, earlier = _example_of(check, unpacking), None
    if not unpacking.is_over:
        before = exercise.check(unpacking.value())
        earlier = before, _example_of(before, unpacking)
    if not unpacking.is_over:
        raise ValueError("There are more bytes than arguments.")
    return example, earlier


def _example_of(check, unpacking):
    """Return the example that comes next."""
    example = {
        name: unpacking.value(made=partial(_made, check, name))
        for name in sorted(check.draws.names)
    }
    for name, value in example.items():
        if max(_sides(value), default=0) > MOST_TIMES * _longest_side(check, name):
            raise ValueError(f"No {name} has such a shape.")
    return example


def _longest_side(check, name):
    """Return the longest side of what a check draws for one of its arguments."""
    return max((side for each in _some_examples(check) for side in _sides(each[name])), default=1)


def _sides(value):
    """Yield the sides of an array, or of the arrays in a tuple."""
    if isinstance(value, tuple):
        for each in value:
            yield from _sides(each)
    elif isinstance(value, np.ndarray):
        yield from value.shape


def _made(check, name, parts):
    """Return what is made of others, of the kind that a check draws for one of its arguments."""
    kind = type(_some_examples(check)[0][name])
    if not is_dataclass(kind):
        raise ValueError(f"No {name} is made of others.")
    return kind(parts)


def _some_examples(check):
    return _examples_in(check.draws)


@cache
def _examples_in(draws):
    """Return examples that several checks may share: drawing them takes its time."""
    return draws.examples("any")


def _digest(text):
    """Return a few bytes that stand for a text."""
    return hashlib.sha256(text.encode()).digest()[:DIGEST]


def _checks_by_digest():
    """Return every exercise and check by the bytes that stand for them in tokens."""
    return {
        _digest(f"{one.name}/{c.name}"): (one, c) for one in load_exercises() for c in one.checks
    }
