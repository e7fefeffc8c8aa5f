"""Choices of the steps; what a function shows to be its steps, and what these use."""

from __future__ import annotations

from autograder.authoring.choices import Finding
from autograder.exercises.tophat import differences, step_models
from autograder.exercises.tophat.as_found import due_to
from autograder.exercises.tophat.observed import fitting

NAMES = {"E": "an erosion", "D": "a dilation", "M": "a mean", "N": "a median"}
WANTED = {
    "ED": "an opening is an erosion, then a dilation",
    "DE": "a closing is a dilation, then an erosion",
    "E": "each pixel should become the least value under the footprint, once",
    "D": "each pixel should become the largest value under the footprint, once",
}


def kinds_of(seen):
    """Return the names of steps, and of what they use, that give all framed results."""
    models = {key: _inner(model) for key, model in step_models.step_models().items()}
    came = _inner(seen.transformed)
    if not _shows_something(seen):
        return []
    right = (seen.right_steps, step_models.GIVEN[: len(seen.right_steps)])
    # Several footprints of one pixel leave the image as it is.
    for plain in (right, ("", ())):
        if fitting(seen.framed_probes, came, {plain: models[plain]}):
            return [plain]
    return fitting(seen.framed_probes, came, models)


def _inner(function):
    """Return a function whose results lack the outermost pixels of the frame.

    These show what is beyond the border if that is larger than all grey values.
    """

    def inner(image, given):
        result = function(image, given)
        cut = tuple(slice(side // 2, -(side // 2) or None) for side in given.shape)
        return None if result is None else result[cut]

    return inner


def _shows_something(seen):
    """Return whether results hold several values: many steps make one value of everything."""
    came = [seen.raw(*probe) for probe in seen.framed_probes[:2]]
    return any(each is not None and each.size and each.min() < each.max() for each in came)


def kind(seen):
    """Return the only such name, or None."""
    found = seen.settled("kinds", kinds_of)
    return found[0] if len(found) == 1 else None


def order(seen):
    """Which steps there are, in which order."""
    if differences.difference(seen) is not None:
        return None
    explains = failures_due_to(seen, "steps")
    names = {names for names, _ in seen.settled("kinds", kinds_of)}
    if len(names) != 1 or names == {seen.right_steps}:
        return None
    names = names.pop()
    wanted = WANTED[seen.right_steps]
    if names == "" and not seen.is_tophat:
        text = f"The result is the image itself; {wanted}."
        return Finding("returned_the_image", text, explains=explains)
    if names in ("", "M", "N"):
        text = AVERAGES[names].format(wanted) if names else ""
        return Finding(f"steps:{names}", text, explains=explains) if names else None
    done = ", then ".join(NAMES[each] for each in names)
    inside = (
        f" in the {seen.name.replace('_', ' ').replace('tophat', 'top-hat')}"
        if seen.is_tophat
        else ""
    )
    text = f"You took {done}{inside}; {wanted}."
    return Finding(f"steps:{names}", text, explains=explains)


def failures_due_to(seen, mended):
    """Return which failures are due to one of the choices that all found kinds make."""
    models = step_models.step_models()
    kinds = {kind: models[kind] for kind in seen.settled("kinds", kinds_of)}
    return due_to(seen, kinds, mended)


AVERAGES = {
    "N": "You took the median of each neighbourhood, which is another filter; {}.",
    "M": "You took the mean of each neighbourhood, which is another filter; {}.",
}
