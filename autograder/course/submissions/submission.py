"""One file that a student handed in, and how it is read."""

from __future__ import annotations

from pathlib import Path

from autograder.authoring.source import Source
from autograder.course.submissions.contents import contents
from autograder.course.submissions.file_names import kind_of
from autograder.course.submissions.folders import LARGEST
from autograder.course.submissions.helper_modules import BadHelper, helpers_beside
from autograder.course.submissions.zips import Missing, TooLarge, Unreadable


class BadSubmission(Exception):
    """A file or folder that cannot be graded; the message says why."""


class Submission:
    """One file that a student handed in.

    It is not kept in memory; its digest is, as of the last time that it was read.

    Parameters
    ----------
    student : str
        The student's key; no two students have the same.
    exercise : str
        The exercise.
    path : path
        Where it is; it may lead into a zip, so that only `read_source` can read it.
    identity : Identity or None
        Who the student is, if more is known than the key.
    time : str
        When it was handed in, as far as the system says that, or "".
    late : str
        What the system says of its being late, or "".
    siblings : dict of str to path, optional
        What the student handed in with it, by the names that it had then, if a system put the files
        of all students into one folder. Without, this is what lies in its folder.
    """

    def __init__(self, student, exercise, path, identity=None, time="", late="", siblings=None):
        self.student, self.exercise = student, exercise
        self.time, self.late = time, late
        self.path, self.identity = Path(path), identity
        self._siblings = siblings
        self._digest = self._problem = None

    def read(self):
        """Return the file as a `Source`, as it is now; one that cannot be read has a problem."""
        try:
            source = read_source(self.path, self._siblings)
        except BadSubmission as error:
            source = Source(b"", self.kind, str(error))
        self._digest, self._problem = source.digest, source.problem
        return source

    def path_of(self, helper):
        """Return where a module lies that goes along with it."""
        folder = self.path.parent
        return folder / helper if self._siblings is None else self._siblings[helper]

    @property
    def kind(self):
        """Whether it is a notebook (".ipynb") or a script (".py")."""
        return kind_of(self.path.name)

    @property
    def digest(self):
        """The digest of its `Source` when it was read last; it is read if it never was."""
        if self._digest is None:
            self.read()
        return self._digest

    @property
    def problem(self):
        """Why it could not be read when it was read last, or ""; it is read if it never was."""
        if self._problem is None:
            self.read()
        return self._problem


class Remembered(Submission):
    """A submission whose result stands from a former grading; its file may be gone.

    Parameters
    ----------
    digest : str
        That of the file that was graded.
    """

    def __init__(self, student, exercise, path, identity, digest):
        super().__init__(student, exercise, path, identity)
        self._digest, self._problem = digest, ""


def read_source(path, siblings=None):
    """Return the `Source` of a submission; its siblings are as `Submission` has them.

    Raises
    ------
    BadSubmission
        If it is not a plain file, is too large, or cannot be read.
    """
    path = Path(path)
    kind = kind_of(path.name)
    if path.is_dir():
        raise BadSubmission(f"{path} is a folder. Name a file in it, a notebook or a script.")
    if not kind:
        raise BadSubmission(
            f"The name of {path} should end in .ipynb for a notebook or in .py for a script; "
            f"it ends in {path.suffix}."
            if path.suffix
            else f"The name of {path} has no ending: a notebook has .ipynb, and a script .py."
        )
    try:
        content = contents(path, LARGEST)
        return Source(content, kind, helpers=helpers_beside(path, content, siblings))
    except TooLarge as error:
        todo = "Clear its outputs, save it and hand it in again." if kind == ".ipynb" else ""
        raise BadSubmission(f"{path} cannot be graded: {error}. {todo}".rstrip()) from error
    except BadHelper as error:
        raise BadSubmission(f"{path} cannot be graded: {error}.") from error
    except Missing as error:
        raise BadSubmission(f"There is no file {path}.") from error
    except Unreadable as error:
        raise BadSubmission(f"{path} cannot be graded: {error}.") from error
