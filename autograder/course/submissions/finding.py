"""Find the submissions in downloads of any layout, and say what became of every other file."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from pathlib import Path

from autograder.course.identities import Identity
from autograder.course.submissions.conserved import unaccounted, without_helpers
from autograder.course.submissions.flat_files import flat_files, siblings_of
from autograder.course.submissions.known_exercises import KnownExercises
from autograder.course.submissions.latest import latest
from autograder.course.submissions.moments import utc_text
from autograder.course.submissions.note import REPLACED, Note, sentences
from autograder.course.submissions.people import joined, perhaps_one
from autograder.course.submissions.recognise import NotUnderstood, downloads_in
from autograder.course.submissions.submission import BadSubmission, Submission
from autograder.course.submissions.zips import Unreadable

# So many notes are shown if nothing was found at all.
MOST_NOTES = 10


@dataclass
class Found:
    """What was found in downloads.

    Attributes
    ----------
    submissions : list of Submission
        Sorted by student and exercise, one each: the latest if there are several.
    students : dict of str to Identity
        All whom a download names, by key.
    notes : list of Note
        What became of every other file that may be work, and more to know.
    remarks : list of str
        What was taken for granted, as sentences.
    doubts : list of str
        Those of them that somebody has to look at.
    named : dict of str to set of str
        Where each student is named: the folders or zips that were given.
    folders : list of str
        These, without what their paths lead through.
    """

    submissions: list[Submission] = field(default_factory=list)
    students: dict[str, Identity] = field(default_factory=dict)
    notes: list[Note] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)
    doubts: list[str] = field(default_factory=list)
    named: dict[str, set[str]] = field(default_factory=dict)
    folders: list[str] = field(default_factory=list)

    def folder_of(self, path):
        """Return the folder or zip that a path leads into."""
        inside = [each for each in self.folders if Path(each) in (path, *path.parents)]
        return max(inside, key=len, default="")

    @property
    def counts(self):
        """How many files are graded, replaced, and left out though they may be work."""
        graded = {each.path for each in self.submissions}
        replaced = {each.path for each in self.notes if each.kind == REPLACED}
        left = {each.path for each in self.notes if each.is_work}
        return len(graded), len(replaced - graded), len(left - graded)

    @property
    def sentences(self):
        """All that there is to say."""
        return [*self.remarks, *sentences(self.notes)]

    @property
    def not_graded(self):
        """What may be work and was not graded: lists of Note by student, "" for nobody's."""
        found = {}
        for each in self.notes:
            if each.is_work:
                found.setdefault(each.student, []).append(each)
        return dict(sorted(found.items()))


def find(folders, declarations, *, chosen=None, folders_are="", known=()):
    """Return the submissions in downloads, and what was not understood.

    Parameters
    ----------
    folders : list of path
        Folders or zips, each a download or a class, or holding some.
    declarations : dict of str to Declaration
        The exercises that are looked for, by name.
    chosen : str, optional
        The exercise of files of which nothing else says which one it is.
    folders_are : {"", "students", "sections"}
        What the folders in a folder are, if that cannot be seen.
    known : iterable of Identity
        Students of before, who keep their keys.

    Returns
    -------
    found : Found
        Every file that may be work is that of a submission, or in a note.

    Raises
    ------
    BadSubmission
        If a folder cannot be read or understood, or there is nothing to grade.
    """
    exercises = KnownExercises(declarations, chosen)
    found, hand_ins, downloads, given = Found(), [], [], []
    for folder in dict.fromkeys(Path(each).resolve() for each in folders):
        found.folders.append(str(folder))
        place, inner = _downloads_in(folder, exercises, folders_are)
        given.append(place)
        downloads += inner
    is_only = len(downloads) == 1
    for number, each in enumerate(downloads):
        place = each.place
        try:
            more, notes = each.layout.hand_ins(place)
        except Unreadable as error:
            raise BadSubmission(f"{place.path} cannot be graded: {error}.") from error
        root = place.path if is_only else place.path.parent
        if each.layout.TITLE:
            found.remarks.append(f"{place.path.name} is {each.layout.TITLE}.")
        found.notes += [replace(note, root=root) for note in notes]
        for one in more:
            notes = tuple(replace(note, root=root) for note in one.notes)
            tells = each.layout.TIMES_TELL
            hand_ins.append(replace(one, times_tell=tells, download=number, notes=notes))
    _settle(found, hand_ins, downloads, known)
    apart = {each.place.path for each in downloads}
    graded = {each.path for each in found.submissions}
    for place in given:
        if place.path not in apart:
            found.notes = unaccounted(place, graded, found.notes, place.path, apart)
    if not found.submissions:
        raise BadSubmission(_nothing_in(folders, exercises.names, found.sentences))
    return found


def _downloads_in(folder, exercises, folders_are):
    try:
        return downloads_in(folder, exercises, folders_are)
    except Unreadable as error:
        raise BadSubmission(f"{folder} cannot be graded: {error}.") from error
    except NotUnderstood as error:
        raise BadSubmission(str(error)) from error


def _settle(found, hand_ins, downloads, known):
    """Find out who is who and what counts, and account for every file."""
    people, remarks = joined(((each.download, each.identity) for each in hand_ins), known)
    hand_ins = [replace(each, identity=people[each.identity]) for each in hand_ins]
    for each in hand_ins:
        found.students[each.identity.student] = each.identity
        folder = found.folder_of(each.path)
        found.named.setdefault(each.identity.student, set()).add(folder)
    files, notes = latest(hand_ins)
    flat = flat_files(hand_ins)
    is_only = len(downloads) == 1
    roots = [each.place.path if is_only else each.place.path.parent for each in downloads]
    found.doubts = list(perhaps_one(hand_ins, found.students, known))
    found.remarks += [*remarks, *found.doubts]
    found.notes += [replace(each, root=each.root or _root_of(each, roots)) for each in notes]
    found.submissions = sorted(
        (_submission(*each, name, flat) for (_, name), each in files.items()),
        key=lambda each: (each.student, each.exercise),
    )
    found.notes = without_helpers(found.notes, found.submissions)
    graded = {each.path for each in found.submissions}
    for each, root in zip(downloads, roots, strict=True):
        found.notes = unaccounted(each.place, graded, found.notes, root)


def _root_of(note, roots):
    inside = [root for root in roots if root in note.path.parents or root == note.path]
    return max(inside, key=lambda root: len(root.parts), default=None)


def _submission(handed_in, file, exercise, flat):
    identity = handed_in.identity
    return Submission(
        identity.student,
        exercise,
        file.path,
        identity if identity.tells_more else None,
        utc_text(handed_in.time),
        handed_in.late,
        siblings_of(handed_in, file, flat),
    )


def _nothing_in(folders, names, notes):
    """Return the sentence for folders in which there is nothing to grade, and the first notes."""
    told = "".join(f"\n{note}" for note in notes[:MOST_NOTES])
    return (
        f"There are no submissions in {', '.join(map(str, folders))}: expected "
        "<student>/<exercise>.ipynb or .py, or what a system for courses exports, with an exercise "
        f"of {', '.join(names)}.{told}"
    )
