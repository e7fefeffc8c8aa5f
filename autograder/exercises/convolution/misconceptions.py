"""Known mistakes in `convolve2d`, the commonest first, each with the check that catches it."""

from __future__ import annotations

from autograder.authoring.misconception import misconceptions
from autograder.exercises.convolution import axis_misconceptions as axes
from autograder.exercises.convolution import border_checks as at_border
from autograder.exercises.convolution import checks
from autograder.exercises.convolution import kernel_checks as kernel
from autograder.exercises.weighted_sums import array_misconceptions as arrays
from autograder.exercises.weighted_sums import edge_misconceptions as borders
from autograder.exercises.weighted_sums import kernel_misconceptions as kernels
from autograder.exercises.weighted_sums import sum_misconceptions as sums

MISTAKES = (
    (
        checks.integers_do_not_wrap,
        sums.multiplied_integers_as_they_are,
        sums.wrapped_each_product,
    ),
    (kernel.a_kernel_need_not_be_square, axes.padded_both_axes_alike),
    (kernel.a_kernel_need_not_be_square, axes.read_two_paddings_as_one_an_axis),
    (kernel.a_bright_pixel_gives_the_kernel, kernels.flipped_the_kernel),
    (checks.the_result_holds_floating_point_numbers, arrays.kept_the_dtype_of_the_input),
    (
        kernel.a_kernel_may_be_of_any_odd_size,
        borders.padded_by_one,
        borders.took_neighbourhoods_of_three,
    ),
    (at_border.pixels_beyond_the_border_count_as_zero, borders.left_the_border_at_zero),
    (
        kernel.the_result_has_the_shape_of_the_image,
        borders.kept_only_whole_neighbourhoods,
        borders.needed_a_whole_neighbourhood,
    ),
    (checks.fractions_are_kept, sums.clipped_to_bytes),
    (checks.fractions_are_kept, sums.cut_off_negative_sums),
    (at_border.pixels_beyond_the_border_count_as_zero, borders.repeated_the_border),
    (at_border.pixels_beyond_the_border_count_as_zero, borders.mirrored_the_border),
    (at_border.pixels_beyond_the_border_count_as_zero, borders.wrapped_around),
    (kernel.a_kernel_may_be_one_pixel_wide, borders.cut_off_an_empty_border),
    (checks.the_result_holds_floating_point_numbers, arrays.returned_bytes),
    (checks.the_result_holds_floating_point_numbers, arrays.returned_whole_numbers),
    (kernel.the_identity_kernel_changes_nothing, axes.assumed_a_square_image),
    (checks.the_result_holds_floating_point_numbers, arrays.returned_integers_for_integers),
    (kernel.the_identity_kernel_changes_nothing, sums.took_the_mean),
    (checks.kernels_add_up, kernels.divided_by_the_sum_of_the_kernel),
    (at_border.a_shifted_one_shifts_the_image, borders.put_the_neighbourhood_off_the_middle),
    (kernel.the_identity_kernel_changes_nothing, borders.stopped_one_pixel_short),
    (checks.the_weighted_sum_is_your_own_work, sums.called_a_library_function),
    (at_border.pixels_beyond_the_border_count_as_zero, borders.copied_the_border),
    (checks.the_arguments_stay_as_they_are, arrays.edited_the_input),
    (kernel.the_result_has_the_shape_of_the_image, arrays.returned_a_list),
    (kernel.the_result_has_the_shape_of_the_image, borders.returned_the_full_size),
    (kernel.a_bright_pixel_gives_the_kernel, axes.flipped_the_rows_only),
    (kernel.a_bright_pixel_gives_the_kernel, axes.transposed_the_kernel),
    (kernel.a_bright_pixel_gives_the_kernel, axes.gave_the_kernel_a_quarter_turn),
    (kernel.the_result_has_the_shape_of_the_image, axes.swapped_rows_and_columns),
    (kernel.a_bright_pixel_gives_the_kernel, axes.summed_the_middle_row_only),
    (kernel.a_bright_pixel_gives_the_kernel, sums.took_the_maximum),
    (checks.a_brighter_image_gives_a_brighter_result, sums.stretched_to_bytes),
    (checks.fractions_are_kept, sums.rounded_the_sums),
    (kernel.the_result_has_the_shape_of_the_image, arrays.added_an_axis),
    (at_border.a_kernel_may_be_larger_than_the_image, kernels.swapped_image_and_kernel),
    (kernel.the_identity_kernel_changes_nothing, axes.stopped_at_images_that_are_not_square),
    (checks.memory_layout_makes_no_difference, arrays.assumed_the_usual_memory_layout),
    (kernel.the_result_has_the_shape_of_the_image, arrays.returned_nothing),
    (checks.matches_skimage, sums.computed_in_half_precision),
    (checks.the_same_call_gives_the_same_result, borders.left_pixels_unset),
    (checks.the_arguments_stay_as_they_are, arrays.kept_one_result_array),
    (checks.the_same_call_gives_the_same_result, arrays.went_on_from_the_last_result),
    (checks.blurs_a_real_image_as_skimage_does, kernels.rounded_the_weights),
)
MISCONCEPTIONS = misconceptions("convolve2d", MISTAKES)
