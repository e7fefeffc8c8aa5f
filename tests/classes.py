"""Whole classes: find the submissions of the kit's exercises, and grade them."""

from __future__ import annotations

import json
from functools import partial

from autograder.course.submissions import finding
from autograder.course.written.tables import WrittenTables
from autograder.exercises import declarations
from autograder.grading.class_grading import ClassGrading
from autograder.grading.jobs import Terms
from autograder.grading.looking_ahead import LookingAhead
from autograder.grading.pool import LocalPool
from autograder.sandbox.limits import Limits


def find(folder):
    """Return the submissions in a folder, and what is said of it."""
    found = find_all([folder])
    return found.submissions, found.sentences


def find_all(folders, **options):
    """Return what is found in downloads, as `Found`."""
    return finding.find(folders, declarations(), **options)


def grade_class(submissions, out, seed, limits=None, jobs=None):
    """Grade what is left of a class, on every core or so many; yield each result as it is done."""
    grading = ClassGrading(submissions, out, Terms(seed, limits or Limits()))
    ahead = LookingAhead(grading.left)
    ready = ahead.forbidden, partial(ahead.rehearse, seed), ahead.text
    with LocalPool(jobs, grading.terms.limits, *ready) as pool:
        yield from grading.results(pool)


def records(out):
    """Return the result records below a folder, by student and exercise.

    They are without their seconds, which alone may differ between two runs.
    """
    found = (json.loads(path.read_text()) for path in sorted(out.glob("results/*/*.json")))
    return {(each["student"], each["exercise"]): each | {"seconds": 0} for each in found}


def typed_points(out):
    """Return the points that were typed for the written answers of a class."""
    return WrittenTables(out, declarations()).typed_points()
