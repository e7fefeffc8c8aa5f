"""Below a failure stands a sentence on that failure, and not on another fault of the same file."""

from dataclasses import replace
from types import SimpleNamespace

import numpy as np
import pytest
from scipy import ndimage
from skimage.morphology import dilation, erosion

from autograder.authoring.shown import Shown
from autograder.exercises import load_exercise
from autograder.exercises.tophat.at_the_pixel import at_the_pixel
from autograder.exercises.weighted_sums.at_the_pixel import sum_at_the_pixel
from autograder.exercises.weighted_sums.library_sums import weighted_sums
from autograder.judging.crashes import late_call
from autograder.judging.diagnosis import diagnosed
from autograder.judging.judge import judge
from autograder.judging.judged_function import judged
from autograder.judging.session import Session
from autograder.sandbox.student_function import in_process

SESSION = Session(5)


def told(name, checks, **functions):
    """Return what each of some checks says, and the hint below it; other functions are right."""
    part = load_exercise(name).parts[0]
    part = replace(part, checks=tuple(each for each in part.checks if each.name in checks))
    right = {each: part.oracles[each] for each in part.functions}
    made = {each: in_process(each, made) for each, made in (right | functions).items()}
    subjects = judged(made)
    failed = list(judge(part, subjects, SESSION, search=False))
    outcomes = diagnosed(part, subjects, failed, SESSION.answers)
    return {each.name: (each.sentence, each.hint) for each in outcomes if each.status != "passed"}


def with_zeros_beyond(image, footprint):
    padded = np.pad(image, [(side, side) for side in footprint.shape])
    opened = dilation(erosion(padded, footprint), footprint)
    return opened[tuple(slice(side, -side) for side in footprint.shape)]


def negated(image, footprint):
    return -with_zeros_beyond(-image, footprint)


def test_bytes_that_wrap_are_not_zeros_beyond_the_border():
    checks = ("closing_is_dilation_then_erosion", "the_border_is_mirrored", "integers_stay_exact")
    found = told("tophat", checks, opening=with_zeros_beyond, closing=negated)
    for sentence, hint in found.values():
        assert ("border" in hint) == ("border" in sentence)


def dropped_in_place(image, footprint):
    image -= erosion(image, footprint)
    return image


def test_a_changed_argument_does_not_come_from_a_wrong_opening():
    checks = ("white_tophat_is_the_image_minus_its_opening", "the_arguments_stay_as_they_are")
    found = told("tophat", checks, opening=erosion, white_tophat=dropped_in_place)
    sentences = dict(found.values())
    assert [hint for sentence, hint in sentences.items() if "changed its first" in sentence] == [
        "Your function changes the image that it is called with; work on a copy."
    ]
    assert "mend the opening first" in found[checks[0]][1]


def in_a_box_and_bytes(image, footprint):
    opened = dilation(erosion(image, footprint), np.ones_like(footprint))
    return opened.astype(np.uint8)


def test_a_full_footprint_has_no_holes_to_speak_of():
    checks = ("shape_and_dtype_are_those_of_the_image", "zeros_of_the_footprint_do_not_count")
    found = told("tophat", checks, opening=in_a_box_and_bytes)
    assert "rectangle" not in found[checks[0]][1]
    assert "rectangle" in found[checks[1]][1]


def flipped_and_repeated(image, kernel):
    return ndimage.convolve(image.astype(float), kernel.astype(float), mode="nearest")


def test_where_no_neighbour_lies_outside_the_border_is_not_blamed():
    checks = ("a_bright_pixel_gives_the_kernel", "pixels_beyond_the_border_count_as_zero")
    found = told("convolution", checks, convolve2d=flipped_and_repeated)
    assert "flipped the kernel" in found[checks[0]][1]
    assert "repeated the outermost pixels" in found[checks[1]][1]


def repeated_and_whole(image, kernel):
    sums = ndimage.correlate(image.astype(float), kernel.astype(float), mode="nearest")
    return sums.astype(image.dtype)


def test_a_failure_of_dtype_gets_no_sentence_on_the_border():
    found = told(
        "convolution", ("the_identity_kernel_changes_nothing",), convolve2d=repeated_and_whole
    )
    assert [("dtype" in said, "border" in hint) for said, hint in found.values()] == [(True, False)]


@pytest.mark.parametrize("times", [-1, 2])
def test_the_right_answer_is_not_what_another_wrong_function_gives(times):
    found = told(
        "tophat",
        ("closing_minus_black_tophat_is_the_image",),
        closing=lambda image, footprint: erosion(image, footprint),
        black_tophat=lambda image, footprint: times * (dilation(image, footprint) - image),
    )
    ((sentence, _),) = found.values()
    assert "instead of -" not in sentence


def test_what_no_fault_explains_is_told_from_what_an_opening_is():
    found = told("tophat", ("a_brighter_image_has_a_brighter_opening",), opening=in_fractions)
    assert all("the footprint" in hint.lower() for _, hint in found.values())
    image, footprint = np.arange(9.0).reshape(3, 3), np.ones((3, 3), np.uint8)
    shown = Shown("values", (image, footprint), image, 0 * image + 4, (2, 2), None)
    assert at_the_pixel("opening")(shown).sentence == (
        "Wherever the footprint lies so that it covers [2, 2], a pixel under it is 4 or less, so "
        "the opening is not above 4 there."
    )


def in_fractions(image, footprint):
    return (dilation(erosion(image, footprint), footprint) + image) / 2


@pytest.mark.parametrize(
    ("axes", "order", "words"),
    [((0, 1), 1, "planes and rows only"), ((0, 1, 2), -1, "flipped the weights;")],
)
def test_short_kernels_along_two_axes_or_flipped_get_a_hint(axes, order, words):
    def convolve_axis_by_axis(volume, weights):
        for axis in axes:
            used = weights[::order]
            volume = ndimage.correlate1d(volume.astype(float), used, axis, mode="constant")
        return volume

    part = load_exercise("convolution3d").parts[1]
    part = replace(part, checks=part.checks[:1])
    made = {"convolve_axis_by_axis": in_process("convolve_axis_by_axis", convolve_axis_by_axis)}
    subjects = judged(made)
    failed = list(judge(part, subjects, SESSION, search=False))
    (outcome,) = diagnosed(part, subjects, failed, SESSION.answers)
    assert words in outcome.hint


def test_a_sum_that_no_fault_explains_is_written_out():
    image, kernel = np.array([[2.0, 0, 5]]), np.array([[1.0, -3, 4]])
    shown = Shown("values", (image, kernel), image, 0 * image - 15, (0, 2), None)
    assert sum_at_the_pixel(shown).sentence == (
        "At [0, 2] the sum is 5 * (-3) = -15; all other products are 0."
    )


def the_other_way_round(kernel, image):
    padded = np.pad(image.astype(float), [(side // 2, side // 2) for side in kernel.shape])
    made = np.zeros(image.shape)
    for i, j in np.ndindex(*image.shape):
        window = padded[i : i + kernel.shape[0], j : j + kernel.shape[1]]
        made[i, j] = (window * kernel[: window.shape[0], : window.shape[1]]).sum()
    return made


def test_swapped_arguments_are_named_as_that():
    checks = ("the_result_has_the_images_shape",)
    names = [each.name for each in load_exercise("convolution").checks][:3]
    found = told("convolution", (*checks, *names), convolve2d=the_other_way_round)
    assert {hint.partition(":")[0] for _, hint in found.values()} == {
        "The two arguments are swapped"
    }


def valid_part_in_bytes(image, kernel):
    sides = [of - side + 1 for of, side in zip(image.shape, kernel.shape, strict=True)]
    made = np.zeros(sides, image.dtype)
    for place in np.ndindex(*sides):
        window = tuple(slice(i, i + side) for i, side in zip(place, kernel.shape, strict=True))
        made[place] = (image[window] * kernel).sum()
    return made


def test_below_a_wrong_shape_stands_nothing_on_numbers_that_wrap():
    part = load_exercise("convolution").parts[0]
    subjects = judged({"convolve2d": in_process("convolve2d", valid_part_in_bytes)})
    failed = list(judge(part, subjects, SESSION, search=False))
    found = diagnosed(part, subjects, failed, SESSION.answers)
    about = {each.name: each for each in found if each.status in ("crashed", "failed")}
    assert about
    for each in about.values():
        is_on_shapes = each.status == "crashed" or each.failure.error.about == "shape"
        assert not (is_on_shapes and "dtype" in " ".join(each.further)), each.name
        assert not (is_on_shapes and "wrap" in " ".join(each.further)), each.name


def test_a_call_that_does_not_end_has_a_sentence_on_its_loops():
    case = SimpleNamespace(calls=[SimpleNamespace(arguments=(np.ones((3, 3)),))])
    large = SimpleNamespace(calls=[SimpleNamespace(arguments=(np.ones((99, 99)),))])
    sentences = [late_call(SimpleNamespace(failure=each)).sentence for each in (case, large)]
    assert "probably never ends" in sentences[0]
    assert "far more work" in sentences[1]
    assert late_call(SimpleNamespace(failure=None)) is None


def test_a_result_that_is_no_number_twice_is_the_same_result():
    def divided(image, kernel):
        with np.errstate(all="ignore"):
            return weighted_sums(image, kernel) / np.zeros(image.shape)

    found = told("convolution", ("the_identity_kernel_changes_nothing",), convolve2d=divided)
    ((sentence, hint),) = found.values()
    assert "nan" in sentence or "inf" in sentence
    assert "second time" not in hint
