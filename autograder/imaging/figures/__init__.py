"""Pictures for people: what the notebooks of the exercises show.

Every function draws an image that is ``None`` as an empty panel that says that the function is not
written yet, so that an untouched notebook runs from top to bottom. Matplotlib is imported when the
first picture is drawn.
"""

from autograder.imaging.figures.differences import show_difference
from autograder.imaging.figures.rows import show_images, show_planes
from autograder.imaging.figures.values import show_values

__all__ = ["show_difference", "show_images", "show_planes", "show_values"]
