"""The choice of what becomes of the footprint in each step."""

from __future__ import annotations

from autograder.authoring.choices import Finding
from autograder.exercises.tophat.stepping import NAMES, failures_due_to, kinds_of


def footprint(seen):
    """What becomes of the footprint in each step."""
    found = seen.settled("kinds", kinds_of)
    uses = {used for _, used in found}
    if not found or any(set(used) <= {"given"} for used in uses):
        return None
    if len(uses) > 1:
        return None
    used, explains = uses.pop(), failures_due_to(seen, "footprint")
    if len(set(used)) == 1:
        return Finding(f"footprint:{used[0]}", USES[used[0]], explains=explains)
    (names, _), *_ = found
    one = [NAMES[step].split()[1] for step, use in zip(names, used, strict=True) if use == "given"]
    if len(one) != 1:
        text = "The two steps use two footprints, and neither is the one that was passed."
        return Finding("footprint:neither", text, explains=explains)
    other = used[0] if used[1] == "given" else used[1]
    text = f"Only your {one[0]} uses the footprint as it is; the other step {OTHERS[other]}."
    return Finding(f"footprint:one:{other}", text, explains=explains)


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
