"""What each of the four functions chooses: steps, footprint, border, axes, difference, numbers."""

from __future__ import annotations

from autograder.authoring import array_choices
from autograder.authoring.choices import Choices
from autograder.exercises.tophat import (
    beyond,
    differences,
    dtypes,
    holes,
    numbers,
    placing,
    stepping,
    third_axis,
    using,
)
from autograder.exercises.tophat.at_the_pixel import at_the_pixel
from autograder.exercises.tophat.observed import MorphologySeen
from autograder.exercises.tophat.page_choices import CHOICES_OF_PAGES

ALL = (
    array_choices.memory,
    array_choices.shape,
    numbers.zeros,
    differences.same_image,
    placing.moved,
    placing.kind_of_footprint,
    differences.difference,
    stepping.order,
    using.footprint,
    numbers.thresholded,
    numbers.stretched,
    beyond.border,
    third_axis.planes,
    dtypes.dtype,
    dtypes.absolute,
    numbers.numbers,
    holes.holes,
    numbers.zero_levels,
    dtypes.wrapping,
    array_choices.changed_arguments,
    array_choices.layout,
)

CHOICES = {
    "opening": Choices(MorphologySeen, ALL, of_shown=at_the_pixel("opening")),
    "closing": Choices(MorphologySeen, ALL, of_shown=at_the_pixel("closing")),
    "erode": Choices(MorphologySeen, ALL, of_shown=at_the_pixel("erode")),
    "dilate": Choices(MorphologySeen, ALL, of_shown=at_the_pixel("dilate")),
    "find_letters": CHOICES_OF_PAGES,
    "white_tophat": Choices(
        MorphologySeen,
        ALL,
        differences.follows("opening", lambda image, opening: image - opening),
        of_shown=at_the_pixel("white_tophat"),
    ),
    "black_tophat": Choices(
        MorphologySeen,
        ALL,
        differences.follows("closing", lambda image, closing: closing - image),
        of_shown=at_the_pixel("black_tophat"),
    ),
}
