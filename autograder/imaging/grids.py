"""Arrays as text: grids of numbers side by side, and calls to paste."""

from __future__ import annotations

from itertools import zip_longest

import numpy as np

WIDEST = 8


def side_by_side(arguments, expected=None, actual=None, where=None):
    """Return the arguments, and below them expected, yours and their difference, as text.

    Tables help with small arrays, and with the part of a larger one that a kernel sees. Where a
    call gave no result, and of a large image alone, such as a head, there are the shapes.

    Parameters
    ----------
    arguments : dict of str to ndarray
        What the function was called with.
    expected, actual : ndarray or None
        What should have come back, and what did.
    where : tuple of int or None
        Index of the first wrong pixel; it is marked with angle brackets.
    """
    results = {"expected": expected, "yours": actual}
    results = {name: array for name, array in results.items() if array is not None}
    if not results or (len(arguments) == 1 and not _fits(*arguments.values())):
        beside = {
            n: a for n, a in arguments.items() if any(a.shape == r.shape for r in results.values())
        }
        return "\n".join([*_shapes_of(arguments | results), *_values_at(where, beside | results)])
    if len(results) == 2 and expected.shape == actual.shape:
        with np.errstate(invalid="ignore"):
            results["difference"] = actual.astype(float) - expected.astype(float)
    shapes = {array.shape for array in results.values()}
    inputs = {
        name: grid(array, where if {array.shape} == shapes else None, marked=False)
        for name, array in arguments.items()
    }
    grids = {name: grid(array, where) for name, array in results.items()}
    return "\n\n".join(_columns(blocks) for blocks in (inputs, grids) if blocks)


def _fits(array):
    """Return whether all of an image, or of a plane, can stand in a table."""
    return max(array.shape[-2:], default=1) <= WIDEST


def _shapes_of(arrays):
    """Return a line on the shape and the dtype of each array."""
    return [f"{name}: shape {array.shape}, {array.dtype}" for name, array in arrays.items()]


def _values_at(where, results):
    """Return a line on the values of results at an index, if there is one."""
    if where is None or any(array.ndim != len(where) for array in results.values()):
        return []
    values = ", ".join(f"{name} {_text(array[where])}" for name, array in results.items())
    return [f"at {place(where)}: {values}"]


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


def grid(array, where=None, marked=True):
    """Return an array as lines of aligned numbers; a volume plane by plane.

    An array with more than 8 rows or columns is cut down to the surroundings of `where`, or only
    its shape. The value at `where` is in angle brackets if `marked`.
    """
    if array.ndim == 3:
        return _planes(array, where, marked)
    if array.ndim != 2 or array.size == 0:
        return [f"shape {array.shape}: {np.array2string(array, threshold=WIDEST)}"]
    if where is None and not _fits(array):
        return [f"shape {array.shape}"]
    middles = (None, None) if where is None else where
    rows, cols = map(_window, array.shape, middles)
    cells = [[_mark(array[i, j], marked and where == (i, j)) for j in cols] for i in rows]
    width = max(len(cell) for row in cells for cell in row)
    lines = [" ".join(cell.rjust(width) for cell in row) for row in cells]
    if len(rows) < array.shape[0] or len(cols) < array.shape[1]:
        lines.append(f"rows {rows[0]}-{rows[-1]}, columns {cols[0]}-{cols[-1]} of {array.shape}")
    return lines


def _planes(volume, where, marked):
    """Return the lines of a volume's planes; of many, of the one that holds `where`."""
    if where is None and not (_fits(volume) and len(volume) <= WIDEST):
        return [f"shape {volume.shape}"]
    lines = []
    for index, plane in enumerate(volume):
        inside = where is not None and where[0] == index
        if inside or (_fits(volume) and len(volume) <= WIDEST):
            lines += [f"plane {index}", *grid(plane, where[1:] if inside else None, marked)]
    return lines


def _window(side, middle):
    """Return the indices to show of an axis: all, or `WIDEST` of them around `middle`."""
    if side <= WIDEST or middle is None:
        return range(side)
    start = min(max(middle - WIDEST // 2, 0), side - WIDEST)
    return range(start, start + WIDEST)


def _mark(value, is_wrong):
    """Return a pixel's value as text, in angle brackets if it is the first wrong one."""
    return f"<{_text(value)}>" if is_wrong else f" {_text(value)} "


def _text(value):
    return str(int(value)) if np.isfinite(value) and value == int(value) else f"{value:.4g}"


def call_to_paste(function, arguments, largest):
    """Return source that repeats a call, or "" if an argument has more than `largest` pixels."""
    if any(argument.size > largest for argument in arguments):
        return ""
    return f"{function}({', '.join(_source(argument) for argument in arguments)})"


def _source(array):
    """Return Python source for an array, with its dtype if it is not float64."""
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


def pixel_of(array):
    """Return what the elements of an image are called: pixels, and in a volume voxels."""
    return "voxel" if array.ndim == 3 else "pixel"


def percent(share):
    """Return a share as people read it.

    Examples
    --------
    >>> percent(0.95)
    '95 %'
    """
    return f"{100 * share:.0f} %"
