"""Known mistakes in `convolve2d`, the commonest first, each with the check that catches it."""

from __future__ import annotations

from autograder.authoring.misconception import misconceptions
from autograder.exercises.convolution import checks
from autograder.exercises.convolution import mistaken_axes as axes
from autograder.exercises.convolution import neighbourhoods as around
from autograder.exercises.weighted_sums import mistaken_arrays as arrays
from autograder.exercises.weighted_sums import mistaken_borders as borders
from autograder.exercises.weighted_sums import mistaken_sums as sums

MISTAKES = (
    (
        checks.integers_do_not_wrap,
        sums.multiplied_integers_as_they_are,
        sums.wrapped_each_product,
    ),
    (around.a_kernel_need_not_be_square, axes.padded_both_axes_alike),
    (around.a_kernel_need_not_be_square, axes.read_two_paddings_as_one_an_axis),
    (around.a_bright_pixel_gives_the_kernel, sums.flipped_the_kernel),
    (checks.the_result_holds_floating_point_numbers, arrays.kept_the_dtype_of_the_input),
    (
        around.a_kernel_may_be_of_any_odd_size,
        borders.padded_by_one,
        borders.took_neighbourhoods_of_three,
    ),
    (around.pixels_beyond_the_border_count_as_zero, borders.left_the_border_at_zero),
    (
        around.the_result_has_the_shape_of_the_image,
        borders.kept_only_whole_neighbourhoods,
        borders.needed_a_whole_neighbourhood,
    ),
    (checks.fractions_are_kept, sums.clipped_to_bytes),
    (checks.fractions_are_kept, sums.cut_off_negative_sums),
    (around.pixels_beyond_the_border_count_as_zero, borders.repeated_the_border),
    (around.pixels_beyond_the_border_count_as_zero, borders.mirrored_the_border),
    (around.pixels_beyond_the_border_count_as_zero, borders.wrapped_around),
    (around.a_kernel_may_be_one_pixel_wide, borders.cut_off_an_empty_border),
    (checks.the_result_holds_floating_point_numbers, arrays.returned_bytes),
    (checks.the_result_holds_floating_point_numbers, arrays.returned_whole_numbers),
    (around.the_identity_kernel_changes_nothing, axes.assumed_a_square_image),
    (checks.the_result_holds_floating_point_numbers, arrays.returned_integers_for_integers),
    (around.the_identity_kernel_changes_nothing, sums.took_the_mean),
    (checks.kernels_add_up, sums.divided_by_the_sum_of_the_kernel),
    (around.a_shifted_one_shifts_the_image, borders.put_the_neighbourhood_off_the_middle),
    (around.the_identity_kernel_changes_nothing, borders.stopped_one_pixel_short),
    (checks.the_weighted_sum_is_your_own_work, sums.called_a_library_function),
    (around.pixels_beyond_the_border_count_as_zero, borders.copied_the_border),
    (checks.the_arguments_stay_as_they_are, arrays.edited_the_input),
    (around.the_result_has_the_shape_of_the_image, arrays.returned_a_list),
    (around.the_result_has_the_shape_of_the_image, borders.returned_the_full_size),
    (around.a_bright_pixel_gives_the_kernel, axes.flipped_the_rows_only),
    (around.a_bright_pixel_gives_the_kernel, axes.transposed_the_kernel),
    (around.a_bright_pixel_gives_the_kernel, axes.gave_the_kernel_a_quarter_turn),
    (around.the_result_has_the_shape_of_the_image, axes.swapped_rows_and_columns),
    (around.a_bright_pixel_gives_the_kernel, axes.summed_the_middle_row_only),
    (around.a_bright_pixel_gives_the_kernel, sums.took_the_maximum),
    (checks.a_brighter_image_gives_a_brighter_result, sums.stretched_to_bytes),
    (checks.fractions_are_kept, sums.rounded_the_sums),
    (around.the_result_has_the_shape_of_the_image, arrays.added_an_axis),
    (around.a_kernel_may_be_larger_than_the_image, sums.swapped_image_and_kernel),
    (around.the_identity_kernel_changes_nothing, axes.stopped_at_images_that_are_not_square),
    (checks.memory_layout_makes_no_difference, arrays.assumed_the_usual_memory_layout),
    (around.the_result_has_the_shape_of_the_image, arrays.returned_nothing),
    (checks.matches_skimage, sums.computed_in_half_precision),
    (checks.the_same_call_gives_the_same_result, borders.left_pixels_unset),
    (checks.the_arguments_stay_as_they_are, arrays.kept_one_result_array),
    (checks.the_same_call_gives_the_same_result, arrays.went_on_from_the_last_result),
    (checks.blurs_a_real_image_as_skimage_does, sums.rounded_the_weights),
)
MISCONCEPTIONS = misconceptions("convolve2d", MISTAKES)
