"""Let the results of a class say what counts of them by the course file; nothing is run."""

from __future__ import annotations

import hashlib
import json
from contextlib import suppress
from datetime import datetime, timezone
from itertools import groupby
from pathlib import Path

from autograder.course.decisions import Made, note_decisions
from autograder.course.policy.worth import given, plain
from autograder.files import cell_text
from autograder.grading.results import known_points, summary


def settle(out, wanted, counting, typed, ledger):
    """Give the results of a class the points of the course file, and say what counts and why.

    Only what changes is written. A file that is not, to the byte, what grading wrote stays as it
    is, so that nobody's own points become ours; `grade` grades it again.

    Parameters
    ----------
    out : path
        The folder of the results.
    wanted : callable
        Says of a student and an exercise whether they are of the class.
    counting : Counting
        What checks are worth and what counts.
    typed : Typed
        The points that were typed for written answers.
    ledger : Ledger
        That of the folder.

    Returns
    -------
    summaries : list of dict
        Of all results that were read, sorted by student and exercise.
    """
    paths = sorted(Path(out).glob("results/*/*.json"), key=_submission_of)
    submissions = [each for each in map(_submission_of, paths) if wanted(*each)]
    settled, made = [], {}
    for student, names in groupby(submissions, key=lambda each: each[0]):
        records = dict(_read(ledger, counting, student, names))
        counts = counting.of(student, _given(student, records, typed))
        for name, (record, was, is_ours) in records.items():
            record = _with_lateness(record, counts[name])
            if is_ours and record != was:
                ledger.change(record)
            settled.append(summary(record))
            if record["status"] != "not_run":
                made[student, name] = _made(record, counts[name], counting, typed, ledger)
    note_decisions(out, made, datetime.now(timezone.utc))
    return settled


def _read(ledger, counting, student, submissions):
    """Yield the exercises of a student with the record, as it was before, and whether it is ours.

    One that cannot be read is left out here; whoever reads the records says so.
    """
    for _, name in submissions:
        with suppress(OSError, ValueError, ArithmeticError, LookupError, TypeError, RecursionError):
            was, is_ours = ledger.read(student, name)
            given(known_points(was), summary(was)["possible"])
            yield name, (counting.valued(was), was, is_ours)


def _made(record, count, counting, typed, ledger):
    """Return what counts of a submission, and what that is made of, as `Made`."""
    student, name = record["student"], record["exercise"]
    by_hand = name in typed.possible()
    written = typed.total_or_blank(cell_text(student), name) if by_hand else 0
    due, came = counting.due(student, name), counting.arrival(student, name).came
    return Made(
        None if count.counted is None else plain(count.counted),
        ledger.source_of(student, name),
        _digest([(each["name"], each["status"]) for each in record["checks"]]),
        _digest([(each["name"], each["possible"]) for each in record["checks"]]),
        None if written == "" else plain(given(written)),
        counting.extension(student, name) or "",
        "" if due is None else due.isoformat(),
        "" if came is None else came.isoformat(),
    )


def _digest(what):
    return hashlib.sha256(json.dumps(what).encode()).hexdigest()[:16]


def _submission_of(path):
    return path.parent.name, path.stem


def _given(student, records, typed):
    """Return by exercise the points of a student, None if not known, and the points possible."""
    found, by_hand = {}, typed.possible()
    for name, (record, *_) in records.items():
        points, possible = [known_points(record)], [record["possible"]]
        if name in by_hand:
            points.append(typed.total_or_blank(cell_text(student), name))
            possible.append(by_hand[name])
        found[name] = given(*points), given(*possible)
    return found


def _with_lateness(record, count):
    """Return a record that says what counts of it; one that lateness does nothing to, as it is."""
    kept = {name: value for name, value in record.items() if name != "late"}
    if not count.why:
        return kept
    counted = None if count.counted is None else plain(count.counted)
    return kept | {"late": {"days": count.days, "counted": counted, "why": count.why}}
