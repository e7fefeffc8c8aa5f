"""The files that grading leaves behind: one record a submission, and the table of grades.

Every file is replaced in one step, so that a reader finds the old one or the new one, never a part.
"""

from __future__ import annotations

import json
from pathlib import Path

from autograder.course.identities import as_written
from autograder.course.policy.counting import Counting
from autograder.course.policy.worth import given
from autograder.course.written.typed import sum_of
from autograder.files import cell_text, replace, replace_bytes, table_text
from autograder.grading.spreadsheet import spreadsheet

# Of these the points are unknown: it was not graded, or that was no fault of the student.
UNKNOWN = ("not_run", "grader_error")


def result_path(folder, student, exercise_name):
    """Return the path of a submission's result file."""
    return Path(folder) / "results" / student / f"{exercise_name}.json"


def write_record(folder, result, sync=True):
    """Write a result record to its place below `folder`, as `replace` does."""
    path = result_path(folder, result["student"], result["exercise"])
    return replace(path, _text(result) + "\n", sync)


def write_records_alike(folder, result, students):
    """Write one record for some students as `write_record` does; only the name differs.

    It is put into text once, which takes longer than writing. They are not waited for.
    """
    rest = _text({name: each for name, each in result.items() if name != "student"})
    for student in students:
        text = f"{_text({'student': student})[:-2]},{rest[1:]}\n"
        replace(result_path(folder, student, result["exercise"]), text, sync=False)


def _text(record):
    return json.dumps(record, indent=1, ensure_ascii=False, allow_nan=False)


def read_record(folder, student, exercise_name):
    """Return a result record as it was written, or None if there is no verdict in it yet."""
    path = result_path(folder, student, exercise_name)
    try:
        result = json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return None
    return None if result["status"] == "not_run" else result


def summary(result):
    """Return what a class needs to know of a result record: not its checks, but their mistakes.

    If it was not graded, there is also why.
    """
    mistakes = {check["misconception"] for check in result["checks"]} - {None}
    known = {name: each for name, each in result.items() if name != "checks"}
    why = result["checks"][0]["message"] if result["status"] in UNKNOWN else ""
    return known | {"mistakes": sorted(mistakes), "why": why}


def write_grades(folder, students, results, written=None, unsure=(), counting=None):
    """Write ``grades.csv``: a row a student, a column of points an exercise.

    A cell is empty if nothing was graded. So is the total if it would leave out what is not
    known: a submission that is not graded yet, or work that could not be graded.

    Parameters
    ----------
    folder : path
        Where to write it.
    students : iterable of str
        One row each, in this order.
    results : iterable of dict
        Result records or their summaries, some of each exercise that gets a column.
    written : Typed, optional
        Points that were typed for written answers.
    unsure : set of str, optional
        Students with work that was not graded.
    counting : Counting, optional
        What counts of the points, by the course file.
    """
    results = list(results)
    possible = dict(sorted((each["exercise"], each["possible"]) for each in results))
    points = {cell_text(student): dict.fromkeys(possible, "") for student in students}
    for each in results:
        points[cell_text(each["student"])][each["exercise"]] = known_points(each)
    unknown = {each["student"] for each in results if not is_known(each)}
    unsure = {*map(cell_text, unknown | set(unsure))}
    write_table(folder, points, possible, written, unsure, counting)


def write_table(folder, points, possible, written, unsure=(), counting=None):
    """Write ``grades.csv``, with the points for written answers if there are any answers.

    ``grades.xlsx`` has the same, for programs that guess how to read a text table.

    Parameters
    ----------
    folder : path
        Where to write it.
    points : dict of str to dict of str to int or str
        A row for each student, by the name as `cell_text` gives it: points by exercise, or "".
    possible : dict of str to int
        The most points in each exercise; one column each.
    written : Typed or None
        One more column for each exercise with written answers: empty until they are read.
    unsure : set of str
        Students, named as in `points`, who may have more points than their cells hold: their total
        is empty while one of their cells is.
    counting : Counting, optional
        Two more columns for each exercise whose points depend on when it came, and the weights of
        exercises in the total.
    """
    counting = counting or Counting()
    by_hand = written.possible() if written else {}
    graded_by_hand = {name: by_hand[name] for name in possible if name in by_hand}
    columns = [*possible, *(f"{name} written" for name in graded_by_hand)]
    late = [name for name in possible if counting.course.has_late_policy_for(name)]
    columns += [f"{name} {what}" for name in late for what in ("late", "counted")]
    most = {name: given(possible[name], graded_by_hand.get(name, 0)) for name in possible}
    rows = []
    for student, cells in points.items():
        typed = {name: written.total_or_blank(student, name) for name in graded_by_hand}
        # Whoever handed in nothing has no points for answers, and not 0 of them.
        shown = ["" if cells[name] == "" and not each else each for name, each in typed.items()]
        row = [*cells.values(), *shown]
        is_unknown = "" in cells.values() and student in unsure
        is_unknown = is_unknown or "" in typed.values() or set(row) <= {""}
        counts = counting.of(student, _given(cells, typed, most, student in unsure))
        for name in late:
            is_there = cells[name] != ""
            row += [_cell(counts[name].days if is_there else None)]
            row += [_cell(counts[name].counted if is_there else None)]
        total = None if is_unknown else _weighed(counting, counts)
        most_of_all = sum_of(counting.weight(name) * each for name, each in most.items())
        rows.append([student, *row, _cell(total), most_of_all])
    header = ["student", *columns, "total", "possible"]
    replace(Path(folder) / "grades.csv", table_text(header, rows))
    as_named = [[as_written(student), *cells] for student, *cells in rows]
    replace_bytes(
        Path(folder) / "grades.xlsx", spreadsheet("grades", [header, *as_named]), sync=False
    )


def _given(cells, typed, most, is_unsure):
    """Return by exercise what was given, None if not known, and the possible points.

    An empty cell is nothing that was handed in, unless the student has work that was not graded.
    """
    found = {}
    for name, cell in cells.items():
        known = 0 if cell == "" and not is_unsure else cell
        found[name] = given(known, typed.get(name, 0)), most[name]
    return found


def _weighed(counting, counts):
    """Return the total of what counts, with the weights of exercises; None if one is not known."""
    counted = {name: each.counted for name, each in counts.items()}
    if None in counted.values():
        return None
    return sum_of(counting.weight(name) * each for name, each in counted.items())


def _cell(number):
    """Return what stands in a cell for a number, nothing for None."""
    return "" if number is None else sum_of([number])


def known_points(result):
    """Return the points of a result or its summary, "" if they are not known."""
    return result["points"] if is_known(result) else ""


def is_known(result):
    """Return whether a result has points: it was graded, and not with a fault of the kit."""
    return result["status"] not in UNKNOWN


def remove_unfinished(folder):
    """Remove what a command that was killed left half written below `folder`."""
    for place in ("", "results/*/", "feedback/*/", "answers/*/", "written/", "return/"):
        for path in Path(folder).glob(f"{place}.*.????????"):
            path.unlink()
