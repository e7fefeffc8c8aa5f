"""A mistake is called by its name, and one that is in no list by none."""

import numpy as np
import pytest
from scipy import ndimage
from skimage import morphology

from autograder.exercises import exercise_names, load_exercise
from autograder.exercises.weighted_sums.library_sums import weighted_sums
from autograder.judging.contrasts import contrast
from autograder.judging.diagnosis import diagnosed
from autograder.judging.judge import judge
from autograder.judging.judged_function import judged
from autograder.judging.session import Session
from autograder.sandbox.student_function import in_process

SESSION = Session(5)


def names(one, functions):
    """Return the names that failures get, and whether anything failed."""
    return {each.misconception for each in outcomes(one, functions) if each.status != "passed"}


def outcomes(one, functions):
    """Return the outcomes of functions of this process, named; one part may be left out."""
    outcomes = []
    for part in one.parts:
        if set(part.functions) <= set(functions):
            made = judged({name: in_process(name, functions[name]) for name in part.functions})
            found = list(judge(part, made, SESSION, search=False))
            outcomes += diagnosed(part, made, found, SESSION.answers)
    return outcomes


MADE_OTHERWISE = [
    pytest.param(name, mistake, made, id=f"{name}-{made.__name__}")
    for name in exercise_names()
    for mistake in load_exercise(name).misconceptions
    for made in mistake.otherwise
]


@pytest.mark.parametrize(("name", "mistake", "made"), MADE_OTHERWISE)
def test_a_mistake_that_shows_otherwise_is_caught_and_gets_the_same_name(name, mistake, made):
    part = load_exercise(name).part_of(mistake.of)
    found = outcomes(part, dict.fromkeys(part.functions, made))
    failed = {each.name: each.misconception for each in found if each.status != "passed"}
    assert failed[mistake.caught_by.name] == mistake.name
    assert set(failed.values()) == {mistake.name}


UNLISTED = {
    "two mistakes": lambda image, kernel: weighted_sums(image, kernel[::-1, ::-1]).clip(0, 255),
    "an index from 1": lambda image, kernel: weighted_sums(np.roll(image, 1, 0), kernel),
    "the square of the weights": lambda image, kernel: weighted_sums(
        image, kernel.astype(float) ** 2
    ),
    "the first weight left out": lambda image, kernel: weighted_sums(image, without_first(kernel)),
    "wrong for large kernels only": lambda image, kernel: (
        weighted_sums(image, kernel) + (kernel.shape[0] > 5)
    ),
    "the median": lambda image, kernel: ndimage.median_filter(image.astype(float), kernel.shape),
    "the image itself": lambda image, kernel: image.astype(float),
    "absolute sums": lambda image, kernel: abs(weighted_sums(image, kernel)),
}


def without_first(kernel):
    rest = kernel.astype(float)
    rest.flat[0] = 0
    return rest


@pytest.mark.parametrize("mistake", UNLISTED)
def test_a_mistake_that_is_in_no_list_gets_no_name(mistake):
    assert names(load_exercise("convolution"), {"convolve2d": UNLISTED[mistake]}) == {None}


def test_a_mistake_in_the_opening_is_not_taken_for_one_in_the_top_hat():
    functions = {
        "opening": lambda image, footprint: morphology.erosion(image, footprint),
        "closing": morphology.closing,
        "white_tophat": lambda image, footprint: image - morphology.erosion(image, footprint),
        "black_tophat": morphology.black_tophat,
    }
    assert "eroded_only" in names(load_exercise("tophat"), functions)


@pytest.mark.parametrize(
    ("name", "mistake"),
    [("convolution", "transposed_the_kernel"), ("convolution3d", "padded_two_axes_of_three")],
)
def test_a_known_mistake_has_its_name_on_every_failure(name, mistake):
    one = load_exercise(name)
    known = {each.name: each for each in one.misconceptions}[mistake]
    assert names(one, {known.of: known.function}) == {mistake}


def test_a_check_that_fails_in_another_wrong_function_has_no_hint_on_this_one():
    one = load_exercise("tophat")
    functions = {
        "opening": lambda image, footprint: morphology.opening(image),  # the default cross
        "closing": lambda image, footprint: morphology.dilation(image, footprint),
        "white_tophat": morphology.white_tophat,
        "black_tophat": morphology.black_tophat,
    }
    found = outcomes(one, functions)
    named = [each for each in found if each.misconception == "ignored_the_footprint"]
    assert named
    assert "closing" not in {each.counterexample.function for each in named}
    assert "closing" in {each.counterexample.function for each in found if each.counterexample}


def test_an_import_that_failed_is_told_where_its_name_is_missed(graded):
    source = (
        "import no_such_module\ndef convolve2d(image, kernel):\n    return no_such_module.f(image)"
    )
    first = graded(source)["checks"][0]
    assert "Line 3" in first["message"]
    assert "Before, while it was loaded: Line 1" in first["message"]
    assert "No module named 'no_such_module'" in first["message"]


@pytest.mark.parametrize("count", [1, 2, 3])
def test_wrong_calls_with_any_number_of_arguments_have_something_in_common(count):
    others = (np.zeros(3),) * (count - 1)
    wrong, right = [((np.full(3, value), *others), value > 0) for value in (-1.0, 1.0)]
    found = contrast([wrong] * 2 + [right] * 5, tuple("abc"[:count]))
    assert "the a holds a number below 0" in found.sentence
