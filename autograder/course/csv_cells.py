"""Where the cells of a table lie in its text, so that one can be replaced and all else kept.

What a cell holds is what `csv.reader` says; where it lies `csv.reader` does not tell.
"""

from __future__ import annotations

import codecs
import re
from typing import NamedTuple

DELIMITERS = (",", ";", "\t", "|")
# By the mark at the start of a file. UTF-32 comes first: its mark begins like that of UTF-16.
MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)


class BadTable(Exception):
    """A table that cannot be read or filled; the message is a sentence that says why."""


class Cell(NamedTuple):
    """A cell of a table.

    Attributes
    ----------
    start, end : int
        Where it lies in the text, with its quotation marks and without delimiters.
    value : str
        What it holds.
    """

    start: int
    end: int
    value: str


def decoded(data):
    """Return the text of a file, and how it is encoded; encoding it again gives the same bytes.

    Parameters
    ----------
    data : bytes
        The file.

    Returns
    -------
    text : str
        With the mark at its start, if it has one.
    encoding : str
        UTF-8 or UTF-16 if the bytes are that, else Windows' or ISO's code for Western Europe.

    Raises
    ------
    BadTable
        If it is not text.

    Examples
    --------
    >>> decoded("Zoë".encode("latin-1"))
    ('Zoë', 'cp1252')
    """
    for encoding in _marked(data) or ("utf-8", "cp1252", "latin-1"):
        try:
            text = data.decode(encoding)
        except UnicodeError:
            continue
        if "\0" in text or text.encode(encoding) != data:
            break
        return text, encoding
    raise BadTable("The table is not text; export it as CSV, or with tabs.")


def _marked(data):
    """Return the encodings that the start of a file speaks for, with a mark or without."""
    named = [encoding for mark, encoding in MARKS if data.startswith(mark)]
    unmarked = [("utf-16-le", data[1:200:2]), ("utf-16-be", data[:200:2])]
    return named[:1] or [encoding for encoding, zeros in unmarked if zeros and not any(zeros)]


def rows(text, delimiter):
    r"""Yield the rows of a table, each a list of `Cell`; that of an empty line is empty.

    Raises
    ------
    BadTable
        If a quotation mark is never closed.

    Examples
    --------
    >>> for row in rows('name,points\n"Doe, Jo",\n', ","):
    ...     print(*row)
    Cell(start=0, end=4, value='name') Cell(start=5, end=11, value='points')
    Cell(start=12, end=21, value='Doe, Jo') Cell(start=22, end=22, value='')
    """
    ends = re.compile(f"[{re.escape(delimiter)}\r\n]|\\Z")
    at = int(text.startswith("\ufeff"))
    while at < len(text):
        row = []
        if text[at] not in "\r\n":
            row.append(_cell_at(text, at, ends))
            while text.startswith(delimiter, row[-1].end):
                row.append(_cell_at(text, row[-1].end + 1, ends))
            at = row[-1].end
        yield row
        at += 2 if text.startswith("\r\n", at) else 1


def _cell_at(text, start, ends):
    """Return the cell that starts at a position."""
    if not text.startswith('"', start):
        end = ends.search(text, start).start()
        return Cell(start, end, text[start:end])
    close = text.find('"', start + 1)
    while text.startswith('""', close) and close > 0:
        close = text.find('"', close + 2)
    if close < 0:
        line = text.count("\n", 0, start) + 1
        raise BadTable(f"A quotation mark in line {line} of the table is never closed.")
    end = ends.search(text, close + 1).start()
    return Cell(start, end, text[start + 1 : close].replace('""', '"') + text[close + 1 : end])


def with_changes(text, delimiter, changes):
    """Return the text of a table with other values in some cells, and every other character kept.

    Parameters
    ----------
    text : str
        The table.
    delimiter : str
        What stands between its cells.
    changes : iterable of tuple
        A row (list of `Cell`), the number of a column, and its new value. A row that is too short
        gets delimiters first.
    """
    needs_quotes = re.compile(f'[{re.escape(delimiter)}"\r\n]')
    parts, done = [], 0
    for row, column, value in sorted(changes, key=lambda change: change[0][0].start):
        if column < len(row):
            start, end = row[column].start, row[column].end
            is_quoted = text.startswith('"', start)
        else:
            start = end = row[-1].end
            is_quoted = False
        if is_quoted or needs_quotes.search(value):
            value = '"{}"'.format(value.replace('"', '""'))
        parts += [text[done:start], delimiter * (column - len(row) + 1), value]
        done = end
    return "".join(parts) + text[done:]
