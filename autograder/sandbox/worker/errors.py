"""What went wrong in a student's code, as a sentence with the student's own line."""

from __future__ import annotations

import inspect
import json
import linecache
import re
import traceback

# What the file names of a submission's code begin with, and those of no library.
FILENAME = "<submission>"
LONGEST_TEXT = 600
# What the file names of a notebook's cells hold: here, in Jupyter, in other front ends.
_CELL = re.compile(rf"^{FILENAME} cell |ipykernel_\d|<ipython-input-")
_DEFINED = re.compile(r"(?:async )?(?:def|class) (\w+)")
_LONGEST_BEGIN = 30
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
            cell = _cell_of(error.filename, error.lineno)
            text = f"Line {error.lineno}{cell} ({line}): {type(error).__name__}: {error.msg}"
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
    line = linecache.getline(code.co_filename, number).strip()
    return f"Line {number}{_cell_of(code.co_filename, number)} ({line}): "


def _cell_of(filename, number):
    """Return which cell of a notebook a line stands in, as words after it, or "" in a file.

    Cells are counted by nobody: what a cell defines above the line names it, or how it begins.
    """
    if not _CELL.search(filename):
        return ""
    lines = linecache.getlines(filename)
    above, below = lines[:number], lines[number:]
    for line in (*reversed(above), *below):
        if found := _DEFINED.match(line):
            return f" of the cell that defines {found[1]}"
    code = (line.partition("(")[0].strip() for line in lines if not line.startswith(("#", "%")))
    begin = next(filter(None, code), "")
    return f" of the cell that begins with `{begin[:_LONGEST_BEGIN]}`" if begin else ""
