"""Known mistakes in `convolve2d`, the commonest first, each with the check that catches it."""

from __future__ import annotations

from functools import partial

import numpy as np
from scipy.signal import correlate

from autograder import mistaken_borders, mistaken_sums
from autograder.exercise import misconception
from autograder.exercises.convolution import checks
from autograder.weighted_sums import weighted_sums

caught_by = partial(misconception, "convolve2d")
by_the_border = caught_by(checks.pixels_beyond_the_border_count_as_zero)
by_the_bright_pixel = caught_by(checks.a_bright_pixel_gives_the_kernel)
by_the_dtype = caught_by(checks.the_result_holds_floating_point_numbers)
by_the_fractions = caught_by(checks.fractions_are_kept)
by_the_identity = caught_by(checks.the_identity_kernel_changes_nothing)
by_the_shape = caught_by(checks.the_result_has_the_shape_of_the_image)

multiplied_integers_as_they_are = caught_by(checks.bytes_do_not_wrap)(
    mistaken_sums.multiplied_integers_as_they_are
)


@caught_by(checks.a_kernel_need_not_be_square)
def padded_both_axes_alike(image, kernel):
    """You padded rows and columns alike; a kernel may reach further along one of the two axes.

    Lay the middle of a kernel of 3 rows and 5 columns on the first pixel, and count the rows that
    stick out above and the columns to the left.

    Give np.pad a pair for each axis: kernel.shape[0] // 2 before and after the rows,
    kernel.shape[1] // 2 before and after the columns.
    """
    padded = np.pad(image.astype(float), kernel.shape[0] // 2)
    return correlate(padded, kernel, "valid", "direct")[:, : image.shape[1]]


@caught_by(checks.a_kernel_need_not_be_square)
def read_two_paddings_as_one_an_axis(image, kernel):
    """With (a, b), np.pad puts a zeros before and b zeros behind, on every axis alike.

    Print the shape of np.pad(np.ones((4, 4)), (1, 2)): both its rows and its columns have become 7.

    Hand np.pad two pairs, one for each axis: the zeros above and below first, and then those on the
    left and on the right.
    """
    padded = np.pad(image.astype(float), (kernel.shape[0] // 2, kernel.shape[1] // 2))
    whole = tuple(slice(side) for side in image.shape)
    return correlate(padded, kernel, "valid", "direct")[whole]


flipped_the_kernel = by_the_bright_pixel(mistaken_sums.flipped_the_kernel)
kept_the_dtype_of_the_input = by_the_dtype(mistaken_sums.kept_the_dtype_of_the_input)
padded_by_one = caught_by(checks.a_kernel_may_be_of_any_odd_size)(mistaken_borders.padded_by_one)
left_the_border_at_zero = by_the_border(mistaken_borders.left_the_border_at_zero)
kept_only_whole_neighbourhoods = by_the_shape(mistaken_borders.kept_only_whole_neighbourhoods)
clipped_to_bytes = by_the_fractions(mistaken_sums.clipped_to_bytes)
cut_off_negative_sums = by_the_fractions(mistaken_sums.cut_off_negative_sums)
repeated_the_border = by_the_border(mistaken_borders.repeated_the_border)
mirrored_the_border = by_the_border(mistaken_borders.mirrored_the_border)
wrapped_around = by_the_border(mistaken_borders.wrapped_around)
cut_off_an_empty_border = caught_by(checks.a_kernel_may_be_one_pixel_wide)(
    mistaken_borders.cut_off_an_empty_border
)
returned_bytes = by_the_dtype(mistaken_sums.returned_bytes)
returned_whole_numbers = by_the_dtype(mistaken_sums.returned_whole_numbers)


@by_the_identity
def assumed_a_square_image(image, kernel):
    """You took the number of rows for the number of columns as well; the image need not be square.

    Try an image of 2 rows and 4 columns, where two columns stay 0, and one of 4 rows and 2 columns,
    where an index runs out of the image.

    Count the rows with image.shape[0] and the columns with image.shape[1], in the loops and in
    every slice.
    """
    result = weighted_sums(image, kernel)
    result[:, image.shape[0] :] = 0
    return result[:, range(image.shape[0])] if image.shape[0] > image.shape[1] else result


returned_integers_for_integers = by_the_dtype(mistaken_sums.returned_integers_for_integers)
took_the_mean = by_the_identity(mistaken_sums.took_the_mean)
divided_by_the_sum_of_the_kernel = caught_by(checks.kernels_add_up)(
    mistaken_sums.divided_by_the_sum_of_the_kernel
)
put_the_neighbourhood_off_the_middle = caught_by(checks.a_shifted_one_shifts_the_image)(
    mistaken_borders.put_the_neighbourhood_off_the_middle
)
stopped_one_pixel_short = by_the_identity(mistaken_borders.stopped_one_pixel_short)
called_a_library_function = caught_by(checks.the_weighted_sum_is_your_own_work)(
    mistaken_sums.called_a_library_function
)
copied_the_border = by_the_border(mistaken_borders.copied_the_border)
edited_the_input = caught_by(checks.the_arguments_stay_as_they_are)(mistaken_sums.edited_the_input)
returned_a_list = by_the_shape(mistaken_sums.returned_a_list)
returned_the_full_size = by_the_shape(mistaken_borders.returned_the_full_size)


@by_the_bright_pixel
def flipped_the_rows_only(image, kernel):
    """You turned the kernel upside down; the book's convolution takes its rows as they stand.

    Write down which row of the kernel meets the top row of the neighbourhood: it should be the
    kernel's top row, and yours is the bottom one.

    Leave out np.flipud or [::-1], or let the row of the kernel count up wherever the row of the
    neighbourhood does.
    """
    return weighted_sums(image, kernel[::-1])


@by_the_bright_pixel
def transposed_the_kernel(image, kernel):
    """Rows and columns of the kernel were exchanged: go down the rows of both together.

    Filter with a single 1 in the middle of the kernel's right column: the image should move one
    column to the left, and yours moves one row up.

    Weigh the pixel in row u and column v of the neighbourhood with kernel[u, v], and leave out the
    .T.
    """
    return weighted_sums(image, kernel.T)


@by_the_bright_pixel
def gave_the_kernel_a_quarter_turn(image, kernel):
    """You gave the kernel a quarter turn; the book's convolution uses it unturned.

    Follow a 1 in the kernel's top left corner through your code: it should weigh the top left
    neighbour, and yours weighs the bottom left one.

    Leave out np.rot90, or the index that counts down while the other counts up, and multiply the
    kernel as it comes.
    """
    return weighted_sums(image, np.rot90(kernel))


@by_the_shape
def swapped_rows_and_columns(image, kernel):
    """The result is transposed: its first index should be the row, its second the column.

    Filter an image of 1 row and 3 columns, and print the shape of the result: it has 3 rows and 1
    column.

    Make the result with image.shape in its own order, put each sum at [row, column], and return it
    without .T.
    """
    return weighted_sums(image, kernel).T


@by_the_bright_pixel
def summed_the_middle_row_only(image, kernel):
    """Each sum went over one row of the kernel; it should go over all of them.

    Filter an image of ones with 3 x 3 ones: away from the border the sums should be 9, and yours
    are 3.

    Let np.sum add up the whole neighbourhood times the whole kernel, or put a loop over the
    kernel's rows round that over its columns.
    """
    middle = kernel.shape[0] // 2
    return weighted_sums(image, kernel[middle : middle + 1])


took_the_maximum = by_the_bright_pixel(mistaken_sums.took_the_maximum)
stretched_to_bytes = caught_by(checks.a_brighter_image_gives_a_brighter_result)(
    mistaken_sums.stretched_to_bytes
)
rounded_the_sums = by_the_fractions(mistaken_sums.rounded_the_sums)
added_an_axis = by_the_shape(mistaken_sums.added_an_axis)
swapped_image_and_kernel = caught_by(checks.a_kernel_may_be_larger_than_the_image)(
    mistaken_sums.swapped_image_and_kernel
)


@by_the_identity
def refused_images_that_are_not_square(image, kernel):
    """The image need not be square, so there is nothing to refuse.

    Look for the line that compares the two sides of the image, and ask what in the rest of your
    function needs them to be equal.

    Take out the if and its raise, and use image.shape[0] for rows and image.shape[1] for columns
    wherever a length is needed.
    """
    if image.shape[0] != image.shape[1]:
        raise ValueError("the image must be square")
    return weighted_sums(image, kernel)


assumed_the_usual_memory_layout = caught_by(checks.memory_layout_makes_no_difference)(
    mistaken_sums.assumed_the_usual_memory_layout
)
returned_nothing = by_the_shape(mistaken_sums.returned_nothing)
computed_in_half_precision = caught_by(checks.matches_skimage)(
    mistaken_sums.computed_in_half_precision
)
left_pixels_unset = caught_by(checks.the_same_call_gives_the_same_result)(
    mistaken_borders.left_pixels_unset
)
kept_one_result_array = caught_by(checks.the_arguments_stay_as_they_are)(
    mistaken_sums.kept_one_result_array
)
went_on_from_the_last_result = caught_by(checks.the_same_call_gives_the_same_result)(
    mistaken_sums.went_on_from_the_last_result
)
rounded_the_weights = caught_by(checks.blurs_a_real_image_as_skimage_does)(
    mistaken_sums.rounded_the_weights
)
