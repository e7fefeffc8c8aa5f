"""What an error means, in a sentence, by its kind and by the shapes that it names."""

from __future__ import annotations

import re

from autograder.authoring.choices import Finding
from autograder.judging.error_meanings import MEANINGS
from autograder.sandbox.limits import are_small

# The names of errors begin with a capital, and what stands behind a colon in the line seldom does.
# Those of a library have its modules before them, as numpy.exceptions.AxisError does.
# In a notebook, the line is followed by the words for its cell.
PLACE = re.compile(
    r"Line (\d+[^(]*) \((?P<code>.*?)\): (?:[a-z_]\w*\.)*(?P<kind>_?[A-Z]\w+)(?:: (?P<text>.*))?$",
    re.DOTALL,
)
BEFORE = " Before, while it was loaded: "


ENDLESS = (
    "This image is small, so a loop in your function probably never ends. A while loop ends only "
    "if a line in it makes its condition False."
)
SLOW = "A loop in your function never ends, or it does far more work than it needs for each pixel."

# Two shapes in an error, and those of the arguments in the text of a case.
MET = re.compile(r"could not be broadcast together with shapes (?P<one>\(.*?\)) (?P<other>\(.*?\))")
OUT_OF_BOUNDS = re.compile(r"index (-?\d+) is out of bounds for axis (\d+) with size (\d+)")
UNPACKED = re.compile(r"(?:not enough|too many) values to unpack \(expected (\d+)")
ARGUMENT = re.compile(r"^ *(?P<name>\w+): shape (?P<shape>\([\d, ]+\))", re.MULTILINE)


def _larger_argument(message, one, other):
    """Return the name of an argument that met a smaller array, that one's shape and its own.

    Parameters
    ----------
    message : str
        With the shapes of the arguments. The first is the image, which nothing is laid on.
    one, other : str
        The shapes that do not fit.
    """
    first, second = _sides(one), _sides(other)
    for argument in list(ARGUMENT.finditer(message))[1:]:
        sides = _sides(argument["shape"])
        for shape, rest in ((first, second), (second, first)):
            is_smaller = len(rest) == len(sides) and all(map(int.__le__, rest, sides))
            if shape == sides and rest != sides and is_smaller:
                return argument["name"], rest, sides
    return None


def _other_sides(message, one, other):
    """Return the same of an argument that met an array with that one's sides, but not in place."""
    first, second = _sides(one), _sides(other)
    for argument in list(ARGUMENT.finditer(message))[1:]:
        sides = _sides(argument["shape"])
        for shape, rest in ((first, second), (second, first)):
            is_of_them = len(rest) == len(sides) and set(rest) <= set(sides)
            if shape == sides and rest != sides and is_of_them:
                return argument["name"], rest, sides
    return None


def _beyond(message, code, index, axis, length):
    """Return what an index means that lies beyond an array, and whether that is the image."""
    ends = f"the last index is {length - 1}" if index >= 0 else f"the lowest index is -{length}"
    text = f"index {index} is used along axis {axis}, whose length is {length}; {ends}"
    for number, argument in enumerate(ARGUMENT.finditer(message)):
        name, sides = argument["name"], _sides(argument["shape"])
        if not re.search(rf"\b{name}\[", code) or sides[axis : axis + 1] != (length,):
            continue
        if number:
            return f"{text}. Does the loop there end at {name}.shape[{axis}]?"
        return f"{text}. The {name} has nothing there: pad it before, or leave that out."
    return f"{text}."


def _unpacked(code, count):
    """Return a key for, and the meaning of, names that get fewer values at once, or more."""
    if "shape" in code:
        return "axes", f"you unpack a shape into {count} names, but it does not have {count} axes"
    meaning = f"{count} names get their values at once, but there are not {count} values to give"
    if re.search(r"\blabel\(", code):
        meaning += (
            ". The label of scikit-image returns one array; that of SciPy returns an array and the "
            "number of pieces"
        )
    return "unpacked", meaning


def _sides(shape):
    """Return a shape that stands in a text."""
    return tuple(int(side) for side in re.findall(r"\d+", shape))


def meaning_of(name, message, unwritten=()):
    """Return the `Finding` on an error, or None if the message names none.

    Parameters
    ----------
    name : str
        The function that stopped.
    message : str
        What a check says of it.
    unwritten : iterable of str
        The functions that the student has not written yet.
    """
    said = message.partition("\n\n")[0]
    if "It is called with" in said:
        return Finding(
            "error:signature",
            f"{name} has the wrong parameters: copy its def line again from the file that you got.",
            stops=True,
        )
    now, _, loading = said.partition(BEFORE)
    found = PLACE.search(now.rstrip("."))
    if found is None or found["kind"] == "NameError":  # what it misses may be behind that
        found = PLACE.search(loading) or found
    if found is None:
        return None
    number, kind, text = found[1], found["kind"], found["text"] or ""
    met = MET.search(text)
    if met and (laid := _larger_argument(message, met["one"], met["other"])):
        text = f"In line {number}, a neighbourhood of shape {laid[1]} meets the {laid[0]} of shape "
        text += f"{laid[2]}: is the image padded far enough there?"
        return Finding("error:broadcast", text, stops=True)
    if met and (laid := _other_sides(message, met["one"], met["other"])):
        text = f"In line {number}, a neighbourhood of shape {laid[1]} meets the {laid[0]} of shape "
        text += f"{laid[2]}: the two should have the same shape."
        return Finding("error:broadcast", text, stops=True)
    if found["code"].startswith(("raise ", "assert ")):
        word = found["code"].split()[0]
        text = f"Line {number} stops on purpose, by its {word}: such arguments are allowed, too."
        return Finding("error:on_purpose", text, stops=True)
    called = [each for each in unwritten if re.search(rf"\b{each}\(", found["code"])]
    if called:
        text = f"In line {number}, you call {called[0]}, which is not written yet: write it first."
        return Finding("error:not_written", text, stops=True)
    index = OUT_OF_BOUNDS.search(text)
    if index:
        text = f"In line {number}, {_beyond(message, found['code'], *map(int, index.groups()))}"
        return Finding("error:index", text, stops=True)
    unpacked = UNPACKED.search(text)
    if unpacked:
        key, meaning = _unpacked(found["code"], unpacked[1])
        return Finding(f"error:{key}", f"In line {number}, {meaning}.", stops=True)
    for pattern, meaning, key in MEANINGS:
        fits = re.search(pattern, f"{kind}: {text}")
        if fits:
            groups = [each for each in fits.groups() if each]
            sentence = f"In line {number}, {meaning.format(*groups)}"
            end = "" if sentence.endswith("?") else "."
            return Finding(f"error:{key}", sentence + end, stops=True)
    if kind == "SyntaxError" or kind == "IndentationError":
        return Finding("error:syntax", f"Line {number} is not Python:  {text}.", stops=True)
    return Finding(f"error:{kind}", f"Line {number} stops with this error: {kind}.", stops=True)


def late_call(outcome):
    """Return the `Finding` on a call that did not end in time, or None if none was made.

    Parameters
    ----------
    outcome : Outcome
        Of a check that timed out.
    """
    calls = getattr(outcome.failure, "calls", ())
    if not calls:
        return None
    return Finding("late", ENDLESS if are_small(calls[-1].arguments) else SLOW)
