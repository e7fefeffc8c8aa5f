"""Mistakes with rows and columns, which only images can tell apart.

The paragraphs of a docstring are the hints that a student reads, one at a time.
"""

from __future__ import annotations

import numpy as np

from autograder.exercises.weighted_sums.library_sums import valid_sums, weighted_sums


def padded_both_axes_alike(image, kernel):
    """You padded rows and columns alike; a kernel may reach further along one of the two axes.

    Lay the middle of a kernel of 3 rows and 5 columns on the first pixel, and count the rows that
    stick out above and the columns to the left.

    Give np.pad a pair for each axis: kernel.shape[0] // 2 before and after the rows,
    kernel.shape[1] // 2 before and after the columns.
    """
    padded = np.pad(image, kernel.shape[0] // 2)
    return valid_sums(padded, kernel)[:, : image.shape[1]]


def read_two_paddings_as_one_an_axis(image, kernel):
    """If you call np.pad(image, (p, q)), it puts p zeros before and q after, along both axes.

    Print the shape of np.pad(np.ones((4, 4)), (1, 2)): both its rows and its columns have become 7.

    Give np.pad two pairs, one for each axis: the zeros above and below first, and then those on the
    left and on the right.
    """
    padded = np.pad(image, (kernel.shape[0] // 2, kernel.shape[1] // 2))
    whole = tuple(slice(side) for side in image.shape)
    return valid_sums(padded, kernel)[whole]


def assumed_a_square_image(image, kernel):
    """You used the number of rows as the number of columns too; the image need not be square.

    Try an image of 2 rows and 4 columns, where two columns stay 0, and one of 4 rows and 2 columns,
    where an index runs out of the image.

    Count the rows with image.shape[0] and the columns with image.shape[1], in the loops and in
    every slice.
    """
    result = weighted_sums(image, kernel)
    result[:, image.shape[0] :] = 0
    return result[:, range(image.shape[0])] if image.shape[0] > image.shape[1] else result


def flipped_the_rows_only(image, kernel):
    """You turned the kernel upside down; the book's convolution takes its rows as they stand.

    Write down which row of the kernel meets the top row of the neighbourhood: it should be the
    kernel's top row, but yours is the bottom one.

    Leave out np.flipud or [::-1], or let the row of the kernel count up wherever the row of the
    neighbourhood does.
    """
    return weighted_sums(image, kernel[::-1])


def transposed_the_kernel(image, kernel):
    """Rows and columns of the kernel were exchanged: go down the rows of both together.

    Filter with a single 1 in the middle of the kernel's right column: the image should move one
    column to the left, but yours moves one row up.

    Multiply the pixel in row u and column v of the neighbourhood by kernel[u, v], and leave out the
    .T.
    """
    return weighted_sums(image, kernel.T)


def gave_the_kernel_a_quarter_turn(image, kernel):
    """You gave the kernel a quarter turn; the book's convolution uses it unturned.

    Follow a 1 in the kernel's top left corner through your code: it should weigh the top left
    neighbour, but yours weighs the bottom left one.

    Leave out np.rot90, or the index that counts down while the other counts up, and multiply the
    kernel as it comes.
    """
    return weighted_sums(image, np.rot90(kernel))


def swapped_rows_and_columns(image, kernel):
    """The result is transposed: its first index should be the row, its second the column.

    Filter an image of 1 row and 3 columns, and print the shape of the result: it has 3 rows and 1
    column.

    Make the result with image.shape in its own order, put each sum at [row, column], and return it
    without .T.
    """
    return weighted_sums(image, kernel).T


def summed_the_middle_row_only(image, kernel):
    """Each sum went over one row of the kernel; it should go over all of them.

    Filter an image of ones with 3 x 3 ones: away from the border the sums should be 9, but yours
    are 3.

    Let np.sum add up the whole neighbourhood times the whole kernel, or put the loop over the
    kernel's columns inside a loop over its rows.
    """
    middle = kernel.shape[0] // 2
    return weighted_sums(image, kernel[middle : middle + 1])


def stopped_at_images_that_are_not_square(image, kernel):
    """Your function stops with an error if the image is not square; it need not be.

    Try an image of 2 rows and 4 columns, and look at the line that the error names: it takes one
    length for both axes, or swaps the two, or refuses such images.

    Use image.shape[0] for rows and image.shape[1] for columns wherever a length is needed, in this
    order, and refuse nothing.
    """
    if image.shape[0] != image.shape[1]:
        raise ValueError("the image must be square")
    return weighted_sums(image, kernel)
