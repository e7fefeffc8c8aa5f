"""What is particular to `tophat`: the domain on which an opening is one, and unseen borders."""

import importlib
from functools import partial

import numpy as np
import pytest
from skimage import morphology

from autograder.authoring.forbidden import OPENINGS
from autograder.exercises import load_exercise
from autograder.exercises.tophat.as_skimage import IN_SKIMAGE
from autograder.exercises.tophat.footprints import GREYS, mirrored
from autograder.judging.judged_function import judged
from autograder.judging.session import Session
from autograder.judging.trials import first_failure
from autograder.sandbox.student_function import in_process

TOPHAT = load_exercise("tophat")
SEEDS = range(3)
FRAMED = (
    "opening_is_erosion_then_dilation",
    "closing_is_dilation_then_erosion",
    "the_footprint_may_be_a_rectangle",
    "zeros_of_the_footprint_do_not_count",
    "volumes_are_opened_and_closed",
    "every_grey_value_is_kept",
    "white_tophat_is_the_image_minus_its_opening",
    "black_tophat_is_the_closing_minus_the_image",
    "small_features_are_in_the_top_hats",
    "large_features_are_in_neither_top_hat",
    "differences_of_integers_do_not_wrap",
    "volumes_have_top_hats",
    "erosion_takes_the_least_value",
    "dilation_takes_the_largest_value",
    "rectangles_erode_and_dilate",
    "pixels_under_zeros_are_left_out",
    "volumes_are_eroded_and_dilated",
)


def library(**border):
    """Return scikit-image's functions, by name, with this treatment of the border."""
    functions = {n: getattr(morphology, IN_SKIMAGE.get(n, n)) for n in TOPHAT.oracles}
    made = {name: in_process(name, partial(f, **border)) for name, f in functions.items()}
    return judged(made)


@pytest.fixture(scope="module")
def calls():
    """Return the arguments of all calls that the checks make, as (image, footprint) pairs."""
    functions, made = library(), []
    for check in (each for each in TOPHAT.checks if "find_letters" not in each.functions):
        for seed in SEEDS:
            for drawn in check.draws.examples(seed):
                made += [call.arguments for call in check.try_on(functions, drawn).calls]
    return made


def extremes(image, footprint, pick):
    """Return the minimum or maximum (`pick`) over each neighbourhood, the border mirrored."""
    padded = np.pad(image, [(side // 2, side // 2) for side in footprint.shape], "symmetric")
    windows = np.lib.stride_tricks.sliding_window_view(padded, footprint.shape)
    return pick(windows[..., footprint.astype(bool)], axis=-1)


def test_footprints_are_odd_and_symmetric_about_each_axis(calls):
    for _, footprint in calls:
        assert all(side % 2 for side in footprint.shape)
        assert footprint.dtype.kind in "biu"
        assert set(np.unique(footprint)) in ({1}, {0, 1})
        for axis in range(footprint.ndim):
            np.testing.assert_array_equal(footprint, np.flip(footprint, axis))


def test_images_are_of_the_dtypes_that_the_exercise_allows(calls):
    for image, footprint in calls:
        assert image.ndim == footprint.ndim
        assert image.ndim in (2, 3)
        assert image.dtype == np.uint8 or image.dtype.kind in "if"


def test_every_difference_of_integers_fits_their_dtype(calls):
    for image in (image for image, _ in calls if image.dtype.kind in "iu"):
        assert int(image.max()) - int(image.min()) <= np.iinfo(image.dtype).max


def test_the_domain_reaches_everywhere(calls):
    scenes = [scene for scene in calls if scene[1].size > 1]
    assert {image.dtype for image, _ in scenes} >= {table.dtype for table in GREYS}
    assert {footprint.dtype for _, footprint in scenes} >= {np.dtype(t) for t in (bool, "u1", int)}
    for ndim in (2, 3):
        images, footprints = zip(*[s for s in scenes if s[0].ndim == ndim], strict=True)
        middles = [f[tuple(side // 2 for side in f.shape)] for f in footprints]
        assert any(len(np.unique(image)) > 2 for image in images)
        assert any(image.min() < 0 for image in images)
        assert any(image.max() > 255 for image in images)
        assert any((image % 1).any() for image in images)
        assert any(f.size > i.size for i, f in zip(images, footprints, strict=True))
        assert any(len(set(f.shape)) > 1 for f in footprints)
        assert any(not f.all() for f in footprints)
        assert not all(middles)


def test_the_oracle_is_erosion_then_dilation_as_the_definition_says(calls):
    for image, footprint in calls[::5]:
        eroded = extremes(image, footprint, np.min)
        dilated = extremes(image, footprint, np.max)
        opened = morphology.opening(image, footprint)
        closed = morphology.closing(image, footprint)
        np.testing.assert_array_equal(opened, extremes(eroded, footprint, np.max))
        np.testing.assert_array_equal(closed, extremes(dilated, footprint, np.min))


def test_an_opening_is_idempotent_and_never_brighter_on_the_domain(calls):
    for image, footprint in calls[::5]:
        opened = morphology.opening(image, footprint)
        np.testing.assert_array_equal(morphology.opening(opened, footprint), opened)
        assert (opened <= image).all()


@pytest.mark.parametrize(
    "footprint", [np.eye(3), np.ones((2, 2)), np.array([[1, 1, 0]]), np.array([[0, 0, 1]])]
)
def test_outside_the_domain_erosion_then_dilation_may_brighten(footprint):
    images = np.random.default_rng(0).integers(0, 10, (50, 4, 5))
    opened = [morphology.dilation(morphology.erosion(i, footprint), footprint) for i in images]
    assert not all((o <= i).all() for o, i in zip(opened, images, strict=True))


@pytest.mark.parametrize("mode", ["constant", "ignore", "nearest", "mirror", "wrap"])
def test_a_mistake_at_the_border_costs_nothing_on_framed_images(mode):
    functions = library(mode=mode)
    for session in map(Session, SEEDS):
        for name in FRAMED:
            assert first_failure(TOPHAT.check(name), functions, session) is None


@pytest.mark.parametrize("mode", ["constant", "ignore", "nearest", "mirror", "wrap"])
def test_every_other_border_is_noticed(mode):
    functions = library(mode=mode)
    for name in ("the_border_is_mirrored", "both_steps_mirror_the_border"):
        check = TOPHAT.check(name)
        assert all(first_failure(check, functions, Session(seed)) for seed in range(20))


def test_a_quarter_is_mirrored_about_its_first_pixel():
    footprint = mirrored(np.array([[1, 0], [1, 1]]))
    np.testing.assert_array_equal(footprint, [[1, 1, 1], [0, 1, 0], [1, 1, 1]])


def test_a_quarter_without_a_one_counts_as_full():
    assert mirrored(np.zeros((2, 1), bool)).sum() == 3


@pytest.mark.parametrize("name", [each for each in OPENINGS if not each.startswith("+")])
def test_forbidden_functions_exist_and_steps_are_none(name):
    module, _, function = name.rpartition(".")
    assert callable(getattr(importlib.import_module(module), function))
    assert not function.endswith(("erosion", "dilation"))


def said_of(check, opening):
    """Return what a check says of an opening, the other functions being right."""
    functions = library() | judged({"opening": in_process("opening", opening)})
    (found,) = [each for each in TOPHAT.checks if each.name == check]
    return str(first_failure(found, functions, Session(1)).error)


def with_zeros(image, footprint):
    eroded = morphology.erosion(image, footprint, mode="constant", cval=0)
    return morphology.dilation(eroded, footprint)


@pytest.mark.parametrize(
    ("check", "rule", "opening"),
    [
        ("the_border_is_not_black", "zeros beyond the border", with_zeros),
        ("the_footprint_may_be_a_rectangle", "not square", lambda i, f: OPENING(i, OF_SQUARE)),
        ("volumes_are_opened_and_closed", "across planes", lambda i, f: OPENING(i, flat(f))),
    ],
)
def test_a_claim_that_fails_for_another_reason_than_its_own_says_so(check, rule, opening):
    assert rule in said_of(check, opening)
    as_skimage = "The result should be that of scikit-image's function."
    assert said_of(check, morphology.closing).startswith(as_skimage)


OPENING, OF_SQUARE = morphology.opening, np.ones((3, 3))


def flat(footprint):
    """Return a footprint without what it has in other planes."""
    return footprint if footprint.ndim == 2 else footprint[len(footprint) // 2][None]
