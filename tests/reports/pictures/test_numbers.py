"""Pictures of small cases: every value on its pixel, and what matters framed."""

import numpy as np
import pytest

from autograder.reports.pictures import as_png, picture_of


def numbers(ax):
    return [text.get_text() for text in ax.texts if text.get_label() != "index"]


def test_input_kernel_expected_yours_and_difference_stand_side_by_side(flipped, panels):
    found = panels(picture_of(flipped))
    assert list(found) == ["image", "kernel", "expected", "yours", "difference"]
    heights = {round(ax.get_position().y1, 6) for ax in found.values()}
    assert len(heights) == 1
    left = [ax.get_position().x0 for ax in found.values()]
    assert left == sorted(left)


def test_every_value_is_written_on_its_pixel(flipped, panels):
    found = panels(picture_of(flipped))
    assert numbers(found["expected"]) == ["0"] * 8 + ["1"]
    assert numbers(found["yours"]) == ["1"] + ["0"] * 8
    assert numbers(found["difference"]) == ["1"] + ["0"] * 7 + ["-1"]


def test_the_first_wrong_pixel_is_framed_wherever_it_is_shown(flipped, panels, frames):
    found = panels(picture_of(flipped))
    for name in ("image", "expected", "yours", "difference"):
        assert frames(found[name]) == [(0, 0, 1, 1)], name
    assert frames(found["kernel"]) == []


def test_the_neighbourhood_that_the_kernel_weighs_is_framed_with_zeros_beyond_the_border(
    flipped, panels, frames
):
    image = panels(picture_of(flipped))["image"]
    assert frames(image, "reach") == [(-1, -1, 3, 3)]
    assert numbers(image)[:5] == ["0"] * 5
    hatched = [(p.get_y() + 0.5, p.get_x() + 0.5) for p in image.patches if p.get_hatch()]
    assert sorted(hatched) == [(-1, -1), (-1, 0), (-1, 1), (-1, 2), (0, -1), (1, -1), (2, -1)]


def test_pixels_have_one_size_in_all_panels(flipped, panels):
    figure = picture_of(flipped)
    found = panels(figure)
    width = figure.get_figwidth()
    sizes = [ax.get_position().width * width / np.ptp(ax.get_xlim()) for ax in found.values()]
    assert np.ptp(sizes) == pytest.approx(0, abs=1e-9)


def test_a_footprint_reaches_as_far_as_both_steps_see_and_the_image_is_mirrored(
    record, panels, frames
):
    image = np.arange(1.0, 10).reshape(3, 3)
    case = record({"image": image, "footprint": np.ones((1, 3))}, image, 0 * image, [1, 0])
    ax = panels(picture_of(case))["image"]
    assert frames(ax, "reach") == [(1, -1, 1, 3)]
    assert frames(ax, "second reach") == [(1, -2, 1, 5)]
    assert numbers(ax)[5:10] == ["5", "4", "4", "5", "6"]


def test_the_picture_says_what_its_frames_mean(flipped):
    note = " ".join(text.get_text() for text in reversed(picture_of(flipped).texts))
    for part in ("first wrong pixel, [0, 0]", "the kernel weighs", "count as 0", "minus expected"):
        assert part in note
    assert "mirrored" not in note


def test_too_much_and_too_little_have_colours_of_equal_distance_from_none(record, panels):
    image = np.zeros((1, 3))
    case = record({"image": image}, image, [[2.0, 0.0, -2.0]], [0, 0])
    figure = picture_of(case)
    as_png(figure)
    much, none, little = panels(figure)["difference"].collections[0].get_facecolors()
    assert min(none[:3]) > 0.9
    assert much[0] > much[2] + 0.3  # orange
    assert little[2] > little[0]  # purple


def test_a_wrong_shape_is_drawn_with_its_size_and_without_a_difference(record, panels):
    case = record({"image": np.eye(3), "kernel": np.ones((3, 3))}, yours=[[1.0, 2.0]])
    figure = picture_of(case)
    assert list(panels(figure)) == ["image", "kernel", "yours"]
    assert figure.axes[2].get_title(loc="left") == "yours, 1 × 2"  # noqa: RUF001


def test_a_call_without_a_result_is_not_drawn(record):
    assert picture_of(record({"image": np.eye(3)})) is None
    assert picture_of(record({"image": np.eye(3)}, expected=np.eye(3))) is None


def test_the_call_stands_above_the_picture(flipped):
    assert "convolve2d(image, kernel)" in [text.get_text() for text in picture_of(flipped).texts]


def test_numbers_that_do_not_fit_are_shown_shorter(record, panels):
    image = np.full((8, 8), 1234.5678)
    arguments = {"image": image, "kernel": np.full((5, 5), -0.123456)}
    figure = picture_of(record(arguments, image * 2, image * 3.21, [0, 0]))
    for name in ("image", "kernel", "expected", "yours", "difference"):
        assert numbers(panels(figure)[name]), name


@pytest.mark.parametrize("shape", [(0,), (3, 0), (1, 1, 2, 2)])
def test_what_is_no_image_is_named_by_its_shape(record, panels, shape):
    figure = picture_of(record({"image": np.eye(3)}, yours=np.ones(shape)))
    assert numbers(panels(figure)["yours"]) == [f"shape\n{shape}"]


def test_what_is_not_finite_is_a_question_mark(record, panels):
    yours = [[np.nan, 1.0], [np.inf, 0.0]]
    case = record({"image": np.zeros((2, 2))}, np.zeros((2, 2)), yours, [0, 0])
    found = panels(picture_of(case))
    assert numbers(found["yours"]) == ["?", "1", "?", "0"]
    assert numbers(found["difference"]) == ["?", "1", "?", "0"]


def test_an_image_too_large_for_numbers_shows_the_surroundings_of_the_wrong_pixel(
    record, panels, frames
):
    image = np.arange(30.0 * 40).reshape(30, 40)
    yours = image.copy()
    yours[20, 0] += 1
    case = record({"image": image, "kernel": np.ones((3, 3))}, image, yours, [20, 0])
    found = panels(picture_of(case))
    assert next(iter(found)) == "the whole image"
    assert frames(found["the whole image"], "part") == [(18, 0, 5, 5)]
    assert not found["the whole image"].texts
    assert found["yours"].get_xlim() == (-0.5, 4.5)
    assert found["yours"].get_ylim() == (22.5, 17.5)
    assert found["image"].get_xlim() == (-1.5, 4.5)
    labels = [text.get_text() for text in found["image"].texts if text.get_label() == "index"]
    assert labels == ["0", "1", "2", "3", "4", "18", "19", "20", "21", "22"]


def test_a_large_image_without_a_wrong_pixel_is_shown_whole(record, panels):
    image = np.arange(900.0).reshape(30, 30)
    found = panels(picture_of(record({"image": image}, yours=image.astype(np.uint8))))
    assert [ax.get_xlim() for ax in found.values()] == [(-0.5, 29.5)] * 2
    assert not any(ax.texts for ax in found.values())
