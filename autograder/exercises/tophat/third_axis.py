"""The choice of what becomes of the third axis of a volume."""

from __future__ import annotations

import numpy as np

from autograder.authoring.choices import Finding
from autograder.authoring.explains import wrong_pixels
from autograder.exercises.tophat import step_models
from autograder.exercises.tophat.as_found import with_difference
from autograder.exercises.tophat.observed import same
from autograder.exercises.tophat.step_models import steps
from autograder.exercises.tophat.stepping import kind


def planes(seen):
    """What becomes of the third axis."""
    found = seen.settled("kind", kind)
    names, used = found if found is not None else (seen.right_steps, step_models.GIVEN)
    if len(names) not in (1, 2):
        return None
    volume = np.pad(np.random.default_rng(3).integers(1, 10, (4, 5, 5)).astype(float), 2)
    column, ball = np.ones((3, 1, 1), np.uint8), step_models.round_of(1, 3).astype(np.uint8)
    answers = [seen.ask(volume, each) for each in (column, ball)]
    if all(answer.failure == "exception" for answer in answers):
        explains = _stops_for_volumes
        return Finding("expected_two_axes", STOPS, True, explains=explains) if found else None
    if any(answer.result is None or answer.result.shape != volume.shape for answer in answers):
        return None
    came = [seen.transformed(volume, each) for each in (column, ball)]
    if all(same(each, volume) for each in came):
        return None
    models = {
        "right": lambda image, given: steps(names, image, given, used),
        "planes": lambda image, given: _by_plane(names, used, image, given[len(given) // 2]),
        "first plane": lambda image, given: _by_plane(names, used, image, given[0]),
        "box": lambda image, given: steps(names, image, np.ones_like(given), used),
        "cross": lambda image, given: steps(names, image, step_models.cross(3), used),
    }
    fits = {
        name
        for name, model in models.items()
        if all(same(c, model(volume, each)) for c, each in zip(came, (column, ball), strict=True))
    }
    if "right" in fits or len({PLANES[name] for name in fits}) != 1:
        return None
    name = max(fits)
    explains = wrong_pixels(
        lambda shown: _is_of_volumes(seen, models[name], models["right"], shown)
    )
    return Finding(f"planes:{name}", PLANES[name], explains=explains)


def _stops_for_volumes(shown):
    """Return whether what is shown is an error for a volume."""
    return shown.is_about_shapes and shown.arguments[0].ndim == 3


def _is_of_volumes(seen, model, right, shown):
    """Return whether a wrong voxel is as a model has it, and not as the other one has it."""
    volume, given = shown.arguments
    if volume.ndim != 3:
        return False
    volume = volume.astype(float)
    found, wanted = [with_difference(seen, volume, each(volume, given)) for each in (model, right)]
    return shown.agrees_with(found) and shown.changes_with(wanted)


STOPS = "Your function stops with an error for volumes, which have planes besides rows and columns."
ALONE = "You worked on each plane alone, so that nothing reached from one plane to the next."
PLANES = {
    "planes": ALONE,
    "first plane": ALONE,
    "box": "For volumes you used a box of the footprint's size; its holes count there too.",
    "cross": "For volumes your result is that of a small cross, whatever the footprint was.",
}


def _by_plane(names, used, volume, given):
    """Return the planes after the steps, each by itself, or zeros if the footprint has no ones."""
    if not given.any():
        return 0 * volume
    return np.stack([steps(names, plane, given, used) for plane in volume])
