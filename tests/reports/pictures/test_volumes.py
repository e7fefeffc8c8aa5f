"""Pictures of volumes: a row of planes, the first wrong one marked."""

import numpy as np
from matplotlib.text import Annotation, Text

from autograder.reports.pictures import picture_of


def titles(figure):
    return [ax.get_title(loc="left") for ax in figure.axes]


def headings(figure):
    return [each.get_text() for ax in figure.axes for each in ax.texts if type(each) is Annotation]


def bold_titles(figure):
    return {text.get_text() for text in figure.findobj(Text) if text.get_fontweight() == "bold"}


def wrong_at(record, shape, where, kernel=(3, 3, 3)):
    volume = np.arange(float(np.prod(shape))).reshape(shape)
    yours = volume.copy()
    yours[where] += 1
    return record({"volume": volume, "kernel": np.ones(kernel)}, volume, yours, list(where))


def test_each_array_is_a_row_of_its_planes(record):
    figure = picture_of(wrong_at(record, (2, 2, 2), (1, 0, 0), kernel=(1, 3, 3)))
    planes = ["plane 0", "plane 1"]
    assert titles(figure) == [*planes, "plane 0", *planes, *planes, *planes]
    assert [each.partition(",")[0] for each in headings(figure)] == [
        "volume",
        "kernel",
        "expected",
        "yours",
        "difference",
    ]


def test_the_first_wrong_plane_is_marked_and_its_pixel_framed(record, frames):
    figure = picture_of(wrong_at(record, (2, 2, 2), (1, 0, 1), kernel=(1, 1, 1)))
    assert bold_titles(figure) == {"plane 1"}
    framed = [(title, frames(ax)) for title, ax in zip(titles(figure), figure.axes, strict=True)]
    assert [each for each in framed if each[1]] == [("plane 1", [(0, 1, 1, 1)])] * 4


def test_the_neighbourhood_is_framed_on_every_plane_that_the_kernel_reaches(record, frames):
    figure = picture_of(wrong_at(record, (4, 3, 3), (0, 1, 1)))
    reached = [frames(ax, "reach") for ax in figure.axes[:4]]
    assert reached == [[(0, 0, 3, 3)], [(0, 0, 3, 3)], [], []]


def test_of_many_planes_those_around_the_wrong_one_are_shown_and_said(record):
    figure = picture_of(wrong_at(record, (9, 2, 2), (8, 0, 0)))
    assert titles(figure)[:5] == [f"plane {index}" for index in range(4, 9)]
    assert headings(figure)[0] == "volume, 9 × 2 × 2, planes 4 to 8 only"  # noqa: RUF001


def test_large_planes_are_cut_to_the_surroundings_and_are_fewer(record):
    figure = picture_of(wrong_at(record, (9, 20, 20), (4, 10, 10)))
    assert titles(figure)[:4] == ["the whole plane", "plane 3", "plane 4", "plane 5"]
    assert figure.axes[2].get_xlim() == (7.5, 12.5)
