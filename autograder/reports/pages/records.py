"""Read the result files of a class, and leave out what is damaged."""

from __future__ import annotations

import json
from dataclasses import fields
from math import isfinite
from pathlib import Path
from types import NoneType
from typing import get_args, get_origin, get_type_hints

from autograder.authoring.outcome import Counterexample, Outcome, Result
from autograder.reports.terminal import WORDS

# Fields that records of before lack; `_completed` puts them in.
ADDED = ("sentence", "token", "further", "notes", "optional")


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
        Says of a student and the name of an exercise whether to yield their record.

    Raises
    ------
    BadRecords
        If there is no result file that can be read.
    """
    paths = sorted(Path(folder).glob("results/*/*.json"), key=_submission_of)
    if not paths:
        raise BadRecords(
            f"There are no results in {folder}: expected results/<student>/<exercise>.json, as "
            "'autograder grade --out' writes them."
        )
    some = False
    for path in paths:
        if not wanted(*_submission_of(path)):
            continue
        record, problem = _read(path)
        if problem:
            notes.append(f"{path.relative_to(folder)}: left out, {problem}. Grade it again.")
        else:
            some = True
            yield record
    if not some:
        raise BadRecords(
            f"{folder} holds no result of the class that can be read. {' '.join(notes[-1:])}"
        )


def _submission_of(path):
    """Return the student and the exercise that the path of a result file names."""
    return path.parent.name, path.stem


def _read(path):
    """Return the record in a file and what is wrong with it, "" if nothing is."""
    try:
        record = json.loads(path.read_bytes())
    except OSError as error:
        return None, f"it cannot be read: {error.strerror}"
    except (ValueError, RecursionError):
        return None, "it is not JSON"
    problem = _problem_in(record) or _misplaced(record, path)
    return (None, problem) if problem else (_completed(record), "")


def _kinds_of(described):
    """Return the types that each field of a record may have in JSON, by the field's name.

    Fields that are not compared stand in no record.

    Examples
    --------
    >>> _kinds_of(Counterexample)["where"] == (list, NoneType)
    True
    """
    hints = get_type_hints(described)
    return {
        each.name: tuple(_kinds(hints[each.name])) for each in fields(described) if each.compare
    }


def _kinds(hint):
    kind = get_origin(hint) or hint
    if kind in (str, int, bool, list, dict, NoneType):
        return (kind,)
    if kind is float:  # JSON writes 1.0 and 1 alike
        return (float, int)
    if kind is tuple:
        return (list,)
    if kind in (Outcome, Counterexample):
        return (dict,)
    return [one for each in get_args(hint) for one in _kinds(each)]


RECORD, COUNTEREXAMPLE = _kinds_of(Result), _kinds_of(Counterexample)
CHECK = _kinds_of(Outcome) | {"message": (str,)}


def _problem_in(record):
    """Return what a record lacks, as the end of a sentence, or ""."""
    problem = _unlike(record, RECORD, "the record")
    if problem:
        return problem
    for number, check in enumerate(record["checks"], start=1):
        problem = _unlike(check, CHECK, f"check {number}")
        example = check["counterexample"] if not problem else None
        if example is not None:
            problem = _unlike(example, COUNTEREXAMPLE, f"the counterexample of check {number}")
        if problem:
            return problem
    statuses = {record["status"], *(check["status"] for check in record["checks"])}
    unknown = sorted(statuses - set(WORDS))
    return f"it has the status {unknown[0]!r}, which is not a status" if unknown else ""


def _unlike(value, fields, what):
    """Return how a value differs from a dict with these fields, as the end of a sentence, or ""."""
    if not isinstance(value, dict):
        return f"{what} is not a JSON object"
    for name, kinds in fields.items():
        if name not in value and name in ADDED:
            continue
        if name not in value:
            return f"{what} has no {name!r}"
        is_odd = isinstance(value[name], bool) and bool not in kinds
        is_odd = is_odd or (isinstance(value[name], float) and not isfinite(value[name]))
        if is_odd or not isinstance(value[name], kinds):
            return f"the {name!r} of {what} is {value[name]!r:.40}"
    return ""


def _completed(record):
    """Return a record with what one of before lacks: notes, sentences, and a token.

    Of before are also full points for a fault of the kit, which nobody has to have.
    """
    unknown = {"points": None} if record["status"] == "grader_error" else {}
    checks = [_completed_check(each) for each in record["checks"]]
    return {"notes": []} | record | unknown | {"checks": checks}


def _completed_check(check):
    check = {"optional": False} | check
    if check["status"] == "grader_error" and not check["optional"]:
        check = check | {"points": None}
    check, example = {"further": []} | check, check["counterexample"]
    if example is None:
        return {"sentence": check["message"]} | check
    sentence = check["message"].partition(f"\n\n{example['text']}")[0]
    return {"sentence": sentence} | check | {"counterexample": {"token": ""} | example}


def _misplaced(record, path):
    """Return what is wrong if a record is not about the submission that its path names."""
    found = (record["student"], record["exercise"])
    return "" if found == _submission_of(path) else f"it is about {'/'.join(found)!r:.80}"
