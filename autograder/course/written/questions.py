"""The written questions of an exercise, as the kit knows them.

What a question is worth is not read from the notebooks that students hand in.
"""

from __future__ import annotations

import ast
import re
from dataclasses import dataclass
from functools import cache

from autograder.authoring.exercise import EXERCISES


@dataclass(frozen=True)
class Question:
    """A written question.

    Attributes
    ----------
    exercise, title : str
        Where it is asked, and its heading in the notebook.
    possible : int
        The points that an answer can get.
    """

    exercise: str
    title: str
    possible: int

    @property
    def name(self):
        """The title as it stands in file names and tables."""
        return question_name(self.title)


@cache
def questions_of(exercise):
    """Return the written questions of the exercise of this name, in the order of the handout.

    They are read from the file of its checks, which takes a second to import and is not needed.
    """
    text = (EXERCISES / exercise / "checks.py").read_text(encoding="utf-8")
    for node in ast.parse(text).body:
        if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "QUESTIONS":
            possible = ast.literal_eval(node.value)
            return tuple(Question(exercise, title, n) for title, n in possible.items())
    return ()


def question_name(title):
    """Return a title in small letters and digits with hyphens between the words.

    Examples
    --------
    >>> question_name("Why these greys?")
    'why-these-greys'
    """
    return "-".join(re.findall(r"\w+", title.casefold()))
