"""What `convolve2d` chooses: the kernel, the border, numbers, sides, and the array it returns."""

from __future__ import annotations

import numpy as np

from autograder.authoring.choices import Choices, Finding
from autograder.exercises.convolution import axis_misconceptions as axes
from autograder.exercises.weighted_sums import (
    bordering,
    reaching,
)
from autograder.exercises.weighted_sums import edge_misconceptions as borders
from autograder.exercises.weighted_sums import kernel_misconceptions as kernels
from autograder.exercises.weighted_sums.at_the_pixel import sum_at_the_pixel
from autograder.exercises.weighted_sums.choices import CHOICES_OF_SUMS
from autograder.exercises.weighted_sums.edges import border_models
from autograder.exercises.weighted_sums.observed import FilterSeen

BORDERS = {
    "repeated": Finding.of(borders.repeated_the_border),
    "mirrored": Finding.of(borders.mirrored_the_border),
    "doubled": Finding.of(borders.mirrored_the_border),
    "wrapped": Finding.of(borders.wrapped_around),
    "wrapped_before": Finding.of(borders.wrapped_around),
    "left_at_zero": Finding.of(borders.left_the_border_at_zero),
    "copied": Finding.of(borders.copied_the_border),
    "one_short": Finding.of(borders.stopped_one_pixel_short),
    "first_left_out": Finding(
        "left_out_the_first_pixel", "The first row and column of your result are 0; start at 0."
    ),
    "first_unread": Finding(
        "took_the_first_pixels_for_the_border",
        "Pixels of the first row and column count as 0, as if they lay beyond the border; index 0 "
        "lies inside the image.",
    ),
    "last_unread": Finding(
        "took_the_last_pixels_for_the_border",
        "Pixels of the last row and column count as 0, as if they lay beyond the border; the last "
        "index, M - 1 or N - 1, lies inside the image.",
    ),
}
COLUMNS_FLIPPED = Finding(
    "flipped_the_columns_only",
    "You swapped left and right of the kernel; the book's convolution takes it as it stands.",
)
MATRIX_PRODUCT = Finding(
    "took_the_matrix_product",
    "You took the matrix product (@ or np.dot) of neighbourhood and kernel; multiply them element "
    "by element, with *.",
)
MIDDLE_COLUMN = Finding(
    "summed_the_middle_column_only",
    "Each sum went over one column of the kernel; it should go over all of them.",
)


class _ImageFilterSeen(FilterSeen):
    """What a few calls show of a `convolve2d`."""

    STOPS = axes.stopped_at_images_that_are_not_square.__doc__.partition("\n")[0]
    CONFUSED = (
        "Images that are not square come out wrong and square ones do not; count rows with "
        "image.shape[0] and columns with image.shape[1]."
    )

    def known_turns(self):
        """Return pairs of a `Finding` and the function that turns a kernel so."""
        return (
            (Finding.of(kernels.flipped_the_kernel), np.flip),
            (Finding.of(axes.flipped_the_rows_only), np.flipud),
            (COLUMNS_FLIPPED, np.fliplr),
            (Finding.of(axes.transposed_the_kernel), np.transpose),
            (Finding.of(axes.gave_the_kernel_a_quarter_turn), np.rot90),
        )

    def wrong_weights(self):
        """Return pairs of a `Finding` and the function that makes the weights that are used."""
        return (
            (Finding.of(axes.summed_the_middle_row_only), _middle_row),
            (MIDDLE_COLUMN, lambda kernel: _middle_row(kernel.T).T),
            (MATRIX_PRODUCT, lambda kernel: _across(kernel.sum(axis=1)[None], kernel)),
            (MATRIX_PRODUCT, lambda kernel: _across(kernel.sum(axis=0)[:, None], kernel)),
        )

    def borders(self):
        """Return what may be done at the border, by name."""
        return border_models(self.ndim)

    def border_findings(self):
        """Return the `Finding` of each wrong border, by name."""
        return BORDERS

    def kernel_shapes(self):
        """Return shapes of kernels that tell paddings apart."""
        return (3, 5), (5, 3), (5, 5), (1, 3), (3, 1), (1, 1)

    def reach_finding(self, name):
        """Return the `Finding` of a wrong padding, or None."""
        word = name.partition(", ")[0]
        if word in ("pair", "pair_reversed"):
            return Finding.of(axes.read_two_paddings_as_one_an_axis, stops=True)
        if word in ("first", "last", "largest", "smallest"):
            return Finding.of(axes.padded_both_axes_alike, stops=True)
        if word == "reversed":
            return Finding("exchanged_the_two_paddings", EXCHANGED, stops=True)
        if word.startswith("only_"):
            return Finding("padded_one_axis_only", ONE_AXIS, stops=True)
        border = self.settled("border", bordering.border_kind)
        return reaching.reach_finding(border, name)

    def unclear_reach(self, names):
        """Return the `Finding` if only square kernels come out right, or None.

        If windows are cut off, those of an image of one column are as wide as its padding, and an
        array of one column is multiplied with any kernel of one row; the error says so if not.
        """
        is_turned = self.placed is not None and self.placed[0] != self.axes
        if is_turned or not names <= {"pair", "pair_reversed", "smallest", "reversed"}:
            return None
        answer = self.ask(np.ones((4, 1)), np.ones((1, 3)))
        if answer.failure == "exception" and "broadcast" in answer.text:
            return Finding.of(axes.read_two_paddings_as_one_an_axis, stops=True)
        return Finding("padded_for_square_kernels", FOR_SQUARES, stops=True)

    def unlike_shapes(self):
        """Return shapes of images that are not square."""
        return (5, 8), (8, 5)

    def counted_by(self, axis):
        """Return the `Finding` for one side that was taken for both."""
        if axis == 0:
            return Finding.of(axes.assumed_a_square_image, stops=True)
        return Finding("took_the_columns_for_the_rows", COLUMNS, stops=True)


FOR_SQUARES = (
    "Only square kernels come out: rows of the kernel belong to rows of the image and columns to "
    "columns, in the padding, too."
)
EXCHANGED = (
    "You padded rows by half of the kernel's columns and columns by half of its rows; give "
    "np.pad the pair for the rows first."
)
ONE_AXIS = "Only one of the two axes got a border of zeros; the other needs one too."
COLUMNS = (
    "You took the number of columns for the number of rows as well; images need not be square."
)


def _middle_row(kernel):
    """Return a kernel with zeros outside its middle row."""
    only = np.zeros(kernel.shape)
    only[len(kernel) // 2] = kernel[len(kernel) // 2]
    return only


def _across(weights, kernel):
    """Return weights of one row or one column for all of them."""
    return np.broadcast_to(weights, kernel.shape).copy() if _is_square(kernel) else np.nan * kernel


def _is_square(kernel):
    """Return whether a kernel has as many rows as columns."""
    return kernel.shape[0] == kernel.shape[1]


CHOICES = {
    "convolve2d": Choices(
        _ImageFilterSeen,
        CHOICES_OF_SUMS,
        of_shown=sum_at_the_pixel,
    )
}
