"""How wrong results relate to the right ones is said only where it holds of all of them."""

import numpy as np
import pytest

from autograder.judging.relations import relation_of

KERNEL = np.ones((3, 3))
IMAGES = [np.random.default_rng(seed).normal(5, 3, (5 + seed % 2, 6)) for seed in range(8)]


def moved_down(image):
    result = np.zeros_like(image)
    result[1:] = image[:-1]
    return result


def wrong_border(image):
    result = image.copy()
    result[0] = image[0] ** 2
    return result


def said(wrong, images=IMAGES):
    """Return what is said of a function that should return the image."""
    found = relation_of([(image, wrong(image), (image, KERNEL)) for image in images])
    return found.sentence if found else ""


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        (lambda image: -image, "Every pixel has the wrong sign."),
        (lambda image: image / 9, "Every pixel is 0.111111 times what it should be."),
        (lambda image: image + 2, "Every pixel is 2 too high."),
        (lambda image: image.T, "Rows and columns are swapped in the result."),
        (lambda image: image[::-1, ::-1], "The result is the right one turned by half a turn."),
        (moved_down, "The result is moved by one pixel: down."),
        (np.trunc, "The decimals are cut off."),
        (np.round, "Every pixel is rounded to a whole number."),
        (wrong_border, "Only pixels near the border of the image are wrong."),
    ],
)
def test_a_relation_that_holds_of_all_results_is_said(wrong, sentence):
    assert said(wrong) == sentence


@pytest.mark.parametrize(
    "wrong",
    [
        lambda image: image,
        lambda image: image**2,
        lambda image: image * image.max(),
        lambda image: np.full_like(image, np.nan),
        lambda image: np.full_like(image, 1e308),
        lambda image: image[:0],
        lambda image: -image if image.shape[0] == 5 else image + 1,
    ],
)
def test_nothing_is_said_of_other_results(wrong):
    assert said(wrong) == ""


def test_a_few_results_are_not_enough():
    assert said(lambda image: -image, IMAGES[:4]) == ""
