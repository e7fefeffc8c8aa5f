"""The written questions of an exercise, as the kit knows them.

What a question is worth is not read from the notebooks that students hand in.
"""

from __future__ import annotations

import re
from dataclasses import dataclass


@dataclass(frozen=True)
class WrittenQuestion:
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


def questions_of(declaration):
    """Return the written questions that an exercise declares, in the order of the handout."""
    name, possible = declaration.name, declaration.questions
    return tuple(WrittenQuestion(name, title, points) for title, points in possible.items())


def question_name(title):
    """Return a title in small letters and digits with hyphens between the words.

    Examples
    --------
    >>> question_name("Why these greys?")
    'why-these-greys'
    """
    return "-".join(re.findall(r"\w+", title.casefold()))
