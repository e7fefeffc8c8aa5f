"""What `convolve3d` chooses: the kernel, the border, numbers, sides, and the array it returns."""

from __future__ import annotations

import numpy as np

from autograder.authoring.choices import Choices, Finding
from autograder.exercises.convolution3d import plane_misconceptions as planes
from autograder.exercises.convolution3d.axis_choices import CHOICES_OF_AXES
from autograder.exercises.convolution3d.plane_models import PLANES, middle_plane, summed_planes
from autograder.exercises.convolution3d.words import of_volumes
from autograder.exercises.weighted_sums import bordering, reaching
from autograder.exercises.weighted_sums import edge_misconceptions as borders
from autograder.exercises.weighted_sums import kernel_misconceptions as kernels
from autograder.exercises.weighted_sums.at_the_pixel import sum_at_the_pixel
from autograder.exercises.weighted_sums.choices import CHOICES_OF_SUMS
from autograder.exercises.weighted_sums.edges import border_models
from autograder.exercises.weighted_sums.observed import FilterSeen

WRAPPED_PLANES = Finding(
    "wrapped_the_planes",
    "Before the first plane you took the last one, as a negative index does; planes there "
    "count as 0.",
)
BORDERS = {
    "repeated": Finding.of(borders.repeated_the_border),
    "mirrored": Finding.of(borders.mirrored_the_border),
    "doubled": Finding.of(borders.mirrored_the_border),
    "wrapped": Finding.of(borders.wrapped_around),
    "wrapped_before": Finding.of(borders.wrapped_around),
    "left_at_zero": Finding.of(borders.left_the_border_at_zero),
    "copied": Finding.of(borders.copied_the_border),
    "one_short": Finding(
        "stopped_one_pixel_short", "The last plane, row and column of your result are 0."
    ),
    "first_left_out": Finding(
        "left_out_the_first_pixel", "The first plane, row and column of your result are 0."
    ),
    "first_unread": Finding(
        "took_the_first_pixels_for_the_border",
        "Voxels of the first plane, row and column count as 0, as if they lay beyond the border; "
        "index 0 lies inside the volume.",
    ),
    "last_unread": Finding(
        "took_the_last_pixels_for_the_border",
        "Voxels of the last plane, row and column count as 0, as if they lay beyond the border; "
        "the last index, such as P - 1, lies inside the volume.",
    ),
    "planes_repeated": Finding.of(planes.padded_the_planes_with_copies),
    "planes_mirrored": Finding(
        "mirrored_the_planes",
        "Before the first plane and behind the last you mirrored the volume; planes there count "
        "as 0.",
    ),
    "planes_wrapped": WRAPPED_PLANES,
    "planes_wrapped_before": WRAPPED_PLANES,
    "planes_left_at_zero": Finding.of(planes.left_the_outer_planes_at_zero),
}


class _VolumeFilterSeen(FilterSeen):
    """What a few calls show of a `convolve3d`."""

    ndim = 3
    STOPS = (
        "Your function stops with an error if the volume is not a cube; take each length from "
        "volume.shape."
    )
    CONFUSED = (
        "Volumes that are not cubes come out wrong and cubes do not; take each length from "
        "volume.shape, in its order."
    )

    def known_turns(self):
        """Return pairs of a `Finding` and the function that turns a kernel so."""
        return (
            (Finding.of(kernels.flipped_the_kernel), np.flip),
            (Finding.of(planes.flipped_the_order_of_the_planes), lambda kernel: kernel[::-1]),
            (Finding.of(planes.flipped_each_plane), lambda kernel: np.flip(kernel, (1, 2))),
            (
                Finding.of(planes.took_the_planes_for_the_last_axis),
                lambda kernel: np.moveaxis(kernel, -1, 0),
            ),
            (
                Finding.of(planes.swapped_rows_and_columns_of_the_kernel),
                lambda kernel: kernel.swapaxes(1, 2),
            ),
        )

    def wrong_weights(self):
        """Return pairs of a `Finding` and the function that makes the weights that are used."""
        alone = Finding.of(planes.filtered_each_plane_with_the_middle_plane)
        return (
            (alone, middle_plane),
            (alone, lambda kernel: middle_plane(np.flip(kernel, (1, 2)))),
            (Finding.of(planes.filtered_one_plane_with_every_plane), summed_planes),
            (FIRST_PLANE, lambda kernel: middle_plane(np.roll(kernel, len(kernel) // 2, 0))),
        )

    def borders(self):
        """Return what may be done at the border, by name."""
        return border_models(self.ndim) | PLANES

    def border_findings(self):
        """Return the `Finding` of each wrong border, by name."""
        return BORDERS

    def kernel_shapes(self):
        """Return shapes of kernels that tell paddings apart."""
        return (3, 5, 3), (3, 3, 5), (5, 3, 3), (1, 3, 3), (3, 1, 3), (3, 3, 1), (1, 1, 1)

    def reach_finding(self, name):
        """Return the `Finding` of a wrong padding, or None."""
        word = name.partition(", ")[0]
        if word in ("first", "middle", "last", "largest", "smallest"):
            return Finding.of(planes.padded_all_axes_alike, stops=True)
        if word == "only_1_2":
            return Finding.of(planes.padded_two_axes_of_three, stops=True)
        if word == "reversed":
            return Finding("exchanged_the_paddings", EXCHANGED, stops=True)
        if word.startswith("only_"):
            return Finding("padded_some_axes_only", SOME_AXES, stops=True)
        border = self.settled("border", bordering.border_kind)
        return reaching.reach_finding(border, name)

    def unlike_shapes(self):
        """Return shapes of volumes that are not cubes."""
        return (3, 4, 5), (5, 4, 3), (4, 5, 3)

    def counted_by(self, axis):
        """Return the `Finding` for one side that was taken for all."""
        if axis == 0:
            return Finding.of(planes.assumed_a_cube, stops=True)
        text = (
            f"You took the number of {('planes', 'rows', 'columns')[axis]} for all three lengths."
        )
        return Finding("took_one_side_for_all", text, stops=True)


FIRST_PLANE = Finding(
    "filtered_each_plane_with_the_first_plane",
    "Each plane was filtered by itself, with the kernel's first plane; its other planes weigh the "
    "planes around it.",
)
EXCHANGED = (
    "The paddings are in another order than the axes: planes first, then rows, then columns."
)
SOME_AXES = "Not all three axes got a border of zeros; each needs one."

CHOICES = {
    "convolve3d": Choices(
        _VolumeFilterSeen,
        CHOICES_OF_SUMS,
        of_shown=sum_at_the_pixel,
        said=of_volumes,
    ),
    "convolve_axis_by_axis": CHOICES_OF_AXES,
}
