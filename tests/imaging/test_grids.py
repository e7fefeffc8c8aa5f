"""Arrays as text, and calls that can be pasted."""

import numpy as np
import pytest

from autograder.imaging.grids import call_to_paste, grid, side_by_side

IMAGE = np.array([[1.0, -2.0], [0.25, 10.0]])


def test_numbers_are_aligned_and_the_wrong_one_is_marked():
    assert grid(IMAGE, (1, 0)) == ["    1     -2 ", "<0.25>    10 "]


def test_a_volume_is_shown_plane_by_plane():
    assert grid(np.stack([IMAGE, IMAGE]), (1, 0, 0))[-3:] == [
        "plane 1",
        "   <1>    -2 ",
        " 0.25     10 ",
    ]


def test_a_large_image_is_cut_down_to_the_surroundings_of_the_wrong_pixel():
    lines = grid(np.arange(10_000).reshape(100, 100), (50, 60))
    assert lines[-1] == "rows 46-53, columns 56-63 of (100, 100)"
    assert any("<5060>" in line for line in lines)


def test_results_stand_below_the_arguments():
    text = side_by_side({"image": IMAGE}, IMAGE, IMAGE + 1, (0, 0))
    arguments, results = text.split("\n\n")
    assert arguments.startswith("image")
    assert results.split("\n")[0].split() == ["expected", "yours", "difference"]


def test_an_argument_is_cut_down_to_the_surroundings_of_the_wrong_pixel_of_the_result():
    image = np.arange(400).reshape(20, 20)
    text = side_by_side({"image": image, "kernel": np.ones((3, 3))}, image, image + 1, (18, 18))
    assert text.splitlines()[-1].count("rows 12-19, columns 12-19 of (20, 20)") == 3
    assert "378" in text.partition("expected")[0]


def test_a_head_is_no_table():
    head = np.arange(400.0).reshape(20, 20) / 7
    text = side_by_side({"image": head}, head, head * 0, (18, 18))
    assert text.splitlines() == [
        *(f"{name}: shape (20, 20), float64" for name in ("image", "expected", "yours")),
        "at [18, 18]: image 54, expected 54, yours 0",
    ]


def test_where_there_is_no_result_the_shapes_are_told():
    text = side_by_side({"image": IMAGE, "kernel": np.ones((3, 1), np.uint8)})
    assert text.splitlines() == ["image: shape (2, 2), float64", "kernel: shape (3, 1), uint8"]


@pytest.mark.parametrize(
    "array",
    [
        IMAGE,
        np.array([[True, False]]),
        np.array([[[1, 2]]], np.uint8),
        np.zeros((0, 3), np.float32),
        np.array([[1.5]], np.float32),
    ],
)
def test_a_pasted_call_rebuilds_the_arrays(array):
    rebuilt = eval(call_to_paste("list", [array], 99), {"np": np, "list": lambda a: a})
    np.testing.assert_array_equal(rebuilt, array)
    assert rebuilt.dtype == array.dtype


def test_a_call_with_a_large_array_is_not_shown():
    assert call_to_paste("f", [np.zeros(100)], 99) == ""


def test_a_pasted_call_names_no_type_that_numpy_1_has_not():
    assert call_to_paste("f", [np.array([True])], 9) == "f(np.array([True], dtype=bool))"
