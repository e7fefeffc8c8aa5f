"""Wrong answers to what nobody has to write: exercise, function, key of the first sentence."""

STEP = """
import numpy as np
from numpy.lib.stride_tricks import sliding_window_view

def {name}(image, footprint):
    padded = np.pad(image, [(side // 2, side // 2) for side in footprint.shape], mode="{mode}")
    windows = sliding_window_view(padded, footprint.shape)
    return {result}
"""
UNDER = "windows[..., footprint.astype(bool)]"
AXES = """
import numpy as np
from scipy import ndimage

def convolve_axis_by_axis(volume, weights):
    result = volume.astype(float)
    for axis in {axes}:
        result = ndimage.correlate1d(result, weights, axis, mode="constant")
    return {result}
"""
PAGE = """
from skimage.filters import threshold_otsu
from skimage.morphology import black_tophat, disk, white_tophat

def find_letters(page):
    return {result}
"""
RADII = """
import numpy as np
from skimage.morphology import disk, opening

def dice_by_radius(mask, radii):
    scores = np.zeros(len(radii){more})
    for i, radius in enumerate({radii}):
        opened = opening(mask, {footprint})
        scores[i] = {score}
    return scores
"""


def step(name, result, mode="symmetric"):
    """Return `erode` or `dilate`."""
    return STEP.format(name=name, mode=mode, result=result)


def radii(**changed):
    """Return a right `dice_by_radius` in which some parts are replaced."""
    right = {"more": "", "radii": "radii", "footprint": "disk(radius)"}
    right["score"] = "2 * opened.sum() / (opened.sum() + mask.sum())"
    return RADII.format(**(right | changed))


_ERODE, _DILATE = ("tophat", "erode"), ("tophat", "dilate")
_PAGE, _DICE = ("tophat", "find_letters"), ("skull_removal", "dice_by_radius")
_AXES = ("convolution3d", "convolve_axis_by_axis")
ATTEMPTS = {
    "zeros beyond the border": (
        *_ERODE,
        "border:constant",
        step("erode", f"{UNDER}.min(-1)", "constant"),
    ),
    "largest for least": (*_ERODE, "steps:D", step("erode", f"{UNDER}.max(-1)")),
    "255 under the zeros": (
        *_ERODE,
        "footprint:under zeros",
        step("erode", "np.where(footprint, windows, 255).reshape(*image.shape, -1).min(-1)"),
    ),
    "in floats": (*_DILATE, "dtype:floats", step("dilate", f"{UNDER}.max(-1).astype(float)")),
    "one threshold": (*_PAGE, "took_one_threshold_for_the_page", PAGE.format(result="page < 128")),
    "bright things": (
        *_PAGE,
        "marked_bright_pixels",
        PAGE.format(result="white_tophat(page, disk(3)) > 30"),
    ),
    "no mask": (*_PAGE, "returned_no_mask", PAGE.format(result="black_tophat(page, disk(5))")),
    "half of Dice": (
        *_DICE,
        "forgot_to_double",
        radii(score="opened.sum() / (opened.sum() + mask.sum())"),
    ),
    "sorted radii": (*_DICE, "sorted_the_radii", radii(radii="sorted(radii)")),
    "whole numbers": (*_DICE, "cut_off_fractions", radii(more=", dtype=int")),
    "clipped": (
        *_AXES,
        "clipped_to_bytes",
        AXES.format(axes="range(3)", result="result.clip(0, 255)"),
    ),
    "the volume": (*_AXES, "returned_the_image", AXES.format(axes="()", result="volume")),
    "rows twice": (*_AXES, "axes:011", AXES.format(axes="(0, 1, 1)", result="result")),
}
