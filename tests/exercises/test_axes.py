"""What is particular to `convolve_axis_by_axis`: precision."""

import numpy as np
import pytest

from autograder.exercises import load_exercise
from autograder.exercises.convolution3d.axis_misconceptions import along
from autograder.judging.judged_function import judged
from autograder.judging.session import Session
from autograder.judging.trials import first_failure
from autograder.sandbox.student_function import in_process

NAME = "convolve_axis_by_axis"


def failed_checks(function, seed):
    functions = judged({NAME: in_process(NAME, function)})
    checks = load_exercise("convolution3d").checks
    of_it = [c for c in checks if NAME in c.functions and "own_work" not in c.name]
    return {each.name for each in of_it if first_failure(each, functions, Session(seed))}


def as_dtype(array, narrow, only):
    """Return an array of floats, through a narrower dtype if its own is `only`."""
    return (array.astype(narrow) if array.dtype == only else array).astype(float)


@pytest.mark.parametrize("seed", range(3))
@pytest.mark.parametrize("only", ["volume", "weights"])
def test_float32_through_half_precision_fails(only, seed):
    def filtered(volume, weights):
        if only == "volume":
            volume = as_dtype(volume, np.float16, np.float32)
        else:
            weights = as_dtype(weights, np.float16, np.float32)
        return along(volume, weights)

    assert failed_checks(filtered, seed) == {"three_short_kernels_do_the_work_of_one"}


@pytest.mark.parametrize("seed", range(3))
def test_arithmetic_in_float32_passes(seed):
    def filtered(volume, weights):
        for axis in range(3):
            volume = along(volume.astype(np.float32), weights.astype(np.float32), (axis,))
            volume = volume.astype(np.float32)
        return volume

    assert failed_checks(filtered, seed) == set()
