"""Pictures for people: what the notebooks of the exercises show.

Every function draws an image that is ``None`` as an empty panel that says that the function is not
written yet, so that an untouched notebook runs from top to bottom. In a notebook each figure has
alternative text, read from what is drawn. Matplotlib is imported when the first picture is drawn.
"""

from autograder.imaging.figures.charts import show_curves, show_figure
from autograder.imaging.figures.differences import show_difference
from autograder.imaging.figures.rows import show_images, show_planes
from autograder.imaging.figures.sliders import show_with_sliders
from autograder.imaging.figures.values import show_values

__all__ = [
    "show_curves",
    "show_difference",
    "show_figure",
    "show_images",
    "show_planes",
    "show_values",
    "show_with_sliders",
]
