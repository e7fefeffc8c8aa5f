"""Head phantoms: inside the range that the skull-removal exercise states, everywhere."""

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from scipy import ndimage

from autograder.exercises.skull_removal import corners
from autograder.exercises.skull_removal.strategies import flat_head_volumes, head_volumes, heads
from autograder.imaging.phantoms import head

CLEAN = {"noise": 0.0, "brightness": 1.0, "dtype": "float64"}
SOME = settings(
    max_examples=40, database=None, deadline=None, suppress_health_check=list(HealthCheck)
)


def all_heads(**fixed):
    """Slices, volumes, and corners; slices twice as often, as they take less time."""
    slices = heads(**fixed)
    volumes = st.one_of(head_volumes(**fixed), flat_head_volumes(**fixed))
    return st.one_of(slices, slices, in_corners(**fixed), volumes)


def in_corners(**fixed):
    """Heads from the corners of the range, with as much of them as is not given."""
    slices = (
        corners.IN_A_CORNER,
        corners.LARGE_VENTRICLES,
        corners.BRIGHT_AND_THIN,
        corners.THICK,
        corners.PLAIN_SLICE,
    )
    volume = head_volumes(**corners.PLAIN_VOLUME | fixed)
    return st.one_of(*(heads(**each | fixed) for each in slices), volume)


def bright(phantom):
    """Where a head without noise is bright: nothing in it is between 0.3 and 0.6."""
    return phantom.image > 0.5


def pieces(mask):
    """The connected pieces of a mask, as a list of masks."""
    labels, count = ndimage.label(mask)
    return [labels == number for number in range(1, count + 1)]


def planes(mask, axis):
    """The numbers of the planes across an axis in which a mask has anything."""
    return np.flatnonzero(mask.any(axis=tuple(a for a in range(mask.ndim) if a != axis)))


@SOME
@given(phantom=all_heads())
def test_values_are_not_negative_and_integers_do_not_wrap(phantom):
    brain = np.median(phantom.image[phantom.brain])
    assert phantom.image.min() >= 0
    assert np.median(phantom.image[phantom.background]) < 0.1 * brain
    assert phantom.image.max() < 2.5 * brain


@SOME
@given(phantom=all_heads())
def test_no_pixel_is_of_two_tissues(phantom):
    tissues = [phantom.brain, phantom.scalp_and_bone, phantom.background]
    assert np.sum(tissues, axis=0).max() == 1
    assert not (phantom.ventricles & ~phantom.brain).any()


@SOME
@given(phantom=all_heads(**CLEAN))
def test_the_brain_is_bright_and_all_around_it_dark_or_scalp(phantom):
    tissue = phantom.brain & ~phantom.ventricles
    assert abs(phantom.image[tissue].mean() - 1) < 0.05
    assert np.ptp(phantom.image[tissue]) <= 0.3 + 1e-6
    rest = phantom.image[~tissue]
    assert not ((rest > 0.3 + 1e-6) & (rest < 0.6 - 1e-6)).any()
    assert rest.max() <= 2


@SOME
@given(phantom=all_heads(**CLEAN))
def test_the_brain_is_one_piece_and_large_enough(phantom):
    extents = [np.ptp(planes(phantom.brain, axis)) + 1 for axis in range(phantom.brain.ndim)]
    assert min(extents) >= (30 if phantom.brain.ndim == 2 else 28)
    assert len(pieces(phantom.brain & bright(phantom))) == 1


@SOME
@given(phantom=all_heads(ventricles=0.15, **CLEAN))
def test_the_ventricles_are_holes_in_the_brain(phantom):
    tissue = phantom.brain & bright(phantom)
    assert phantom.ventricles.any()
    np.testing.assert_array_equal(ndimage.binary_fill_holes(tissue), phantom.brain)


@SOME
@given(phantom=all_heads(ventricles=0.0, **CLEAN))
def test_a_brain_without_ventricles_has_no_holes(phantom):
    assert not phantom.ventricles.any()
    assert bright(phantom)[phantom.brain].all()


@SOME
@given(phantom=all_heads(bridges=0, neck=0.0, **CLEAN))
def test_the_gap_is_two_pixels_wide_everywhere(phantom):
    scalp = bright(phantom) & ~phantom.brain
    grown = ndimage.binary_dilation(phantom.brain, iterations=2)
    assert not (grown & scalp).any()


@SOME
@given(phantom=all_heads(bridges=0, **CLEAN))
def test_no_bright_piece_is_larger_than_the_brain(phantom):
    scalp = pieces(bright(phantom) & ~phantom.brain)
    assert max(piece.sum() for piece in scalp) < phantom.brain.sum()


@SOME
@given(phantom=heads(**CLEAN))
def test_one_erosion_by_the_cross_breaks_every_bridge_of_a_slice(phantom):
    assert_let_go(phantom, ndimage.binary_erosion(bright(phantom)))


@SOME
@given(phantom=st.one_of(head_volumes(neck=0.0, **CLEAN), flat_head_volumes(neck=0.0, **CLEAN)))
def test_an_erosion_of_two_voxels_breaks_every_bridge_of_a_volume(phantom):
    assert_let_go(phantom, ndimage.distance_transform_edt(bright(phantom)) > 2)


def assert_let_go(phantom, eroded):
    """Assert that no piece of what is left has both brain and scalp."""
    labels, _ = ndimage.label(eroded)
    brain, scalp = set(labels[phantom.brain]), set(labels[phantom.scalp_and_bone])
    assert brain & scalp <= {0}


@SOME
@given(phantom=head_volumes(bridges=0, neck=0.22, **CLEAN))
def test_a_neck_is_bright_and_leads_to_the_last_plane_but_is_in_none_of_the_masks(phantom):
    last = bright(phantom)[-1] & ~phantom.scalp_and_bone[-1]
    assert np.ptp(np.argwhere(last), axis=0).max() < 0.22 * min(phantom.parameters[0])
    neck = bright(phantom) & ~phantom.brain & ~phantom.scalp_and_bone
    assert neck[-1].any()
    assert not (neck & phantom.background).any()
    (both,) = pieces((neck | phantom.brain) & bright(phantom))
    assert both[-1].any()


@SOME
@given(phantom=all_heads(bridges=1, gap=3, bridge_width=2, **CLEAN))
def test_one_bridge_makes_brain_and_scalp_one_piece(phantom):
    (both,) = pieces(bright(phantom))
    assert (both & phantom.brain).any()
    assert (both & phantom.scalp_and_bone).any()


@SOME
@given(phantom=st.one_of(head_volumes(), flat_head_volumes()))
def test_the_first_and_last_planes_of_a_head_show_no_brain(phantom):
    for axis in range(3):
        brain, rest = planes(phantom.brain, axis), planes(phantom.scalp_and_bone, axis)
        assert rest[0] + 4 <= brain[0]
        assert brain[-1] + 4 <= rest[-1]


@SOME
@given(phantom=all_heads())
def test_volumes_and_slices_stay_within_their_sizes(phantom):
    assert max(phantom.image.shape) <= (200 if phantom.image.ndim == 2 else 64)


@SOME
@given(phantom=all_heads())
def test_margins_are_up_to_1_4_brains(phantom):
    brain, margins = phantom.parameters[:2]
    for side, pair in zip(brain, margins, strict=True):
        assert max(pair) <= 1.4 * side


def test_without_margins_the_head_touches_every_border():
    background = head(brain=(30, 40), margins=0).background
    for border in (background[0], background[-1], background[:, 0], background[:, -1]):
        assert not border.all()


def test_margins_lie_before_and_after_the_head():
    inner = head(margins=0).background
    outer = head(margins=((1, 2), (3, 4))).background
    np.testing.assert_array_equal(outer[1:-2, 3:-4], inner)


@pytest.mark.parametrize("noise", [0.01, 0.05])
def test_the_noise_is_a_share_of_the_brains_brightness(noise):
    phantom = head(brain=(100, 100), noise=noise, brightness=500)
    tissue = phantom.image[phantom.brain & ~phantom.ventricles]
    assert tissue.std() / 500 == pytest.approx(noise, rel=0.1)


def test_the_seed_decides_everything_that_is_random():
    np.testing.assert_array_equal(head(seed=1).image, head(seed=1).image)
    assert (head(seed=1).image != head(seed=2).image).any()
