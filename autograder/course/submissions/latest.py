"""From what students handed in to what is graded: one file for each student and exercise."""

from __future__ import annotations

import re
from collections import defaultdict

from autograder.authoring.stub import BODY
from autograder.course.submissions.file_names import stem_of
from autograder.course.submissions.hand_in import Note
from autograder.course.submissions.left_out import notes_on_unknown

# The two lines of a body that nobody wrote, in a script or in a notebook's JSON.
COMMENT, ELLIPSIS = (re.escape(line.strip()) for line in BODY.splitlines())
UNTOUCHED = re.compile(rf'{COMMENT}(?:\\n|[\s",])*{ELLIPSIS}'.encode())


def latest(hand_ins, times_tell):
    """Return what is to be graded.

    Parameters
    ----------
    hand_ins : iterable of HandIn
        Of one student there may be several.
    times_tell : bool
        Whether the time of a file says when it was handed in. It does not where a system wrote all
        files when they were downloaded.

    Returns
    -------
    found : dict of (Identity, str) to File
        By student and exercise.
    notes : list of Note
        What was left out, and which of several files counts.
    """
    files, notes = _candidates(hand_ins)
    found = {}
    for (identity, exercise), several in files.items():
        if len(several) > 1:
            several, note = _ranked(several, exercise, times_tell)
            notes.append(note)
        found[identity, exercise] = several[0][1]
    return found, notes


def _candidates(hand_ins):
    """Return pairs of HandIn and File, by identity and exercise, and notes on all other files."""
    files, notes, empty = defaultdict(list), [], {}
    for each in hand_ins:
        more = [*each.notes, *notes_on_unknown(each)]
        graded = [file for file in each.files if file.can_be_graded]
        for file in graded:
            files[each.identity, file.exercise].append((each, file))
        if not graded and not more:
            empty[each.identity] = Note(each.path, "left out, there is nothing to grade in it")
        notes += more
    students = {identity for identity, _ in files}
    return files, notes + [note for identity, note in empty.items() if identity not in students]


def _ranked(several, exercise, times_tell):
    """Return two or more candidates of a student, the one that counts first, and a note."""
    ranks = [(_rank(*each, exercise, times_tell), each) for each in several]
    ranks.sort(key=lambda pair: tuple(pair[0].values()), reverse=True)
    (best, (_, first)), (second, _), *_ = ranks
    reason = next((why for why in best if best[why] != second[why]), "comes first")
    others = ", ".join(_unlike(file.path, first.path) for _, (_, file) in ranks[1:4])
    others += ", ..." if len(several) > 4 else ""
    clause = f"of {len(several)} files for {exercise} it {reason} and counts, not {others}"
    return [each for _, each in ranks], Note(first.path, clause)


def _rank(handed_in, file, exercise, times_tell):
    """Return what decides whether a file counts, the most important first; larger is better."""
    name = file.names[0]
    is_named = file.exercises.exercise_of(name) == exercise
    return {
        "was handed in last": handed_in.order,
        "was worked on": not is_untouched(file),
        "is newer": file.stamp or (file.time if times_tell else 0.0),
        "has exactly its name": (stem_of(name) == exercise) + is_named,
        "is the notebook": file.kind == ".ipynb",
    }


def is_untouched(file):
    """Return whether a file is as students get it, so that all of their work is in another."""
    found = UNTOUCHED.findall(file.text())
    return len(found) >= len(file.exercises.functions_of(file.exercise))


def _unlike(path, counting):
    """Return the name of a file, with its folder's where another has the same name."""
    return path.name if path.name != counting.name else "/".join(path.parts[-2:])
