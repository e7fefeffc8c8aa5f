"""What people read in a terminal: pure functions from result records to rich text."""

from __future__ import annotations

import shlex
import unicodedata

from rich.text import Text

from autograder.authoring.exercise import total
from autograder.reports.failure_text import (
    UNWRITTEN,
    all_unwritten,
    by_cause,
    cause_of,
    count_of,
    failure_text,
    failures_in,
    in_a_row,
    is_empty,
    left_out_of,
    name_in,
    told_of,
    why_nothing_ran,
    worth_of,
)

WORDS = {
    "passed": ("passed", "green"),
    "failed": ("failed", "red"),
    "not_written": ("not written", "yellow"),
    "crashed": ("crashed", "red"),
    "timed_out": ("timed out", "red"),
    "not_run": ("not run", "yellow"),
    "grader_error": ("kit's fault", "magenta"),
}
UNKNOWN = "A check could not be run: that is a fault of the kit, and not yours. Check again."
_WAITING = "A check that is not run waits until you mend the first failure, above."


def check_report(result, every_detail=False, file=""):
    """Return the report of a student's own check.

    It begins with the count and the first failure. Then come the other failures, those with one
    cause together, and how many checks passed.

    Parameters
    ----------
    result : dict
        A result record.
    every_detail : bool
        Whether to show the case of every failure, and each check that passed.
    file : str
        What was checked, for the commands that run a case again; "" if it is not known.

    Returns
    -------
    report : rich.text.Text
    """
    report = Text(f"{result['exercise']}: {count_of(result['checks'])}\n")
    if result["points"] is None:
        report.append(f"{UNKNOWN}\n")
    told = [_with_file(each, file) if file else each for each in told_of(result["checks"])]
    report.append(_details(told, every_detail))
    left_out = left_out_of(result["checks"])
    if left_out and not is_empty(result["checks"]):
        report.append(f"\n{left_out}\n", style="dim")
    for note in result["notes"]:
        report.append(f"\n{harmless(note)}\n")
    return report


def _with_file(check, file):
    """Return a check whose command to run the case again names the file."""
    again = f"autograder replay {(check['counterexample'] or {}).get('token')}"
    named = check["message"].replace(f"{again} FILE", f"{again} {shlex.quote(file)}")
    return check | {"message": named}


def _details(checks, every_detail):
    """Return what there is to tell of the checks, the first failure first."""
    report, failed = Text(), failures_in(checks)
    if is_empty(checks):
        return report.append("\nThe file is empty. Save your work into it, and check again.\n")
    if all_unwritten(checks):
        return report.append("".join(f"{cause_of(group[0])}\n" for group in by_cause(checks)))
    if not every_detail and (problem := why_nothing_ran(checks)):
        return report.append(f"\n{harmless(problem)}\n", style="default")
    if failed:
        report.append("\n").append(check_lines(failed[0]))
    if every_detail:
        for each in failed[1:] + [each for each in checks if each["status"] == "passed"]:
            report.append(check_lines(each))
        return report
    report.append(_others_in_brief(failed))
    report.append(f"\n{len(checks) - len(failed)} passed.\n" if failed else "")
    if any(each["counterexample"] for each in failed[1:]):
        report.append("Run with --all to see the case of every failure.\n", style="dim")
    return report


def _others_in_brief(failed):
    """Return all failures but the first, those with one cause together, above that."""
    others = Text(f"\n{len(failed) - 1} more did not pass:\n" if failed[1:] else "")
    for group in by_cause(failed[1:]):
        if group[0]["status"] == "not_written":
            continue
        for each in group:
            others.append(_claim_line(each))
        if cause_of(group[0]) != cause_of(failed[0]):
            others.append(_indented(cause_of(group[0])), style="dim")
        elif any(each["status"] == "not_run" for each in group):
            others.append(_indented(_WAITING), style="dim")
    return others.append(_unwritten_in_brief(failed[1:]))


def _unwritten_in_brief(failed):
    """Return one line on the checks of functions that are not written, and one on each remark."""
    idle = [each for each in failed if each["status"] == "not_written"]
    if not idle:
        return Text()
    causes = list(dict.fromkeys(map(cause_of, idle)))
    names = list(filter(None, map(name_in, causes)))
    plain = [each for each in causes if UNWRITTEN.fullmatch(each)]
    word, colour = WORDS["not_written"]
    line = Text(f"{word:>11}", style=colour)
    checks = "1 check waits" if len(idle) == 1 else f"{len(idle)} checks wait"
    points = total(each["possible"] for each in idle)
    worth = f" ({points} {'point' if points == 1 else 'points'})" if points else ""
    line.append(f"  {checks}{worth} for {in_a_row(names)}.\n", style="default")
    remarks = [each for each in causes if each not in plain]
    return line.append("".join(map(_indented, remarks)), style="dim")


def check_lines(check, file=""):
    """Return the lines on one check: how it ended, and below that its whole message.

    Parameters
    ----------
    check : dict
        A check of a result record.
    file : str
        What was checked, for the command that runs the case again; "" if it is not known.
    """
    check = _with_file(check, file) if file else check
    lines = _claim_line(check)
    if check["message"]:
        lines.append(_indented(failure_text(check)), style="default")
    return lines


def _claim_line(check):
    """Return a line on one check: its status, its points, its claim."""
    word, colour = WORDS[check["status"]]
    line = Text(f"{word:>11}", style=colour)
    return line.append(f"  {worth_of(check)}  {harmless(check['claim'])}\n", style="default")


def grade_line(result):
    """Return one line on a graded submission."""
    word, colour = WORDS[result["status"]]
    line = Text(f"{harmless(result['student'])}/{result['exercise']}: ")
    line.append(f"{_or_unknown(result['points'])} of {result['possible']} points")
    empty = ": the file is empty" if is_empty(result["checks"]) else ""
    line.append(f" ({word}{empty})" if result["status"] != "failed" else "", style=colour)
    return line


def _or_unknown(points):
    """Return points as text; a question mark if a fault of the kit left them unknown."""
    return "?" if points is None else str(points)


def _indented(text):
    """Return text as a block below a check's line."""
    return "".join(f"             {line}".rstrip() + "\n" for line in harmless(text).split("\n"))


def harmless(text):
    """Return text without the characters that steer a terminal or turn the reading direction."""
    if text.replace("\n", "").isprintable():  # nearly always; no such character is
        return text
    return "".join(c if c == "\n" or unicodedata.category(c)[0] != "C" else "?" for c in text)
