"""One folder an exercise, and what the two convolutions share; the front door is `load_exercise`.

Packages may bring more: `autograder.authoring.origins` knows which there are. An exercise's
``__init__`` declares what is known of it at once; its ``checks`` and ``misconceptions`` take a
second to import, and are imported when they are asked for.
"""

from __future__ import annotations

from functools import cache

from autograder.authoring.exercise import Declaration, Exercise
from autograder.authoring.origins import bring, faults, origins
from autograder.exercises.modules import module_of, optional_value, value_of
from autograder.exercises.sound import (
    BadExercise,
    require_declared,
    require_mistakes,
    require_parts,
)

__all__ = [
    "BadExercise",
    "declarations",
    "declarations_with",
    "exercise_names",
    "faults_noticed",
    "load_exercise",
    "load_exercises",
    "require_whole",
]

# Why exercises that are brought could not be loaded, by name, as far as it was noticed.
_broken = {}


def exercise_names():
    """Return the names of all exercises, sorted."""
    return tuple(origins())


def faults_noticed():
    """Return a sentence on each exercise that is brought and cannot be used, by its name.

    What is wrong within its files shows when they are imported.
    """
    return faults() | {name: _broken[name] for name in _broken if name in origins()}


def declarations():
    """Return what each exercise declares, a dict of str to `Declaration`; no check is imported.

    One that is brought, and declares nothing that can be used, is left out, and noticed.

    Raises
    ------
    BadExercise
        If one of the kit's own declares nothing that can be used.
    """
    found = {name: _unless_broken(_declaration, name) for name in exercise_names()}
    return {name: each for name, each in found.items() if each}


def declarations_with(folders, home):
    """Return the `declarations` if folders of a course bring exercises, too.

    Parameters
    ----------
    folders : iterable of Path
        The folders.
    home : Path
        That of the course.

    Raises
    ------
    ValueError
        If one of the folders brings nothing that can be used; the message says why.
    """
    bring(folders, home)
    declared, wrong = declarations(), faults_noticed()
    if mine := [wrong[each.name] for each in folders if each.name in wrong]:
        raise ValueError(" ".join(mine))
    return declared


@cache
def load_exercise(name):
    """Return the exercise of this name.

    Raises
    ------
    ValueError
        If there is none of this name; the message lists those there are.
    BadExercise
        If its checks cannot be loaded, or it is brought and may not be used; what stands in other
        files shows when it is asked for.
    """
    if name not in exercise_names():
        if name in faults():
            raise BadExercise(faults()[name])
        there_are = ", ".join(exercise_names())
        raise ValueError(f"There is no exercise named {name!r}; there are {there_are}.")
    declared, checks = _declaration(name), module_of(name, "checks")
    exercise = Exercise(
        **vars(declared),
        checks=value_of(checks, "CHECKS"),
        oracles=getattr(checks, "ORACLES", {}),
        other_stand_ins=optional_value(name, "stand_ins", "STAND_INS"),
        list_misconceptions=lambda: value_of(module_of(name, "misconceptions"), "MISCONCEPTIONS"),
        list_choices=lambda: optional_value(name, "choices", "CHOICES"),
    )
    require_parts(exercise)
    return exercise


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
        require_mistakes(each)
        dict(each.choices)


def load_exercises():
    """Return all exercises, sorted by name; one that is brought and does not load is left out."""
    found = [_unless_broken(load_exercise, name) for name in exercise_names()]
    return tuple(each for each in found if each)


def _unless_broken(load, name):
    """Return what there is of an exercise; None, which is noticed, if it is brought and broken."""
    try:
        found = load(name)
        _broken.pop(name, None)
        return found
    except BadExercise as error:
        if origins()[name].is_kits:
            raise
        whose = origins()[name].whose
        _broken[name] = f"The exercise {name!r} of {whose} cannot be used: {error}"
        return None


def _declaration(name):
    module = module_of(name)
    declared = Declaration(
        name=name,
        title=value_of(module, "TITLE"),
        parameters=value_of(module, "FUNCTIONS"),
        questions=getattr(module, "QUESTIONS", {}),
        forbidden=getattr(module, "FORBIDDEN", ()),
        optional=getattr(module, "OPTIONAL", {}),
    )
    require_declared(declared)
    return declared
