"""What each of the four functions chooses: steps, footprint, border, axes, difference, numbers."""

from __future__ import annotations

from autograder.authoring import array_choices
from autograder.authoring.choices import Choices
from autograder.exercises.tophat import differences, numbers, stepping, third_axis
from autograder.exercises.tophat.observed import MorphologySeen

ALL = (
    array_choices.memory,
    array_choices.changed_arguments,
    array_choices.shape,
    numbers.zeros,
    differences.same_image,
    stepping.moved,
    differences.difference,
    stepping.order,
    stepping.footprint,
    stepping.border,
    third_axis.planes,
    numbers.dtype,
    numbers.absolute,
    numbers.thresholded,
    numbers.stretched,
    numbers.numbers,
    array_choices.layout,
)

CHOICES = {
    "opening": Choices(MorphologySeen, ALL),
    "closing": Choices(MorphologySeen, ALL),
    "white_tophat": Choices(
        MorphologySeen,
        ALL,
        differences.follows("opening", lambda image, opening: image - opening),
    ),
    "black_tophat": Choices(
        MorphologySeen,
        ALL,
        differences.follows("closing", lambda image, closing: closing - image),
    ),
}
