"""A check: a Hypothesis test whose free parameters are the student's functions.

For example::

    @check(points=3)
    @given(kernel=kernels())
    def a_bright_pixel_gives_the_kernel(convolve2d, kernel):
        \"\"\"Filtering a single bright pixel gives the kernel, turned by half a turn.\"\"\"
        assert_same_image(convolve2d(impulse(kernel.shape), kernel), kernel[::-1, ::-1])

Its name is a claim, its docstring the sentence that a student reads.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from autograder.authoring.calls import Call, ObservedFunction

if TYPE_CHECKING:
    from autograder.authoring.draws import Draws


@dataclass(frozen=True)
class _Trial:
    """What one trial of a check came to.

    Attributes
    ----------
    calls : tuple of Call
        The calls that the check made, in order.
    error : Exception or None
        What it raised; None if the claim holds.
    """

    calls: tuple[Call, ...]
    error: Exception | None = None


@dataclass(frozen=True)
class Check:
    """One claim about one or more functions, worth some points.

    Attributes
    ----------
    name, claim : str
        The property's name, and its docstring as one line.
    points : float
        What it is worth, in halves; 0 if it is optional.
    functions : tuple of str
        The functions under test, in the order of the property's parameters.
    body : callable
        ``body(*functions, **drawn)`` raises if the claim does not hold.
    draws : Draws
        The examples that it is tried on.
    """

    name: str
    claim: str
    points: float
    functions: tuple[str, ...]
    body: Callable
    draws: Draws

    @property
    def is_optional(self):
        """Whether it is worth nothing, unless a course gives it points."""
        return not self.points

    def try_on(self, functions, drawn):
        """Run the claim once and return the `_Trial`.

        Parameters
        ----------
        functions : dict of str to object
            The functions under test, as `ObservedFunction` takes them, by name.
        drawn : dict of str to object
            The drawn arguments.
        """
        calls = []
        observed = [ObservedFunction(functions[name], calls) for name in self.functions]
        try:
            self.body(*observed, **drawn)
        except Exception as error:  # noqa: BLE001 - whoever tries it knows what each one means
            return _Trial(tuple(calls), error)
        return _Trial(tuple(calls))


def check(points, examples=16, examples_of=None, also=()):
    """Make a `Check` of a property; the function's own name and docstring are its claim.

    Parameters
    ----------
    points : float
        What the check is worth, in halves, so that sums are exact; 0 if the functions that it
        tries are optional.
    examples : int
        How many examples are drawn; a check without ``@given`` has one.
    examples_of : Check, optional
        An earlier check, whose examples are tried on this one, too: what was called there is known
        here. The property has no ``@given`` then.
    also : iterable of dict of str to strategy
        Corners of the domain that chance hardly reaches: one more example of each, with strategies
        by the names of the drawn arguments.
    """
    from autograder.authoring.draws import Draws  # not needed if exercises are only named

    def decorate(test):
        body = getattr(test, "hypothesis", test)
        body = getattr(body, "inner_test", body)
        if not (body.__doc__ or "").strip():
            raise ValueError(
                f"The check {body.__name__} has no docstring: expected the sentence that a student "
                "reads."
            )
        drawn = examples_of.draws.names if examples_of else ()
        return Check(
            name=body.__name__,
            claim=inspect.cleandoc(body.__doc__).replace("\n", " "),
            points=points,
            functions=tuple(
                each for each in inspect.signature(test).parameters if each not in drawn
            ),
            body=body,
            draws=examples_of.draws if examples_of else Draws(test, examples, also),
        )

    return decorate
