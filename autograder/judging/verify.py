"""Test the autograder itself: solution and stub with the runner that grades, mistakes in here.

The reference passes, the untouched stub fails every check, each misconception is caught by the
check that it names, and each check catches something.
"""

from __future__ import annotations

from pathlib import Path

from autograder.authoring.origins import origins
from autograder.authoring.stub import stub_of
from autograder.exercises import load_exercise
from autograder.judging.grade import grade
from autograder.judging.session import Session
from autograder.sandbox.unsandboxed import Unsandboxed


class NoReference(Exception):
    """The solutions are not here: only a checkout of the repository holds them."""


def solution(name, root):
    """Return the source of an exercise's reference solution below the repository `root`.

    Raises
    ------
    NoReference
        If there is no such file.
    """
    path = Path(root) / "reference" / name / "solution.py"
    if not path.is_file():
        raise NoReference(f"There is no {path}; run this in a checkout of the repository.")
    return path.read_text(encoding="utf-8")


def exercises_in(root):
    """Return the names of the exercises whose solutions belong into a repository, sorted.

    In a checkout of the kit these are all of the kit's own, and anywhere those whose solution is
    there.

    Raises
    ------
    NoReference
        If there is none, or a solution is there of an exercise that is not.
    """
    folder = Path(root) / "reference"
    there = {path.parent.name for path in folder.glob("*/solution.py")}
    for name in sorted(there - set(origins())):
        try:
            load_exercise(name)
        except ValueError as error:
            raise NoReference(f"{folder / name} is the solution of nothing. {error}") from error
    kits = {name for name, each in origins().items() if each.is_kits}
    return tuple(sorted(there | kits if there & kits else there or kits))


def verify(name, sandbox, root, seed):
    """Yield ``(claim, holds)`` for everything that should hold of one exercise.

    Parameters
    ----------
    name : str
        The exercise.
    sandbox : Sandbox
        The runner.
    root : path
        The repository.
    seed : int or str
        Decides which examples are drawn.
    """
    exercise, right, session = load_exercise(name), solution(name, root), Session(seed)

    def statuses_of(source, forbidden=None, runner=sandbox, of=exercise):
        return statuses(runner, of, source, session, forbidden)

    reference = statuses_of(right)
    unpassed = {check: status for check, status in reference.items() if status != "passed"}
    yield f"the reference passes{listed(unpassed)}", not unpassed
    untouched = statuses_of(stub_of(right).module("The stub."))
    written = {check: each for check, each in untouched.items() if each != "not_written"}
    yield f"the untouched stub fails every check{listed(written)}", not written
    idle = {check.name for check in exercise.checks}
    for mistake in exercise.misconceptions:
        made = mistaken(mistake, name, right)
        # A worker sees nothing of the kit that knows answers, mistakes among them; they are ours.
        part = exercise.part_of(mistake.of)
        failed = failing(statuses_of(made, allowed_for(mistake, exercise), Unsandboxed(), part))
        idle -= failed
        yield f"{mistake.caught_by.name} catches {mistake.name}", mistake.caught_by.name in failed
    yield f"every check catches something{listed(idle)}", not idle


def statuses(sandbox, exercise, source, session, forbidden=None):
    """Return the status of each check, by name, of a submission given as text.

    Without a search for simple failures.
    """
    graded = grade(sandbox, exercise, source.encode(), ".py", session, "", forbidden, search=False)
    return {check["name"]: check["status"] for check in graded["checks"]}


def failing(statuses):
    """Return the names of the checks that were failed; one that is broken itself caught nothing."""
    return {name for name, status in statuses.items() if status not in ("passed", "grader_error")}


def mistaken(mistake, exercise_name, right):
    """Return a submission that makes one mistake and is right otherwise."""
    module = f"{origins()[exercise_name].package}.misconceptions"
    return (
        f"{right}\n\nfrom {module} import MISCONCEPTIONS\n"
        f"_mistake = next(each for each in MISCONCEPTIONS if each.name == {mistake.name!r})\n\n\n"
        f"def {mistake.of}(*arguments):\n    return _mistake(*arguments)\n"
    )


def allowed_for(mistake, exercise):
    """Return what a misconception may not call: it may lean on libraries, unless that is it."""
    return exercise.part_of(mistake.of).forbidden if mistake.is_about_libraries else ()


def listed(checks):
    """Return checks, with a status if that is known, as the end of a sentence; "" for none."""
    statuses = checks if isinstance(checks, dict) else dict.fromkeys(checks, "")
    words = sorted(f"{name} {status}".strip() for name, status in statuses.items())
    return f" (not so: {', '.join(words)})" if words else ""
