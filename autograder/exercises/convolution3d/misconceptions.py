"""Known mistakes in `convolve3d`, those of three dimensions first, each with what catches it."""

from __future__ import annotations

from autograder.authoring.misconception import misconceptions
from autograder.exercises.convolution3d import axis_misconceptions as axes
from autograder.exercises.convolution3d import border_checks as at_border
from autograder.exercises.convolution3d import checks
from autograder.exercises.convolution3d import kernel_checks as kernel
from autograder.exercises.convolution3d import plane_misconceptions as planes
from autograder.exercises.convolution3d.words import of_volumes
from autograder.exercises.weighted_sums import array_misconceptions as arrays
from autograder.exercises.weighted_sums import edge_misconceptions as borders
from autograder.exercises.weighted_sums import kernel_misconceptions as kernels
from autograder.exercises.weighted_sums import sum_misconceptions as sums

MISTAKES = (
    (kernel.planes_before_and_behind_count, planes.filtered_each_plane_with_the_middle_plane),
    (kernel.planes_before_and_behind_count, planes.filtered_one_plane_with_every_plane),
    (kernel.planes_before_and_behind_count, planes.padded_two_axes_of_three),
    (kernel.planes_before_and_behind_count, planes.padded_the_planes_with_copies),
    (kernel.planes_before_and_behind_count, planes.left_the_outer_planes_at_zero),
    (kernel.the_identity_kernel_changes_nothing, planes.assumed_a_cube),
    (kernel.a_kernel_need_not_be_a_cube, planes.padded_all_axes_alike),
    (kernel.a_bright_voxel_gives_the_kernel, planes.took_the_planes_for_the_last_axis),
    (kernel.a_bright_voxel_gives_the_kernel, planes.swapped_rows_and_columns_of_the_kernel),
    (kernel.the_result_has_the_shape_of_the_volume, planes.returned_the_axes_in_another_order),
    (kernel.a_bright_voxel_gives_the_kernel, kernels.flipped_the_kernel),
    (kernel.a_bright_voxel_gives_the_kernel, planes.flipped_the_order_of_the_planes),
    (kernel.a_bright_voxel_gives_the_kernel, planes.flipped_each_plane),
    (
        checks.integers_do_not_wrap,
        sums.multiplied_integers_as_they_are,
        sums.wrapped_each_product,
    ),
    (checks.the_result_holds_floating_point_numbers, arrays.kept_the_dtype_of_the_input),
    (checks.the_result_holds_floating_point_numbers, arrays.returned_whole_numbers),
    (
        kernel.a_kernel_need_not_be_a_cube,
        borders.padded_by_one,
        borders.took_neighbourhoods_of_three,
    ),
    (at_border.voxels_beyond_the_border_count_as_zero, borders.left_the_border_at_zero),
    (
        kernel.the_result_has_the_shape_of_the_volume,
        borders.kept_only_whole_neighbourhoods,
        borders.needed_a_whole_neighbourhood,
    ),
    (at_border.voxels_beyond_the_border_count_as_zero, borders.repeated_the_border),
    (at_border.voxels_beyond_the_border_count_as_zero, borders.mirrored_the_border),
    (at_border.voxels_beyond_the_border_count_as_zero, borders.wrapped_around),
    (kernel.a_kernel_may_be_one_voxel_wide, borders.cut_off_an_empty_border),
    (checks.fractions_are_kept, sums.clipped_to_bytes),
    (checks.fractions_are_kept, sums.rounded_the_sums),
    (checks.a_brighter_volume_gives_a_brighter_result, sums.stretched_to_bytes),
    (kernel.the_identity_kernel_changes_nothing, sums.took_the_mean),
    (checks.kernels_add_up, kernels.divided_by_the_sum_of_the_kernel),
    (at_border.a_shifted_one_shifts_the_volume, borders.put_the_neighbourhood_off_the_middle),
    (checks.the_arguments_stay_as_they_are, arrays.edited_the_input),
    (checks.memory_layout_makes_no_difference, arrays.assumed_the_usual_memory_layout),
    (checks.the_weighted_sum_is_your_own_work, sums.called_a_library_function),
    (checks.matches_skimage, sums.computed_in_half_precision),
    (checks.the_same_call_gives_the_same_result, arrays.went_on_from_the_last_result),
    (checks.blurs_a_real_volume_as_skimage_does, kernels.rounded_the_weights),
    (at_border.a_kernel_may_be_larger_than_the_volume, kernels.swapped_image_and_kernel),
)
MISCONCEPTIONS = (*misconceptions("convolve3d", MISTAKES, of_volumes), *axes.MISCONCEPTIONS)
