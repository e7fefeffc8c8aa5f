"""Pictures for people: what is drawn for arrays of every kind, and for what is not written yet."""

import subprocess
import sys

import matplotlib
import matplotlib.pyplot as plt
import numpy as np
import pytest

from autograder.imaging.figures import show_difference, show_images, show_planes, show_values

matplotlib.use("agg")


@pytest.fixture(autouse=True)
def no_figures_left_open():
    yield
    plt.close("all")


def texts(ax):
    return [text.get_text() for text in ax.texts]


def test_every_pixel_carries_its_value():
    show_values(np.array([[0, 1.5], [-2, 1 / 3]]), title="numbers")
    assert texts(plt.gca()) == ["0", "1.50", "-2", "0.33"]
    assert plt.gca().get_title() == "numbers"


def test_values_are_white_on_dark_pixels_and_black_on_bright_ones():
    show_values(np.array([[0, 10]]))
    assert [text.get_color() for text in plt.gca().texts] == ["white", "black"]


def test_rows_and_columns_are_numbered():
    show_values(np.zeros((2, 3)))
    ax = plt.gca()
    assert [label.get_text() for label in ax.get_yticklabels()] == ["0", "1"]
    assert [label.get_text() for label in ax.get_xticklabels()] == ["0", "1", "2"]


def test_a_window_is_framed_along_the_edges_of_its_pixels():
    show_values(np.zeros((4, 5)), window=np.s_[1:4, 2:5])
    (frame,) = plt.gca().patches
    assert (frame.get_xy(), frame.get_width(), frame.get_height()) == ((1.5, 0.5), 3, 3)


def test_values_can_be_drawn_into_a_panel_of_a_larger_figure():
    fig, axes = plt.subplots(1, 2)
    show_values(np.ones((1, 1)), axes[1])
    assert (texts(axes[0]), texts(axes[1]), len(fig.axes)) == ([], ["1"], 2)


@pytest.mark.parametrize(
    "show",
    [
        lambda: show_values(None),
        lambda: show_images({"yours": None}),
        lambda: show_images({"yours": None}, scale="shared", outlines={"yours": None}),
        lambda: show_planes({"yours": None}, planes=[3]),
        lambda: show_planes(None, planes=[3], scale="shared", outline=np.ones((5, 4, 4), bool)),
        lambda: show_difference(None, np.eye(3)),
        lambda: show_difference(np.eye(3), None),
    ],
)
def test_what_is_not_written_yet_is_said_in_its_panel(show):
    show()
    assert ["not written yet"] in [texts(ax) for ax in plt.gcf().axes]


@pytest.mark.parametrize(
    "result",
    [np.ones(3), np.ones((2, 3, 1)), np.empty((0, 3)), np.array(["a"]), "text", 7, [[1, 2]]],
    ids=["vector", "with a third axis", "empty", "words", "text", "number", "list"],
)
def test_unexpected_results_are_drawn_or_named_but_never_stop_the_notebook(result):
    show_images({"yours": result}, outlines={"yours": np.ones((2, 3), bool)})
    show_difference(result, np.ones((2, 3)))
    show_values(result)
    assert texts(plt.gca())


def test_images_carry_title_shape_dtype_and_range():
    show_images({"head": np.array([[0, 300, 70]], dtype=np.uint16)})
    assert plt.gca().get_title() == "head"
    assert plt.gca().get_xlabel() == "(1, 3) uint16, 0 to 300"


def test_a_shared_scale_is_that_of_all_grey_images_and_an_own_one_of_each():
    pictures = {"dark": np.array([[0, 1]]), "bright": np.array([[5, 9]]), "yours": None}
    show_images(pictures, scale="shared")
    assert [ax.images[0].get_clim() for ax in plt.gcf().axes[:2]] == [(0, 9), (0, 9)]
    show_images(pictures)
    assert [ax.images[0].get_clim() for ax in plt.gcf().axes[:2]] == [(0, 1), (5, 9)]
    show_images(pictures, scale=(-1, 1))
    assert plt.gcf().axes[0].images[0].get_clim() == (-1, 1)


def test_a_scale_of_another_name_is_refused():
    with pytest.raises(ValueError, match="own"):
        show_images({"image": np.eye(2)}, scale="common")


def test_an_even_image_is_black_only_where_it_is_zero():
    show_images({"zeros": np.zeros((2, 2)), "ones": np.ones((2, 2))})
    shown = [ax.images[0] for ax in plt.gcf().axes]
    assert [float(image.norm(image.get_array())[0, 0]) for image in shown] == [0, 1]


def test_images_for_which_a_row_is_too_short_go_on_in_the_next():
    show_images({str(number): np.eye(2) for number in range(5)})
    tops = [round(ax.get_position().y1, 6) for ax in plt.gcf().axes if ax.images]
    assert len(tops) == 5
    assert tops[0] == tops[1] == tops[2] > tops[3] == tops[4]


def test_colour_images_stay_in_colour():
    show_images({"colour": np.zeros((2, 2, 3), np.uint8), "grey": np.eye(2)}, scale="shared")
    assert plt.gcf().axes[0].images[0].get_array().shape == (2, 2, 3)


@pytest.mark.parametrize("mask", [np.eye(4), np.ones((4, 4)), np.zeros((4, 4))])
def test_outlines_of_every_mask_are_drawn_without_a_warning(mask, recwarn):
    show_images({"image": np.eye(4)}, outlines={"image": mask > 0})
    assert not recwarn.list


def test_planes_are_those_asked_for_with_one_scale_a_volume():
    volume = np.arange(24).reshape(4, 2, 3)
    show_planes({"once": volume, "twice": 2 * volume}, planes=[1, 3])
    once, _, twice, last = plt.gcf().axes
    assert np.array_equal(last.images[0].get_array(), 2 * volume[3])
    assert (once.get_title(), once.get_ylabel(), twice.get_ylabel()) == ("plane 1", "once", "twice")
    assert once.images[0].get_clim() == (6, 23)


def test_the_largest_difference_is_said_and_rounding_does_not_show():
    show_difference(np.eye(3) + 1e-15, np.eye(3))
    panel = plt.gcf().axes[2]
    assert panel.get_title() == "difference: at most 1.11e-15"
    assert panel.images[0].get_clim() == (-0.01, 0.01)


def test_too_much_and_too_little_have_opposite_colours_of_equal_strength():
    show_difference(np.array([[3, 0]], np.uint8), np.array([[0, 1]], np.uint8))
    panel = plt.gcf().axes[2]
    assert np.array_equal(panel.images[0].get_array(), [[3, -1]])
    assert panel.images[0].get_clim() == (-3, 3)


def test_differences_of_volumes_are_shown_on_one_plane_and_measured_on_all():
    yours = np.zeros((3, 2, 2))
    yours[0, 0, 0] = 5
    show_difference(yours, np.zeros((3, 2, 2)), plane=2)
    assert plt.gcf().axes[2].get_title() == "difference: at most 5"
    assert not plt.gcf().axes[2].images[0].get_array().any()


def test_arrays_of_unlike_shapes_are_named_instead_of_subtracted():
    show_difference(np.ones((2, 2)), np.ones((3, 3)))
    assert texts(plt.gcf().axes[2]) == ["(2, 2) beside\n(3, 3)"]


def test_not_a_number_is_drawn_as_such():
    show_values(np.array([[np.nan, 1.0], [np.inf, 0.0]]))
    assert texts(plt.gca()) == ["nan", "1", "inf", "0"]


def test_matplotlib_is_imported_by_the_first_picture_and_not_before():
    program = "import sys, autograder.imaging.figures; sys.exit('matplotlib' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0
