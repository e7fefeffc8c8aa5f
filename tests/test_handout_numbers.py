"""The numbers in the handouts' prose, and those that students are to find, are computed here."""

import re

import numpy as np
import pytest
from scipy import ndimage
from skimage import color, data
from skimage.filters import gaussian, threshold_otsu
from skimage.measure import label
from skimage.morphology import dilation, disk, erosion

from autograder.imaging import images, phantoms, series
from autograder.imaging.expect import digest_of
from autograder.imaging.kernels import gaussian_kernel
from autograder.imaging.overlap import dice
from reference.convolution.solution import convolve2d
from reference.convolution3d.solution import convolve3d
from reference.skull_removal.solution import remove_skull, remove_skull_3d
from reference.tophat.solution import opening, white_tophat

SMALL = np.array([[2, 0, 1, 3, 1], [4, 9, 5, 0, 2], [1, 3, 7, 2, 8], [0, 6, 1, 4, 3]])
KERNEL = np.array([[0, 1, 0], [2, 5, 3], [0, 4, 0]])
STACK = np.array(
    [
        [[1, 0, 2, 3], [4, 1, 0, 5], [2, 6, 1, 1]],
        [[3, 2, 0, 1], [0, 7, 5, 2], [1, 4, 0, 8]],
        [[0, 1, 6, 2], [2, 9, 1, 0], [3, 0, 2, 4]],
    ]
)
BLOCK = np.zeros((3, 3, 3), dtype=int)
BLOCK[:, 1, 1] = 2, 4, 3
BLOCK[1, (0, 1, 1, 2), (1, 0, 2, 1)] = 1
DOTS = np.full((7, 11), 4)
DOTS[2, 2], DOTS[4, 4], DOTS[2:5, 6:9] = 9, 0, 7
CROSS = disk(1)
ROW = np.array([[2, 9, 2, 5, 5, 5, 2]])
THREE = np.ones((1, 3), dtype=int)

ON_PAPER = {
    "convolution": {
        "[1, 3]": convolve2d(SMALL, KERNEL)[1, 3],
        "[3, 4]": convolve2d(SMALL, KERNEL)[3, 4],
    },
    "convolution3d": {"[0, 0, 0]": convolve3d(STACK, BLOCK)[0, 0, 0]},
    "tophat": {
        "erosion at [4, 5]": erosion(DOTS, CROSS)[4, 5],
        "dilation at [4, 5]": dilation(DOTS, CROSS)[4, 5],
        "opening at [0, 1]": opening(ROW, THREE)[0, 1],
        "opening at [0, 3]": opening(ROW, THREE)[0, 3],
    },
}


TOY = np.array(
    [
        [1, 1, 0, 0, 0, 0, 1],
        [1, 0, 0, 1, 1, 0, 1],
        [0, 0, 1, 1, 1, 0, 0],
        [0, 0, 1, 1, 1, 0, 1],
        [1, 1, 0, 1, 0, 0, 0],
    ]
)
RING = np.zeros((5, 9), dtype=int)
RING[1:, 1:4] = RING[1:, 5:8] = 1
RING[2:4, 2] = RING[2:4, 6] = RING[2, 7] = 0


def largest_piece(connectivity):
    return np.bincount(label(TOY, connectivity=connectivity).ravel())[1:].max()


ON_PAPER["skull_removal"] = {
    "largest piece, connectivity 1": largest_piece(1),
    "largest piece, connectivity 2": largest_piece(2),
    "pixels that are filled": (ndimage.binary_fill_holes(RING) > RING).sum(),
}


def handout(root, name):
    return (root / "reference" / name / "handout.md").read_text("utf-8")


@pytest.mark.parametrize("name", ON_PAPER)
def test_a_number_from_paper_is_right_where_the_solution_has_it(name, root):
    text = " ".join(handout(root, name).split())
    expected = dict(re.findall(r'expect\( "([^"]+)", \w+, digest="(\w+)",', text))
    assert expected == {place: digest_of(place, each) for place, each in ON_PAPER[name].items()}


def windows_of(small, kernel, row, column):
    return np.pad(small, 1)[row : row + 3, column : column + 3] * kernel


def convolution():
    """Yield what the handout on convolution should say, with the numbers put in."""
    products = windows_of(SMALL, KERNEL, 1, 2)
    yield " + ".join(str(each) for each in products[products > 0]) + f" = {products.sum()}"
    bump = gaussian_kernel(sigma=1.5)
    side = bump.shape[0]
    yield f"{side} + {side} = {2 * side} multiplications instead of {side} x {side} = {side**2}"
    yield f"{(np.uint8([200]) * np.uint8([2])).item()} is left"
    face = images.astronaut()[52:164, 168:280]
    yield f"{face.shape[0]} x {face.shape[1]} pixels instead of 512 x 512"
    weights = [color.rgb2gray(np.eye(3)[None])[0, channel] for channel in range(3)]
    grey = images.astronaut()
    yield "weights of about {:.2f} for red, {:.2f} for green and {:.2f} for blue".format(*weights)
    yield f"(about {grey[200, 70]:.2f} and {grey[400, 200]:.2f})"
    means = [data.astronaut()[place].mean() / 255 for place in ((200, 70), (400, 200))]
    yield "({:.2f} and {:.2f})".format(*means)
    yield f"= {grey[200, 70]:.3f}."
    assert abs(gaussian(face, sigma=8).mean() - face.mean()) < 0.02 * face.mean()
    assert np.allclose(bump.sum(), 1)


def convolution3d():
    products = STACK[:, :, :3] * BLOCK
    own = products[1].sum()
    yield f"Only {own} of the {products.sum()} come from the voxel's own plane"
    yield f"you miss the other {products.sum() - own}"
    first = np.pad(STACK, 1)[:3, :3, :3] * BLOCK
    yield f"only {('zero', 'one', 'two', 'three')[np.count_nonzero(first)]} are not zero"
    yield f"averages over {5**3} voxels, the flat one over {5**2}"
    yield f"({8 / 5:g}, {8 / 4:g}, {8 / 4:g}): 8 mm divided"
    brain = series.epi_series()[0]
    yield f"{len(brain)} planes of {brain.shape[1]} x {brain.shape[2]} voxels"
    course = series.bold_series()[:, 1, 10, 8]
    assert 0.02 < np.ptp(course) / course.mean() < 0.06  # "a few percent"
    box = brain[7:14, 24:72, 40:88]
    assert box.shape == (7, 48, 48)
    assert 700 < box.max() < 1162  # "about 1000" holds of the volume


def tophat():
    phantom, middle = images.shepp_logan(), 200
    head = np.flatnonzero(phantom[:, middle] > 0.9)
    thick = next(n for n in range(head.size) if head[n] - head[0] != n)
    yield f"about {thick} pixels thick at the forehead"
    yield f"radius of 7 pixels is {disk(7).shape[0]} pixels across"
    chance = np.random.default_rng(seed=1).random(phantom.shape)
    yield f"noise in {100 * np.mean((chance < 0.02) | (chance > 0.98)):.0f} % of its pixels"
    square = white_tophat(DOTS, np.ones((3, 3), dtype=int))
    yield f"9 - 4 = {square[2, 2]}"
    assert np.count_nonzero(square) == 1
    assert np.count_nonzero(erosion(DOTS, CROSS) == 7) == 1  # "only the middle of the block"
    skull_place = opening(phantom, disk(7))[head[thick // 2], middle]
    assert np.isclose(skull_place, phantom[head[thick - 1] + 5, middle])


def skull_removal():
    head, volume = images.sagittal_head(), images.b0_head()
    yield f"A fixed number like {threshold_otsu(head)} is right here"
    yield f"The head above has {head.shape[0]} x {head.shape[1]} pixels"
    brain = remove_skull_3d(volume) > 0
    plane = brain[brain.sum(axis=(1, 2)).argmax()]
    across, along = (np.ptp(np.flatnonzero(plane.any(axis=axis))) + 1 for axis in (0, 1))
    assert abs(across - 32) <= 1  # "about 32 by 45"
    assert abs(along - 45) <= 1
    missing = np.mean(volume[brain] <= threshold_otsu(volume))
    assert 0.28 < missing < 0.39  # "about a third of the brain is missing"
    counts, edges = np.histogram(volume[brain], bins=np.arange(0, 1500, 10))
    assert 150 < edges[counts.argmax()] < 250  # "the hill around 200"
    assert 1900 < volume.max() < 2200  # "The brightest fluid has about 2000"
    dimmed = np.minimum(volume, 400)  # "Otsu's threshold falls between background and brain"
    assert np.mean(dimmed[brain] <= threshold_otsu(dimmed)) < 0.1
    drawn = phantoms.head(brain=(60, 72), gap=3, scalp=5, bridges=3, drift=0.2, seed=4)
    assert dice(remove_skull(drawn.image) > 0, drawn.brain) > 0.97
    argmax = np.bincount(label(head > threshold_otsu(head)).ravel()).argmax()
    assert argmax == 0  # "Usually 0, the background"


@pytest.mark.parametrize("facts", [convolution, convolution3d, tophat, skull_removal])
def test_the_prose_has_the_numbers_that_are_computed(facts, root):
    text = " ".join(handout(root, facts.__name__).split())
    assert [words for words in facts() if words not in text] == []


def test_the_sliders_stop_above_the_row_that_is_to_be_worked_out(root):
    assert "row=range(3), column=range(5)" in handout(root, "convolution")
