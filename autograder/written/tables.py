"""Tables that people edit in spreadsheets, with commas, semicolons or tabs between the cells.

A table is only ever added to, so that what was typed stays as it was typed.
"""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass
from pathlib import Path

from autograder.results import replace

DELIMITERS = (",", ";", "\t")
MARK = "\N{BYTE ORDER MARK}"


class BadTable(Exception):
    """A table that cannot be read; the message says what was expected and what came."""


@dataclass(frozen=True)
class Row:
    """One row: the line on which it begins, counted from 1, and its cells by column."""

    line: int
    cells: dict[str, str]
    has_every_cell: bool = True


@dataclass(frozen=True)
class Table:
    """A file of comma-separated values.

    Attributes
    ----------
    path : Path
        Where it is.
    columns : tuple of str
        The names of its columns, in small letters.
    rows : list of Row
        Those that are not empty.
    text, delimiter, newline : str
        The file as it is, and how it separates cells and lines.
    """

    path: Path
    columns: tuple[str, ...]
    rows: list[Row]
    text: str = ""
    delimiter: str = ","
    newline: str = "\n"

    def add(self, rows):
        """Write the table with more rows below; nothing where there are none.

        Parameters
        ----------
        rows : list of dict of str to str
            Cells by column; a column that is not named stays empty.
        """
        if not rows:
            return
        text = self.text or self._line(self.columns)
        if not text.endswith("\n"):
            text += self.newline
        added = [self._line([row.get(name, "") for name in self.columns]) for row in rows]
        replace(self.path, text + "".join(added))

    def _line(self, cells):
        line = io.StringIO()
        csv.writer(line, delimiter=self.delimiter, lineterminator=self.newline).writerow(cells)
        return line.getvalue()


def read_table(path, columns):
    """Return the `Table` in a file; an empty one where there is no file.

    Parameters
    ----------
    path : Path
        The file.
    columns : tuple of str
        The columns that it must have; there may be others, in any order.

    Raises
    ------
    BadTable
        If it lacks a column or is no such table.
    """
    try:
        text = decoded(path)
    except FileNotFoundError:
        return Table(path, columns, [])
    except OSError as error:
        raise BadTable(f"{path.name} cannot be read: {error.strerror}.") from error
    first = text.removeprefix(MARK).partition("\n")[0]
    delimiter = max(DELIMITERS, key=first.count)
    try:
        header, rows = parsed(text.removeprefix(MARK), delimiter)
    except csv.Error as error:
        raise BadTable(f"{path.name} is no table of comma-separated values: {error}.") from error
    missing = [name for name in columns if name not in header]
    if missing:
        raise BadTable(
            f"{path.name} has no column {', '.join(missing)}: its first line should name "
            f"{', '.join(columns)}, separated by commas, semicolons or tabs; it is {first[:80]!r}."
        )
    newline = "\r\n" if first.endswith("\r") else "\n"
    return Table(path, header, rows, text, delimiter, newline)


def decoded(path):
    """Return the text of a file, its byte order mark included; line ends as they are.

    What is not UTF-8 is taken for Windows' Western European, in which Excel writes CSV by default;
    it gets the mark, so that a spreadsheet reads it again as what it then is.
    """
    content = path.read_bytes()
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        pass
    try:
        text = content.decode("cp1252")
    except UnicodeDecodeError:
        text = "\0"
    if "\0" in text:
        raise BadTable(f"{path.name} is not text in UTF-8; save it as 'CSV UTF-8'.")
    return MARK + text


def parsed(text, delimiter):
    """Return the names of the columns and the rows of a table."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    header = tuple(name.strip().casefold() for name in next(reader, []))
    rows, line = [], reader.line_num + 1
    for cells in reader:
        if any(cell.strip() for cell in cells):
            padded = [*cells, *[""] * (len(header) - len(cells))]
            named = dict(zip(header, padded, strict=False))
            rows.append(Row(line, named, not any(cells[len(header) :])))
        line = reader.line_num + 1
    return header, rows
