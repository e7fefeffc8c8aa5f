"""What Classroom 50's ``autograder.py`` does: grade the checkout that it stands in."""

from __future__ import annotations

import json
import os
import subprocess
import time
from datetime import datetime, timezone
from pathlib import Path

import click

from autograder.commands.console import FAULT, PASSED
from autograder.commands.own_work import judged_own_work, read_own_work
from autograder.course.submissions.submission import BadSubmission
from autograder.exercises import load_exercise
from autograder.files import replace

RESULT, SUMMARY = Path("result.json"), Path("release-body.md")


def grade_checkout(name):
    """Write ``result.json`` and ``release-body.md`` into the current folder, a student's checkout.

    Of notebook and script, the one that was committed last is graded.

    Parameters
    ----------
    name : str
        The exercise.

    Returns
    -------
    status : int
        0, or 2 if the points are not known: then there is no result, and Classroom 50 reports
        an error instead of points.
    """
    from autograder.reports.code_hosts import classroom_result, markdown_summary

    for path in (RESULT, SUMMARY):  # a student may have committed some
        path.unlink(missing_ok=True)
    result = _graded(load_exercise(name))
    try:
        found = classroom_result(result, os.environ, _committed_at())
    except ValueError as error:
        click.echo(f"No result was written. {error}", err=True)
        return FAULT
    replace(RESULT, json.dumps(found, indent=1, ensure_ascii=False), sync=False)
    replace(SUMMARY, markdown_summary(result), sync=False)
    return PASSED


def _graded(exercise):
    """Return the record of the student's file, even if there is none to run."""
    from autograder.judging.grade import without_running

    names = [f"{exercise.name}.ipynb", f"{exercise.name}.py"]
    last = _git("log", "-1", "--format=", "--name-only", "--", *names).split()
    there = [each for each in (*last, *names) if Path(each).is_file()]
    if not there:
        text = f"There is no {names[0]} and no {names[1]} in the repository."
        return without_running(exercise, "", "not_run", text)
    try:
        return judged_own_work(read_own_work(there[0], exercise), exercise)
    except BadSubmission as error:
        return without_running(exercise, "", "crashed", str(error))


def _committed_at():
    """Return when the graded commit was made, in UTC; now, where git does not say."""
    seconds = _git("log", "-1", "--format=%ct").strip()
    when = datetime.fromtimestamp(float(seconds or time.time()), timezone.utc)
    return when.strftime("%Y-%m-%dT%H:%M:%SZ")


def _git(*words):
    """Return what git prints, or "" if it fails or is not there."""
    try:
        done = subprocess.run(["git", *words], capture_output=True, text=True, check=True)
    except (OSError, subprocess.CalledProcessError):
        return ""
    return done.stdout
