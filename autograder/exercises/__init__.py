"""One folder an exercise, and what the two convolutions share; the front door is `load_exercise`.

A folder's ``__init__`` declares what is known of the exercise at once; its ``checks`` and
``misconceptions`` take a second to import, and are imported when they are asked for.
"""

from __future__ import annotations

import importlib
from functools import cache
from pathlib import Path

from autograder.authoring.exercise import Declaration, Exercise

__all__ = [
    "BadExercise",
    "declarations",
    "exercise_names",
    "load_exercise",
    "load_exercises",
    "require_whole",
]

FOLDER = Path(__file__).parent


class BadExercise(Exception):
    """The kit's own files on an exercise do not load; the message says which, and why."""


def exercise_names():
    """Return the names of all exercises, sorted: the folders beside this file that hold checks."""
    return tuple(sorted(path.parent.name for path in FOLDER.glob("*/checks.py")))


def declarations():
    """Return what each exercise declares, a dict of str to `Declaration`; no check is imported.

    Raises
    ------
    BadExercise
        If one of them declares nothing that can be used.
    """
    return {name: Declaration(**_declared(name)) for name in exercise_names()}


@cache
def load_exercise(name):
    """Return the exercise of this name.

    Raises
    ------
    ValueError
        If there is none of this name; the message lists those there are.
    BadExercise
        If its checks cannot be loaded; what stands in other files shows when it is asked for.
    """
    if name not in exercise_names():
        there_are = ", ".join(exercise_names())
        raise ValueError(f"There is no exercise named {name!r}; there are {there_are}.")
    checks = _module(name, "checks")
    exercise = Exercise(
        **_declared(name),
        checks=_of(checks, "CHECKS"),
        oracles=getattr(checks, "ORACLES", {}),
        other_stand_ins=_optional(name, "stand_ins", "STAND_INS"),
        list_misconceptions=lambda: _of(_module(name, "misconceptions"), "MISCONCEPTIONS"),
        list_choices=lambda: _optional(name, "choices", "CHOICES"),
    )
    _require_parts(exercise)
    return exercise


def _require_parts(exercise):
    """Raise `BadExercise` unless each check is of one part, in order, and worth what it may be."""
    if exercise.checks != tuple(each for part in exercise.parts for each in part.checks):
        raise BadExercise(
            f"{exercise.name}: a check tries required functions or optional ones, not both, and "
            "the checks of optional ones come last."
        )
    for check in exercise.checks:
        if check.is_optional == set(check.functions).isdisjoint(exercise.optional):
            raise BadExercise(
                f"{exercise.name}: {check.name} is worth {check.points} points; a check is worth "
                "0 if its functions are OPTIONAL, and more if not."
            )


def require_whole(names):
    """Load all that grading needs of some exercises.

    Raises
    ------
    BadExercise
        If checks, misconceptions or choices of one of them cannot be loaded, or it has no checks.
    """
    for each in map(load_exercise, names):
        if not each.checks:
            raise BadExercise(f"The exercise {each.name} has no checks.")
        tuple(each.misconceptions), dict(each.choices)


def load_exercises():
    """Return all exercises, sorted by name."""
    return tuple(load_exercise(name) for name in exercise_names())


def _declared(name):
    module = _module(name)
    return {
        "name": name,
        "title": _of(module, "TITLE"),
        "parameters": _of(module, "FUNCTIONS"),
        "questions": getattr(module, "QUESTIONS", {}),
        "forbidden": getattr(module, "FORBIDDEN", ()),
        "optional": getattr(module, "OPTIONAL", ()),
        "optional_forbidden": getattr(module, "OPTIONAL_FORBIDDEN", ()),
    }


def _optional(name, part, constant):
    """Return what a module of an exercise holds by a name; {} if it has no such module."""
    there_is = (FOLDER / name / f"{part}.py").is_file()
    return _of(_module(name, part), constant) if there_is else {}


def _module(name, *part):
    """Return a module of an exercise; BadExercise if it cannot be imported, whatever the reason."""
    path = ".".join((__name__, name, *part))
    try:
        return importlib.import_module(path)
    except Exception as error:
        what = f"{type(error).__name__}: {error}"
        raise BadExercise(f"{path.replace('.', '/')} cannot be loaded. {what}.") from error


def _of(module, name):
    """Return what a module calls by a name; BadExercise if that is nothing."""
    try:
        return getattr(module, name)
    except AttributeError as error:
        raise BadExercise(f"{module.__name__.replace('.', '/')} has no {name}.") from error
