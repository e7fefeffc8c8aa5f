"""From a solution and a handout to what students receive and what grades them.

The build is for instructors, in a checkout of the repository: it reads ``reference``, which is
never installed, as text.
"""

from autograder.notebooks.build import build_exercise
from autograder.notebooks.handout import BuildError

__all__ = ["BuildError", "build_exercise"]
