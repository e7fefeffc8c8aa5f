"""What code hosts show of a result record: a summary in Markdown, and Classroom 50's result."""

from __future__ import annotations

import math
from fractions import Fraction

from autograder.reports.failure_text import (
    count_of,
    failure_text,
    failures_in,
    left_out_of,
    sentences_of,
    told_of,
    worth_of,
)
from autograder.reports.terminal import WORDS, harmless

SCHEMA = "classroom50/result/v1"
# What Classroom 50 gives to whoever grades, and where its result has that.
NEEDED = {
    "classroom": "CLASSROOM",
    "assignment": "ASSIGNMENT",
    "submission": "SUBMISSION_TAG",
    "commit": "COMMIT_URL",
    "release": "RELEASE_URL",
}
OPTIONAL = {"owner": "OWNER", "assignment_type": "ASSIGNMENT_TYPE", "review": "REVIEW_URL"}


def markdown_summary(result):
    """Return a result record in Markdown: the points of each check, and what failed below.

    Parameters
    ----------
    result : dict
        A result record.
    """
    rows = [
        f"| {worth_of(check)} | {WORDS[check['status']][0]} | {check['claim']} |"
        for check in told_of(result["checks"])
    ]
    failures = [
        f"<details><summary>{each['claim']}</summary>\n\n{_fenced(failure_text(each))}\n\n</details>"
        for each in failures_in(result["checks"])
    ]
    head = f"### {result['exercise']}: {count_of(result['checks'])}"
    table = "\n".join(["| points | | check |", "|---|---|---|", *rows])
    left_out = filter(None, [left_out_of(result["checks"])])
    return "\n\n".join([head, table, *failures, *left_out]) + "\n"


def classroom_result(result, variables, when):
    """Return the result of one submission as Classroom 50 reads it from ``result.json``.

    Classroom 50 has whole points only. If a check has a part of a point, all points are multiplied
    by the smallest number that makes them whole.

    Parameters
    ----------
    result : dict
        A result record whose points are known.
    variables : dict of str to str
        The environment in which Classroom 50 grades.
    when : str
        The time of the graded commit, in UTC, as ``2026-06-01T14:32:01Z``.

    Raises
    ------
    ValueError
        If a variable is missing, or the points are not known.
    """
    missing = [each for each in NEEDED.values() if not variables.get(each)]
    if missing:
        raise ValueError(f"Classroom 50 should set {', '.join(missing)}.")
    if result["points"] is None:
        raise ValueError("A check could not be run, so the points are not known.")
    checks = told_of(result["checks"])
    times = math.lcm(*[Fraction(str(each["possible"])).denominator for each in checks])
    fields = {**NEEDED, **OPTIONAL}
    known = {field: variables[name] for field, name in fields.items() if variables.get(name)}
    return {
        "schema": SCHEMA,
        **known,
        "review": known.get("review", known["commit"]),
        "datetime": when,
        **_whole(result, times),
        "tests": [_classroom_test(each, times) for each in checks],
    }


def _whole(points, times):
    """Return the points of a record or a check, so many times, as whole numbers."""
    return {
        "score": round(points["points"] * times),
        "max-score": round(points["possible"] * times),
    }


def _classroom_test(check, times):
    passed = check["status"] == "passed"
    example = check["counterexample"] or {}
    told = {
        "status": check["status"],
        "message": "" if passed else harmless(sentences_of(check)[0]),
        "hint": check["hint"] or "",
        "token": example.get("token") or "",
    }
    return {"test-name": check["claim"], "passed": passed, **_whole(check, times), **told}


def _fenced(text):
    """Return text as a block of Markdown that no line of it can end."""
    lines = harmless(text).split("\n")
    fence = "`" * max(3, *(len(line) - len(line.lstrip("`")) + 1 for line in map(str.strip, lines)))
    return "\n".join([f"{fence}text", *lines, fence])
