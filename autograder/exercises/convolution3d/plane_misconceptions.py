"""Mistakes with the third axis of volumes and kernels.

The paragraphs of a docstring are the hints that a student reads, one at a time.
"""

from __future__ import annotations

import numpy as np

from autograder.exercises.weighted_sums.library_sums import valid_sums, weighted_sums


def filtered_each_plane_with_the_middle_plane(volume, kernel):
    """Each plane was filtered by itself; the kernel's other planes weigh the planes around it.

    Filter two planes with a kernel of ones of shape (3, 1, 1): each plane should become the sum of
    both, but yours stays as it was.

    Let the neighbourhood reach over planes as it does over rows and columns, with a slice for each
    of the three axes, and multiply it by the whole kernel.
    """
    middle = kernel.shape[0] // 2
    return weighted_sums(volume, kernel[middle : middle + 1])


def filtered_one_plane_with_every_plane(volume, kernel):
    """You laid all planes of the kernel on one plane; each belongs on a plane of its own.

    Filter three planes, only the middle one bright, with a kernel of ones of shape (3, 1, 1): the
    outer two should become bright, but yours stay dark.

    Multiply plane p + t of the padded volume by plane t of the kernel, for each t, and add up all
    the products.
    """
    return weighted_sums(volume, kernel.astype(float).sum(axis=0, keepdims=True))


def padded_two_axes_of_three(volume, kernel):
    """Rows and columns got a border of zeros; put planes of zeros before and behind as well.

    Filter four planes with a kernel of three planes, and count those of the result: there are two.

    Give np.pad three pairs, one for each axis, the first of them with kernel.shape[0] // 2 planes
    before and behind.
    """
    _, rows, columns = (side // 2 for side in kernel.shape)
    padded = np.pad(volume, ((0, 0), (rows, rows), (columns, columns)))
    return valid_sums(padded, kernel)


def padded_the_planes_with_copies(volume, kernel):
    """Before the first plane and behind the last, put planes of zeros, not copies.

    Filter a single plane of ones with a kernel of ones of shape (3, 1, 1): the result should be 1
    everywhere, but yours is 3.

    Pad all three axes in one call of np.pad, without mode="edge", so that the planes get zeros just
    as rows and columns do.
    """
    reach = kernel.shape[0] // 2
    padded = np.pad(volume, ((reach, reach), (0, 0), (0, 0)), mode="edge")
    return weighted_sums(padded, kernel)[reach : reach + volume.shape[0]]


def left_the_outer_planes_at_zero(volume, kernel):
    """The first and the last plane have weighted sums too, with zeros beyond them.

    Check where your loop over planes begins and ends: with a kernel of three planes, it leaves out
    the first and the last.

    Put kernel.shape[0] // 2 planes of zeros before and behind the volume, and then visit all
    volume.shape[0] planes.
    """
    reach = kernel.shape[0] // 2
    result = weighted_sums(volume, kernel)
    result[:reach], result[max(volume.shape[0] - reach, 0) :] = 0, 0
    return result


def assumed_a_cube(volume, kernel):
    """The volume need not be a cube: each axis has a length of its own in volume.shape.

    Try a volume of shape (2, 3, 4): rows and columns from index 2 on stay 0, since your loops end
    where the planes do.

    Use volume.shape[0] for planes, volume.shape[1] for rows and volume.shape[2] for columns, in the
    loops and in every slice.
    """
    planes, rows, columns = volume.shape
    if planes > min(rows, columns):
        raise IndexError(f"index {min(rows, columns)} is out of bounds")
    result = weighted_sums(volume, kernel)
    result[:, planes:], result[:, :, planes:] = 0, 0
    return result


def padded_all_axes_alike(volume, kernel):
    """You padded all three axes alike; a kernel may reach further along some than along others.

    Lay the middle of a kernel of shape (3, 5, 1) on the first voxel, and count for each axis how
    far it sticks out.

    Give np.pad a pair for each axis, with half of the kernel's side along that axis, rounded down,
    before and behind.
    """
    padded = np.pad(volume, kernel.shape[0] // 2)
    whole = tuple(slice(side) for side in volume.shape)
    return valid_sums(padded, kernel)[whole]


def took_the_planes_for_the_last_axis(volume, kernel):
    """You took the kernel's last axis for its planes; they are its first, as in the volume.

    Put a single 1 at [0, 1, 1] of a kernel of shape (3, 3, 3): it should weigh the plane before,
    but yours weighs the row above.

    Read each weight as kernel[t, u, v], plane first, then row, then column, and leave out
    np.moveaxis or np.transpose.
    """
    return weighted_sums(volume, np.moveaxis(kernel, -1, 0))


def swapped_rows_and_columns_of_the_kernel(volume, kernel):
    """Rows and columns of the kernel were exchanged: go through both arrays in one order.

    Put a single 1 at [1, 1, 2] of a kernel of shape (3, 3, 3): the volume should move one column to
    the left, but yours moves one row up.

    In kernel[t, u, v], let u go with the rows of the neighbourhood and v with its columns, and
    leave out np.swapaxes or a .T of each plane.
    """
    return weighted_sums(volume, kernel.swapaxes(1, 2))


def returned_the_axes_in_another_order(volume, kernel):
    """The result should have its axes in the volume's order: planes, rows, columns.

    Filter a volume of shape (1, 2, 3), and print the shape of the result: it is (3, 2, 1).

    Make the result with volume.shape as it is, put each sum at [plane, row, column], and return it
    without .T or np.transpose.
    """
    return weighted_sums(volume, kernel).T


def flipped_the_order_of_the_planes(volume, kernel):
    """You went through the kernel's planes backwards; use them in their own order.

    Write down which plane the first of three kernel planes weighs: it should be the one before, but
    yours is the one behind.

    Leave out [::-1] on the first axis, or let the plane of the kernel count up wherever the plane
    of the neighbourhood does.
    """
    return weighted_sums(volume, kernel[::-1])


def flipped_each_plane(volume, kernel):
    """You flipped each plane of the kernel; the book's convolution uses it as it is.

    Put a single 1 at [1, 0, 0] of a kernel of shape (3, 3, 3): it should weigh the neighbour above
    to the left, but yours weighs the one below to the right.

    Leave out np.flip, np.rot90 or [::-1] on rows and columns, even in a function for images that
    you call for each plane.
    """
    return weighted_sums(volume, kernel[:, ::-1, ::-1])
