"""A student's own file, judged as `check` judges it."""

from __future__ import annotations

from autograder.authoring.seeds import STUDENT_SEED
from autograder.commands.console import own_sandbox
from autograder.course.submissions.own_file import own_file


def read_own_work(path, exercise):
    """Return the `Source` of a student's file; BadSubmission where it cannot be read."""
    return own_file(path, {exercise.name: exercise}, exercise.name)[0]


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
