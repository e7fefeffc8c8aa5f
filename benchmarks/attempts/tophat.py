"""Wrong top-hats as students write them, with the function and the key that is wanted first."""

STEPS = """
import numpy as np
from scipy import ndimage
from skimage.morphology import erosion, dilation

def opening(image, footprint):
    return {opening}

def closing(image, footprint):
    return {closing}

def white_tophat(image, footprint):
    return {white}

def black_tophat(image, footprint):
    return {black}
"""
RIGHT = {
    "opening": "dilation(erosion(image, footprint), footprint)",
    "closing": "erosion(dilation(image, footprint), footprint)",
    "white": "image - opening(image, footprint)",
    "black": "closing(image, footprint) - image",
}


def steps(**changed):
    """Return the four functions with some of them changed."""
    return STEPS.format(**(RIGHT | changed))


LOOPS = """

def filtered(image, footprint, function):
    p, q = footprint.shape[0] // 2, footprint.shape[1] // 2
    padded = np.pad(image, ((p, p), (q, q)){mode})
    result = np.zeros_like(image)
    for i in range(image.shape[0]):
        for j in range(image.shape[1]):
            window = padded[i:i + footprint.shape[0], j:j + footprint.shape[1]]
            result[i, j] = function({chosen})
    return result


def erosion(image, footprint):
    return filtered(image, footprint, np.min)


def dilation(image, footprint):
    return filtered(image, footprint, np.max)
"""


def loops(mode="", chosen="window[footprint == 1]"):
    """Return the four functions on erosion and dilation by loops."""
    return steps() + LOOPS.format(mode=mode, chosen=chosen)


ATTEMPTS = {
    "zeros beyond the border": ("opening", "border:constant", loops()),
    "repeated border": ("opening", "border:nearest", loops(", mode='edge'")),
    "times the footprint": (
        "opening",
        "footprint:times",
        loops(", mode='symmetric'", "window * footprint"),
    ),
    "whole window": ("opening", "footprint:box", loops(", mode='symmetric'", "window")),
    "swapped": (
        "opening",
        "steps:DE",
        steps(opening=RIGHT["closing"], closing=RIGHT["opening"]),
    ),
    "second footprint forgotten": (
        "opening",
        "footprint:one:cross",
        steps(opening="dilation(erosion(image, footprint))"),
    ),
    "the book's black top-hat": (
        "black_tophat",
        "subtracted_the_closing_from_the_image",
        steps(black="image - closing(image, footprint)"),
    ),
    "absolute difference": (
        "white_tophat",
        "took_the_absolute_difference",
        steps(white="np.abs(opening(image, footprint) - image)"),
    ),
    "binary erosion": (
        "opening",
        "thresholded",
        steps(
            opening="ndimage.binary_dilation(ndimage.binary_erosion(image, footprint), footprint)"
            ".astype(image.dtype)"
        ),
    ),
    "erosion only": ("opening", "steps:E", steps(opening="erosion(image, footprint)")),
    "white from the erosion": (
        "white_tophat",
        "subtracted_the_erosion",
        steps(white="image - erosion(image, footprint)"),
    ),
    "white as floats": (
        "white_tophat",
        "dtype:floats",
        steps(white="image.astype(float) - opening(image, footprint)"),
    ),
    "white depends on a wrong opening": (
        "white_tophat",
        "follows:opening",
        steps(opening="erosion(image, footprint)"),
    ),
    "top-hats exchanged": (
        "white_tophat",
        "returned_the_black_top_hat",
        steps(white=RIGHT["black"], black=RIGHT["white"]),
    ),
    "no return": (
        "closing",
        "returned_nothing",
        steps().replace("return erosion(dilation", "erosion(dilation"),
    ),
    "two faults: default footprint and order": (
        "opening",
        "steps:DE",
        steps(opening="erosion(dilation(image))"),
    ),
    "gradient": (
        "black_tophat",
        "difference:D-E",
        steps(black="dilation(image, footprint) - erosion(image, footprint)"),
    ),
    "eroded twice, then dilated": (
        "opening",
        "steps:EED",
        steps(opening="dilation(erosion(erosion(image, footprint), footprint), footprint)"),
    ),
    "mean for erosion": (
        "opening",
        "steps:MD",
        steps(
            opening="dilation(ndimage.correlate(image.astype(float), footprint / footprint.sum()),"
            " footprint)"
        ),
    ),
    "the darker of image and dilation": (
        "opening",
        "returned_the_image",
        steps(opening="np.minimum(image, dilation(image, footprint))"),
    ),
    "a disk of its own": (
        "opening",
        "footprint:disk",
        steps(
            opening="[dilation(erosion(image, d), d) for d in [np.hypot(*np.indices((2 * "
            "(footprint.shape[0] // 2) + 1,) * 2) - footprint.shape[0] // 2) <= "
            "footprint.shape[0] // 2]][0]"
        ),
    ),
    "255 minus the opening": (
        "white_tophat",
        "difference:255-ED",
        steps(white="255.0 - opening(image, footprint)"),
    ),
    "two faults: black the wrong way round, clipped": (
        "black_tophat",
        "returned_zeros",
        steps(black="np.clip(image - closing(image, footprint), 0, None)"),
    ),
    "added": ("white_tophat", "sum:ED", steps(white="image + opening(image, footprint)")),
    "integers of the footprint as an index": (
        "opening",
        "footprint:kind",
        loops(', mode="symmetric"', chosen="window[footprint]"),
    ),
    "padded by all of the footprint": (
        "opening",
        "moved_the_result",
        loops(', mode="symmetric"').replace(
            "((p, p), (q, q))", "[(k, k) for k in footprint.shape]"
        ),
    ),
    "the border left as it is, in both steps": (
        "opening",
        "border:copied steps",
        loops()
        .replace("padded = np.pad(image, ((p, p), (q, q)))", "padded = image")
        .replace("np.zeros_like(image)", "image.copy()")
        .replace("range(image.shape[0])", "range(p, image.shape[0] - p)")
        .replace("range(image.shape[1])", "range(q, image.shape[1] - q)")
        .replace(
            "padded[i:i + footprint.shape[0], j:j + footprint.shape[1]]",
            "image[i - p:i + p + 1, j - q:j + q + 1]",
        ),
    ),
    "the darkest pixel beyond the border": (
        "opening",
        "border:other",
        loops(', mode="minimum"'),
    ),
    "0 does not count": (
        "opening",
        "numbers:zero",
        loops(
            ', mode="symmetric"',
            chosen="[each for each in (window * footprint).ravel() if each] or [0]",
        ),
    ),
    "a window without its last row and column": (
        "opening",
        "footprint:less box",
        loops(', mode="symmetric"', chosen="window[:max(2 * p, 1), :max(2 * q, 1)]"),
    ),
    "the negative of bytes": (
        "closing",
        "numbers:wrapping",
        steps(closing="-opening(-image, footprint)"),
    ),
    "two faults: stretched, and floats": (
        "white_tophat",
        "stretched",
        steps(white="[each / each.max() for each in [image - opening(image, footprint)]][0]"),
    ),
    "255 beyond the border": (
        "opening",
        "border:other",
        loops(', mode="constant", constant_values=255'),
    ),
    "the first opening of each shape": (
        "opening",
        "kept_one_result_for_a_shape",
        steps(
            opening="kept.setdefault(image.shape, dilation(erosion(image, footprint), footprint))"
        )
        + "\nkept = {}\n",
    ),
    "the first closing of each shape of image and footprint": (
        "closing",
        "kept_one_result_for_a_shape",
        steps(
            closing="kept.setdefault((image.shape, footprint.shape), "
            "erosion(dilation(image, footprint), footprint))"
        )
        + "\nkept = {}\n",
    ),
    "no axes of one": (
        "opening",
        "lost_an_axis",
        steps(opening="np.squeeze(dilation(erosion(image, footprint), footprint))"),
    ),
    "the last axis lost if it is one": (
        "closing",
        "lost_an_axis",
        steps(
            closing="[x[..., 0] if x.shape[-1] == 1 else x "
            "for x in [erosion(dilation(image, footprint), footprint)]][0]"
        ),
    ),
    "the pixel itself always counts": (
        "closing",
        "footprint:middle",
        steps(
            closing="[np.minimum(erosion(d, footprint), d) "
            "for d in [np.maximum(dilation(image, footprint), image)]][0]"
        ),
    ),
    "the least of the pixel and of its neighbours": (
        "opening",
        "footprint:middle",
        steps(
            opening="[np.maximum(dilation(e, footprint), e) "
            "for e in [np.minimum(erosion(image, footprint), image)]][0]"
        ),
    ),
}
