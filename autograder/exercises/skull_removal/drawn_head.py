"""A head as a strategy draws it: its parameters, from which the picture is made when it is needed.

So an example is a few numbers, and a token that leads to it is short.
"""

from __future__ import annotations

import inspect
from dataclasses import dataclass
from functools import cached_property
from math import isfinite, prod, sqrt

from autograder.imaging.phantoms import head

PARAMETERS = tuple(inspect.signature(head).parameters)
DTYPES = ("float64", "float32", "uint8", "int16", "uint16", "int32")
LARGEST_BYTE, SMALLEST = 255, 30
# Floats go from a thousandth to ten thousand; half of all heads are dimmer than the middle of that.
DIM = sqrt(1e-3 * 1e4)
LARGEST, LONGEST_SIDE = 64**3, 256
# The largest number of each kind that any head has; the smallest is 0.
LENGTHS = dict.fromkeys(("folds", "gap", "scalp", "bridge_width"), 64) | {"bridges": 6}
BRIGHTNESSES = {
    "ventricles": 0.4,
    "gap_brightness": 1,
    "scalp_brightness": 4,
    "drift": 1,
    "neck": 0.5,
}


@dataclass(frozen=True)
class DrawnHead:
    """A `phantoms.Head` by its parameters.

    Parameters
    ----------
    parameters : tuple
        Those of `phantoms.head`, all of them, in its order.

    Raises
    ------
    ValueError
        If these are not a head's, or its picture would be larger than any that is drawn.
    """

    parameters: tuple

    def __post_init__(self):
        _require_a_head(**dict(zip(PARAMETERS, self.parameters, strict=True)))

    @cached_property
    def _made(self):
        return head(**dict(zip(PARAMETERS, self.parameters, strict=True)))

    @property
    def image(self):
        """The picture; this and the masks are those of `phantoms.Head`."""
        return self._made.image

    @property
    def brain(self):
        """Where the brain is, ventricles included."""
        return self._made.brain

    @property
    def ventricles(self):
        """Where the dark holes in the brain are."""
        return self._made.ventricles

    @property
    def scalp_and_bone(self):
        """Where scalp and bone are, with the bridges where they cross the bone."""
        return self._made.scalp_and_bone

    @property
    def background(self):
        """Where the air around the head is."""
        return self._made.background

    @property
    def strata(self):
        """What kind of head it is, in words: all that a seed must not leave out."""
        drawn = dict(zip(PARAMETERS, self.parameters, strict=True))
        kinds = {
            drawn["dtype"]: True,
            "ventricles": drawn["ventricles"] > 0,
            "no ventricles": drawn["ventricles"] == 0,
            "no bridge": drawn["bridges"] == 0,
            "one bridge": drawn["bridges"] == 1,
            "bridges": drawn["bridges"] > 1,
            "neck": drawn["neck"] > 0,
        }
        if len(drawn["brain"]) == 2:
            kinds |= _of_slices(**drawn)
        return tuple(kind for kind, holds in kinds.items() if holds)


def _of_slices(gap, scalp, margins, drift, scalp_brightness, brightness, brain, **_):
    """Return kinds of heads of which only slices, which are cheap, are drawn in plenty."""
    return {
        "narrow gap": gap == 2,
        "wide gap": gap > 2,
        "thin scalp": scalp == 2,
        "dim scalp": scalp_brightness < 1,
        "bright scalp": scalp_brightness > 1,
        "twice as bright a scalp": scalp_brightness == 2,
        "much drift": drift >= 0.15,
        "little drift": drift < 0.15,
        "dim": brightness < DIM,
        "bright": brightness > LARGEST_BYTE,
        "small": max(brain) < 2 * SMALLEST,
        "at the border": any(0 in pair for pair in margins),
        "in a large image": any(
            max(pair) > side for side, pair in zip(brain, margins, strict=True)
        ),
    }


def drawn_head(**parameters):
    """Return the `DrawnHead` of all parameters of `phantoms.head`."""
    return DrawnHead(tuple(parameters[name] for name in PARAMETERS))


def _require_a_head(brain, margins, dtype, seed, brightness, noise, **numbers):
    whole = [*brain, *(each for pair in margins for each in pair), seed]
    whole += [numbers[name] for name in LENGTHS]
    fractions = [brightness, noise, *(numbers[name] for name in BRIGHTNESSES)]
    is_known = (
        all(type(each) is int and each >= 0 for each in whole)
        and all(type(each) in (int, float) and isfinite(each) for each in fractions)
        and all(0 <= numbers[name] <= most for name, most in (LENGTHS | BRIGHTNESSES).items())
        and (0 <= noise <= 1 and 0 <= brightness <= 1e6 and seed < 2**32 and dtype in DTYPES)
        and (len(brain) in (2, 3) and len(margins) == len(brain) and min(brain) > 0)
        and all(len(pair) == 2 for pair in margins)
    )
    if not is_known:
        raise ValueError("These are not parameters of a head.")
    wall = 2 * (numbers["folds"] + numbers["gap"] + 1 + numbers["scalp"])
    sides = [side + wall + sum(pair) for side, pair in zip(brain, margins, strict=True)]
    if max(sides) > LONGEST_SIDE or prod(sides) > LARGEST:
        raise ValueError("A head cannot be so large.")
