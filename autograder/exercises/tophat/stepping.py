"""Choices of the steps, of what becomes of the footprint, and of what lies beyond the border."""

from __future__ import annotations

from autograder.authoring.choices import Finding
from autograder.exercises.tophat import differences, step_models
from autograder.exercises.tophat.observed import fitting, same

NAMES = {"E": "an erosion", "D": "a dilation", "M": "a mean", "N": "a median"}
WANTED = {
    "ED": "an opening is an erosion, then a dilation",
    "DE": "a closing is a dilation, then an erosion",
}


def _kinds(seen):
    """Return the names of steps, and of what they use, that give all framed results."""
    models = {key: _inner(model) for key, model in step_models.step_models().items()}
    came = _inner(seen.transformed)
    if not _shows_something(seen):
        return []
    right = (seen.right_steps, ("given", "given"))
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
    found = seen.settled("kinds", _kinds)
    return found[0] if len(found) == 1 else None


def order(seen):
    """Which steps there are, in which order."""
    if differences.difference(seen) is not None:
        return None
    names = {names for names, _ in seen.settled("kinds", _kinds)}
    if len(names) != 1 or names == {seen.right_steps}:
        return None
    names = names.pop()
    wanted = WANTED[seen.right_steps]
    if names == "" and not seen.is_tophat:
        return Finding("returned_the_image", f"The result is the image itself; {wanted}.")
    if names in ("", "M", "N"):
        return Finding(f"steps:{names}", AVERAGES[names].format(wanted)) if names else None
    done = ", then ".join(NAMES[each] for each in names)
    inside = (
        f" in the {seen.name.replace('_', ' ').replace('tophat', 'top-hat')}"
        if seen.is_tophat
        else ""
    )
    text = f"You took {done}{inside}; {wanted}."
    return Finding(f"steps:{names}", text)


AVERAGES = {
    "N": "You took the median of each neighbourhood, which is another filter; {}.",
    "M": "You took the mean of each neighbourhood, which is another filter; {}.",
}


def footprint(seen):
    """What becomes of the footprint in each step."""
    found = seen.settled("kinds", _kinds)
    uses = {used for _, used in found}
    if not found or any(set(used) <= {"given"} for used in uses):
        return None
    if len(uses) > 1:
        return None
    used = uses.pop()
    if len(set(used)) == 1:
        return Finding(f"footprint:{used[0]}", USES[used[0]])
    (names, _), *_ = found
    one = [NAMES[step].split()[1] for step, use in zip(names, used, strict=True) if use == "given"]
    if len(one) != 1:
        text = "The two steps use two footprints, and neither is the one that was passed."
        return Finding("footprint:neither", text)
    other = used[0] if used[1] == "given" else used[1]
    text = f"Only your {one[0]} uses the footprint as it is; the other step {OTHERS[other]}."
    return Finding(f"footprint:one:{other}", text)


OTHERS = {
    "cross": "uses a small cross, scikit-image's default",
    "wider": "uses one that is wider by a pixel on each side",
    "one": "changes nothing",
    "box": "uses the whole rectangle, holes too",
    "three": "uses 3 x 3 ones",
    "disk 2": "uses a disk of radius 2",
}
SQUARES = "You used a square with the footprint's number of rows; a footprint may be a rectangle."
LESS = "Your neighbourhood leaves out its last row and column: a slice [a:b] ends at b - 1."
USES = {
    "cross": "Your result is that of a small cross, scikit-image's default, for any footprint.",
    "box": "You used the whole rectangle that the footprint lies in, its zeros too.",
    "rows": SQUARES,
    "rows if unlike": SQUARES,
    "columns": (
        "You used a square with the footprint's number of columns; a footprint may be a rectangle."
    ),
    "transposed": "You used the footprint's rows as columns; use it as it is.",
    "three": "Your result is that of 3 x 3 ones, whatever the footprint was.",
    "five": "Your result is that of 5 x 5 ones, whatever the footprint was.",
    "disk 2": "Your result is that of a disk of radius 2, whatever the footprint was.",
    "disk 3": "Your result is that of a disk of radius 3, whatever the footprint was.",
    "disk": "You used a disk with the footprint's number of rows; use the footprint as it is.",
    "less": LESS,
    "less box": LESS,
    "wider": "You made the footprint wider by a pixel on each side; use it as it is.",
    "one": "The footprint changes nothing in your result.",
    "times": "You multiplied by the footprint, so that its zeros took part as pixels.",
    "heights": "You passed the footprint as structure, whose numbers change grey values.",
}


def border(seen):
    """What lies beyond the border in each step."""
    found = seen.settled("kind", kind)
    if found is None or len(found[0]) not in (1, 2) or not found[1]:
        return None
    models = step_models.border_models(found[0], used=found[1])
    names = fitting(seen.border_probes, seen.transformed, models)
    is_right = found == (seen.right_steps, ("given", "given"))
    if not names and is_right and _is_right_inside(seen, models["reflect", "reflect"]):
        return Finding("border:other", OTHER_BORDER)
    wrong = {frozenset(name) - {"reflect"} for name in names}
    if len(wrong) != 1 or frozenset() in wrong:
        return None
    modes = sorted(wrong.pop())
    what, _, step = modes[0].partition(" ")
    if len(modes) == 1 and step in NAMES:
        text = f"Near the border, {NAMES[step]} {LEFT[what]}; visit all pixels in both steps."
        return Finding(f"border:{modes[0]}", text)
    if len(modes) > 1:
        text = (
            "Beyond the border the image should be mirrored, in both steps; your two steps have "
            "two other borders."
        )
        return Finding("border:two", text)
    return Finding(f"border:{modes[0]}", BORDERS[modes[0]])


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


OTHER_BORDER = (
    "Your result is right in the middle of an image and wrong near its border: visit every pixel, "
    "and in both steps mirror the image beyond the border."
)
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
