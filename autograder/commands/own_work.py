"""A student's own file, judged as `check` judges it."""

from __future__ import annotations

import platform
from pathlib import Path

from platformdirs import user_cache_path

from autograder.authoring.seeds import STUDENT_SEED
from autograder.commands.console import own_sandbox
from autograder.course.submissions.own_file import own_file
from autograder.grading.fingerprint import exercise_version


def read_own_work(path, exercise):
    """Return the `Source` of a student's file; BadSubmission if it cannot be read."""
    return own_file(path, {exercise.name: exercise}, exercise.name)[0]


def known_passes(name):
    """Return what right solutions of an exercise answered, as `KnownPasses` keeps it for a user.

    It is for the images that students have, and for their own checks; no grade comes from it.
    """
    from autograder.judging.known_passes import KnownPasses

    folder = Path(user_cache_path("autograder", appauthor=False))
    version = f"{exercise_version(name)} {STUDENT_SEED} {platform.machine()}"
    return KnownPasses(folder / f"{name}.passes", version)


def judged_own_work(source, exercise):
    """Return the result record of a student's file, on the images that students have."""
    from autograder.judging.grade import grade
    from autograder.judging.session import Session

    with own_sandbox(source.whole, exercise.name) as sandbox:
        return grade(
            sandbox,
            exercise,
            source.content,
            source.suffix,
            Session(STUDENT_SEED),
            helpers=source.helpers,
        )
