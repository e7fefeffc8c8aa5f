"""The files that grading leaves behind: one record a submission, and the table of grades.

Every file is replaced in one step, so that a reader finds the old one or the new one, never a part.
"""

from __future__ import annotations

import csv
import io
import json
import os
import tempfile
from decimal import Decimal
from pathlib import Path

# Spreadsheets run a cell that starts with one of these as a formula, but for the last; that is what
# is put before them, and before itself, so that no two names become the same.
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "'")


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


def write_record(folder, result, sync=True):
    """Write a result record to its place below `folder`, as `replace` does."""
    text = json.dumps(result, indent=1, ensure_ascii=False, allow_nan=False)
    path = result_path(folder, result["student"], result["exercise"])
    return replace(path, text + "\n", sync)


def read_record(folder, student, exercise_name):
    """Return a result record as it was written, or None where there is no verdict in it yet."""
    path = result_path(folder, student, exercise_name)
    try:
        result = json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return None
    return None if result["status"] == "not_run" else result


def summary(result):
    """Return what the table of grades needs of a result record."""
    return {name: each for name, each in result.items() if name != "checks"}


def write_grades(folder, students, results, written=None):
    """Write ``grades.csv``: a row a student, a column of points an exercise.

    A cell is empty where a submission is not graded yet, and with it the total; it holds 0 where
    nothing was handed in.

    Parameters
    ----------
    folder : path
        Where to write it.
    students : iterable of str
        One row each, in this order.
    results : iterable of dict
        Result records or their summaries, some of each exercise that is to have a column.
    written : Typed, optional
        Points that were typed for written answers.
    """
    results = list(results)
    possible = dict(sorted((each["exercise"], each["possible"]) for each in results))
    points = {harmless(student): dict.fromkeys(possible, 0) for student in students}
    for each in results:
        points[harmless(each["student"])][each["exercise"]] = points_or_blank(each)
    write_table(folder, points, possible, written)


def write_table(folder, points, possible, written):
    """Write ``grades.csv``, with the points for written answers where any were typed.

    Parameters
    ----------
    folder : path
        Where to write it.
    points : dict of str to dict of str to int or str
        A row for each student, by the name as `harmless` gives it: points by exercise, or "".
    possible : dict of str to int
        What there is to be had in each exercise; one column each.
    written : Typed or None
        One more column for each exercise with typed points.
    """
    by_hand = written.possible() if written else {}
    graded_by_hand = {name: by_hand[name] for name in possible if name in by_hand}
    columns = [*possible, *(f"{name} written" for name in graded_by_hand)]
    most = sum(possible.values()) + sum(graded_by_hand.values())
    table = io.StringIO()
    writer = csv.writer(table, lineterminator="\n")
    writer.writerow(["student", *columns, "total", "possible"])
    for student, cells in points.items():
        row = [cells[name] for name in possible]
        row += [written.total_or_blank(student, name) for name in graded_by_hand]
        writer.writerow([student, *row, "" if "" in row else sum_of(row), most])
    replace(Path(folder) / "grades.csv", table.getvalue())


def sum_of(points):
    """Return the sum of points, as an int where it is whole."""
    total = sum(points, Decimal(0))
    return int(total) if total == int(total) else total.normalize()


def points_or_blank(result):
    """Return a result's points, or "" where there are none yet."""
    return "" if result["status"] == "not_run" else result["points"]


def harmless(cell):
    """Return text that a spreadsheet shows instead of running it as a formula.

    Bytes that are no text, as the name of a folder may hold, are written as escapes.
    """
    text = cell.encode("utf-8", "backslashreplace").decode()
    return f"'{text}" if text.startswith(FORMULA_STARTS) else text


def replace(path, text, sync=True):
    """Write a file in one step: to a neighbour first, then rename it over the old one.

    Parameters
    ----------
    path : Path
        Where the file belongs; folders that are missing are made.
    text : str
        What it is to hold.
    sync : bool
        Whether to wait for the disk, so that a power cut leaves the old file or the new one. That
        takes milliseconds, too long for hundreds of files that can be made again.

    Returns
    -------
    written : bytes
        What the file holds now. A folder's name may hold bytes that are no text; escaped, they
        are still valid JSON.
    """
    written = text.encode("utf-8", "backslashreplace")
    replace_bytes(path, written, sync)
    return written


def replace_bytes(path, content, sync=True):
    """Write a file in one step, as `replace` does, from bytes."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, neighbour = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with open(handle, "wb") as file:
            file.write(content)
            if sync:
                file.flush()
                os.fsync(file.fileno())
        os.replace(neighbour, path)
    except BaseException:
        Path(neighbour).unlink(missing_ok=True)  # it may have been renamed just before
        raise


def remove_unfinished(folder):
    """Remove what a grading that was killed left half written below `folder`."""
    for place in ("", "results/*/", "feedback/*/", "answers/*/", "written/"):
        for path in Path(folder).glob(f"{place}.*.????????"):
            path.unlink()
