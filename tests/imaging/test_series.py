"""The series of brain images: what their docstrings say of them is so."""

import numpy as np
import pytest

from autograder.imaging.series import bold_series, epi_series


@pytest.mark.parametrize(
    ("series", "shape", "dtype", "least", "largest"),
    [
        (epi_series, (2, 24, 96, 128), "int16", 0, 1162),
        (bold_series, (20, 3, 21, 17), "float64", 630, 5572),
    ],
)
def test_a_series_has_the_shape_and_the_range_that_it_says(series, shape, dtype, least, largest):
    volumes = series()
    assert (volumes.shape, str(volumes.dtype)) == (shape, dtype)
    assert (round(volumes.min()), round(volumes.max())) == (least, largest)


def test_a_caller_may_change_what_it_gets():
    epi_series()[:] = 0
    assert epi_series().any()


def test_outside_of_the_brain_there_is_nothing():
    corners = epi_series()[:, :, [0, 0, -1, -1], [0, -1, 0, -1]]
    assert not np.any(corners)
