"""What people read in a terminal: pure functions from result records to rich text."""

from __future__ import annotations

import unicodedata

from rich.text import Text

WORDS = {
    "passed": ("passed", "green"),
    "failed": ("failed", "red"),
    "not_written": ("not written", "yellow"),
    "crashed": ("crashed", "red"),
    "timed_out": ("timed out", "red"),
    "not_run": ("not run", "yellow"),
    "grader_error": ("our fault", "magenta"),
}
UNKNOWN = "A check could not be run: that is a fault of the kit, and not yours. Check again."


def check_report(result, every_detail=False):
    """Return the report of a student's own check.

    Parameters
    ----------
    result : dict
        A result record.
    every_detail : bool
        Whether to show the counterexample of every check, not of the first that did not pass.

    Returns
    -------
    report : rich.text.Text
        A line a check, the details below the lines that they belong to.
    """
    report, told, hidden = Text(), set(), 0
    wanted = len(result["checks"]) if every_detail else 1
    for check in result["checks"]:
        in_detail = wanted > 0 and bool(check["message"])
        report.append(check_lines(check, in_detail, told))
        wanted -= in_detail
        hidden += not in_detail and check["counterexample"] is not None
        told.add(_first_line(check))
    report.append(f"\n{_points_line(result)}\n")
    if hidden:
        report.append("With --all, every failure shows its case.\n", style="dim")
    return report


def watch_report(result):
    """Return a report for a screen that is drawn anew: the first failure first, the rest briefly.

    Parameters
    ----------
    result : dict
        A result record.
    """
    report = Text()
    failed = [check for check in result["checks"] if check["status"] != "passed"]
    for check in failed:
        report.append(check_lines(check, in_detail=check is failed[0]))
    passed = len(result["checks"]) - len(failed)
    report.append(f"{passed} of {len(result['checks'])} checks passed.\n")
    report.append(f"{_points_line(result)}\n")
    return report


def check_lines(check, in_detail=True, told=()):
    """Return what came of one check: a line, and the message below it, whole or its first line.

    A first line that was `told` is not told again, unless the message is shown whole.
    """
    word, colour = WORDS[check["status"]]
    lines = Text(f"{word:>11}", style=colour)
    claim = f"  {_or_unknown(check['points'])}/{check['possible']}  {harmless(check['claim'])}\n"
    lines.append(claim, style="default")
    if not check["message"]:
        return lines
    if not in_detail:
        first = _first_line(check)
        return lines if first in told else lines.append(_indented(first), style="dim")
    lines.append(_indented(check["message"]), style="default")
    if check["hint"]:
        lines.append(_indented(f"\n{check['hint']}"), style="default")
    return lines


def _first_line(check):
    """Return the first line of what a check found."""
    return check["sentence"].partition("\n")[0]


def grade_line(result):
    """Return one line on a graded submission."""
    word, colour = WORDS[result["status"]]
    line = Text(f"{harmless(result['student'])}/{result['exercise']}: ")
    line.append(f"{_or_unknown(result['points'])} of {result['possible']} points")
    line.append(f" ({word})" if result["status"] != "failed" else "", style=colour)
    return line


def _points_line(result):
    """Return a line on the points, and why they are not known if so."""
    line = f"{result['exercise']}: {_or_unknown(result['points'])} of {result['possible']} points"
    return f"{line}. {UNKNOWN}" if result["points"] is None else line


def _or_unknown(points):
    """Return points as text; a question mark if a fault of ours leaves them unknown."""
    return "?" if points is None else str(points)


def _indented(text):
    """Return text as a block below a check's line."""
    return "".join(f"             {line}".rstrip() + "\n" for line in harmless(text).split("\n"))


def harmless(text):
    """Return text without the characters that steer a terminal or turn the reading direction."""
    if text.replace("\n", "").isprintable():  # nearly always; no such character is
        return text
    return "".join(c if c == "\n" or unicodedata.category(c)[0] != "C" else "?" for c in text)
