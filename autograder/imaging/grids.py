"""Arrays as text: grids of numbers side by side, and calls to paste."""

from __future__ import annotations

from itertools import zip_longest

import numpy as np

WIDEST = 12
LARGEST_WHOLE = 10**20  # whole numbers beyond are floats, and have hundreds of digits


def side_by_side(arguments, expected=None, actual=None, where=None):
    """Return the arguments, and below them expected, yours and their difference, as text.

    Parameters
    ----------
    arguments : dict of str to ndarray
        What the function was called with.
    expected, actual : ndarray or None
        What should have come back, and what did.
    where : tuple of int or None
        Index of the first wrong pixel; it is marked with angle brackets.
    """
    results = {}
    if expected is not None:
        results["expected"] = grid(expected, where)
    if actual is not None:
        results["yours"] = grid(actual, where)
    if expected is not None and actual is not None and expected.shape == actual.shape:
        with np.errstate(invalid="ignore"):
            results["difference"] = grid(actual.astype(float) - expected.astype(float), where)
    inputs = {name: grid(array) for name, array in arguments.items()}
    return "\n\n".join(_columns(blocks) for blocks in (inputs, results) if blocks)


def _columns(blocks):
    """Return blocks of lines beside each other, each under its name."""
    padded = []
    for name, lines in blocks.items():
        width = max(len(line) for line in [name, *lines])
        padded.append([line.ljust(width) for line in [name, *lines]])
    fills = [" " * len(block[0]) for block in padded]
    lines = [
        [fill if cell is None else cell for cell, fill in zip(row, fills, strict=True)]
        for row in zip_longest(*padded)
    ]
    return "\n".join("   ".join(line).rstrip() for line in lines)


def grid(array, where=None):
    """Return an array as lines of aligned numbers; a volume plane by plane.

    An array with more than 12 rows or columns is cut down to the surroundings of `where`.
    """
    if array.ndim == 3:
        planes = []
        for index, plane in enumerate(array):
            inside = where is not None and where[0] == index
            if array.shape[0] <= WIDEST or inside:
                planes += [f"plane {index}", *grid(plane, where[1:] if inside else None)]
        return planes
    if array.ndim != 2 or array.size == 0:
        numbers = array if array.ndim < 2 or array.size == 0 else array.ravel()
        return [f"shape {array.shape}: {np.array2string(numbers, threshold=WIDEST)}"]
    middles = (None, None) if where is None else where
    rows, cols = map(_window, array.shape, middles)
    cells = [[_mark(array[i, j], where == (i, j)) for j in cols] for i in rows]
    width = max(len(cell) for row in cells for cell in row)
    lines = [" ".join(cell.rjust(width) for cell in row) for row in cells]
    if len(rows) < array.shape[0] or len(cols) < array.shape[1]:
        lines.append(f"rows {rows[0]}-{rows[-1]}, columns {cols[0]}-{cols[-1]} of {array.shape}")
    return lines


def _window(side, middle):
    """Return the indices to show of an axis: all, or `WIDEST` of them around `middle`."""
    if side <= WIDEST:
        return range(side)
    start = 0 if middle is None else min(max(middle - WIDEST // 2, 0), side - WIDEST)
    return range(start, start + WIDEST)


def _mark(value, is_wrong):
    """Return a pixel's value as text, in angle brackets where it is the first wrong one."""
    value = value.item()
    is_whole = abs(value) < LARGEST_WHOLE and value == int(value)
    text = str(int(value)) if is_whole else f"{value:.4g}"
    return f"<{text}>" if is_wrong else f" {text} "


def call_to_paste(function, arguments, largest):
    """Return source that repeats a call, or "" where an argument has more than `largest` pixels."""
    if any(argument.size > largest for argument in arguments):
        return ""
    return f"{function}({', '.join(_source(argument) for argument in arguments)})"


def _source(array):
    """Return Python source for an array, with its dtype where it is not float64."""
    if array.size == 0:
        return f"np.zeros({array.shape}, dtype={_name_of(array.dtype)})"
    dtype = "" if array.dtype == float else f", dtype={_name_of(array.dtype)}"
    return f"np.array({array.tolist()}{dtype})"


def _name_of(dtype):
    """Return Python source for a dtype; ``np.bool`` is none before NumPy 2."""
    return "bool" if dtype.kind == "b" else f"np.{dtype}"


def place(index):
    """Return an index as students write it: ``[0, 2]``."""
    return "[" + ", ".join(str(i) for i in index) + "]"
