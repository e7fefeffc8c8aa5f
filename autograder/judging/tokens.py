"""Short tokens that lead to one example of one check again, on any machine with the kit.

A token holds the drawn arguments, not the seed that they came from, and so a token from grading
gives nothing away.
"""

from __future__ import annotations

import base64
import hashlib
import zlib
from dataclasses import dataclass, is_dataclass
from functools import cache, partial
from types import FunctionType

import numpy as np

from autograder.authoring.check import Check
from autograder.authoring.exercise import Exercise
from autograder.authoring.failures import GraderError
from autograder.exercises import load_exercises
from autograder.judging.packing import pack
from autograder.judging.unpacking import Unpacking

# Of tokens as they are made now, and as they were made when they held Hypothesis' choices.
START, FORMER_START = "t", "r"
DIGEST, CHECKSUM = 3, 2
# Characters of a token, and bytes of the arguments in it.
LONGEST, MOST_BYTES = 2**16, 2**20
# No side is so many times longer than the longest that some examples have.
MOST_TIMES = 4


class BadToken(ValueError):
    """A token that leads nowhere; the message says why."""


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
    content = _digest(f"{exercise_name}/{check_name}") + _deflated(arguments)
    return START + base64.urlsafe_b64encode(content + _checksum(content)).decode().rstrip("=")


def case_of(token):
    """Return the `_Case` that a token leads to; BadToken where it leads nowhere."""
    content = _content_of(token)
    try:
        exercise, check = _checks_by_digest()[content[:DIGEST]]
    except KeyError as error:
        raise BadToken(
            "This token was made by another version of the kit: this one has no such check."
        ) from error
    try:
        example, earlier = _examples_of(exercise, check, _inflated(content[DIGEST:]))
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


@cache
def _some_examples(check):
    return check.draws.examples("any")


def _deflated(data):
    deflate = zlib.compressobj(9, zlib.DEFLATED, -zlib.MAX_WBITS)
    return deflate.compress(data) + deflate.flush()


def _inflated(data):
    """Return at most `MOST_BYTES`; ValueError where there are more, or these are no such bytes."""
    inflate = zlib.decompressobj(-zlib.MAX_WBITS)
    try:
        found = inflate.decompress(data, MOST_BYTES)
    except zlib.error as error:
        raise ValueError(str(error)) from error
    if not inflate.eof or inflate.unused_data:
        raise ValueError("Some bytes are missing, or there are too many.")
    return found


def _content_of(token):
    """Return the bytes in a token; BadToken if a part is missing or mistyped."""
    text = token.strip()
    start, content = text[:1], _bytes_of(text[1:])
    content, last = content[:-CHECKSUM], content[-CHECKSUM:]
    is_whole = len(content) > DIGEST and last == _checksum(content)
    if is_whole and start == FORMER_START:
        raise BadToken(
            "This token was made by an older version of the kit, which wrote tokens in another "
            "way. Check the file again to get a new one."
        )
    if not is_whole or start != START:
        raise BadToken(
            f"{_shortened(token)!r} is not a whole token. Copy all between 'autograder replay' and "
            f"FILE in a message; it starts with {START!r}."
        )
    return content


def _bytes_of(text):
    if len(text) > LONGEST:
        return b""
    try:
        return base64.b64decode(text + "=" * (-len(text) % 4), b"-_", validate=True)
    except ValueError:
        return b""


def _shortened(token):
    return token if len(token) <= 300 else f"{token[:300]}..."


def _checksum(content):
    """Return bytes by which a mistyped token is noticed."""
    return zlib.crc32(content).to_bytes(4, "big")[:CHECKSUM]


def _digest(text):
    """Return a few bytes that stand for a text."""
    return hashlib.sha256(text.encode()).digest()[:DIGEST]


def _checks_by_digest():
    """Return every exercise and check by the bytes that stand for them in tokens."""
    return {
        _digest(f"{one.name}/{c.name}"): (one, c) for one in load_exercises() for c in one.checks
    }
