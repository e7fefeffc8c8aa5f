"""What host and worker say to each other: which calls are asked for, and what an answer may hold.

Whatever else an answer holds is refused or left out.
"""

from __future__ import annotations

import json

from autograder.sandbox.worker import frames
from autograder.sandbox.worker.caller import LARGEST_RESULT, Reply
from autograder.sandbox.worker.isolation import NAMES

STATES = ("written", "stub", "missing")
KINDS = ("array", "object", "exception")
LONGEST_TEXT = 1000


def request(calls):
    """Return header, as JSON, and body of the frame that asks for these calls.

    An array that is an argument of several calls is sent once.

    Parameters
    ----------
    calls : list of (str, tuple of ndarray)
        Names and arguments.
    """
    places, entries, bodies, asked = {}, [], [], []
    for name, arguments in calls:
        for each in arguments:
            if id(each) not in places:
                places[id(each)] = len(entries)
                array = _in_native_order(each)
                entries.append(frames.describe_array(array) | {"bytes": array.nbytes})
                bodies.append(array.tobytes())
        asked.append((name, [places[id(each)] for each in arguments]))
    return json.dumps({"arrays": entries, "calls": asked}).encode(), b"".join(bodies)


def _in_native_order(array):
    """Return an array in this machine's byte order, as every array crosses the pipe."""
    return array if array.dtype.isnative else array.astype(array.dtype.newbyteorder("="))


def replies_from(header, body, count):
    """Return the `count` `Reply` objects in a frame; BadFrame if it does not hold just these."""
    entries = header.get("replies")
    if not isinstance(entries, list) or len(entries) != count:
        raise frames.BadFrame("there is not one reply a call")
    replies, rest = [], body
    for entry in entries:
        size = entry.get("bytes", 0) if isinstance(entry, dict) else None
        if type(size) is not int or not 0 <= size <= len(rest):
            raise frames.BadFrame("a reply does not say how long it is")
        if size > LARGEST_RESULT:
            raise frames.BadFrame("a result is too large")
        replies.append(reply_from(entry, rest[:size]))
        rest = rest[size:]
    if rest:
        raise frames.BadFrame("there is more than the replies")
    return replies


def reply_from(header, body):
    """Return the `Reply` of an entry and its bytes; BadFrame if they are not as agreed."""
    kind = header.get("kind")
    if kind not in KINDS:
        raise frames.BadFrame("the kind of reply is unknown")
    changed = header.get("changed")
    if not isinstance(changed, list) or not all(type(i) is int and 0 <= i < 4 for i in changed):
        raise frames.BadFrame("the list of changed arguments is none")
    return Reply(
        kind,
        frames.array_from(header, body) if kind == "array" else None,
        _short_text(header, "text"),
        tuple(changed),
        header.get("shares_memory") is True,
        header.get("changed_earlier_result") is True,
        _forbidden_in(header),
    )


def loaded_from(header, functions):
    """Return ``(states, problem, held)`` of a loaded submission; BadFrame if it is none."""
    states, held = header.get("states"), header.get("held")
    if not isinstance(states, dict) or not isinstance(held, list):
        raise frames.BadFrame("the answer names no states")
    states = {name: states.get(name) for name in functions}
    known = {name: state if state in STATES else "missing" for name, state in states.items()}
    return known, _short_text(header, "problem"), tuple(name for name in NAMES if name in held)


def _short_text(header, key):
    """Return a short text of a header, in characters that a file can hold, or ""."""
    value = header.get(key)
    if not isinstance(value, str):
        return ""
    return value[:LONGEST_TEXT].encode("utf-8", "replace").decode("utf-8")


def _forbidden_in(header):
    """Return the forbidden function that a reply names, or ""; naming one gains nothing."""
    name = header.get("forbidden")
    is_name = isinstance(name, str) and name.isascii() and name.replace(".", "a").isidentifier()
    return name[:LONGEST_TEXT] if is_name else ""
