"""What host and worker say to each other: which calls are asked for, and what an answer may hold.

Whatever else an answer holds is refused or left out.
"""

from __future__ import annotations

import json
from functools import wraps
from itertools import accumulate

from autograder.sandbox.worker import frames
from autograder.sandbox.worker.caller import LARGEST_RESULT, Reply
from autograder.sandbox.worker.errors import shortened
from autograder.sandbox.worker.isolation import NAMES
from autograder.sandbox.worker.problems import MOST_PROBLEMS, Problem

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


def _refusing(decode):
    """Return a decoder all of whose exceptions are BadFrame: what came may hold anything."""

    @wraps(decode)
    def decoded(*what):
        try:
            return decode(*what)
        except frames.BadFrame:
            raise
        except Exception as error:
            raise frames.BadFrame(f"it cannot be decoded: {error!r:.200}") from error

    return decoded


@_refusing
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
        replies.append(_reply_from(entry, rest[:size]))
        rest = rest[size:]
    if rest:
        raise frames.BadFrame("there is more than the replies")
    return replies


def _reply_from(header, body):
    """Return the `Reply` of an entry and its bytes; BadFrame if they are not as agreed."""
    kind = header.get("kind")
    if kind not in KINDS:
        raise frames.BadFrame("the kind of reply is unknown")
    changed = header.get("changed")
    if not isinstance(changed, list) or not all(type(i) is int and 0 <= i < 4 for i in changed):
        raise frames.BadFrame("the list of changed arguments is none")
    return Reply(
        kind,
        # A copy, so that a small array that is kept does not keep all that came with it.
        frames.array_from(header, body).copy() if kind == "array" else None,
        _short_text(header, "text"),
        tuple(changed),
        header.get("shares_memory") is True,
        header.get("changed_earlier_result") is True,
        _forbidden_in(header),
    )


@_refusing
def verify_left(asked, number, reply, header, body):
    """Raise BadFrame unless a call left those arguments alone of which its reply says so.

    Parameters
    ----------
    asked : (bytes, bytes)
        The `request`.
    number : int
        Which of its calls.
    reply : Reply
        The result.
    header, body : dict and memoryview
        The frame that says what the call left of its arguments.
    """
    sent = json.loads(asked[0])
    starts = list(accumulate((each["bytes"] for each in sent["arrays"]), initial=0))
    left, start = header.get("left"), 0
    for position, place in enumerate(sent["calls"][number][1]):
        dtype, shape, size = left[position]
        one = sent["arrays"][place]
        before = asked[1][starts[place] : starts[place + 1]]
        is_same = (dtype[1:], shape, body[start : start + size]) == (
            one["dtype"],
            one["shape"],
            before,
        )
        if not is_same and position not in reply.changed:
            raise frames.BadFrame("it says that an argument is as it was, which is not so")
        start += size


@_refusing
def loaded_from(header, functions):
    """Return states, problems, remarks and layers of what was loaded; BadFrame if it is none."""
    states, held = header.get("states"), header.get("held")
    problems, remarks = header.get("problems"), header.get("remarks")
    if not isinstance(states, dict) or not isinstance(held, list):
        raise frames.BadFrame("the answer names no states")
    if not isinstance(problems, list) or not isinstance(remarks, dict):
        raise frames.BadFrame("the answer names no problems")
    states = {name: states.get(name) for name in functions}
    known = {name: state if state in STATES else "missing" for name, state in states.items()}
    told = {name: text for name in functions if (text := _short_text(remarks, name))}
    found = map(_problem_from, problems[:MOST_PROBLEMS])
    problems = tuple(each for each in found if each.text)
    return known, problems, told, tuple(name for name in NAMES if name in held)


def _problem_from(entry):
    """Return the `Problem` in an entry; BadFrame if it holds none."""
    names = entry.get("names") if isinstance(entry, dict) else None
    if not isinstance(names, list) or not all(isinstance(each, str) for each in names):
        raise frames.BadFrame("a problem names nothing")
    return Problem(_short_text(entry, "text"), tuple(names))


def _short_text(header, key):
    """Return a short text of a header, in characters that a file can hold, or ""."""
    value = header.get(key)
    if not isinstance(value, str):
        return ""
    return shortened(value[:LONGEST_TEXT].encode("utf-8", "replace").decode("utf-8"), LONGEST_TEXT)


def _forbidden_in(header):
    """Return the forbidden function that a reply names, or ""; naming one gains nothing."""
    name = header.get("forbidden")
    is_name = isinstance(name, str) and name.isascii() and name.replace(".", "a").isidentifier()
    return name[:LONGEST_TEXT] if is_name else ""
