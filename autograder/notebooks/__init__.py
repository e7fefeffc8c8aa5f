"""Notebooks: built from handouts, checked cell by cell, graded under Otter.

The front doors are `build_exercises`, and for what it builds `check_cell.run_check` and
`check_cell.run_graded_check`.

The build is for instructors, in a checkout of the repository: it reads ``reference``, which is
never installed, as text.
"""

from autograder.notebooks.build import build_exercise, build_exercises
from autograder.notebooks.handout import BuildError

__all__ = ["BuildError", "build_exercise", "build_exercises"]
