"""What `convolve_axis_by_axis` chooses: axes, order of the weights, border, numbers."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from autograder.authoring import array_choices
from autograder.authoring.choices import Choices, Finding
from autograder.authoring.explains import changes_with_floats, failures, made_by, wrong_pixels
from autograder.exercises.convolution3d import axis_misconceptions as mistakes
from autograder.exercises.convolution3d.axis_ways import Way, ways
from autograder.exercises.weighted_sums.numbers import FINISHES, SENTENCES
from autograder.exercises.weighted_sums.probes import digits, same

WEIGHTS = (np.array([1.0, 2.0, 4.0]), np.array([3.0, 5.0, 0.0, 1.0, 2.0]))
PLACES = ("planes", "rows", "columns")
MODES = {
    "nearest": "repeated the outermost voxels",
    "mirror": "mirrored the volume",
    "reflect": "mirrored the volume",
    "wrap": "continued the volume with its opposite side",
}


class _AxesSeen:
    """What a few calls show of a `convolve_axis_by_axis`."""

    def __init__(self, ask):
        self.ask, self._way = ask, None

    def twice(self):
        """Return two volumes of one shape, and weights, to call a function with twice."""
        return digits((4, 5, 6), 5, 3), digits((4, 5, 6), 5, 4), WEIGHTS[0]

    @property
    def way(self):
        """The `Way` with the fewest faults that gives all results, or None."""
        if self._way is None:
            volume = self.twice()[0]
            came = [self.ask(volume, each).result for each in WEIGHTS]
            fits = (
                way
                for way in ways()
                if all(
                    one is not None and same(one.astype(float), way(volume, weights))
                    for one, weights in zip(came, WEIGHTS, strict=True)
                )
            )
            self._way = (next(fits, None),)
        return self._way[0]

    def finding(self, key, text, **right):
        """Return a `Finding` that explains what is as it was found, and not so if that is right."""
        mended = replace(self.way, **right)

        def explains(shown):
            came, without = (each(*shown.arguments) for each in (self.way, mended))
            return shown.agrees_with(came) and shown.changes_with(without)

        return Finding(key, text, explains=wrong_pixels(explains))


def _unchanged(seen):
    """Whether the result is the volume."""
    volume, _, weights = seen.twice()
    came = seen.ask(volume, weights).result
    if came is None or not np.array_equal(came, volume):
        return None
    text = "The result is the volume itself; filter it along planes, rows and columns."

    def explains(shown):
        return shown.came is not None and np.array_equal(shown.came, shown.arguments[0])

    return Finding("returned_the_image", text, explains=explains)


def _axes(seen):
    """Which axes the weights go along."""
    way = seen.way
    if way is None or way.axes == mistakes.ALL_AXES:
        return None
    missing = " and ".join(PLACES[axis] for axis in mistakes.ALL_AXES if axis not in way.axes)
    done = " and ".join(PLACES[axis] for axis in dict.fromkeys(way.axes))
    key = f"axes:{''.join(map(str, way.axes))}"
    text = f"In your result, the weights go across {done} only, and not across {missing}."
    return seen.finding(key, text, axes=mistakes.ALL_AXES)


def _order(seen):
    """Whether the weights are flipped."""
    way = seen.way
    if way is None or not way.flipped:
        return None
    is_all = set(way.flipped) == set(way.axes)
    there = "" if is_all else f" across {' and '.join(PLACES[axis] for axis in way.flipped)}"
    text = f"You flipped the weights{there}; use weights[0] for the voxel before."
    return seen.finding("flipped_the_weights", text, flipped=())


def _border(seen):
    """What lies beyond the border."""
    if seen.way is None or seen.way.mode == "constant":
        return None
    text = f"Beyond the border you {MODES[seen.way.mode]}; voxels there count as 0."
    return seen.finding(f"border:{seen.way.mode}", text, mode="constant")


def _scale(seen):
    """Whether all is multiplied by one number."""
    if seen.way is not None:
        return None
    volume, times = seen.twice()[0], []
    for weights in WEIGHTS:
        came, right = seen.ask(volume, weights).result, Way()(volume, weights)
        if came is None or not same(came, right * came.max() / right.max()):
            return None
        times.append(came.max() / right.max())
    if np.allclose(times, [1 / weights.sum() ** 3 for weights in WEIGHTS]):
        return Finding("divided_by_the_sum_of_the_weights", DIVIDED)
    text = f"Every sum is {times[0]:.4g} times what it should be for the weights {WEIGHTS[0]}."
    return Finding("multiplied_the_sums", text)


DIVIDED = "You divided the weights by their sum; use them as they are."


def _added(seen):
    """Whether the results along each axis are added up."""
    if seen.way is not None:
        return None
    known, volume = mistakes.added_the_three_results, seen.twice()[0]
    came = [seen.ask(volume, weights).result for weights in WEIGHTS]
    pairs = zip(came, WEIGHTS, strict=True)
    fits = all(one is not None and same(one, known(volume, weights)) for one, weights in pairs)
    return Finding(known.name, known.hint, explains=made_by(known)) if fits else None


def _lost_numbers(seen):
    """Whether sums are clipped, cut or rounded, on a volume of fractions of both signs."""
    volume = 7.3 * (seen.twice()[0] - 2.5)
    came, right = seen.ask(volume, WEIGHTS[0]).result, Way()(volume, WEIGHTS[0])
    if came is None or came.shape != right.shape or same(came.astype(float), right):
        return None
    of_sums = [each for each in FINISHES if "weight" not in each and "image" not in each]
    fits = [each for each in of_sums if same(came.astype(float), FINISHES[each](right, 1.0))]
    if len({SENTENCES[name].sentence for name in fits}) != 1:
        return None
    finish, found = FINISHES[fits[0]], SENTENCES[fits[0]]

    def explains(shown):
        before = Way()(*shown.arguments)
        return shown.agrees_with(finish(before, 1.0)) and shown.changes_with(before)

    return replace(found, explains=wrong_pixels(explains))


def _integers(seen):
    """Bytes and weights of bytes give other sums than the same numbers as floats."""
    volume, weights = np.full((4, 4, 4), 200, np.uint8), np.array([1, 2, 1], np.uint8)
    whole = seen.ask(volume, weights).result
    floats = seen.ask(volume.astype(float), weights.astype(float)).result
    if whole is None or floats is None or same(whole.astype(float), floats.astype(float)):
        return None
    text = "Bytes give other sums than the same numbers as floats: convert to floats first."
    return Finding("sums_of_integers", text, explains=changes_with_floats)


def _changes(seen):
    """An argument is written to, or is the result."""
    volume, _, weights = seen.twice()
    answer = seen.ask(volume, weights)
    if not answer.changed:
        return None
    which = "weights" if 1 in answer.changed else "volume"
    text = f"Your function changes the {which} that it is called with; work on a copy."
    return Finding("changed_an_argument", text, explains=failures("arguments"))


CHOICES_OF_AXES = Choices(
    _AxesSeen,
    (
        array_choices.memory,
        _unchanged,
        _axes,
        _order,
        _border,
        _scale,
        _added,
        _lost_numbers,
        _integers,
        array_choices.shape,
        _changes,
    ),
)
