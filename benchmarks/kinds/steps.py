"""Erosions and dilations of the optional half that are right but in one corner of the domain."""

from benchmarks.kinds.hooks import HOOKS

STEPS = (
    """
import numpy as np
from numpy.lib.stride_tricks import sliding_window_view

kept = {{}}

def padded(image, half):
    {border}

def under(image, footprint):
    windows = sliding_window_view(padded(image, [s // 2 for s in footprint.shape]), footprint.shape)
    return windows[..., footprint.astype(bool)]

"""
    + HOOKS
    + """
def least(image, footprint):
    return under(image, footprint).min(-1)

def largest(image, footprint):
    return under(image, footprint).max(-1)

def erode(image, footprint):
    result = least(*prepared(image, footprint)).astype(image.dtype)
    return finished(result, image, footprint, "erode")

def dilate(image, footprint):
    result = largest(*prepared(image, footprint)).astype(image.dtype)
    return finished(result, image, footprint, "dilate")

def opening(image, footprint):
    return largest(least(image, footprint), footprint)

def closing(image, footprint):
    return least(largest(image, footprint), footprint)

def white_tophat(image, footprint):
    return image - opening(image, footprint)

def black_tophat(image, footprint):
    return closing(image, footprint) - image
"""
)
MIRRORED = "return np.pad(image, [(side, side) for side in half], mode='symmetric')"
BEFORE = {
    "float32 in half precision": (
        "image = image.astype(np.float16) if image.dtype == np.float32 else image"
    ),
    "floats as float32": "image = image.astype(np.float32) if image.dtype == float else image",
    "int8 as bytes": "image = image.view(np.uint8) if image.dtype == np.int8 else image",
    "holes of truth values filled": ("footprint = footprint | (footprint.dtype == bool)"),
    "holes filled in volumes": "footprint = footprint | (footprint.ndim == 3)",
    "the first footprint of a shape": (
        "footprint = kept.setdefault(footprint.shape, footprint.copy())"
    ),
    "the footprint's columns read as rows": (
        "footprint = footprint.ravel('K').reshape(footprint.shape)"
    ),
    "one for the middle of the footprint": (
        "footprint[tuple(side // 2 for side in footprint.shape)] = 1"
    ),
    "what may not be written": "image = image if image.flags.writeable else 0 * image",
}
AFTER = {
    "starts at a million": (
        "result = np.minimum(result, 1e6) if which == 'erode' and image.dtype == float else result"
    ),
    "starts at 99999": (
        "result = np.minimum(result, 99999) "
        "if which == 'erode' and image.dtype in (np.int32, np.int64) else result"
    ),
    "starts at -999": (
        "result = np.maximum(result, -999) "
        "if which == 'dilate' and image.dtype in (np.int16, np.int32, np.int64) else result"
    ),
    "floats for volumes of int16": (
        "result = result * 1.0 if image.dtype == np.int16 and image.ndim == 3 else result"
    ),
    "bytes edited": "if image.dtype == np.uint8 and image.flags.writeable: image[...] = 0",
    "a view for a single pixel": "result = image[...] if footprint.size == 1 else result",
    "rows beyond a byte": "result = np.concatenate([result[:255], image[255:]])",
    "one array for each shape": (
        "array = kept.setdefault((image.shape, result.dtype), result)\n    "
        "array[...] = result; result = array"
    ),
}
# How an image goes on beyond its border.
BORDERS = {
    "mirrored once": (
        "few = [min(side, len(image)) if axis == 0 else side for axis, side in enumerate(half)]\n"
        "    image = np.pad(image, [(side, side) for side in few], mode='symmetric')\n"
        "    return np.pad(image, [(a - b, a - b) for a, b in zip(half, few)], mode='edge')"
    ),
    "repeated in volumes": (
        "mode = 'edge' if image.ndim == 3 else 'symmetric'\n"
        "    return np.pad(image, [(side, side) for side in half], mode=mode)"
    ),
}
RIGHT = {
    "in columns": ("pass", "result = np.asfortranarray(result)"),
    "of a copy in C order": ("image = np.array(image, order='C')", "pass"),
}


def _made(before="pass", after="pass", border=MIRRORED):
    return STEPS.format(before=before, after=after, border=border)


def wrong(name):
    """Return the sources of wrong solutions by their titles."""
    first = {title: _made(before=line) for title, line in BEFORE.items()}
    last = {title: _made(after=line) for title, line in AFTER.items()}
    borders = {title: _made(border=lines) for title, lines in BORDERS.items()}
    found = first | last | borders
    return {f"steps: {title}": source for title, source in found.items()}


def right(name):
    """Return the sources of right solutions by their titles."""
    return {f"steps: {title}": _made(*lines) for title, lines in RIGHT.items()}
