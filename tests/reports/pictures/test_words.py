"""Words for those who cannot see a picture."""

import numpy as np
import pytest

from autograder.reports.pictures import words_of


def test_sizes_first_wrong_pixel_and_how_many_which_way(flipped):
    assert words_of(flipped) == (
        "convolve2d of an image (3 rows, 3 columns) and a kernel (3 rows, 3 columns). "
        "At [0, 0], 0 is expected and yours is 1. "
        "2 of 9 pixels differ: 1 larger than expected, 1 smaller."
    )


def test_volumes_have_planes(record):
    words = words_of(record({"volume": np.zeros((1, 2, 3))}, yours=np.zeros((3, 1, 2))))
    assert "a volume (1 plane, 2 rows, 3 columns)" in words
    assert "Yours has 3 planes, 1 row, 2 columns." in words


@pytest.mark.parametrize(
    ("yours", "said"),
    [
        (None, "There is no result."),
        (np.zeros((1, 2)), "Expected has 2 rows, 2 columns, yours has 1 row, 2 columns."),
        (np.zeros(4), "yours has 4 values."),
        (np.array(7), "yours has one number."),
        (np.zeros((0, 2)), "yours has an array of shape (0,)."),
        (np.zeros((1, 1, 2, 2)), "yours has an array of shape (1, 1, 2, 2)."),
        (np.eye(2), "None of 4 pixels differs."),
        (np.eye(2) + 1e-9, "None of 4 pixels differs."),
        (np.full((2, 2), np.inf), "4 of 4 pixels differ: 4 not comparable."),
    ],
)
def test_results_of_every_kind(record, yours, said):
    assert said in words_of(record({"image": np.eye(2)}, np.eye(2), yours))


def test_what_is_not_finite_is_said_to_be_so(record):
    words = words_of(record({"image": np.eye(2)}, np.eye(2), np.eye(2) * np.nan, [0, 0]))
    assert "At [0, 0], 1 is expected and yours is not a finite number." in words


def test_without_a_counterexample_there_are_no_words():
    assert words_of(None) == ""
