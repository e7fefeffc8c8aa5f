"""``written.csv`` and its key as they stand in a folder of results."""

from __future__ import annotations

from pathlib import Path

from autograder.course.csv_cells import BadTable
from autograder.course.written import key, typed
from autograder.course.written.sheets import read_sheet


class WrittenTables:
    """The two tables of a folder, which are read once, and again only if they have changed.

    A person may type points while a class is graded; these must not be overwritten by what was
    read before.

    Parameters
    ----------
    folder : path
        The folder of the results.
    declarations : dict of str to Declaration
        The exercises, with their questions.
    """

    def __init__(self, folder, declarations):
        self.folder, self._declarations = Path(folder), declarations
        self._stamps, self._tables, self._error = None, None, None

    def read(self):
        """Return ``written.csv`` as a `Sheet`, and the list of `Entry` of its key.

        Raises
        ------
        BadTable
            If one of them cannot be read. Tables that are not there have no rows.
        """
        stamps = [_stamp(self.folder / name) for name in (typed.NAME, key.NAME)]
        if stamps != self._stamps:
            self._stamps, self._tables, self._error = stamps, None, None
            try:
                sheet = read_sheet(self.folder / typed.NAME, typed.COLUMNS)
                self._tables = sheet, key.read_key(self.folder)
            except BadTable as error:
                self._error = str(error)
        if self._error is not None:
            raise BadTable(self._error)
        return self._tables

    def typed_points(self):
        """Return the points that were typed, as `Typed`; none, and a note, from a bad table."""
        try:
            sheet, entries = self.read()
        except BadTable as error:
            return typed.Typed(notes=[f"{error} Until you mend it, no typed points count."])
        return typed.typed_points(sheet, entries, self._declarations)


def _stamp(path):
    """Return what changes when a file does, or None if there is none."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_ino, found.st_mtime_ns, found.st_size
