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
from dataclasses import dataclass

import numpy as np


@dataclass(frozen=True)
class Answer:
    """What came of one call of a student's function.

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
    """

    key: str
    sentence: str
    stops: bool = False
    is_all: bool = False

    @classmethod
    def of(cls, mistake, **more):
        """Return the finding that a known mistake's function makes; its first hint says so."""
        paragraphs = inspect.cleandoc(mistake.__doc__).split("\n\n")
        return cls(mistake.__name__, paragraphs[0].replace("\n", " "), **more)


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
    """

    observe: Callable
    all: tuple[Callable, ...]
    follows: Callable | None = None
    otherwise: Callable | None = None
