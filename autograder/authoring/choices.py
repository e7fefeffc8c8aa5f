"""Choices of which wrong code makes one or another wrongly, each found by itself.

A wrong filter is a point in a product of choices: how the border is treated, how the kernel is
turned, what becomes of the numbers. Each shows on inputs on which the others do not matter. An
exercise says, beside its checks, how to observe a function on such inputs, and which choices to
look at::

    CHOICES = {"convolve2d": Choices(FilterSeen, (turn_of_the_kernel, border))}

A choice is a function of what `observe` returned. It returns a `Finding`, or None if the function
chose rightly or if two wrong values fit: a false sentence is worse than none.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable
from dataclasses import dataclass, field, replace

import numpy as np

from autograder.authoring.explains import failures, made_by


@dataclass(frozen=True)
class Answer:
    """The result of one call of a student's function.

    Attributes
    ----------
    result : ndarray or None
        What it returned, if that was an array.
    failure : {"", "exception", "object"}
        Why there is no array: an error, or something else that was returned.
    text : str
        The sentences on that.
    changed : tuple of int
        Positions of the arguments that it changed.
    shares_memory, changed_earlier_result : bool
        Whether the result is (a view of) an argument; whether it changed the one before.
    """

    result: np.ndarray | None
    failure: str = ""
    text: str = ""
    changed: tuple[int, ...] = ()
    shares_memory: bool = False
    changed_earlier_result: bool = False


_of_values = failures("values")


def _of_shapes_or_values(shown):
    """Return whether a failure is one that what stops calls may explain."""
    return shown.about == "values" or shown.is_about_shapes


@dataclass(frozen=True)
class Finding:
    """A choice that was made wrongly.

    Attributes
    ----------
    key : str
        Which value was chosen; the name of a known mistake, if that makes just this choice.
    sentence : str
        What a student reads.
    stops : bool
        Whether it is why calls stop with an error.
    is_all : bool
        Whether no other choice can be found, since the same call gives this now and that then.
    explains : callable
        Takes what is `Shown`, and returns whether this is behind it; by default, it may be behind
        any wrong pixel.
    """

    key: str
    sentence: str
    stops: bool = False
    is_all: bool = False
    explains: Callable | None = field(default=None, compare=False)

    def __post_init__(self):
        if self.explains is None:
            usual = _of_shapes_or_values if self.stops else _of_values
            object.__setattr__(self, "explains", usual)

    @classmethod
    def of(cls, mistake, explains=None, **more):
        """Return the finding that a known mistake's function makes; its first hint says so."""
        paragraphs = inspect.cleandoc(mistake.__doc__).split("\n\n")
        sentence = paragraphs[0].replace("\n", " ")
        return cls(mistake.__name__, sentence, explains=explains or made_by(mistake), **more)


def explained_by(choice, due_to):
    """Return a choice whose finding explains what `due_to` of the function accepts, too."""

    def chosen(seen):
        finding = choice(seen)
        if finding is None:
            return None
        explains, own = due_to(seen), finding.explains
        if own in (_of_values, _of_shapes_or_values):
            return replace(finding, explains=explains)
        return replace(finding, explains=lambda shown: own(shown) or explains(shown))

    return chosen


@dataclass(frozen=True)
class Choices:
    """The choices of one function.

    Attributes
    ----------
    observe : callable
        Takes an ``ask``, which calls the student's function with arrays and returns an `Answer`,
        and returns what the choices look at.
    all : tuple of callable
        The choices, the one first that costs most.
    follows : callable, optional
        Takes the ``ask``, and returns a `Finding` if the function is wrong only because another
        function of the student's is, which it calls.
    otherwise : callable, optional
        What is looked at if all choices are right, as far as they can be seen.
    of_shown : callable, optional
        Takes what is `Shown` of a failure that nothing explains, and returns a `Finding` or None.
    said : callable
        Takes a sentence, and returns it in the words of the exercise.
    """

    observe: Callable
    all: tuple[Callable, ...]
    follows: Callable | None = None
    otherwise: Callable | None = None
    of_shown: Callable | None = None
    said: Callable = str
