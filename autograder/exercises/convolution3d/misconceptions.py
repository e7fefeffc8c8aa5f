"""Known mistakes in `convolve3d`, those of three dimensions first, each with what catches it."""

from __future__ import annotations

from functools import partial

from autograder.authoring.misconception import misconception
from autograder.exercises.convolution3d import checks, mistaken_planes
from autograder.exercises.weighted_sums import mistaken_arrays, mistaken_borders, mistaken_sums

caught_by = partial(misconception, "convolve3d")
by_the_border = caught_by(checks.voxels_beyond_the_border_count_as_zero)
by_the_bright_voxel = caught_by(checks.a_bright_voxel_gives_the_kernel)
by_the_dtype = caught_by(checks.the_result_holds_floating_point_numbers)
by_the_fractions = caught_by(checks.fractions_are_kept)
by_the_identity = caught_by(checks.the_identity_kernel_changes_nothing)
by_the_planes = caught_by(checks.planes_before_and_behind_count)
by_the_shape = caught_by(checks.the_result_has_the_shape_of_the_volume)

filtered_each_plane_with_the_middle_plane = by_the_planes(
    mistaken_planes.filtered_each_plane_with_the_middle_plane
)
filtered_one_plane_with_every_plane = by_the_planes(
    mistaken_planes.filtered_one_plane_with_every_plane
)
padded_two_axes_of_three = by_the_planes(mistaken_planes.padded_two_axes_of_three)
padded_the_planes_with_copies = by_the_planes(mistaken_planes.padded_the_planes_with_copies)
left_the_outer_planes_at_zero = by_the_planes(mistaken_planes.left_the_outer_planes_at_zero)
assumed_a_cube = by_the_identity(mistaken_planes.assumed_a_cube)
padded_all_axes_alike = caught_by(checks.a_kernel_need_not_be_a_cube)(
    mistaken_planes.padded_all_axes_alike
)
took_the_planes_for_the_last_axis = by_the_bright_voxel(
    mistaken_planes.took_the_planes_for_the_last_axis
)
swapped_rows_and_columns_of_the_kernel = by_the_bright_voxel(
    mistaken_planes.swapped_rows_and_columns_of_the_kernel
)
returned_the_axes_in_another_order = by_the_shape(
    mistaken_planes.returned_the_axes_in_another_order
)
flipped_the_kernel = by_the_bright_voxel(mistaken_sums.flipped_the_kernel)
flipped_the_order_of_the_planes = by_the_bright_voxel(
    mistaken_planes.flipped_the_order_of_the_planes
)
flipped_each_plane = by_the_bright_voxel(mistaken_planes.flipped_each_plane)
multiplied_integers_as_they_are = caught_by(
    checks.integers_do_not_wrap, [mistaken_sums.wrapped_each_product]
)(mistaken_sums.multiplied_integers_as_they_are)
kept_the_dtype_of_the_input = by_the_dtype(mistaken_arrays.kept_the_dtype_of_the_input)
returned_whole_numbers = by_the_dtype(mistaken_arrays.returned_whole_numbers)
padded_by_one = caught_by(
    checks.a_kernel_need_not_be_a_cube, [mistaken_borders.took_neighbourhoods_of_three]
)(mistaken_borders.padded_by_one)
left_the_border_at_zero = by_the_border(mistaken_borders.left_the_border_at_zero)
kept_only_whole_neighbourhoods = caught_by(
    checks.the_result_has_the_shape_of_the_volume, [mistaken_borders.needed_a_whole_neighbourhood]
)(mistaken_borders.kept_only_whole_neighbourhoods)
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
edited_the_input = caught_by(checks.the_arguments_stay_as_they_are)(
    mistaken_arrays.edited_the_input
)
assumed_the_usual_memory_layout = caught_by(checks.memory_layout_makes_no_difference)(
    mistaken_arrays.assumed_the_usual_memory_layout
)
called_a_library_function = caught_by(checks.the_weighted_sum_is_your_own_work)(
    mistaken_sums.called_a_library_function
)
computed_in_half_precision = caught_by(checks.matches_skimage)(
    mistaken_sums.computed_in_half_precision
)
went_on_from_the_last_result = caught_by(checks.the_same_call_gives_the_same_result)(
    mistaken_arrays.went_on_from_the_last_result
)
rounded_the_weights = caught_by(checks.blurs_a_real_volume_as_skimage_does)(
    mistaken_sums.rounded_the_weights
)
swapped_image_and_kernel = caught_by(checks.a_kernel_may_be_larger_than_the_volume)(
    mistaken_sums.swapped_image_and_kernel
)
