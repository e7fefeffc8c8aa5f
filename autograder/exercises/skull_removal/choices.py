"""What the two functions choose: values, threshold, steps, and how many axes they work on."""

from __future__ import annotations

from autograder.authoring import array_choices
from autograder.authoring.choices import Choices
from autograder.exercises.skull_removal import (
    all_or_nothing,
    head_choices,
    positions,
    tissues,
    values,
)
from autograder.exercises.skull_removal.observed import RemovalSeen
from autograder.exercises.skull_removal.pieces_left import pieces_left
from autograder.exercises.skull_removal.radius_choices import CHOICES_OF_RADII

ALL = (
    array_choices.memory,
    array_choices.changed_arguments,
    values.one_row,
    array_choices.shape,
    all_or_nothing.darkened,
    all_or_nothing.everything,
    values.values,
    tissues.wrong_side,
    values.brightness,
    values.largest,
    head_choices.one_mask,
    head_choices.slice_by_slice,
    positions.places,
    tissues.scalp,
    head_choices.bridges,
    tissues.brain,
    tissues.ventricles,
    tissues.beyond,
    tissues.background,
    values.moved,
    values.dtype,
    head_choices.other_heads,
    array_choices.layout,
)

_CHOICES = Choices(RemovalSeen, ALL, otherwise=head_choices.described, of_shown=pieces_left)
CHOICES = {
    "remove_skull": _CHOICES,
    "remove_skull_3d": _CHOICES,
    "dice_by_radius": CHOICES_OF_RADII,
}
