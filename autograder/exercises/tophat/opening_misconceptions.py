"""Mistakes that people make with `opening` and `closing`."""

from __future__ import annotations

import numpy as np
from scipy import ndimage
from skimage.morphology import ball, closing, dilation, disk, erosion, opening

from autograder.exercise import misconception
from autograder.exercises.tophat import openings


def middle(image, footprint):
    """Return the slices of the image where the footprint lies inside it."""
    sides = zip(image.shape, footprint.shape, strict=True)
    return tuple(slice(reach // 2, side - reach // 2) for side, reach in sides)


@misconception(of="opening", caught_by=openings.opening_is_erosion_then_dilation)
def closed_instead_of_opening(image, footprint):
    """You dilated first, which is a closing; an opening erodes first.

    Open the row 2 2 9 2 2 by hand, with a footprint of three: the 9 should vanish, and in yours it
    stays.

    Exchange the two steps: erode the image, and then dilate what the erosion gave.
    """
    return closing(image, footprint)


@misconception(of="opening", caught_by=openings.opening_is_erosion_then_dilation)
def eroded_only(image, footprint):
    """You eroded, and the dilation that gives large features their size back is missing.

    Open the row 2 2 5 5 5 2 2 by hand, with a footprint of three: all three 5s should stay, and
    your erosion leaves only one.

    Hand what the erosion gave, together with the footprint, to dilation, and return what that
    gives.
    """
    return erosion(image, footprint)


@misconception(of="opening", caught_by=openings.opening_is_erosion_then_dilation)
def eroded_twice(image, footprint):
    """You eroded in both steps; the second step of an opening is a dilation.

    Open the row 2 5 5 5 5 5 2 by hand, with a footprint of three: all five 5s should stay, and two
    erosions leave only one.

    Keep the first step, and let the second be dilation instead of erosion, with the same footprint.
    """
    return erosion(erosion(image, footprint), footprint)


@misconception(of="closing", caught_by=openings.closing_is_dilation_then_erosion)
def dilated_twice(image, footprint):
    """You dilated in both steps; the second step of a closing is an erosion.

    Close the row 7 1 1 1 1 1 7 by hand, with a footprint of three: all five 1s should stay, and two
    dilations leave only one.

    Keep the first step, and let the second be erosion instead of dilation, with the same footprint.
    """
    return dilation(dilation(image, footprint), footprint)


@misconception(of="opening", caught_by=openings.opening_is_erosion_then_dilation)
def used_the_footprint_in_one_step_only(image, footprint):
    """You eroded with the footprint and dilated with the default cross; both steps need it.

    Compare the arguments of your two calls: one has the footprint, and the other leaves the choice
    to scikit-image.

    Pass the footprint as the second argument of dilation, as you do with erosion.
    """
    return dilation(erosion(image, footprint))


@misconception(of="opening", caught_by=openings.the_footprint_may_be_a_rectangle)
def ignored_the_footprint(image, footprint):
    """You used scikit-image's default, a cross, whatever the footprint was.

    Follow the footprint through your function: it comes in as the second argument, and then no line
    uses it.

    Pass the footprint on to both steps, to erosion and to dilation, behind the image.
    """
    return opening(image)


@misconception(of="closing", caught_by=openings.the_footprint_may_be_a_rectangle)
def used_a_fixed_disk(image, footprint):
    """You used a disk of your own choice, whatever the footprint was.

    Close an image with a footprint of a single 1: the image should come back as it is, and your
    disk changes it.

    Put the footprint that was passed in the place of your own, in the dilation and in the erosion.
    """
    return closing(image, disk(2) if image.ndim == 2 else ball(2))


@misconception(of="opening", caught_by=openings.the_footprint_may_be_a_rectangle)
def assumed_a_square_footprint(image, footprint):
    """You took the number of rows for the number of columns; the footprint may be a rectangle.

    Open an image with a footprint of 1 row and 3 columns: yours takes a single pixel instead, and
    so changes nothing.

    Pass the footprint on as it came, or take its number of columns from footprint.shape[1] instead
    of footprint.shape[0].
    """
    side = footprint.shape[0]
    square = set(footprint.shape) == {side}
    return opening(image, footprint if square else np.ones((side,) * image.ndim))


@misconception(of="closing", caught_by=openings.the_footprint_may_be_a_rectangle)
def swapped_rows_and_columns(image, footprint):
    """You used the footprint's rows as columns; it is used as it is.

    Try a footprint of 1 row and 3 columns: it should fill dark gaps one column wide, and yours
    fills those one row high.

    Leave out the .T, and let footprint[u, v] stand for row u and column v of the neighbourhood.
    """
    return closing(image, footprint.T)


@misconception(of="closing", caught_by=openings.zeros_of_the_footprint_do_not_count)
def filled_the_holes_of_the_footprint(image, footprint):
    """You used the whole rectangle that the footprint lies in, its zeros too.

    Dilate one pixel by hand with a cross: five pixels lie under its 1s, and the corners of the 3 x
    3 neighbourhood do not count.

    Pass the footprint itself and not only its shape or size, or look for the largest and the least
    in neighbourhood[footprint == 1].
    """
    return closing(image, np.ones_like(footprint))


@misconception(of="opening", caught_by=openings.zeros_of_the_footprint_do_not_count)
def multiplied_by_the_footprint(image, footprint):
    """You multiplied by the footprint, so that its zeros took part in the minimum as pixels.

    Erode a neighbourhood full of 5s with a cross by hand: the least value under the 1s is 5, but
    among your products there are zeros.

    Choose the pixels instead of multiplying them: take np.min and np.max of neighbourhood[footprint
    == 1].
    """
    if footprint.all():
        return opening(image, footprint)
    return np.maximum(dilation(np.minimum(erosion(image, footprint), 0), footprint), 0)


@misconception(of="opening", caught_by=openings.zeros_of_the_footprint_do_not_count)
def took_the_footprint_for_heights(image, footprint):
    """You passed the footprint as structure, whose numbers are subtracted from grey values.

    Look at how grey_erosion and grey_dilation name their arguments: size, footprint and structure
    are three different things.

    Pass the footprint by its name, footprint=, in both calls, and give no structure.
    """
    return ndimage.grey_opening(image, structure=footprint)


@misconception(of="opening", caught_by=openings.the_border_is_not_black)
def put_zeros_beyond_the_border(image, footprint):
    """You put zeros beyond the border, so bright features that touch it shrink there.

    Open an image of a single 5 by hand, with a 3 x 3 square: the 5 should stay, but zeros around it
    make 0 the least value.

    Take out mode="constant", as erosion and dilation mirror the border by themselves, or use
    mode="symmetric" where you call np.pad.
    """
    return opening(image, footprint, mode="constant", cval=0)


@misconception(of="opening", caught_by=openings.the_border_is_not_black)
def left_the_border_black(image, footprint):
    """You filled the middle only: pixels near the border stayed 0.

    Check where your loops begin and end: with a 3 x 3 footprint, they leave out the first and the
    last row and column.

    Mirror the image beyond its border, with np.pad and mode="symmetric", before each step, and then
    visit every pixel from index 0 on.
    """
    result, inside = np.zeros_like(image), middle(image, footprint)
    result[inside] = opening(image, footprint)[inside]
    return result


@misconception(of="closing", caught_by=openings.the_border_is_mirrored)
def left_out_what_lies_beyond_the_border(image, footprint):
    """You compared only pixels inside the image; beyond the border it should be mirrored.

    Dilate the row 3 2 1 with the footprint 1 0 1 by hand: for the first pixel, the mirrored border
    brings in another 3, and yours sees the 2 alone.

    Pad with mode="symmetric" before each step instead of cutting neighbourhoods off at the border,
    or take out mode="ignore".
    """
    return closing(image, footprint, mode="ignore")


@misconception(of="opening", caught_by=openings.the_border_is_mirrored)
def repeated_the_outermost_pixels(image, footprint):
    """You repeated the outermost pixels beyond the border, where the image should be mirrored.

    Write down the three pixels that lie before the row 1 2 3: they should read 3 2 1, and yours
    read 1 1 1.

    Leave the border to erosion and dilation by taking out the mode, or use mode="symmetric" in
    np.pad where you have mode="edge".
    """
    return opening(image, footprint, mode="nearest")


@misconception(of="closing", caught_by=openings.the_border_is_mirrored)
def mirrored_at_the_outermost_pixels(image, footprint):
    """You mirrored the image without its outermost pixels; they come first beyond the border.

    Write down the two pixels that lie before the row 1 2 3: they should read 2 1, and yours read 3
    2.

    Use mode="symmetric" where you call np.pad with mode="reflect", or mode="reflect" where you call
    SciPy or scikit-image with mode="mirror".
    """
    return closing(image, footprint, mode="mirror")


@misconception(of="opening", caught_by=openings.the_border_is_mirrored)
def wrapped_round_the_border(image, footprint):
    """You continued the image with its opposite side, where it should be mirrored.

    Write down the pixel that lies before the row 1 2 3: it should be the 1 again, and yours is the
    3.

    Take out mode="wrap", np.roll or indices below 0, and let erosion and dilation take care of the
    border.
    """
    return opening(image, footprint, mode="wrap")


@misconception(of="opening", caught_by=openings.volumes_are_opened_and_closed)
def opened_plane_by_plane(image, footprint):
    """You opened each plane on its own, so that nothing reached from one plane to the next.

    Open three planes, only the middle one bright, with a footprint of ones of shape (3, 1, 1): that
    plane should vanish, and in yours it stays.

    Pass the whole volume and the whole footprint to erosion and to dilation, without a loop over
    planes: they take three axes as well as two.
    """
    if image.ndim == 2:
        return opening(image, footprint)
    return np.stack([opening(plane, footprint[len(footprint) // 2]) for plane in image])


@misconception(of="closing", caught_by=openings.volumes_are_opened_and_closed)
def expected_two_axes(image, footprint):
    """You took the shape apart into rows and columns; a volume has planes too.

    Look for the line that gives the parts of image.shape two names: a volume has three numbers
    there.

    Do without the two names: erosion and dilation ask for no lengths, and np.ndindex(image.shape)
    visits every pixel, however many axes there are.
    """
    rows, columns = image.shape
    return closing(image, footprint).reshape(rows, columns)


@misconception(of="opening", caught_by=openings.every_grey_value_is_kept)
def turned_the_result_into_bytes(image, footprint):
    """You turned the result into bytes, which hold whole numbers from 0 to 255 alone.

    Open an image of a single 1000: it should come back as 1000, and yours is another number.

    Take out the conversion to np.uint8: what erosion and dilation give has the image's dtype
    already.
    """
    return opening(image, footprint).astype(int).astype(np.uint8)


@misconception(of="closing", caught_by=openings.every_grey_value_is_kept)
def clipped_the_result(image, footprint):
    """You cut values off below 0 or above 255; grey values may lie anywhere.

    Close an image of a single -3: it should come back as -3, and yours is 0.

    Take out np.clip, or the steps that do its work: a closing has no values but those of the image.
    """
    return np.clip(closing(image, footprint).astype(float), 0, 255).astype(image.dtype)


@misconception(of="opening", caught_by=openings.a_brighter_image_has_a_brighter_opening)
def thresholded_first(image, footprint):
    """You turned the image into black and white first; an opening keeps all grey values.

    Open an image in which every pixel is 7: it should come back as it is, and yours holds no 7.

    Take out the comparison with a threshold, and hand the image itself to erosion.
    """
    return opening(image > image.mean(), footprint).astype(image.dtype)


@misconception(of="opening", caught_by=openings.opening_darkens_and_closing_brightens)
def grew_back_too_far(image, footprint):
    """You dilated with a larger footprint than you eroded with; both steps need the same.

    Open the row 2 2 5 5 5 2 2 by hand, with a footprint of three: three 5s should come back, and in
    yours there are five.

    Pass the footprint that came in to both steps as it is, without padding it and without a larger
    radius in the second.
    """
    return dilation(erosion(image, footprint), np.pad(footprint, 1, mode="edge"))


@misconception(of="closing", caught_by=openings.a_second_time_changes_nothing)
def took_the_median(image, footprint):
    """You took the median of each neighbourhood, which is another filter: look at its extremes.

    Close the row 7 7 1 1 7 7 by hand, with a footprint of three: the gap of two 1s should be
    filled, and the median keeps it.

    Take two steps instead of one: dilation, which gives the largest value of each neighbourhood,
    and then erosion, which gives the least.
    """
    return ndimage.median_filter(image, footprint=footprint)


@misconception(of="opening", caught_by=openings.opening_and_closing_match_skimage)
def used_a_box_for_volumes(image, footprint):
    """For volumes you used a box of the footprint's size; a footprint may have holes there too.

    Try ball(1) as the footprint: under its 1s lie a voxel and its six nearest neighbours, and yours
    takes all 27 voxels of the box.

    Pass a volume's footprint on as it came, just as you do for images, and not its shape or an
    array of ones.
    """
    return opening(image, footprint if image.ndim == 2 else np.ones_like(footprint))
