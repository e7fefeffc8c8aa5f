"""Pictures of counterexamples: the input, what should have come back, what came, what differs.

Each is a pure function of the record of a `Counterexample`, and knows nothing of the check, the
exercise or the submission behind it. The front door is `picture_of`.
"""

from autograder.reports.pictures.files import as_png, as_svg, save_pictures
from autograder.reports.pictures.sheet import picture_of, pieces_of
from autograder.reports.pictures.words import words_of

__all__ = ["as_png", "as_svg", "picture_of", "pieces_of", "save_pictures", "words_of"]
