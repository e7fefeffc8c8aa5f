"""What failures of the skull removal say: which pixel, and what should have been kept."""

import runpy
from pathlib import Path

import numpy as np
import pytest
from scipy import ndimage
from skimage.filters import threshold_otsu

from autograder.authoring.failures import WrongResult
from autograder.authoring.shown import Shown
from autograder.exercises.skull_removal.assertions import (
    SCALP_AND_BONE,
    assert_kept,
    assert_landmarks,
    assert_pixels_of,
    assert_removed,
)
from autograder.exercises.skull_removal.pieces import largest_piece
from autograder.exercises.skull_removal.pieces_left import pieces_left
from autograder.imaging.phantoms import head

HEAD = head((40, 40), gap=3, scalp=3)
FLUID = ~(HEAD.brain | HEAD.scalp_and_bone | HEAD.background)


def kept(mask):
    return np.where(mask, HEAD.image, 0)


def failure_of(assertion, *arguments):
    with pytest.raises(WrongResult) as caught:
        assertion(*arguments)
    return caught.value


def test_brain_that_was_lost_is_expected_and_its_first_pixel_named():
    upper_half = HEAD.brain.copy()
    upper_half[: len(upper_half) // 2] = False
    result = kept(upper_half)
    failure = failure_of(assert_kept, result, HEAD, HEAD.brain, "the brain", 0.95)
    assert np.array_equal(failure.expected, kept(HEAD.brain))
    assert failure.where == tuple(np.argwhere(HEAD.brain & ~upper_half)[0])
    assert f"too much was taken away, for example at {list(failure.where)}." in str(failure)


def test_scalp_that_was_left_is_expected_to_be_0_and_its_first_pixel_named():
    failure = failure_of(
        assert_removed, kept(~HEAD.background), HEAD, HEAD.scalp_and_bone, "scalp and bone"
    )
    assert HEAD.scalp_and_bone[failure.where]
    assert failure.expected[failure.where] == 0
    assert failure.actual[failure.where] != 0


def test_fluid_around_the_brain_may_stay_or_go():
    assert FLUID.any()
    for fluid in (FLUID, ~FLUID & FLUID):
        result = kept(HEAD.scalp_and_bone | fluid)
        failure = failure_of(assert_kept, result, HEAD, HEAD.brain, "the brain", 0.95)
        assert np.array_equal(failure.expected, kept(HEAD.brain | fluid))


def test_a_strange_pixel_is_expected_to_be_the_images_own_where_it_was_kept():
    result = kept(HEAD.brain)
    result[HEAD.brain] += 1
    failure = failure_of(assert_pixels_of, result, HEAD.image)
    assert np.array_equal(failure.expected, kept(HEAD.brain))
    assert failure.where == tuple(np.argwhere(HEAD.brain)[0])


def test_a_landmark_on_the_wrong_side_is_the_wrong_pixel():
    from autograder.exercises.skull_removal.landmarks import SAGITTAL

    nothing = np.zeros_like(SAGITTAL.picture())
    assert failure_of(assert_landmarks, nothing, SAGITTAL).where == next(iter(SAGITTAL.brain))
    everything = SAGITTAL.picture()
    failure = failure_of(assert_landmarks, everything, SAGITTAL)
    assert failure.where == next(iter(SAGITTAL.elsewhere))


@pytest.mark.parametrize("share", [0.5, 0.6, 0.65])
def test_landmarks_stay_whatever_share_of_the_usual_brightness_is_the_threshold(share):
    """Half of what is brighter than Otsu's threshold is fluid, which is brighter than the brain."""
    from autograder.exercises.skull_removal.landmarks import B0

    volume = B0.picture().astype(float)
    bright = volume > share * np.median(volume[volume > threshold_otsu(volume)])
    core = largest_piece(ndimage.distance_transform_edt(bright) > 3)
    mask = bright & (ndimage.distance_transform_edt(~core) <= 3.5)
    assert_landmarks(np.where(ndimage.binary_fill_holes(mask), volume, 0), B0)


def test_the_reference_finds_a_head_of_which_the_gap_is_as_dark_as_the_air():
    """Otsu's threshold is then as low as the noise, for nothing is brighter but the head."""
    solution = Path(__file__).parents[2] / "reference/skull_removal/solution.py"
    dark = head(
        (34, 33), margins=((0, 47), (0, 46)), folds=0, scalp=3, gap_brightness=0.01, noise=0.01
    )
    result = runpy.run_path(str(solution))["remove_skull"](dark.image)
    assert not result[dark.scalp_and_bone | dark.background].any()
    assert result[dark.brain].all()


@pytest.mark.parametrize(
    ("tissue", "words"),
    [
        ("brain", "still joins"),
        ("scalp_and_bone", "the inside of the brain is not in it"),
    ],
)
def test_one_piece_is_joined_to_the_brain_only_if_it_has_the_brain(tissue, words):
    came = kept(getattr(HEAD, tissue))
    shown = Shown(SCALP_AND_BONE, (HEAD.image,), came, None, (0, 0), None)
    assert words in pieces_left(shown).sentence
