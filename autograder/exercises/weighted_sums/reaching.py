"""What a wrong padding is called, if both convolutions call it the same."""

from __future__ import annotations

from autograder.authoring.choices import Finding
from autograder.exercises.weighted_sums import edge_misconceptions as borders

# Paddings that do not have the pixel in the middle of a kernel with sides of 3 either.
OFF_THE_MIDDLE = ("behind", "before", "behind_by_half", "before_by_half")
TOO_WIDE = ("whole", "less_one", "rounded_up")


def reach_finding(border, name):
    """Return what a wrong padding is called, if both convolutions call it the same."""
    word, _, fit = name.partition(", ")
    if border != "right":
        return Finding("reached_too_far_or_not_far_enough", UNLIKE)
    if name == "none":
        return Finding("padded_nothing", NOT_PADDED, stops=True)
    if word == "none":
        return Finding.of(borders.kept_only_whole_neighbourhoods)
    if word == "one":
        return Finding.of(borders.padded_by_one, stops=True)
    if word in ("threes", "corner"):
        return Finding("assumed_a_side_of_three", THREES, stops=True)
    if word == "empty":
        return Finding.of(borders.cut_off_an_empty_border, stops=True)
    if word in OFF_THE_MIDDLE and fit != "all that fit":
        return Finding.of(borders.put_the_neighbourhood_off_the_middle)
    if word == "less_one" and fit == "all that fit":
        return Finding.of(borders.returned_the_full_size)
    if word in TOO_WIDE:
        return Finding("padded_too_far", TOO_FAR)
    return None


UNLIKE = (
    "How far a kernel reaches beyond its pixel depends on its side along that axis: it is side // "
    "2, but yours is another number for some shapes of kernel."
)
NOT_PADDED = (
    "The image has no border of zeros: at its last rows and columns the neighbourhood is "
    "smaller than the kernel, and the two cannot be multiplied."
)
THREES = (
    "Your neighbourhoods have sides of 3, whatever the kernel's sides are; take them from "
    "kernel.shape."
)
TOO_FAR = (
    "You put too many zeros round the image: half of the kernel's side, rounded down, is "
    "enough at both ends of each axis."
)
