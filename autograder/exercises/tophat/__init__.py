"""Opening and closing an image, and its two top-hats; and the two steps that these are made of."""

from autograder.authoring.forbidden import OPENINGS, STEPS

TITLE = "Top-hats"
FUNCTIONS = {
    "opening": ("image", "footprint"),
    "closing": ("image", "footprint"),
    "white_tophat": ("image", "footprint"),
    "black_tophat": ("image", "footprint"),
    "erode": ("image", "footprint"),
    "dilate": ("image", "footprint"),
}
QUESTIONS = {"What do the top-hats emphasise?": 6}
FORBIDDEN = OPENINGS
OPTIONAL = ("erode", "dilate")
OPTIONAL_FORBIDDEN = STEPS
