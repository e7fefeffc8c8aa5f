"""From what students handed in to what is graded: one file for each student and exercise."""

from __future__ import annotations

import re
from collections import defaultdict

from autograder.authoring.stub import BODY
from autograder.course.submissions.file_names import stem_of
from autograder.course.submissions.left_out import notes_on_unknown
from autograder.course.submissions.note import REPLACED, Note, left_out

# The two lines of a body that nobody wrote, in a script or in a notebook's JSON.
COMMENT, ELLIPSIS = (re.escape(line.strip()) for line in BODY.splitlines())
UNTOUCHED = re.compile(rf'{COMMENT}(?:\\n|[\s",])*{ELLIPSIS}'.encode())


def latest(hand_ins):
    """Return what to grade.

    Parameters
    ----------
    hand_ins : iterable of HandIn
        Of one student there may be several.

    Returns
    -------
    found : dict of (Identity, str) to (HandIn, File)
        By student and exercise.
    notes : list of Note
        What was left out, and which of several files counts.
    """
    files, notes = _candidates(hand_ins)
    found = {}
    for (identity, exercise), several in files.items():
        chosen, more = _chosen(several, exercise)
        notes += [each.of(identity.student) for each in more]
        if chosen:
            found[identity, exercise] = chosen
    return found, notes


def _candidates(hand_ins):
    """Return pairs of HandIn and File, by identity and exercise, and notes on all other files."""
    files, notes, empty = defaultdict(list), [], {}
    for each in hand_ins:
        more = [note.of(each.identity.student) for note in (*each.notes, *notes_on_unknown(each))]
        graded = [file for file in each.files if file.can_be_graded]
        for file in graded:
            files[each.identity, file.exercise].append((each, file))
        if not graded and not more:
            empty[each.identity] = _on_nothing(each).of(each.identity.student)
        notes += more
    students = {identity for identity, _ in files}
    return files, notes + [note for identity, note in empty.items() if identity not in students]


def _on_nothing(handed_in):
    """Return a note on what a student handed in if no file of it may be work."""
    if handed_in.files:
        return left_out(handed_in.path, "there is nothing to grade in it", is_work=True)
    return Note(handed_in.path, "nothing was handed in")


def _chosen(several, exercise):
    """Return the one of a student's files for an exercise that counts, or None, and notes."""
    if len(several) == 1:
        return several[0], []
    if _may_be_two_people(several):
        why = "another folder has the same name: is this one student or two? Rename one"
        return None, [left_out(file.path, why, is_work=True) for _, file in several]
    ranks = [(_rank(*each, exercise), each) for each in several]
    ranks.sort(key=lambda pair: tuple(pair[0].values()), reverse=True)
    (best, (_, first)), *others = ranks
    notes = []
    for rank, (_, file) in others:
        reason = next((why for why in best if best[why] != rank[why]), "comes first")
        name = _unlike(first.path, file.path)
        notes.append(Note(file.path, f"replaced, {name} {reason} and counts", REPLACED))
    return ranks[0][1], [each for each in notes if each.path != first.path]


def _may_be_two_people(several):
    """Return whether unlike files come from folders in several downloads that no system named.

    There may be two students of one name.
    """
    folders = [(each, file) for each, file in several if not each.identity.system]
    downloads = {each.download for each, _ in folders}
    return len(downloads) > 1 and len({file.text() for _, file in folders}) > 1


def _rank(handed_in, file, exercise):
    """Return what decides whether a file counts, the most important first; larger is better."""
    name = file.names[0]
    is_named = file.exercises.exercise_of(name) == exercise
    return {
        "holds its functions": file.exercises.holds_any(file.text()),
        "does not have the name of another exercise": not file.doubt,
        "was handed in last": handed_in.time,
        "was worked on": not is_untouched(file),
        "is newer": file.stamp or (file.time if handed_in.times_tell else 0.0),
        "is in the download that was given last": handed_in.download,
        "has exactly its name": (stem_of(name) == exercise) + is_named,
        "is the notebook": file.kind == ".ipynb",
    }


def is_untouched(file):
    """Return whether a file is as students get it, so that all of their work is in another."""
    text = file.text() if file.exercise else b""
    found = len(UNTOUCHED.findall(text))
    if not found or found < len(file.exercises.functions_of(file.exercise)):
        return False
    return found >= file.exercises.defined_in(file.exercise, text)


def _unlike(path, counting):
    """Return the name of a file, with its folder's if another has the same name."""
    return path.name if path.name != counting.name else "/".join(path.parts[-2:])
