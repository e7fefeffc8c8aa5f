"""What all commands share: the console, exit statuses, and faults told in a sentence."""

from __future__ import annotations

from contextlib import contextmanager

import click
from rich.console import Console

from autograder.reports.long_work import shown_meanwhile

PASSED, FAILED, FAULT = 0, 1, 2
INTERRUPTED = 130  # as shells have it for Ctrl-C

console = Console(highlight=False, soft_wrap=True)


class Fault(click.ClickException):
    """Wrong usage, or a fault of our own: one sentence, and exit status 2."""

    exit_code = FAULT


class Interrupted(click.ClickException):
    """Ctrl-C: what is safe, and exit status 130."""

    exit_code = INTERRUPTED

    def show(self, file=None):
        """Print what is safe."""
        console.print(f"Interrupted. {self.message}".rstrip(), markup=False)


class _ExerciseName(click.ParamType):
    """The name of an exercise; which there are is known when it is asked for, and not before."""

    name = "exercise"

    def convert(self, value, param, ctx):
        """Return the name; a sentence and exit status 2 if there is no such exercise."""
        from autograder.exercises import exercise_names

        if value not in (names := exercise_names()):
            self.fail(f"{value!r} is not one of {', '.join(map(repr, names))}.", param, ctx)
        return value


EXERCISE = _ExerciseName()


@contextmanager
def shown_if_long(what):
    """Say in a terminal what is going on, if it takes over a second."""
    if not console.is_terminal:
        yield
        return
    status = console.status(what)
    with shown_meanwhile(status.start, status.stop):
        yield


def exercise_or_fault(name):
    """Return the exercise of this name; a sentence and exit status 2 if there is none."""
    from autograder.exercises import load_exercise

    try:
        return load_exercise(name)
    except ValueError as error:
        raise Fault(f"{error} Name one with --exercise.") from error


def own_sandbox(source, exercise):
    """Return a `Sandbox` for a student's own file, or what does without if there can be none.

    Parameters
    ----------
    source : bytes or None
        The file, if it is opened once.
    exercise : str
        The name of the exercise that it is probably for: the sandbox gets ready for that.
    """
    from autograder.exercises import declarations
    from autograder.sandbox import host

    if not host.CAN_FORK:
        return _unsandboxed()
    declared = declarations().get(exercise)
    return host.Sandbox(only=source).start(*[declared.forbidden] if declared else [])


def _unsandboxed():
    from autograder.sandbox.unsandboxed import SENTENCE, Unsandboxed

    click.echo(SENTENCE, err=True)
    return Unsandboxed()


def exit_status(results):
    """Return the exit status for result records."""
    statuses = {result["status"] for result in results}
    if "grader_error" in statuses:
        return FAULT
    return PASSED if statuses == {"passed"} else FAILED
