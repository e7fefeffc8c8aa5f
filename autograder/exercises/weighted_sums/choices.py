"""The choices of both convolutions, the one first that costs most."""

from autograder.exercises.weighted_sums import arrays, bordering, numbers, placing, sides, weighing

CHOICES_OF_SUMS = (
    arrays.memory,
    arrays.changed_arguments,
    arrays.number_of_axes,
    arrays.emptiness,
    weighing.took_no_sum,
    arrays.unused_kernel,
    weighing.other_weights,
    weighing.turned_result,
    placing.moved,
    weighing.divided,
    bordering.border,
    bordering.reach,
    weighing.turn_of_the_kernel,
    numbers.dtype,
    numbers.lost_numbers,
    numbers.wrapping,
    sides.unlike_sides,
    bordering.ends_at_the_border,
    numbers.half_precision,
    arrays.layout,
    arrays.shape,
)
