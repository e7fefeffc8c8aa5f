"""Tables that people edit in spreadsheets, whatever these put between the cells.

A table is only ever added to, so that what was typed stays as it was typed.
"""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass
from pathlib import Path

from autograder.course.csv_cells import DELIMITERS, BadTable, decoded, rows, with_changes
from autograder.files import replace_bytes


@dataclass(frozen=True)
class _SheetRow:
    """One row: the line on which it begins, counted from 1, and its cells by column."""

    line: int
    cells: dict[str, str]
    has_every_cell: bool = True


@dataclass(frozen=True)
class _Sheet:
    """A file of comma-separated values.

    Attributes
    ----------
    path : Path
        Where it is.
    columns : tuple of str
        The names of its columns, in small letters.
    rows : list of SheetRow
        Those that are not empty.
    text, encoding : str
        The file as it is, and how it is encoded.
    delimiter : str
        What separates its cells.
    """

    path: Path
    columns: tuple[str, ...]
    rows: list[_SheetRow]
    text: str = ""
    encoding: str = "utf-8"
    delimiter: str = ","

    def add(self, rows):
        """Write the table with more rows below; nothing if there are none.

        Parameters
        ----------
        rows : list of dict of str to str
            Cells by column; a column that is not named stays empty.
        """
        if not rows:
            return
        newline = "\r\n" if "\r\n" in self.text else "\n"
        lines = io.StringIO()
        writer = csv.writer(lines, delimiter=self.delimiter, lineterminator=newline)
        if not self.text:
            writer.writerow(self.columns)
        writer.writerows([row.get(name, "") for name in self.columns] for row in rows)
        end = "" if not self.text or self.text.endswith(("\n", "\r")) else newline
        replace_bytes(self.path, (self.text + end + lines.getvalue()).encode(self.encoding))

    def fill(self, key, values):
        """Write the table with other values in some cells, and every other character as it was.

        Parameters
        ----------
        key : str
            The column that tells rows apart.
        values : dict of str to dict of str to str
            For rows, by their cell in that column, the new cells by column.
        """
        changes = [
            (row, self.columns.index(column), value)
            for row in rows(self.text, self.delimiter)
            if len(row) > self.columns.index(key)
            for column, value in values.get(row[self.columns.index(key)].value.strip(), {}).items()
        ]
        text = with_changes(self.text, self.delimiter, changes)
        try:
            content = text.encode(self.encoding)
        except UnicodeEncodeError:  # a value with a letter that the old encoding does not have
            content = text.encode("utf-8-sig")
        replace_bytes(self.path, content)


def read_sheet(path, columns):
    """Return the `_Sheet` in a file; an empty one if there is no file.

    Parameters
    ----------
    path : Path
        The file.
    columns : tuple of str
        The columns that it must have; there may be others, in any order.

    Raises
    ------
    BadTable
        If it lacks a column or is not such a table.
    """
    try:
        text, encoding = decoded(path.read_bytes())
        first = text.lstrip("\ufeff").partition("\n")[0].strip()
        delimiter = max(DELIMITERS, key=first.count)
        header, body = _parsed(text, delimiter)
    except FileNotFoundError:
        return _Sheet(path, columns, [])
    except BadTable as error:
        raise BadTable(f"{path.name}: {error}") from error
    except OSError as error:
        raise BadTable(f"{path.name} cannot be read: {error.strerror}.") from error
    missing = [name for name in columns if name not in header]
    if missing:
        raise BadTable(
            f"{path.name} has no column {', '.join(missing)}: its first line should name "
            f"{', '.join(columns)}, separated by commas, semicolons or tabs; it is {first[:80]!r}."
        )
    return _Sheet(path, header, body, text, encoding, delimiter)


def _parsed(text, delimiter):
    """Return the names of the columns of a table, and the rows below them."""
    header, body, line, counted = (), [], 1, 0
    for cells in rows(text, delimiter):
        values = [cell.value for cell in cells]
        if not any(value.strip() for value in values):
            continue
        line += text.count("\n", counted, cells[0].start)
        counted = cells[0].start
        if not header:
            header = tuple(value.strip().casefold() for value in values)
        else:
            padded = [*values, *[""] * (len(header) - len(values))]
            named = dict(zip(header, padded, strict=False))
            body.append(_SheetRow(line, named, not any(values[len(header) :])))
    return header, body
