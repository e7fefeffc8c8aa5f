"""Ways to filter along axes: along which, in which of them flipped, in which border."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations, combinations_with_replacement, product

from autograder.exercises.convolution3d import axis_misconceptions as mistakes

BORDERS = ("constant", "nearest", "mirror", "reflect", "wrap")


@dataclass(frozen=True)
class Way:
    """A way to filter along axes: along which, in which of them flipped, in which border."""

    axes: tuple[int, ...] = mistakes.ALL_AXES
    flipped: tuple[int, ...] = ()
    mode: str = "constant"

    def __call__(self, volume, weights):
        """Return a volume filtered so."""
        for axis in self.axes:
            used = weights[::-1] if axis in self.flipped else weights
            volume = mistakes.along(volume, used.astype(float), (axis,), self.mode)
        return volume


def ways():
    """Return the ways that are looked at, the one first with the fewest faults."""
    subsets = [axes for count in (3, 2, 1) for axes in combinations(mistakes.ALL_AXES, count)]
    thrice = [
        each for each in combinations_with_replacement(mistakes.ALL_AXES, 3) if len({*each}) < 3
    ]
    flips = [(), *subsets]
    chosen = product((*subsets, *thrice), flips, BORDERS)
    ways = [Way(*each) for each in chosen if set(each[1]) <= set(each[0])]
    return sorted(ways, key=_number_of_faults)


def _number_of_faults(way):
    right = Way()
    pairs = zip(vars(way).values(), vars(right).values(), strict=True)
    return sum(one != other for one, other in pairs)
