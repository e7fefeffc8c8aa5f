"""Notes on files: which were replaced, which were left out and why, and what else."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from pathlib import Path

INFO, REPLACED, LEFT_OUT, NO_WORK = "info", "replaced", "left out", "no work"
# So many sentences on one student are printed; all of them are kept.
MOST_SENTENCES = 10


@dataclass(frozen=True)
class Note:
    """A note on a file or folder.

    Attributes
    ----------
    path : Path
        The file; if it is a folder, the note is about all that lies in it.
    clause : str
        What to say.
    kind : {"info", "replaced", "left out", "no work"}
        What became of it; the last is what a system put there, and no student.
    is_work : bool
        Whether it may be work that was not graded, so that somebody has to look.
    student : str
        The key of the student whose it is, or "".
    root : Path or None
        The folder from which its path begins.
    """

    path: Path
    clause: str
    kind: str = INFO
    is_work: bool = False
    student: str = ""
    root: Path | None = None

    @property
    def sentence(self):
        """The note as a sentence."""
        inside = self.path.parts[len(self.root.parts) if self.root else 0 :] or (self.path.name,)
        return f"{'/'.join(inside)}: {self.clause}."

    def of(self, student):
        """Return the note as one on a student's file."""
        return replace(self, student=self.student or student)


def left_out(path, why, is_work=False):
    """Return a note that a file was left out, and why."""
    return Note(path, f"left out, {why}", LEFT_OUT, is_work)


def sentences(notes):
    """Return notes as sentences, each once; of one student no more than can be read."""
    told, by_student = [], defaultdict(int)
    said = {(each.path, each.clause) for each in notes}
    for each in dict.fromkeys(notes):
        if any((above, each.clause) in said for above in each.path.parents):
            continue
        by_student[each.student] += 1
        if not each.student or by_student[each.student] <= MOST_SENTENCES:
            told.append(each.sentence)
    for student, number in by_student.items():
        if student and number > MOST_SENTENCES:
            told.append(f"{student}: the same for {number - MOST_SENTENCES} more files.")
    return list(dict.fromkeys(told))
