"""A mistake that the kit knows: a function that makes it, and hints for whoever makes it, too."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from autograder.authoring.check import Check


HINTS = 3


@dataclass(frozen=True)
class Misconception:
    """A known mistake, as a function that makes it.

    Attributes
    ----------
    name : str
        What was done, in the past tense.
    hints : tuple of str
        Three sentences of help: what was done, where to look, and nearly the answer.
    of : str
        The function of the exercise that it stands in for.
    caught_by : Check
        The check that must fail for it.
    function : callable
        The mistaken function; it may use any library.
    otherwise : tuple of callable
        Functions that make the same mistake, but in which it shows otherwise now and then.
    """

    name: str
    hints: tuple[str, ...]
    of: str
    caught_by: Check
    function: Callable
    otherwise: tuple[Callable, ...] = ()

    @property
    def hint(self):
        """The first hint, which comes with the name."""
        return self.hints[0]

    @property
    def is_about_libraries(self):
        """Whether the mistake is to call a library, and not what comes back."""
        return "own_work" in self.caught_by.name

    def __call__(self, *arguments):
        """Run the mistaken function."""
        return self.function(*arguments)


def misconception(of, caught_by, otherwise=()):
    """Make a `Misconception` of a function that makes a known mistake.

    The paragraphs of its docstring are the hints. The parameters are attributes of it.
    """

    def decorate(function):
        paragraphs = inspect.cleandoc(function.__doc__ or "").split("\n\n")
        if len(paragraphs) != HINTS or not all(paragraphs):
            count = sum(map(bool, paragraphs))
            raise ValueError(
                f"The misconception {function.__name__} has {count} hints: expected {HINTS} "
                "paragraphs of docstring, on what was done, where to look, and nearly the answer."
            )
        hints = tuple(paragraph.replace("\n", " ") for paragraph in paragraphs)
        return Misconception(function.__name__, hints, of, caught_by, function, tuple(otherwise))

    return decorate


def misconceptions(of, table, said=str):
    """Return the `Misconception` of each row of a table.

    Parameters
    ----------
    of : str
        The function of the exercise.
    table : iterable of tuple
        What catches it, the mistake, other ways of it.
    said : callable
        Takes a hint, and returns it in the words of the exercise.
    """
    rows = (misconception(of, check, others)(mistake) for check, mistake, *others in table)
    return tuple(replace(each, hints=tuple(map(said, each.hints))) for each in rows)
