"""Opening and closing an image, and its two top-hats."""

from autograder.authoring.forbidden import OPENINGS

TITLE = "Top-hats"
FUNCTIONS = {
    "opening": ("image", "footprint"),
    "closing": ("image", "footprint"),
    "white_tophat": ("image", "footprint"),
    "black_tophat": ("image", "footprint"),
}
QUESTIONS = {"What do the top-hats emphasise?": 6}
FORBIDDEN = OPENINGS
