"""Known mistakes in `convolve2d`, the commonest first, each with the check that catches it."""

from __future__ import annotations

from functools import partial

from autograder.authoring.misconception import misconception
from autograder.exercises.convolution import checks, mistaken_axes
from autograder.exercises.weighted_sums import mistaken_arrays, mistaken_borders, mistaken_sums

caught_by = partial(misconception, "convolve2d")
by_the_border = caught_by(checks.pixels_beyond_the_border_count_as_zero)
by_the_bright_pixel = caught_by(checks.a_bright_pixel_gives_the_kernel)
by_the_dtype = caught_by(checks.the_result_holds_floating_point_numbers)
by_the_fractions = caught_by(checks.fractions_are_kept)
by_the_identity = caught_by(checks.the_identity_kernel_changes_nothing)
by_the_shape = caught_by(checks.the_result_has_the_shape_of_the_image)

multiplied_integers_as_they_are = caught_by(
    checks.integers_do_not_wrap, [mistaken_sums.wrapped_each_product]
)(mistaken_sums.multiplied_integers_as_they_are)
padded_both_axes_alike = caught_by(checks.a_kernel_need_not_be_square)(
    mistaken_axes.padded_both_axes_alike
)
read_two_paddings_as_one_an_axis = caught_by(checks.a_kernel_need_not_be_square)(
    mistaken_axes.read_two_paddings_as_one_an_axis
)
flipped_the_kernel = by_the_bright_pixel(mistaken_sums.flipped_the_kernel)
kept_the_dtype_of_the_input = by_the_dtype(mistaken_arrays.kept_the_dtype_of_the_input)
padded_by_one = caught_by(
    checks.a_kernel_may_be_of_any_odd_size, [mistaken_borders.took_neighbourhoods_of_three]
)(mistaken_borders.padded_by_one)
left_the_border_at_zero = by_the_border(mistaken_borders.left_the_border_at_zero)
kept_only_whole_neighbourhoods = caught_by(
    checks.the_result_has_the_shape_of_the_image, [mistaken_borders.needed_a_whole_neighbourhood]
)(mistaken_borders.kept_only_whole_neighbourhoods)
clipped_to_bytes = by_the_fractions(mistaken_sums.clipped_to_bytes)
cut_off_negative_sums = by_the_fractions(mistaken_sums.cut_off_negative_sums)
repeated_the_border = by_the_border(mistaken_borders.repeated_the_border)
mirrored_the_border = by_the_border(mistaken_borders.mirrored_the_border)
wrapped_around = by_the_border(mistaken_borders.wrapped_around)
cut_off_an_empty_border = caught_by(checks.a_kernel_may_be_one_pixel_wide)(
    mistaken_borders.cut_off_an_empty_border
)
returned_bytes = by_the_dtype(mistaken_arrays.returned_bytes)
returned_whole_numbers = by_the_dtype(mistaken_arrays.returned_whole_numbers)
assumed_a_square_image = by_the_identity(mistaken_axes.assumed_a_square_image)
returned_integers_for_integers = by_the_dtype(mistaken_arrays.returned_integers_for_integers)
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
edited_the_input = caught_by(checks.the_arguments_stay_as_they_are)(
    mistaken_arrays.edited_the_input
)
returned_a_list = by_the_shape(mistaken_arrays.returned_a_list)
returned_the_full_size = by_the_shape(mistaken_borders.returned_the_full_size)
flipped_the_rows_only = by_the_bright_pixel(mistaken_axes.flipped_the_rows_only)
transposed_the_kernel = by_the_bright_pixel(mistaken_axes.transposed_the_kernel)
gave_the_kernel_a_quarter_turn = by_the_bright_pixel(mistaken_axes.gave_the_kernel_a_quarter_turn)
swapped_rows_and_columns = by_the_shape(mistaken_axes.swapped_rows_and_columns)
summed_the_middle_row_only = by_the_bright_pixel(mistaken_axes.summed_the_middle_row_only)
took_the_maximum = by_the_bright_pixel(mistaken_sums.took_the_maximum)
stretched_to_bytes = caught_by(checks.a_brighter_image_gives_a_brighter_result)(
    mistaken_sums.stretched_to_bytes
)
rounded_the_sums = by_the_fractions(mistaken_sums.rounded_the_sums)
added_an_axis = by_the_shape(mistaken_arrays.added_an_axis)
swapped_image_and_kernel = caught_by(checks.a_kernel_may_be_larger_than_the_image)(
    mistaken_sums.swapped_image_and_kernel
)
stopped_at_images_that_are_not_square = by_the_identity(
    mistaken_axes.stopped_at_images_that_are_not_square
)
assumed_the_usual_memory_layout = caught_by(checks.memory_layout_makes_no_difference)(
    mistaken_arrays.assumed_the_usual_memory_layout
)
returned_nothing = by_the_shape(mistaken_arrays.returned_nothing)
computed_in_half_precision = caught_by(checks.matches_skimage)(
    mistaken_sums.computed_in_half_precision
)
left_pixels_unset = caught_by(checks.the_same_call_gives_the_same_result)(
    mistaken_borders.left_pixels_unset
)
kept_one_result_array = caught_by(checks.the_arguments_stay_as_they_are)(
    mistaken_arrays.kept_one_result_array
)
went_on_from_the_last_result = caught_by(checks.the_same_call_gives_the_same_result)(
    mistaken_arrays.went_on_from_the_last_result
)
rounded_the_weights = caught_by(checks.blurs_a_real_image_as_skimage_does)(
    mistaken_sums.rounded_the_weights
)
