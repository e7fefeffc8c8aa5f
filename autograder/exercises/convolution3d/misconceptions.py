"""Known mistakes in `convolve3d`, those of three dimensions first, each with what catches it."""

from __future__ import annotations

from functools import partial

import numpy as np
from scipy.signal import correlate

from autograder import mistaken_borders, mistaken_sums
from autograder.exercise import misconception
from autograder.exercises.convolution3d import checks
from autograder.weighted_sums import weighted_sums

caught_by = partial(misconception, "convolve3d")
by_the_border = caught_by(checks.voxels_beyond_the_border_count_as_zero)
by_the_bright_voxel = caught_by(checks.a_bright_voxel_gives_the_kernel)
by_the_dtype = caught_by(checks.the_result_holds_floating_point_numbers)
by_the_fractions = caught_by(checks.fractions_are_kept)
by_the_identity = caught_by(checks.the_identity_kernel_changes_nothing)
by_the_planes = caught_by(checks.planes_before_and_behind_count)
by_the_shape = caught_by(checks.the_result_has_the_shape_of_the_volume)


@by_the_planes
def filtered_each_plane_with_the_middle_plane(volume, kernel):
    """Each plane was filtered by itself; the kernel's other planes weigh the planes around it.

    Filter two planes with a kernel of ones of shape (3, 1, 1): each plane should become the sum of
    both, and yours stays as it was.

    Let the neighbourhood reach over planes as it does over rows and columns, with a slice for each
    of the three axes, and weigh it with the whole kernel.
    """
    middle = kernel.shape[0] // 2
    return weighted_sums(volume, kernel[middle : middle + 1])


@by_the_planes
def filtered_one_plane_with_every_plane(volume, kernel):
    """You laid all planes of the kernel on one plane; each belongs on a plane of its own.

    Filter three planes, only the middle one bright, with a kernel of ones of shape (3, 1, 1): the
    outer two should become bright, and yours stay dark.

    Weigh plane p + t of the padded volume with plane t of the kernel, for each t, and add up all
    the products.
    """
    return weighted_sums(volume, kernel.astype(float).sum(axis=0, keepdims=True))


@by_the_planes
def padded_two_axes_of_three(volume, kernel):
    """Rows and columns got a border of zeros; put planes of zeros before and behind as well.

    Filter four planes with a kernel of three planes, and count those of the result: there are two.

    Give np.pad three pairs, one for each axis, the first of them with kernel.shape[0] // 2 planes
    before and behind.
    """
    _, rows, columns = (side // 2 for side in kernel.shape)
    padded = np.pad(volume.astype(float), ((0, 0), (rows, rows), (columns, columns)))
    return correlate(padded, kernel, "valid", "direct")


@by_the_planes
def padded_the_planes_with_copies(volume, kernel):
    """Before the first plane and behind the last there is nothing: planes of zeros, no copies.

    Filter a single plane of ones with a kernel of ones of shape (3, 1, 1): the result should be 1
    everywhere, and yours is 3.

    Pad all three axes in one call of np.pad, without mode="edge", so that the planes get zeros just
    as rows and columns do.
    """
    reach = kernel.shape[0] // 2
    padded = np.pad(volume, ((reach, reach), (0, 0), (0, 0)), mode="edge")
    return weighted_sums(padded, kernel)[reach : reach + volume.shape[0]]


@by_the_planes
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


@by_the_identity
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


@caught_by(checks.a_kernel_need_not_be_a_cube)
def padded_all_axes_alike(volume, kernel):
    """You padded all three axes alike; a kernel may reach further along some than along others.

    Lay the middle of a kernel of shape (3, 5, 1) on the first voxel, and count for each axis how
    far it sticks out.

    Give np.pad a pair for each axis, with half of the kernel's side along that axis, rounded down,
    before and behind.
    """
    padded = np.pad(volume.astype(float), kernel.shape[0] // 2)
    whole = tuple(slice(side) for side in volume.shape)
    return correlate(padded, kernel, "valid", "direct")[whole]


@by_the_bright_voxel
def took_the_planes_for_the_last_axis(volume, kernel):
    """You took the kernel's last axis for its planes; they are its first, as in the volume.

    Put a single 1 at [0, 1, 1] of a kernel of shape (3, 3, 3): it should weigh the plane before,
    and yours weighs the row above.

    Read each weight as kernel[t, u, v], plane first, then row, then column, and leave out
    np.moveaxis or np.transpose.
    """
    return weighted_sums(volume, np.moveaxis(kernel, -1, 0))


@by_the_bright_voxel
def swapped_rows_and_columns_of_the_kernel(volume, kernel):
    """Rows and columns of the kernel were exchanged: go through both arrays in one order.

    Put a single 1 at [1, 1, 2] of a kernel of shape (3, 3, 3): the volume should move one column to
    the left, and yours moves one row up.

    In kernel[t, u, v], let u go with the rows of the neighbourhood and v with its columns, and
    leave out np.swapaxes or a .T of each plane.
    """
    return weighted_sums(volume, kernel.swapaxes(1, 2))


@by_the_shape
def returned_the_axes_in_another_order(volume, kernel):
    """The result should have its axes in the volume's order: planes, rows, columns.

    Filter a volume of shape (1, 2, 3), and print the shape of the result: it is (3, 2, 1).

    Make the result with volume.shape as it is, put each sum at [plane, row, column], and return it
    without .T or np.transpose.
    """
    return weighted_sums(volume, kernel).T


flipped_the_kernel = by_the_bright_voxel(mistaken_sums.flipped_the_kernel)


@by_the_bright_voxel
def flipped_the_order_of_the_planes(volume, kernel):
    """You went through the kernel's planes backwards; they are used in the order they come in.

    Write down which plane the first of three kernel planes weighs: it should be the one before, and
    yours is the one behind.

    Leave out [::-1] on the first axis, or let the plane of the kernel count up wherever the plane
    of the neighbourhood does.
    """
    return weighted_sums(volume, kernel[::-1])


@by_the_bright_voxel
def flipped_each_plane(volume, kernel):
    """You turned each plane of the kernel round; the book's convolution leaves it as it is.

    Put a single 1 at [1, 0, 0] of a kernel of shape (3, 3, 3): it should weigh the neighbour above
    to the left, and yours weighs that below to the right.

    Leave out np.flip, np.rot90 or [::-1] on rows and columns, also in a function for two dimensions
    that you call for each plane.
    """
    return weighted_sums(volume, kernel[:, ::-1, ::-1])


multiplied_integers_as_they_are = caught_by(checks.bytes_do_not_wrap)(
    mistaken_sums.multiplied_integers_as_they_are
)
kept_the_dtype_of_the_input = by_the_dtype(mistaken_sums.kept_the_dtype_of_the_input)
returned_whole_numbers = by_the_dtype(mistaken_sums.returned_whole_numbers)
padded_by_one = caught_by(checks.a_kernel_may_be_larger_than_the_volume)(
    mistaken_borders.padded_by_one
)
left_the_border_at_zero = by_the_border(mistaken_borders.left_the_border_at_zero)
kept_only_whole_neighbourhoods = by_the_shape(mistaken_borders.kept_only_whole_neighbourhoods)
repeated_the_border = by_the_border(mistaken_borders.repeated_the_border)
mirrored_the_border = by_the_border(mistaken_borders.mirrored_the_border)
wrapped_around = by_the_border(mistaken_borders.wrapped_around)
cut_off_an_empty_border = caught_by(checks.a_kernel_may_be_one_voxel_wide)(
    mistaken_borders.cut_off_an_empty_border
)
clipped_to_bytes = by_the_fractions(mistaken_sums.clipped_to_bytes)
rounded_the_sums = by_the_fractions(mistaken_sums.rounded_the_sums)
stretched_to_bytes = caught_by(checks.a_brighter_volume_gives_a_brighter_result)(
    mistaken_sums.stretched_to_bytes
)
took_the_mean = by_the_identity(mistaken_sums.took_the_mean)
divided_by_the_sum_of_the_kernel = caught_by(checks.kernels_add_up)(
    mistaken_sums.divided_by_the_sum_of_the_kernel
)
put_the_neighbourhood_off_the_middle = caught_by(checks.a_shifted_one_shifts_the_volume)(
    mistaken_borders.put_the_neighbourhood_off_the_middle
)
edited_the_input = caught_by(checks.the_arguments_stay_as_they_are)(mistaken_sums.edited_the_input)
assumed_the_usual_memory_layout = caught_by(checks.memory_layout_makes_no_difference)(
    mistaken_sums.assumed_the_usual_memory_layout
)
called_a_library_function = caught_by(checks.the_weighted_sum_is_your_own_work)(
    mistaken_sums.called_a_library_function
)
computed_in_half_precision = caught_by(checks.matches_skimage)(
    mistaken_sums.computed_in_half_precision
)
went_on_from_the_last_result = caught_by(checks.the_same_call_gives_the_same_result)(
    mistaken_sums.went_on_from_the_last_result
)
rounded_the_weights = caught_by(checks.blurs_a_real_volume_as_skimage_does)(
    mistaken_sums.rounded_the_weights
)
