"""Whether an exercise is whole: what it declares, what its checks try, what its mistakes name."""

from __future__ import annotations


class BadExercise(Exception):
    """The files of an exercise do not load, or may not be used; the message says why."""


def require_declared(one):
    """Raise `BadExercise` unless a `Declaration` declares what it should."""
    if not isinstance(one.title, str) or not one.title.strip():
        _refuse(one, "TITLE", "what people call it", one.title)
    if not isinstance(one.parameters, dict) or not one.parameters:
        _refuse(one, "FUNCTIONS", "the functions with their parameters", one.parameters)
    for name, parameters in one.parameters.items():
        if not _are_names([name]) or not _are_names(parameters):
            should = "a tuple of the names of parameters for each function"
            _refuse(one, "FUNCTIONS", should, {name: parameters})
    if not isinstance(one.questions, dict) or not all(map(_is_question, one.questions.items())):
        _refuse(one, "QUESTIONS", "points from 1 for each title of a question", one.questions)
    if not isinstance(one.forbidden, tuple | list) or not _are_texts(one.forbidden):
        _refuse(one, "FORBIDDEN", "a tuple of names", one.forbidden)
    if not isinstance(one.optional, dict) or not _are_texts(one.optional):
        should = "the optional functions with what may not do the work of each"
        _refuse(one, "OPTIONAL", should, one.optional)
    for name, forbidden in one.optional.items():
        if not isinstance(forbidden, tuple) or not _are_texts(forbidden):
            _refuse(one, "OPTIONAL", "a tuple of names for each function", {name: forbidden})


def require_parts(exercise):
    """Raise `BadExercise` unless each check is of one part, in order, and worth what it may be."""
    _require_checks(exercise)
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


def _require_checks(exercise):
    from autograder.authoring.check import Check  # not needed if exercises are only named

    if not isinstance(exercise.checks, tuple):
        _refuse(exercise, "CHECKS", "a tuple of checks", exercise.checks)
    for each in exercise.checks:
        if not isinstance(each, Check):
            name = getattr(each, "__name__", each)
            _refuse(exercise, "CHECKS", "what @check makes, each of them", name)
        if unknown := set(each.functions) - set(exercise.functions):
            names = " and ".join(sorted(unknown))
            text = f"{exercise.name}: {each.name} tries {names}, which FUNCTIONS does not have."
            raise BadExercise(f"{text} What it draws is given by @given.")
    _require_unlike(exercise, "checks", exercise.checks)


def require_mistakes(exercise):
    """Raise `BadExercise` unless each misconception is of a function, and a check catches it."""
    from autograder.authoring.misconception import Misconception

    for each in exercise.misconceptions:
        if not isinstance(each, Misconception):
            name = getattr(each, "__name__", each)
            _refuse(exercise, "MISCONCEPTIONS", "what @misconception makes, each of them", name)
        if each.of not in exercise.functions:
            raise BadExercise(
                f"{exercise.name}: {each.name} is of {each.of}, which is not one of its functions."
            )
        if not any(each.caught_by is check for check in exercise.checks):
            name = getattr(each.caught_by, "name", each.caught_by)
            raise BadExercise(f"{exercise.name}: {each.name} is caught by {name}, not in CHECKS.")
    _require_unlike(exercise, "misconceptions", exercise.misconceptions)


def _require_unlike(exercise, kind, parts):
    names = [each.name for each in parts]
    for name in names:
        if names.count(name) > 1:
            raise BadExercise(f"{exercise.name}: two {kind} are called {name}.")


def _are_texts(names):
    return all(isinstance(each, str) for each in names)


def _are_names(names):
    return isinstance(names, tuple | list) and all(
        isinstance(each, str) and each.isidentifier() for each in names
    )


def _is_question(item):
    title, points = item
    return isinstance(title, str) and type(points) is int and points > 0


def _refuse(one, constant, should, value):
    raise BadExercise(f"{one.name}: {constant} should be {should}, not {value!r:.100}.")
