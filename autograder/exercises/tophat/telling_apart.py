"""Images that look alike, of which each needs a result of its own."""

from __future__ import annotations

from autograder.authoring.lookalikes import (
    almost_equal,
    assert_tells_apart,
    printed_alike,
    same_bytes,
)
from autograder.authoring.strata import in_turn
from autograder.exercises.tophat.as_skimage import assert_is_as_skimage
from autograder.exercises.tophat.footprints import COLUMN

RULE = "Each image should have its own result, whatever was called before."
LINE = COLUMN[..., 0]
# Of more than 1000 pixels: what NumPy does not print in full.
LONG, SHORT = (1001, 1), (9, 1)


def ways_to_be_alike():
    """Which function meets images that print the same; all meet some that are alike otherwise.

    The long ones take nested loops their time.
    """
    return in_turn(("opening", "closing", "all"))


def assert_tells_images_apart(function, way):
    """Raise `WrongResult` if one result serves two images that look alike.

    Parameters
    ----------
    function : callable
        One of the four.
    way : str
        In which way they look alike; see `ways_to_be_alike`.
    """

    def assert_right(result, *arguments):
        assert_is_as_skimage(result, function.name, *arguments, RULE)

    every = {"all": [almost_equal(SHORT, 1), same_bytes(SHORT)]}
    every[function.name] = [printed_alike(LONG)]
    for one, other in every.get(way, ()):
        assert_tells_apart(function, (one, LINE), (other, LINE), assert_right)
