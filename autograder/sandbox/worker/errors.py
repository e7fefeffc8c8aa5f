"""What went wrong in a student's code, as a sentence with the student's own line."""

from __future__ import annotations

import inspect
import json
import linecache
import traceback

# What the file names of a submission's code begin with, and those of no library.
FILENAME = "<submission>"
LONGEST_TEXT = 600
# An error may take so many bytes in a record. JSON writes some letters with twelve bytes.
LONGEST_AS_JSON = 1500


def misfit(function, count):
    """Return a sentence if a function does not take `count` arguments by position, or ""."""
    try:
        signature = inspect.signature(function)
    except (TypeError, ValueError):
        return ""
    try:
        signature.bind(*range(count))
    except TypeError:
        return f"It is called with {count} arguments, but it takes {signature}."
    return ""


def describe(error, filename):
    """Return an exception as a sentence, with the student's own line if it is known."""
    try:
        if _is_about(error, filename):
            line = (error.text or "").strip()
            text = f"Line {error.lineno} ({line}): {type(error).__name__}: {error.msg}"
            return shortened(text, LONGEST_TEXT)
        text = "".join(traceback.format_exception_only(type(error), error)).strip()
    except Exception:  # noqa: BLE001 - an exception may refuse to be printed
        text = type(error).__name__
    return shortened(f"{_place_of(error, filename)}{text}", LONGEST_TEXT)


def shortened(text, longest):
    """Return a text of at most so many letters, and of fewer if they take much room in a record.

    Examples
    --------
    >>> len(shortened("a" * 900, 600)), len(shortened(chr(0) * 900, 600))
    (600, 249)
    """
    text = text[:longest]
    while (size := len(json.dumps(text))) > LONGEST_AS_JSON:
        text = text[: len(text) * LONGEST_AS_JSON // size]
    return text


def _is_about(error, filename):
    """Return whether an error says that a line of the file is not Python."""
    return isinstance(error, SyntaxError) and str(error.filename).startswith(filename)


def _place_of(error, filename):
    """Return the line of the file in which an error came up, as the begin of a sentence, or ""."""
    code, at, number = None, error.__traceback__, 0
    while at is not None:  # a thousand times if a function calls itself for ever
        if at.tb_frame.f_code.co_filename.startswith(filename):
            code, number = at.tb_frame.f_code, at.tb_lineno
        at = at.tb_next
    if code is None:
        return ""
    return f"Line {number} ({linecache.getline(code.co_filename, number).strip()}): "
