"""Read the result files of a class, and leave out what is damaged."""

from __future__ import annotations

import json
from pathlib import Path

from autograder.reports.terminal import WORDS

RECORD = {
    "student": str,
    "exercise": str,
    "points": int,
    "possible": int,
    "status": str,
    "seconds": (int, float),
    "checks": list,
}
CHECK = {
    "name": str,
    "claim": str,
    "points": int,
    "possible": int,
    "status": str,
    "message": str,
    "counterexample": (dict, type(None)),
    "misconception": (str, type(None)),
    "hint": str,
    "further": list,
}
COUNTEREXAMPLE = {
    "function": str,
    "call": str,
    "arguments": dict,
    "expected": object,
    "yours": object,
    "where": (list, type(None)),
    "text": str,
}


class BadRecords(Exception):
    """A folder that holds no results; the message says what was expected."""


def records_in(folder, notes, wanted=lambda student, exercise: True):
    """Yield the records below ``folder/results``, sorted by student and exercise.

    Parameters
    ----------
    folder : path
        What ``grade --out`` has filled.
    notes : list of str
        Gets a sentence for each file that is damaged and was left out.
    wanted : callable, optional
        Says of a student and the name of an exercise whether their record is to be yielded.

    Raises
    ------
    BadRecords
        If there is no result file that can be read.
    """
    paths = sorted(Path(folder).glob("results/*/*.json"), key=submission_of)
    if not paths:
        raise BadRecords(
            f"There are no results in {folder}: expected results/<student>/<exercise>.json, as "
            "'autograder grade --out' writes them."
        )
    some = False
    for path in paths:
        if not wanted(*submission_of(path)):
            continue
        record, problem = read_record(path)
        if problem:
            notes.append(f"{path.relative_to(folder)}: left out, {problem}. Grade it again.")
        else:
            some = True
            yield record
    if not some:
        raise BadRecords(
            f"{folder} holds no result of the class that can be read. {' '.join(notes[-1:])}"
        )


def submission_of(path):
    """Return the student and the exercise that the path of a result file names."""
    return path.parent.name, path.stem


def read_record(path):
    """Return the record in a file and what is wrong with it, "" where nothing is."""
    try:
        record = json.loads(path.read_bytes())
    except OSError as error:
        return None, f"it cannot be read: {error.strerror}"
    except (ValueError, RecursionError):
        return None, "it is not JSON"
    return record, problem_in(record) or misplaced(record, path)


def problem_in(record):
    """Return what a record lacks, as the end of a sentence, or ""."""
    problem = unlike(record, RECORD, "the record")
    if problem:
        return problem
    for number, check in enumerate(record["checks"], start=1):
        problem = unlike(check, CHECK, f"check {number}")
        example = check["counterexample"] if not problem else None
        if example is not None:
            problem = unlike(example, COUNTEREXAMPLE, f"the counterexample of check {number}")
        if problem:
            return problem
    statuses = {record["status"], *(check["status"] for check in record["checks"])}
    unknown = sorted(statuses - set(WORDS))
    return f"it has the status {unknown[0]!r}, which is none" if unknown else ""


def unlike(value, fields, what):
    """Return how a value differs from a dict with these fields, as the end of a sentence, or ""."""
    if not isinstance(value, dict):
        return f"{what} is no JSON object"
    for name, kinds in fields.items():
        if name not in value:
            return f"{what} has no {name!r}"
        if not isinstance(value[name], kinds) or isinstance(value[name], bool):
            return f"the {name!r} of {what} is {value[name]!r:.40}"
    return ""


def misplaced(record, path):
    """Return what is wrong where a record is not about the submission that its path names."""
    found = (record["student"], record["exercise"])
    return "" if found == submission_of(path) else f"it is about {'/'.join(found)!r:.80}"
