"""From what students handed in to what is graded: one file for each student and exercise."""

from __future__ import annotations

import hashlib
from collections import Counter, defaultdict
from pathlib import PurePath

from autograder.layouts.contents import contents
from autograder.layouts.handed_in import Note
from autograder.layouts.names import exercise_of
from autograder.layouts.unknown import notes_on_unknown
from autograder.layouts.zips import Unreadable

# A larger file is taken for one that nobody else handed in.
LARGEST_COMPARED = 20 * 1024**2


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
    files, notes = candidates(hand_ins)
    found, same = {}, {}
    for (identity, exercise), several in files.items():
        if len(several) > 1:
            if exercise not in same:
                same[exercise] = None if times_tell else same_files(files, exercise)
            several, note = ranked(several, exercise, same[exercise])
            notes.append(note)
        found[identity, exercise] = several[0][1]
    return found, notes


def candidates(hand_ins):
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


def ranked(several, exercise, same):
    """Return candidates for an exercise of one student, the one that counts first, and a note.

    Parameters
    ----------
    several : list of tuple of HandIn and File
        At least two.
    exercise : str
        The exercise.
    same : Counter or None
        How often each file was handed in, by `digest`; None where the time of a file decides.
    """
    ranks = {id(each): rank(*each, exercise, same) for each in several}
    several = sorted(several, key=lambda each: tuple(ranks[id(each)].values()), reverse=True)
    first, second = ranks[id(several[0])], ranks[id(several[1])]
    reason = next((why for why in first if first[why] != second[why]), "comes first")
    others = ", ".join(unlike(file.path, several[0][1].path) for _, file in several[1:4])
    others += ", ..." if len(several) > 4 else ""
    clause = f"of {len(several)} files for {exercise} it {reason} and counts, not {others}"
    return several, Note(several[0][1].path, clause)


def unlike(path, counting):
    """Return the name of a file, with its folder's where another has the same name."""
    return path.name if path.name != counting.name else "/".join(path.parts[-2:])


def rank(handed_in, file, exercise, same):
    """Return what decides whether a file counts, the most important first; larger is better."""
    name = file.names[0]
    return {
        "was handed in last": handed_in.order,
        "is newer": 0.0 if same is not None else file.time,
        "has exactly its name": (PurePath(name).stem == exercise) + bool(exercise_of(name)),
        # A file that many handed in alike is the one that they were given.
        "is not what others handed in too": -same[digest(file)] if same is not None else 0,
        "is the notebook": file.path.suffix == ".ipynb",
    }


def same_files(files, exercise):
    """Return how often each file for an exercise was handed in."""
    return Counter(digest(f) for key, all_ in files.items() if key[1] == exercise for _, f in all_)


def digest(file):
    """Return what is the same for files with the same contents."""
    try:
        return hashlib.sha256(contents(file.path, LARGEST_COMPARED)).hexdigest()
    except Unreadable:
        return str(file.path)
