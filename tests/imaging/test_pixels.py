"""What is drawn, pixel by pixel: nothing of an image is lost on its way to the screen."""

import io

import matplotlib
import matplotlib.pyplot as plt
import numpy as np
import pytest
from skimage.morphology import disk, erosion

from autograder.imaging.figures import show_difference, show_images, show_planes, show_values
from autograder.imaging.figures.layout import DPI, PAGE
from autograder.imaging.images import astronaut, b0_head, shepp_logan
from autograder.imaging.series import epi_series

matplotlib.use("agg")


@pytest.fixture(autouse=True)
def no_figures_left_open():
    yield
    plt.close("all")


def page():
    """Return the current figure as it is saved: grey values of its screen pixels."""
    buffer = io.BytesIO()
    plt.gcf().savefig(buffer, format="png", dpi=DPI)
    buffer.seek(0)
    return plt.imread(buffer)[:, :, :3]


def drawn(ax, screen):
    """Return the screen pixels of a panel's picture."""
    box = ax.get_position()
    height, width = screen.shape[:2]
    left, right = round(box.x0 * width), round(box.x1 * width)
    top, bottom = round((1 - box.y1) * height), round((1 - box.y0) * height)
    return screen[top:bottom, left:right]


def one_each(picture, shape):
    """Return the screen pixel in the middle of each image pixel."""
    rows, columns = (
        ((np.arange(side) + 0.5) * size / side).astype(int)
        for side, size in zip(shape, picture.shape, strict=False)
    )
    return picture[np.ix_(rows, columns)]


def grey(image, low, high):
    return np.clip((image - low) / (high - low), 0, 1)


EDGES = shepp_logan() - erosion(shepp_logan())
NOISY = np.where(np.random.default_rng(1).random((400, 400)) < 0.02, 1.0, shepp_logan())


@pytest.mark.parametrize("image", [EDGES, NOISY, astronaut(), b0_head()[12].astype(float)])
def test_every_pixel_of_every_image_is_on_the_screen(image):
    show_images({"one": image, "another": image}, scale="shared")
    screen = page()
    for ax in plt.gcf().axes:
        shown = one_each(drawn(ax, screen), image.shape)
        assert np.abs(shown[..., 0] - grey(image, image.min(), image.max())).max() < 0.01


def test_thin_lines_have_no_gaps():
    show_images({"edges": EDGES}, scale=(0, 0.3), zoom=2)
    shown = one_each(drawn(plt.gcf().axes[0], page()), EDGES.shape)[..., 0]
    assert np.count_nonzero(EDGES) > 2000
    assert np.array_equal(shown > 0, EDGES > 0.001)


def test_every_plane_of_a_row_keeps_its_pixels():
    volume = epi_series()[0]
    show_planes({"brain": volume, "again": volume}, planes=[6, 12, 18], scale="shared")
    screen, limits = page(), plt.gcf().axes[0].images[0].get_clim()
    shown = one_each(drawn(plt.gcf().axes[4], screen), (96, 128))[..., 0]
    assert np.abs(shown - grey(volume[12], *limits)).max() < 0.01


def test_differences_keep_their_pixels():
    dot = np.zeros((400, 400))
    dot[123, 321] = 1
    show_difference(dot, np.zeros((400, 400)))
    picture = one_each(drawn(plt.gcf().axes[2], page()), dot.shape)
    red, _, blue = picture[123, 321]
    assert red > 2 * blue
    assert np.ptp(np.delete(picture.reshape(-1, 3), 123 * 400 + 321, axis=0), axis=0).max() == 0


def test_a_pixel_is_as_large_in_every_panel_of_a_figure():
    footprints = [disk(1), disk(8), np.ones((1, 17)), np.ones((17, 1))]
    show_images({str(n): each for n, each in enumerate(footprints)}, zoom=9)
    screen = page()
    for ax, footprint in zip(plt.gcf().axes, footprints, strict=True):
        assert drawn(ax, screen).shape[:2] == tuple(9 * side for side in footprint.shape)


def test_pixels_that_are_no_squares_are_drawn_in_their_proportions():
    show_images({"slices": np.eye(10, 40)}, aspect=5, zoom=4)
    assert drawn(plt.gcf().axes[0], page()).shape[:2] == (200, 160)


@pytest.mark.parametrize("number", [1, 3, 9])
def test_no_row_is_wider_than_the_page(number):
    show_images({str(index): np.eye(112) for index in range(number)})
    assert page().shape[1] <= PAGE


def inside(figure, artist):
    box = artist.get_window_extent(figure.canvas.get_renderer())
    return box.x0 >= 0 and box.y0 >= 0 and box.x1 <= figure.bbox.x1 and box.y1 <= figure.bbox.y1


def test_no_title_and_no_caption_is_cut_off():
    words = "a title of many words, which says at great length what there is to see"
    show_images({words: np.eye(3) / 7, f"{words} again": np.eye(60, 3)})
    figures = [plt.gcf()]
    show_values({words: np.eye(3), "b": np.full((4, 5), -1 / 3), "yours": None})
    figures.append(plt.gcf())
    show_difference(1e-7 * np.eye(12), np.zeros((12, 12)), names=(words, "b"))
    figures.append(plt.gcf())
    show_planes({words[:30]: np.ones((3, 40, 40)), "b": None}, planes=[0, 1])
    for figure in [*figures, plt.gcf()]:
        figure.canvas.draw()
        for ax in figure.axes:
            assert all(inside(figure, each) for each in (ax.title, ax.xaxis.label, ax.yaxis.label))
