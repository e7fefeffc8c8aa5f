"""Short tokens that lead to one example of one check again, on any machine with the same kit.

A token holds the choices that Hypothesis made, not the seed that they came from, and so a token
from grading gives nothing away.
"""

from __future__ import annotations

import base64
import hashlib
import zlib
from dataclasses import dataclass
from functools import cache
from importlib.metadata import version
from io import BytesIO

from autograder.authoring.check import Check
from autograder.authoring.draws import NoSuchExample, bytes_of
from autograder.authoring.example import Example
from autograder.authoring.exercise import Exercise
from autograder.exercises import load_exercises

START = "r"
DIGEST, CHECKSUM = 3, 2
PACKAGES = ("image-processing-assignments", "hypothesis")


class BadToken(ValueError):
    """A token that leads nowhere; the message says why."""


@dataclass(frozen=True)
class Case:
    """What a token leads to.

    Attributes
    ----------
    exercise : Exercise
        The exercise that the check belongs to.
    check : Check
        What was tried.
    example : Example
        On what.
    is_of_this_version : bool
        Whether the token comes from the same version; another may draw otherwise.
    """

    exercise: Exercise
    check: Check
    example: Example
    is_of_this_version: bool


def token_of(exercise_name, check_name, example):
    """Return the token of an example: letters, digits, ``-`` and ``_``.

    Parameters
    ----------
    exercise_name, check_name : str
        Whose example it is.
    example : Example
        As it was drawn, perhaps cropped and with pixels edited.
    """
    names = sorted(example)
    edits = bytes(
        byte for name, at, value in example.edits for byte in (2 * names.index(name) + value, at)
    )
    windows = b"".join(
        bytes([names.index(name), len(window), *(byte for pair in window for byte in pair)])
        for name, window in example.windows.items()
    )
    content = (
        digest_of_versions()
        + digest(f"{exercise_name}/{check_name}")
        + bytes([len(example.windows)])
        + windows
        + len(example.edits).to_bytes(2, "big")
        + edits
        + bytes_of(example)
    )
    return START + base64.urlsafe_b64encode(content + checksum(content)).decode().rstrip("=")


def case_of(token):
    """Return the `Case` that a token leads to; BadToken where it leads nowhere."""
    content = content_of(token)
    made_by, of, content = content[:DIGEST], content[DIGEST : 2 * DIGEST], content[2 * DIGEST :]
    is_of_this_version = made_by == digest_of_versions()
    try:
        exercise, check = checks_by_digest()[of]
        example = example_of(check, BytesIO(content))
    except (KeyError, IndexError, ValueError, NoSuchExample) as error:
        reason = (
            "was made by another version of the kit" if not is_of_this_version else "is damaged"
        )
        raise BadToken(f"This token {reason}: it leads to no example.") from error
    return Case(exercise, check, example, is_of_this_version)


def example_of(check, stream):
    """Return the example that the rest of a token's bytes, as a stream, leads to."""
    windows, edits = [], []
    for _ in range(stream.read(1)[0]):
        name, ndim = stream.read(2)
        sides = stream.read(2 * ndim)
        windows.append((name, tuple(zip(sides[::2], sides[1::2], strict=True))))
    for _ in range(int.from_bytes(stream.read(2), "big")):
        edits.append(tuple(stream.read(2)))
    example = check.draws.repeat(stream.read())
    names = sorted(example)
    example = example.edited([(names[name // 2], at, name % 2) for name, at in edits])
    for name, window in windows:
        example = example.cropped(names[name], window)
    return example


def content_of(token):
    """Return the bytes in a token; BadToken where a part is missing or mistyped."""
    text = token.strip().removeprefix(START)
    try:
        content = base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))
    except ValueError:
        content = b""
    content, last = content[:-CHECKSUM], content[-CHECKSUM:]
    if len(content) <= 2 * DIGEST or last != checksum(content) or not token.startswith(START):
        raise BadToken(
            f"{token!r} is no token, or not all of it: expected what stands between "
            f"'autograder replay' and the file in a message, which starts with {START!r}."
        )
    return content


def checksum(content):
    """Return bytes by which a mistyped token is noticed."""
    return zlib.crc32(content).to_bytes(4, "big")[:CHECKSUM]


def digest(text):
    """Return a few bytes that stand for a text."""
    return hashlib.sha256(text.encode()).digest()[:DIGEST]


@cache
def digest_of_versions():
    """Return a few bytes that stand for the versions of what decides where choices lead."""
    return digest(" ".join(version(package) for package in PACKAGES))


@cache
def checks_by_digest():
    """Return every exercise and check by the bytes that stand for them in tokens."""
    return {
        digest(f"{one.name}/{c.name}"): (one, c) for one in load_exercises() for c in one.checks
    }
