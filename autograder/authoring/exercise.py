"""What an exercise is: functions to write, checks that judge them, and questions to answer."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from autograder.authoring.check import Check
    from autograder.authoring.choices import Choices
    from autograder.authoring.misconception import Misconception


def total(points):
    """Return a sum of points, of which some are halves; a whole one as a whole number.

    Examples
    --------
    >>> total([0.5, 1, 0.5]), total([0.5, 1])
    (2, 1.5)
    """
    found = sum(points)
    return int(found) if found == int(found) else found


@dataclass(frozen=True)
class Declaration:
    """What an exercise's ``__init__`` says of it, which is known without any of its checks.

    Attributes
    ----------
    name : str
        The name of its folder.
    title : str
        What people call it.
    parameters : dict of str to tuple of str
        The functions that students write, with the names of their parameters.
    questions : dict of str to int
        The written questions by their titles, in the order of the handout, and their points.
    forbidden : tuple of str
        Library functions that may not do the work, as dotted names.
    optional : dict of str to tuple of str
        Those of the functions that nobody has to write, and for each the library functions that may
        not do its work.
    """

    name: str
    title: str
    parameters: dict[str, tuple[str, ...]]
    questions: dict[str, int] = field(default_factory=dict)
    forbidden: tuple[str, ...] = ()
    optional: dict[str, tuple[str, ...]] = field(default_factory=dict)

    @property
    def functions(self):
        """Names of the functions that students write, in the order of the handout."""
        return tuple(self.parameters)

    @property
    def required(self):
        """Names of the functions that all students are to write."""
        return tuple(name for name in self.parameters if name not in self.optional)

    @property
    def forbidden_by_part(self):
        """What may not do the work of the required functions, and what not that of the others."""
        return (self.forbidden, *dict.fromkeys(self.optional.values()))


@dataclass(frozen=True)
class Exercise(Declaration):
    """Everything the kit knows about one exercise; see `autograder.exercises.load_exercise`.

    Attributes
    ----------
    checks : tuple of Check
        In the order in which they are reported.
    oracles : dict of str to callable
        For functions with one right answer, the library function that gives it.
    other_stand_ins : dict of str to callable
        For the other functions, what passes the checks of several functions: it stands in while a
        student has not written one of them.
    list_misconceptions : callable
        Returns the known mistakes, whose modules are imported for that.
    list_choices : callable
        Returns the `Choices` of functions, by name, whose modules are imported for that.
    """

    checks: tuple[Check, ...] = ()
    oracles: dict[str, Callable] = field(default_factory=dict)
    other_stand_ins: dict[str, Callable] = field(default_factory=dict)
    list_misconceptions: Callable[[], tuple[Misconception, ...]] = tuple

    list_choices: Callable[[], dict[str, Choices]] = dict

    @property
    def stand_ins(self):
        """What can take the place of a function in a check of several, by the function's name."""
        return self.oracles | self.other_stand_ins

    @property
    def points(self):
        """Sum of the points of all checks."""
        return total(each.points for each in self.checks)

    def check(self, name):
        """Return the check of this name; KeyError if there is none."""
        return {each.name: each for each in self.checks}[name]

    @cached_property
    def parts(self):
        """What is judged by itself, as exercises: the required functions, then the optional ones.

        Each is run apart from the others, for what may not do the work of the one may be a tool of
        the other. Optional functions are together if the same may not do their work.
        """
        if not self.optional:
            return (self,)
        together = {}
        for name, forbidden in self.optional.items():
            together.setdefault(forbidden, []).append(name)
        return (
            self._part(self.required, self.forbidden),
            *[self._part(names, forbidden) for forbidden, names in together.items()],
        )

    def _part(self, functions, forbidden):
        return replace(
            self,
            parameters={name: self.parameters[name] for name in functions},
            forbidden=forbidden,
            optional={},
            checks=tuple(each for each in self.checks if set(each.functions) <= set(functions)),
            list_misconceptions=lambda: tuple(m for m in self.misconceptions if m.of in functions),
        )

    def part_of(self, function):
        """Return the part that a function belongs to."""
        return next(each for each in self.parts if function in each.parameters)

    @cached_property
    def misconceptions(self):
        """The known mistakes, in the order in which the exercise lists them."""
        return self.list_misconceptions()

    @cached_property
    def choices(self):
        """What each function may choose wrongly, by its name."""
        return self.list_choices()
