"""A figure below a notebook's cell: alternative text, a caption, and sliders where they move."""

import builtins
import re
import types

import IPython
import matplotlib
import matplotlib.pyplot as plt
import numpy as np
import pytest

from autograder.imaging.figures import (
    show_curves,
    show_difference,
    show_figure,
    show_images,
    show_planes,
    show_values,
    show_with_sliders,
)

matplotlib.use("agg")


class Display:
    """What a notebook shows, in the place of IPython's display."""

    def __init__(self):
        self.shown = []

    def __call__(self, shown, raw=False, display_id=False):
        self.shown.append(shown)
        place = len(self.shown) - 1

        def update(shown, raw=False):
            self.shown[place] = shown

        return types.SimpleNamespace(update=update)


@pytest.fixture
def display(monkeypatch):
    """Pretend to be a notebook; what is shown, in order, is in `display.shown`."""
    fake = Display()
    monkeypatch.setattr(IPython, "get_ipython", lambda: types.SimpleNamespace(kernel=object()))
    monkeypatch.setattr("IPython.display.display", fake)
    yield fake
    plt.close("all")


def alt(bundle):
    (words,) = re.findall(r'alt="([^"]*)"', bundle["text/html"])
    return words


def test_a_table_is_read_out_with_its_numbers_and_its_frame(display):
    show_values({"image": np.arange(6).reshape(2, 3)}, window={"image": np.s_[0:1, 1:3]})
    (bundle,) = display.shown
    assert alt(bundle) == "image: rows 0 1 2; 3 4 5, a frame around row 0 and columns 1 to 2."


def test_an_image_is_described_by_its_size_its_range_and_its_scale(display):
    pictures = {"head": np.eye(40, dtype=np.uint8), "yours": None}
    show_images(pictures, scale=(0, 9), outlines={"head": np.eye(40)}, marks=[(3, 4)])
    said = "head: (40, 40) uint8, 0 to 1, black is 0 and white 9, with a line around a region"
    assert alt(display.shown[0]).startswith(f"2 panels. {said}")
    assert "marked at row 3, column 4" in alt(display.shown[0])
    assert alt(display.shown[0]).endswith("yours: not written yet.")


def test_planes_and_their_edges_are_named(display):
    sides = ("front", "back", "right", "left")
    show_planes({"head": np.ones((3, 9, 9))}, planes=[2], sides=sides)
    assert "head plane 2" in alt(display.shown[0])
    assert "edges marked front, back, right, left" in alt(display.shown[0])


def test_the_colours_of_a_difference_are_explained_to_the_eye_and_to_the_ear(display):
    show_difference(np.eye(3), np.zeros((3, 3)), names=("mine", "theirs"))
    (bundle,) = display.shown
    for part in (alt(bundle), bundle["text/html"].partition("<figcaption")[2]):
        assert "red means that mine is larger, blue that it is smaller" in part


def test_curves_are_read_out_by_name_and_range(display):
    show_curves({"a voxel": [3, 5, 4]}, across="volume", up="grey value")
    assert "a voxel: 3 values from 3 to 4, least 3, largest 5" in alt(display.shown[0])


def test_the_words_for_a_histogram_say_where_most_values_lie(display):
    figure, ax = plt.subplots()
    ax.hist([1, 2, 2, 2, 3], bins=[0.5, 1.5, 2.5, 3.5])
    ax.axvline(2.5, label="a threshold")
    show_figure(figure, caption="Five numbers.")
    said = alt(display.shown[0])
    assert "3 bars from 0.5 to 2.5, the highest, 3, from 1.5 to 2.5" in said
    assert "a line at 2.5, a threshold" in said


def test_a_bar_that_begins_at_0_but_for_rounding_begins_at_0(display):
    figure, ax = plt.subplots()
    ax.hist([0.5] * 23456 + [1.5], bins=[-1.11e-16, 1, 2])
    show_figure(figure, caption="Many numbers.")
    assert "2 bars from 0 to 1, the highest, 23456, from 0 to 1" in alt(display.shown[0])


def test_captions_stand_below_and_cannot_break_the_page(display):
    show_images({"a": np.eye(3)}, caption='<b> & "quoted"')
    html = display.shown[0]["text/html"]
    assert "&lt;b&gt; &amp; &quot;quoted&quot;</figcaption>" in html
    assert "<b>" not in html


def test_a_figure_is_shown_once_and_closed(display):
    show_images({"a": np.eye(3)})
    assert len(display.shown) == 1
    assert {"text/html", "image/png", "text/plain"} == set(display.shown[0])
    assert not plt.get_fignums()


def draw(size, look="plain"):
    show_images({f"{look} {size}": np.eye(size)})


def test_a_slider_that_moves_changes_the_picture(display):
    show_with_sliders(draw, size=range(2, 9), look=["plain", "odd"], start={"size": 4})
    box, picture = display.shown
    assert "plain 4" in alt(picture)
    size, look = box.children
    size.value = 7
    look.value = "odd"
    assert "odd 7" in alt(display.shown[1])
    assert len(display.shown) == 2


def test_without_ipywidgets_the_figure_stands_still(display, monkeypatch):
    real = builtins.__import__

    def no_widgets(name, *args, **kwargs):
        if name.partition(".")[0] == "ipywidgets":
            raise ImportError(name)
        return real(name, *args, **kwargs)

    monkeypatch.setattr(builtins, "__import__", no_widgets)
    show_with_sliders(draw, size=[3, 4])
    (picture,) = display.shown
    assert "plain 3" in alt(picture)


def test_outside_of_a_notebook_a_figure_with_sliders_is_an_open_figure():
    show_with_sliders(draw, size=[3, 4])
    assert plt.gcf().axes[0].get_title() == "plain 3"
    plt.close("all")
