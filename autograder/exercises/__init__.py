"""One folder an exercise, and what the two convolutions share; the front door is `load_exercise`.

A folder's ``__init__`` declares what is known of the exercise at once; its ``checks`` and
``misconceptions`` take a second to import, and are imported when they are asked for.
"""

from __future__ import annotations

import importlib
from functools import cache
from pathlib import Path

from autograder.authoring.exercise import Declaration, Exercise

__all__ = ["declarations", "exercise_names", "load_exercise", "load_exercises"]

FOLDER = Path(__file__).parent


def exercise_names():
    """Return the names of all exercises, sorted: the folders beside this file that hold checks."""
    return tuple(sorted(path.parent.name for path in FOLDER.glob("*/checks.py")))


def declarations():
    """Return what each exercise declares, a dict of str to `Declaration`; no check is imported."""
    return {name: Declaration(**_declared(name)) for name in exercise_names()}


@cache
def load_exercise(name):
    """Return the exercise of this name.

    Raises
    ------
    ValueError
        If there is none of this name; the message lists those there are.
    """
    if name not in exercise_names():
        there_are = ", ".join(exercise_names())
        raise ValueError(f"There is no exercise named {name!r}; there are {there_are}.")
    checks = _module(name, "checks")
    return Exercise(
        **_declared(name),
        checks=checks.CHECKS,
        oracles=getattr(checks, "ORACLES", {}),
        other_stand_ins=_optional(name, "stand_ins", "STAND_INS"),
        list_misconceptions=lambda: _module(name, "misconceptions").MISCONCEPTIONS,
        list_choices=lambda: _optional(name, "choices", "CHOICES"),
    )


def load_exercises():
    """Return all exercises, sorted by name."""
    return tuple(load_exercise(name) for name in exercise_names())


def _declared(name):
    module = importlib.import_module(f"{__name__}.{name}")
    return {
        "name": name,
        "title": module.TITLE,
        "parameters": module.FUNCTIONS,
        "questions": getattr(module, "QUESTIONS", {}),
        "forbidden": getattr(module, "FORBIDDEN", ()),
    }


def _optional(name, part, constant):
    """Return what a module of an exercise holds by a name; {} if it has no such module."""
    there_is = (FOLDER / name / f"{part}.py").is_file()
    return getattr(_module(name, part), constant) if there_is else {}


def _module(name, part):
    return importlib.import_module(f"{__name__}.{name}.{part}")
