"""Pictures of counterexamples: the input, what should have come back, what came, what differs.

Each is a pure function of the record of a counterexample (`autograder.outcome.Counterexample`) and
knows nothing of the check, the exercise or the submission behind it.
"""

from autograder.pictures.files import as_png, as_svg
from autograder.pictures.folder import save_pictures
from autograder.pictures.sheet import picture_of
from autograder.pictures.words import words_of

__all__ = ["as_png", "as_svg", "picture_of", "save_pictures", "words_of"]
