"""Files and folders as layouts see them, whether they lie on the disk or in a zip."""

from __future__ import annotations

import os
import stat
from dataclasses import dataclass, field
from functools import cached_property
from itertools import islice
from pathlib import Path

from autograder.course.submissions.contents import contents
from autograder.course.submissions.file_names import exported_at, kind_of
from autograder.course.submissions.known_exercises import KnownExercises
from autograder.course.submissions.student_keys import as_name
from autograder.course.submissions.zips import Unreadable

SUFFIXES = (".ipynb", ".py")
# So much of a file is read; a larger one cannot be graded.
LARGEST = 20 * 1024**2
# Files and folders in one folder on the disk.
MOST_CHILDREN = 20_000
PACKED = (".rar", ".7z", ".tar", ".gz", ".tgz", ".bz2", ".xz", ".zipx")
# A notebook or a script may have lost the end of its name.
PLAIN = ("", ".txt", ".json", ".text")


@dataclass(frozen=True)
class File:
    """A file.

    Attributes
    ----------
    path : path
        Where it is; it may lead into a zip.
    exercises : KnownExercises
        Those that it may be of.
    time : float
        When it was last changed, in seconds since 1970.
    stamp : float or None
        When it was handed in, as far as its name says that; of two the larger is the later.
    problem : str
        Why it cannot be graded, as a clause, or "".
    names : tuple of str
        What may hint at its exercise: its own name, then that of the zip it came in.
    """

    path: Path
    exercises: KnownExercises = field(repr=False, compare=False)
    time: float = 0.0
    stamp: float | None = None
    problem: str = ""
    names: tuple[str, ...] = ()

    def text(self):
        """Return what it holds, or nothing if it cannot be read; it is not kept."""
        try:
            return b"" if self.problem else contents(self.path, LARGEST)
        except Unreadable:
            return b""

    @cached_property
    def _judged(self):
        return self.exercises.judged(self.names, self.text())

    @property
    def exercise(self):
        """The exercise that it is of, by what it holds and by its names, or None."""
        return self._judged[0]

    @property
    def doubt(self):
        """Why its exercise is not known, or is not the one that its name says, as a clause."""
        return self._judged[1]

    @property
    def kind(self):
        """Which of `SUFFIXES` its name ends in, whatever the case; "" for other files."""
        return kind_of(self.path.name)

    @property
    def is_work(self):
        """Whether it is a notebook or a script."""
        return bool(self.kind)

    @cached_property
    def is_nearly_work(self):
        """Whether it would be, but for how its name ends or how it is packed."""
        endings = [ending.lower() for ending in self.path.suffixes]
        if self.is_work or self.is_zip:
            return False
        if not set(endings).isdisjoint(SUFFIXES) or (endings[-1:] and endings[-1] in PACKED):
            return True
        return self.path.suffix.lower() in PLAIN and self.exercises.holds_any(self.text())

    @property
    def can_be_graded(self):
        """Whether it is a notebook or a script, without a problem, of an exercise."""
        return self.is_work and not self.problem and self.exercise is not None

    @property
    def is_zip(self):
        """Whether its name says that it is a zip."""
        return self.path.suffix.lower() == ".zip"


@dataclass(frozen=True)
class Folder:
    """A folder on the disk, and the exercises that what is in it may be of."""

    path: Path
    exercises: KnownExercises = field(repr=False, compare=False)

    @property
    def name(self):
        """Its name, without what some file system would not take: the same on every machine."""
        return as_name(self.path.name)

    def children(self):
        """Return the visible files and folders in it, sorted by name.

        A link is a file that cannot be graded, wherever it leads.

        Raises
        ------
        Unreadable
            If the folder cannot be read, or holds too much.
        """
        try:
            with os.scandir(self.path) as entries:
                names = [each.name for each in islice(entries, MOST_CHILDREN + 1)]
            if len(names) > MOST_CHILDREN:
                raise Unreadable(f"it holds more than {MOST_CHILDREN} files and folders")
            paths = sorted(self.path / name for name in names if is_visible(name))
            return [on_disk(path, self.exercises) for path in paths]
        except OSError as error:
            raise Unreadable(f"it cannot be read: {error.strerror}") from error

    def holds(self, name):
        """Return whether there is a file or folder of this name in it, hidden or not."""
        return os.path.lexists(self.path / name)


def is_visible(name):
    """Return whether a name is that of something that people put there on purpose."""
    return not name.startswith(".") and name != "__MACOSX"


def on_disk(path, exercises):
    """Return the file or folder at a path; links are not followed."""
    found = os.lstat(path)
    if stat.S_ISDIR(found.st_mode):
        return Folder(path, exercises)
    problem = "" if stat.S_ISREG(found.st_mode) else "it is not a plain file"
    stamp = exported_at(path.name)
    return File(path, exercises, found.st_mtime, stamp, problem, (path.name,))
