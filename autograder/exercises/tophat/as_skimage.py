"""What scikit-image's functions make of an image, and the sentence if a function makes another."""

from __future__ import annotations

import numpy as np
from skimage import morphology

from autograder.authoring.assertions import assert_dtype, assert_same_image
from autograder.authoring.conduct import assert_answers, assert_does_something
from autograder.authoring.failures import Crashed, WrongResult
from autograder.authoring.oracles import remembering
from autograder.exercises.tophat import FUNCTIONS
from autograder.exercises.tophat.footprints import BALL, COLUMN, SQUARE, framed

IN_SKIMAGE = {"erode": "erosion", "dilate": "dilation"}
_FILTERS = tuple(name for name in FUNCTIONS if name != "find_letters")
ORACLES = {name: remembering(getattr(morphology, IN_SKIMAGE.get(name, name))) for name in _FILTERS}

AS_SKIMAGE = "The result should be that of scikit-image's function."
# Bright and dark spots on a slope, so that not even two erosions leave the same number everywhere.
BUMPS = (np.arange(49.0) + np.arange(49.0) ** 2 % 11).reshape(7, 7)

_PLAIN = framed(BUMPS, SQUARE)


def assert_do_their_work(scene, *functions):
    """Raise `WrongResult` if a function returns the image, or one number, also of what is drawn.

    Whoever does so has kept every promise that compares a result with another.

    Parameters
    ----------
    scene : tuple of ndarray
        An image and a footprint that are drawn.
    *functions : ObservedFunction
        What is tried.
    """
    for function in functions:
        assert_does_something(function, BUMPS, SQUARE)
        assert_answers(function, ORACLES[function.name], *scene)


def assert_as_skimage(function, image, footprint, rule):
    """Compare with scikit-image's function of the same name, exactly, the dtype last."""
    assert_is_as_skimage(function(image, footprint), function.name, image, footprint, rule)


def assert_is_as_skimage(result, name, image, footprint, rule):
    """Compare the result of the function of this name as `assert_as_skimage` does."""
    expected = ORACLES[name](image, footprint)
    assert_same_image(result, expected, rule=rule)
    assert_dtype(result, expected.dtype)


def assert_as_skimage_there(function, image, footprint, rule):
    """As `assert_as_skimage`; if a plain image comes out wrong as well, it is not for this rule."""
    rule = rule if _is_plainly_right(function) else AS_SKIMAGE
    assert_as_skimage(function, image, footprint, rule)


def _is_plainly_right(function):
    try:
        expected = ORACLES[function.name](_PLAIN, SQUARE)
        assert_same_image(function(_PLAIN, SQUARE), expected)
    except (WrongResult, Crashed):
        return False
    return True


def assert_as_skimage_on_volumes(functions, volume):
    """Compare with scikit-image's functions, with a footprint of one column and with a ball."""
    rule = "The footprint should reach across planes as it does across rows and columns."
    for function in functions:
        for footprint in (COLUMN, BALL):
            assert_as_skimage_there(function, framed(volume, footprint), footprint, rule)
