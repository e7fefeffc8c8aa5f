"""What is particular to the convolutions: the oracle, its tolerance, the Gaussian kernel."""

import numpy as np
import pytest
from skimage.filters import gaussian

from autograder.exercises import load_exercise
from autograder.exercises.weighted_sums.library_sums import rounding, weighted_sums
from autograder.imaging.kernels import gaussian_kernel
from autograder.judging.judged_function import judged
from autograder.judging.session import Session
from autograder.judging.trials import first_failure
from autograder.sandbox.student_function import in_process

EXERCISES = {"convolution": "convolve2d", "convolution3d": "convolve3d"}
SEEDS = range(5)


def weighted_sums_by_hand(image, kernel):
    """Return the definition, one product after the other."""
    result = np.zeros(image.shape)
    for pixel in np.ndindex(image.shape):
        for offset in np.ndindex(kernel.shape):
            index = np.array(pixel) + offset - np.array(kernel.shape) // 2
            if (index >= 0).all() and (index < image.shape).all():
                result[pixel] += float(kernel[offset]) * float(image[tuple(index)])
    return result


def failed_checks(name, function, seed):
    """Return the names of the checks that a function fails, without a search for the smallest."""
    functions = judged({EXERCISES[name]: in_process(EXERCISES[name], function)})
    checks = [each for each in load_exercise(name).checks if not each.is_optional]
    return {each.name for each in checks if first_failure(each, functions, Session(seed))}


def in_precision(dtype):
    """Return a right function that makes its products and sums in this dtype."""

    def convolve(image, kernel):
        padded = np.pad(image.astype(dtype), [(side // 2,) * 2 for side in kernel.shape])
        total = np.zeros(image.shape, dtype)
        with np.errstate(over="ignore", invalid="ignore"):
            for offset in np.ndindex(kernel.shape):
                window = tuple(slice(o, o + n) for o, n in zip(offset, image.shape, strict=True))
                total += kernel[offset].astype(dtype) * padded[window]
        return total

    return convolve


@pytest.mark.parametrize("name", EXERCISES)
def test_the_oracle_is_the_sum_that_the_definition_says(name):
    for drawn in load_exercise(name).check("matches_skimage").draws.examples("oracle"):
        image, kernel = drawn.values()
        np.testing.assert_allclose(
            weighted_sums(image, kernel),
            weighted_sums_by_hand(image, kernel),
            rtol=0,
            atol=1e-6 * rounding(image, kernel),
        )


@pytest.mark.parametrize("name", EXERCISES)
@pytest.mark.parametrize("seed", SEEDS)
def test_arithmetic_in_float32_passes_every_check(name, seed):
    assert not failed_checks(name, in_precision(np.float32), seed)


@pytest.mark.parametrize("name", EXERCISES)
@pytest.mark.parametrize("seed", SEEDS)
def test_arithmetic_in_float16_fails_where_numbers_are_large_or_real(name, seed):
    failed = failed_checks(name, in_precision(np.float16), seed)
    assert "matches_skimage" in failed
    assert any(each.startswith("blurs_a_real_") for each in failed)


@pytest.mark.parametrize("shape", [(30,), (20, 25), (9, 12, 10)])
@pytest.mark.parametrize("sigma", [0.3, 1.0, 2.5])
@pytest.mark.parametrize("truncate", [2.0, 4.0])
def test_filtering_with_a_gaussian_kernel_is_what_skimage_does(shape, sigma, truncate):
    image = np.random.default_rng(0).normal(size=shape)
    kernel = gaussian_kernel(sigma, ndim=len(shape), truncate=truncate)
    expected = gaussian(image, sigma, mode="constant", truncate=truncate)
    np.testing.assert_allclose(weighted_sums(image, kernel), expected, rtol=0, atol=1e-12)


def test_a_gaussian_kernel_may_have_another_width_along_each_axis():
    volume, sigma = np.random.default_rng(0).normal(size=(6, 9, 12)), (0.0, 0.5, 1.0)
    kernel = gaussian_kernel(sigma)
    assert kernel.shape == (1, 5, 9)
    expected = gaussian(volume, sigma, mode="constant")
    np.testing.assert_allclose(weighted_sums(volume, kernel), expected, rtol=0, atol=1e-12)


@pytest.mark.parametrize("sigma", [0, 0.5, 1.7])
def test_the_weights_of_a_gaussian_kernel_sum_to_one(sigma):
    assert gaussian_kernel(sigma).sum() == pytest.approx(1, abs=1e-12)


@pytest.mark.parametrize(
    "arguments", [{"sigma": -1}, {"sigma": ()}, {"ndim": 0}, {"truncate": -1.0}]
)
def test_a_gaussian_kernel_refuses_what_has_no_meaning(arguments):
    with pytest.raises(ValueError, match="gaussian_kernel needs"):
        gaussian_kernel(**arguments)
