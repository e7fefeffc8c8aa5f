"""Opening and closing an image, and its two top-hats; optional: the two steps, and a use."""

from autograder.authoring.forbidden import OPENINGS, STEPS

TITLE = "Top-hats"
FUNCTIONS = {
    "opening": ("image", "footprint"),
    "closing": ("image", "footprint"),
    "white_tophat": ("image", "footprint"),
    "black_tophat": ("image", "footprint"),
    "erode": ("image", "footprint"),
    "dilate": ("image", "footprint"),
    "find_letters": ("page",),
}
QUESTIONS = {"What do the top-hats emphasise?": 6}
FORBIDDEN = OPENINGS
OPTIONAL = {"erode": STEPS, "dilate": STEPS, "find_letters": OPENINGS}
