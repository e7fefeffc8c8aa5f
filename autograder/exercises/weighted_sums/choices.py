"""The choices of both convolutions, the one first that costs most."""

from autograder.authoring.choices import explained_by
from autograder.exercises.weighted_sums import (
    arrays,
    bordering,
    dtypes,
    numbers,
    placing,
    sides,
    surround,
    unlike_weights,
    weighing,
)
from autograder.exercises.weighted_sums.as_found import (
    due_to_the_border,
    due_to_the_kernel,
    due_to_the_numbers,
)

CHOICES_OF_SUMS = (
    arrays.memory,
    arrays.number_of_axes,
    arrays.emptiness,
    numbers.ends_at_one,
    weighing.took_no_sum,
    arrays.unused_kernel,
    arrays.added_image,
    explained_by(unlike_weights.other_weights, due_to_the_kernel),
    weighing.turned_result,
    placing.moved,
    weighing.divided,
    explained_by(bordering.border, due_to_the_border),
    surround.surround,
    explained_by(bordering.reach, due_to_the_border),
    explained_by(weighing.turn_of_the_kernel, due_to_the_kernel),
    dtypes.dtype,
    explained_by(numbers.lost_numbers, due_to_the_numbers),
    dtypes.wrapping,
    sides.unlike_sides,
    bordering.ends_at_the_border,
    numbers.half_precision,
    arrays.changed_arguments,
    arrays.layout,
    arrays.shape,
)
