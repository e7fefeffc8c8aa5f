"""``autograder check``: what a student runs."""

from __future__ import annotations

import json
import sys
from contextlib import suppress
from functools import partial
from pathlib import Path
from shlex import quote

import click

from autograder.authoring.seeds import STUDENT_SEED
from autograder.commands.brings import brings_option
from autograder.commands.console import (
    PASSED,
    Fault,
    console,
    exercise_or_fault,
    exit_status,
    own_sandbox,
    shown_if_long,
)
from autograder.commands.own_work import known_passes, read_own_work
from autograder.course.submissions.own_file import own_file
from autograder.course.submissions.submission import BadSubmission
from autograder.exercises import declarations


@click.command("check")
@click.argument("file", type=click.Path(path_type=Path))
@click.option(
    "--exercise",
    "name",
    metavar="NAME",
    help="The exercise; by default, the one whose functions the file holds.",
)
@click.option("--json", "as_json", is_flag=True, help="Print the result record.")
@click.option("--all", "every_detail", is_flag=True, help="Show the case of every failure.")
@click.option("--optional", is_flag=True, help="Report only on the optional checks.")
@click.option("--watch", is_flag=True, help="Check again whenever the file is saved.")
@click.option(
    "--save-figures",
    "folder",
    type=click.Path(path_type=Path, file_okay=False),
    metavar="DIR",
    help="Write a picture of each failure there, as <number>-<check>.png.",
)
@click.option(
    "--summary",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="PATH",
    help="Add the points of each check to this file, in Markdown.",
)
@click.option(
    "--seed", default=STUDENT_SEED, help="Draw the examples from another seed.", show_default=True
)
@brings_option
def command(file, name, as_json, every_detail, optional, watch, folder, summary, seed):
    """Check your own FILE (.py, .ipynb or a zip) with the same checks that decide the grade."""
    source, of = _read_or_fault(file, name)
    if of not in declarations():
        exercise_or_fault(of)  # says which there are
    once = None if watch else source.whole
    with own_sandbox(once, of) as sandbox:  # gets ready while the rest is loaded
        if watch:
            _watch_file(sandbox, exercise_or_fault(of), file, seed)
            return
        with shown_if_long("Checking ..."):
            result = _checked(sandbox, of, source, seed)
    result = _optional_part(result) if optional else result
    _remember(result, file)
    if as_json:
        click.echo(json.dumps(result, indent=1, ensure_ascii=False))
    else:
        console.print(_report_on(result, file, every_detail), end="")
        click.echo(_on_the_other_file(result, file), nl=False)
    if folder:
        click.echo(_saved(result, folder), err=as_json)
    if summary:
        _summarise(result, summary)
    sys.exit(exit_status([result]))


def _optional_part(result):
    """Return a result record with its optional checks alone; exit status 2 if it has none."""
    checks = [each for each in result["checks"] if each["optional"]]
    if not checks:
        raise Fault(f"{result['exercise']} has no optional checks.")
    passed = all(each["status"] == "passed" for each in checks)
    return result | {"checks": checks, "status": "passed" if passed else "failed"}


def _summarise(result, path):
    """Add a summary to a file; a sentence and exit status 2 if it cannot be written."""
    from autograder.reports.code_hosts import markdown_summary

    try:
        with path.open("a", encoding="utf-8") as file:
            file.write(markdown_summary(result))
    except OSError as error:
        raise Fault(f"{path} cannot be written: {error.strerror}.") from error


def _report_on(result, file, every_detail=False):
    """Return the report on a student's file; its commands to run a case again name the file."""
    from autograder.reports.terminal import check_report

    return check_report(result, every_detail, _to_run_again(file))


def _on_the_other_file(result, file):
    """Return what to check if nothing is written and a notebook or script lies beside the file."""
    from autograder.reports.failure_text import all_unwritten

    other = file.with_suffix({".py": ".ipynb", ".ipynb": ".py"}.get(file.suffix, file.suffix))
    if other == file or not other.is_file() or not all_unwritten(result["checks"]):
        return ""
    return f"If you work in {other.name}, check that one: autograder check {quote(str(other))}\n"


def _to_run_again(file):
    """Return the file that `replay` takes, or "" if it was checked out of a zip."""
    return "" if file.suffix == ".zip" else str(file)


def _read_or_fault(file, name):
    """Return the `Source` of a student's file and its exercise; exit status 2 if that fails."""
    try:
        return own_file(file, declarations(), name)
    except BadSubmission as error:
        _remember_why_not(name, file, str(error))
        raise Fault(str(error)) from error


def _remember_why_not(name, file, why):
    """Remember for hints why a check did not begin: the last one may be of another file."""
    from autograder.reports.hints import remember_why_not

    known = [each for each in (name, file.stem) if each in declarations()]
    with suppress(OSError):
        remember_why_not(known[0] if known else "", why)


def _checked(sandbox, name, source, seed):
    """Return the result record of a student's file."""
    from autograder.judging.grade import grade
    from autograder.judging.session import Session

    session, load = Session(seed), partial(exercise_or_fault, name)
    if seed == STUDENT_SEED:
        passes = known_passes(name)
        if not passes:
            load()  # while the sandbox gets ready
        return passes.grade(sandbox, declarations()[name], source, load, session)
    helpers = source.helpers
    return grade(sandbox, load(), source.content, source.suffix, session, helpers=helpers)


def _remember(result, file):
    """Remember for hints what the report on a file shows."""
    from autograder.reports.hints import remember

    try:
        remember(result, _to_run_again(file))
    except OSError as error:
        click.echo(f"There will be no hints: {error.filename} cannot be written.", err=True)


def _watch_file(sandbox, exercise, file, seed):
    """Check a file on each save, until interrupted; the first failure stands at the top."""
    from autograder.commands.watching import saves

    for _ in saves(file):
        try:
            result = _checked(sandbox, exercise.name, read_own_work(file, exercise), seed)
            _remember(result, file)
        except BadSubmission as error:  # it may be gone for a moment while it is saved
            console.print(str(error), markup=False)
            continue
        console.clear()
        console.print(_report_on(result, file), end="")
        is_right = exit_status([result]) == PASSED
        console.print("Ctrl-C ends." if is_right else "Waiting for the next save; Ctrl-C ends.")


def _saved(result, folder):
    """Save the pictures of a result; return a sentence that says where they are."""
    from autograder.reports.pictures import save_pictures

    try:
        paths = save_pictures(result, folder)
    except OSError as error:
        raise Fault(f"{error.filename or folder} cannot be written: {error.strerror}.") from error
    if not paths:
        return "No picture was saved, since there is no failure to draw."
    return "\n".join(["Pictures of what failed:", *map(str, paths)])
