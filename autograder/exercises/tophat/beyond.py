"""The choice of what lies beyond the border in each step."""

from __future__ import annotations

from autograder.authoring.choices import Finding
from autograder.authoring.explains import gone_in_a_frame
from autograder.exercises.tophat import step_models
from autograder.exercises.tophat.as_found import border_names
from autograder.exercises.tophat.observed import same
from autograder.exercises.tophat.stepping import NAMES, failures_due_to, kind


def border(seen):
    """What lies beyond the border in each step."""
    found = seen.settled("kind", kind)
    if found is None or len(found[0]) not in (1, 2) or not found[1]:
        return None
    models = step_models.border_models(found[0], used=found[1])
    names = seen.settled(("border", found), lambda seen: border_names(seen, found))
    explains = gone_in_a_frame("symmetric")
    count = len(seen.right_steps)
    is_right = found == (seen.right_steps, step_models.GIVEN[:count])
    if not names and is_right and _is_right_inside(seen, models[("reflect",) * count]):
        return Finding("border:other", OTHER_BORDERS[count], explains=explains)
    explains = failures_due_to(seen, "border")
    wrong = {frozenset(name) - {"reflect"} for name in names}
    if len(wrong) != 1 or frozenset() in wrong:
        return None
    modes = sorted(wrong.pop())
    what, _, step = modes[0].partition(" ")
    if len(modes) == 1 and step in NAMES:
        text = f"Near the border, {NAMES[step]} {LEFT[what]}; visit all pixels in both steps."
        return Finding(f"border:{modes[0]}", text, explains=explains)
    if len(modes) > 1:
        text = (
            "Beyond the border the image should be mirrored, in both steps; your two steps have "
            "two other borders."
        )
        return Finding("border:two", text, explains=explains)
    return Finding(f"border:{modes[0]}", BORDERS[modes[0]], explains=explains)


def _is_right_inside(seen, right):
    """Return whether all results are right so far from the border that neither step feels it."""
    pixels = 0
    for image, given in seen.border_probes:
        came = seen.transformed(image, given)
        if came is None:
            return False
        margins = [max(side - 1, 2) for side in given.shape]
        inside = tuple(slice(each, -each) for each in margins)
        pixels += came[inside].size
        if not same(came[inside], right(image, given)[inside]):
            return False
    return pixels > 0


_NEAR = (
    "Your result is right in the middle of an image and wrong near its border: visit every pixel"
)
OTHER_BORDERS = {
    1: f"{_NEAR}, and mirror the image beyond the border.",
    2: f"{_NEAR}, and in both steps mirror the image beyond the border.",
}
LEFT = {"black": "leaves 0", "copied": "leaves the pixels as they were"}
BORDERS = {
    "constant": "You put zeros beyond the border; the image should be mirrored there.",
    "nearest": "You repeated the outermost pixels beyond the border; the image should be mirrored.",
    "mirror": (
        "You mirrored the image without its outermost pixels; beyond the border, they should come "
        "first."
    ),
    "wrap": "You continued the image with its opposite side; it should be mirrored.",
    "ignore": "You compared only pixels inside the image; beyond the border it should be mirrored.",
    "black": "You filled the middle only: pixels near the border stayed 0.",
    "black steps": "Pixels near the border stay 0, in the first step already; visit all pixels.",
    "copied steps": "Near the border, both steps leave the pixels as they are; visit all pixels.",
    "copied": "Near the border you kept the image's own pixels; visit all pixels.",
}
