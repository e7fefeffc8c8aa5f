"""The files that grading leaves behind: one record a submission, and the table of grades.

Every file is replaced in one step, so that a reader finds the old one or the new one, never a part.
"""

from __future__ import annotations

import csv
import io
import json
import os
import tempfile
from pathlib import Path

# Spreadsheets run a cell that starts with one of these as a formula.
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


def record(student, exercise, outcomes, seconds):
    """Return the result record of one submission.

    Parameters
    ----------
    student : str
        Name of the student's folder; "" for a student's own check.
    exercise : Exercise
        What was handed in.
    outcomes : iterable of Outcome
        In the order of the checks.
    seconds : float
        How long grading took: the only field that may differ between two runs.
    """
    checks = [outcome.record() for outcome in outcomes]
    return {
        "student": student,
        "exercise": exercise.name,
        "points": sum(each["points"] for each in checks),
        "possible": exercise.points,
        "status": overall_status([each["status"] for each in checks]),
        "seconds": round(seconds, 3),
        "checks": checks,
    }


def overall_status(statuses):
    """Return one status for a submission: a fault of ours first, then what all have in common."""
    if "grader_error" in statuses:
        return "grader_error"
    return statuses[0] if len(set(statuses)) == 1 else "failed"


def result_path(folder, student, exercise_name):
    """Return the path of a submission's result file."""
    return Path(folder) / "results" / student / f"{exercise_name}.json"


def write_record(folder, result):
    """Write a result record to its place below `folder`."""
    text = json.dumps(result, indent=1, ensure_ascii=False, allow_nan=False)
    replace(result_path(folder, result["student"], result["exercise"]), text + "\n")


def write_grades(folder, students, exercises, records):
    """Write ``grades.csv``: a row a student, a column of points an exercise.

    Parameters
    ----------
    folder : path
        Where to write it.
    students : iterable of str
        One row each, in this order.
    exercises : sequence of Exercise
        One column each; where a student handed nothing in, the points are 0.
    records : iterable of dict
        The result records.
    """
    points = {(each["student"], each["exercise"]): each["points"] for each in records}
    table = io.StringIO()
    writer = csv.writer(table, lineterminator="\n")
    writer.writerow(["student", *(each.name for each in exercises), "total", "possible"])
    possible = sum(each.points for each in exercises)
    for student in students:
        row = [points.get((student, each.name), 0) for each in exercises]
        writer.writerow([harmless(student), *row, sum(row), possible])
    replace(Path(folder) / "grades.csv", table.getvalue())


def harmless(cell):
    """Return text that a spreadsheet shows instead of running it as a formula."""
    return f"'{cell}" if cell.startswith(FORMULA_STARTS) else cell


def replace(path, text):
    """Write a file in one step: to a neighbour first, then rename it over the old one."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, neighbour = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        # A folder's name may hold bytes that are no text; escaped, they are still valid JSON.
        with open(handle, "w", encoding="utf-8", errors="backslashreplace", newline="") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        os.replace(neighbour, path)
    except BaseException:
        os.unlink(neighbour)
        raise
