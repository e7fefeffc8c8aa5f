"""Models of two steps, erosions or dilations, with footprints and borders of several kinds."""

from __future__ import annotations

from functools import partial
from itertools import product

import numpy as np
from scipy import ndimage

STEPS = {"E": ndimage.grey_erosion, "D": ndimage.grey_dilation}
# Both steps take the footprint as it is given.
GIVEN = ("given", "given")
RIGHT_STEPS = {"closing": "DE", "black_tophat": "DE", "erode": "E", "dilate": "D"}
# Of steps that are neither, and of more than two, only some are looked at. EDE would be E again.
OTHER_STEPS = ("M", "N", "MD", "EM", "MM", "ND", "EN", "NN", "DM", "ME", "DN", "NE")
MORE_STEPS = ("EED", "EDD", "DDE", "DEE", "EEDD", "DDEE")
ASYMMETRIC = ("less", "less box")
# What is beyond the border and never the least value of a neighbourhood, or never the largest.
NEVER = {"E": np.inf, "D": -np.inf}


def right_steps_of(name):
    """Return the steps that a function is made of; a top-hat, those of what it subtracts."""
    return RIGHT_STEPS.get(name, "ED")


def cross(ndim):
    """Return scikit-image's default footprint."""
    return ndimage.generate_binary_structure(ndim, 1)


def round_of(radius, ndim):
    """Return the pixels at most `radius` from the middle."""
    grid = np.indices((2 * radius + 1,) * ndim) - radius
    return (grid**2).sum(axis=0) <= radius**2


def _rows(given):
    """Return a full square with as many rows as a footprint."""
    return np.ones((given.shape[0],) * given.ndim)


def _all_but_last(given):
    """Return ones that lack the last row and column, as far as a footprint has several."""
    ends = tuple(slice(0, max(side - 1, 1)) for side in given.shape)
    result = np.zeros_like(given)
    result[ends] = 1
    return result


def _is_cubic(given):
    """Return whether all sides are equally long."""
    return len(set(given.shape)) == 1


def _footprints_used():
    """Return what may become of a footprint, by name: functions of it."""
    return {
        "given": lambda given: given,
        "cross": lambda given: cross(given.ndim),
        "box": np.ones_like,
        "rows": _rows,
        "columns": lambda given: np.ones((given.shape[-1],) * given.ndim),
        "rows if unlike": lambda given: given if _is_cubic(given) else _rows(given),
        "transposed": np.transpose,
        "three": lambda given: np.ones((3,) * given.ndim),
        "five": lambda given: np.ones((5,) * given.ndim),
        "disk 2": lambda given: round_of(2, given.ndim),
        "disk 3": lambda given: round_of(3, given.ndim),
        "disk": lambda given: round_of(given.shape[0] // 2, given.ndim),
        "wider": lambda given: np.pad(given, 1, mode="edge"),
        "one": lambda given: np.ones((1,) * given.ndim),
        "less": lambda given: given * _all_but_last(given),
        "less box": _all_but_last,
    }


def _step(name, image, footprint, used="given", mode="reflect"):
    """Return one erosion ("E") or dilation ("D") of an image of floats.

    Parameters
    ----------
    name : {"E", "D"}
        Which.
    image, footprint : ndarray
        Of equally many axes.
    used : str
        What becomes of the footprint, one of `_footprints_used`; or "times", if its zeros take part
        as zeros; or "heights", if it is taken from grey values.
    mode : str
        As SciPy has it, with the border of zeros for "constant"; or "ignore".
    """
    cval = 0.0
    if mode == "ignore":
        mode, cval = "constant", NEVER[name]
    if used == "heights":
        return STEPS[name](image, structure=footprint.astype(float), mode=mode, cval=cval)
    if used == "times":
        result = STEPS[name](image, footprint=footprint, mode=mode, cval=cval)
        if footprint.all():
            return result
        return np.minimum(result, 0) if name == "E" else np.maximum(result, 0)
    laid = _footprints_used()[used](footprint)
    if used in ASYMMETRIC and name == "D":
        laid = np.flip(laid)  # SciPy's dilation turns it, and loops do not
    return STEPS[name](image, footprint=laid, mode=mode, cval=cval)


def steps(names, image, footprint, used=("given",) * 2, modes=("reflect",) * 2):
    """Return an image after steps such as "ED", each with its own use of the footprint and mode."""
    for name, how, mode in zip(names, used, modes, strict=False):
        image = _step(name, image, footprint, how, mode)
    return image


def step_models():
    """Return functions of image and footprint, by the names of the steps and what they use."""
    uses = (*_footprints_used(), "times", "heights")
    alike = [((names, (use, use))) for names in ("ED", "DE", "EE", "DD") for use in uses]
    single = [((name, (use,))) for name in "ED" for use in uses]
    unlike = [
        (names, pair)
        for names in ("ED", "DE", "EE", "DD")
        for pair in product(("given", "cross", "wider", "box", "three", "disk 2"), repeat=2)
        if pair[0] != pair[1]
    ]
    models = {key: partial(steps, key[0], used=key[1]) for key in (*single, *alike, *unlike)}
    models["", ()] = lambda image, footprint: image
    for names in (*OTHER_STEPS, *MORE_STEPS):
        models[names, ()] = partial(_any_steps, names)
    return models


def _any_steps(names, image, footprint):
    """Return an image after steps such as "MD", where M is the mean and N the median."""
    for name in names:
        if name == "M":
            image = ndimage.correlate(image, footprint / footprint.sum())
        elif name == "N":
            image = ndimage.median_filter(image, footprint=footprint)
        else:
            image = _step(name, image, footprint)
    return image


def border_models(names, *, used):
    """Return functions of image and footprint, by what is beyond the border in each step."""
    modes = ("reflect", "constant", "nearest", "mirror", "wrap", "ignore")
    models = {
        pair: partial(steps, names, used=used, modes=pair)
        for pair in product(modes, repeat=len(names))
    }
    right = models[("reflect",) * len(names)]
    models["black",] = lambda image, footprint: _middle_only(right, image, footprint, 0 * image)
    models["copied",] = lambda image, footprint: _middle_only(right, image, footprint, image)
    if len(names) == 1:
        return models
    for kind in ("black", "copied"):
        models[f"{kind} steps",] = partial(_left_in_each, names, used, kind)
        for number in range(len(names)):
            models[f"{kind} {names[number]}",] = partial(_one_left, names, used, number, kind)
    return models


def _one_left(names, used, number, kind, image, footprint):
    """Leave 0 near the border in one of the steps, or the pixels that are there before it."""
    for index, (name, how) in enumerate(zip(names, used, strict=True)):
        one = partial(_step, name, used=how)
        if index == number:
            background = 0 * image if kind == "black" else image
            image = _middle_only(one, image, footprint, background)
        else:
            image = one(image, footprint)
    return image


def _middle(image, footprint):
    """Return the slices of the image where the footprint lies inside it."""
    sides = zip(image.shape, footprint.shape, strict=True)
    return tuple(slice(reach // 2, max(side - reach // 2, 0)) for side, reach in sides)


def _middle_only(right, image, footprint, background):
    """Set only pixels at which the footprint lies inside the image."""
    result, inside = background.copy(), _middle(image, footprint)
    result[inside] = right(image, footprint)[inside]
    return result


def _left_in_each(names, used, kind, image, footprint):
    """Leave 0 near the border in each of the steps, or the pixels that are there before it."""
    for name, how in zip(names, used, strict=True):
        one = partial(_step, name, used=how)
        background = 0 * image if kind == "black" else image
        image = _middle_only(one, image, footprint, background)
    return image
