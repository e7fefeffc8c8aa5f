"""Find the header of a gradebook, and in it the columns that were asked for."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from itertools import islice

from autograder.course.csv_cells import DELIMITERS, BadTable, Cell, rows
from autograder.course.gradebook.cell_numbers import has_commas, most_in, number_in
from autograder.course.gradebook.matching import folded

# Some systems write a title or a line ``sep=;`` above the header.
HEADER_ROWS = 10
# What is added to the name of a column: "convolution (12345)" in Canvas, "Assignment: convolution
# (Real)" in Moodle, "convolution [Total Pts: 25 Score] |98765" in Blackboard, "convolution [25]" in
# Sakai, "convolution Points Grade <Numeric MaxPoints:25 Weight:5>" in Brightspace.
ADDED = re.compile(
    r"^(assignment|quiz|workshop): | \(\d+\)$| \[total pts:.*$| \((real|points)\)$"
    r"| \[\d+(?:[.,]\d+)?\]$|(?: points grade)?(?: <\w+ maxpoints:[^<>]*>)$| points grade$"
)
# Parts of what columns with people's names are called, and of those that look like them.
NAMES = re.compile(r"name|nom\b|cognome|naam|apellido|student\b|namn|navn")
NO_NAMES = re.compile(r"user|login|mail|\bid\b")
# Where Moodle's grading worksheets have how many points there are.
MAXIMUM = "maximum grade"

# The row of Canvas that is not a student's, and what it says of columns that Canvas calculates.
NO_STUDENT, READ_ONLY = "points possible", "(read only)"


@dataclass(frozen=True)
class Gradebook:
    """A gradebook.

    Attributes
    ----------
    delimiter : str
        What stands between its cells.
    header : list of Cell
        The names of its columns.
    body : list of list of Cell
        The rows below the header.
    key, column : int
        The column that tells students apart, and the one to fill.
    """

    delimiter: str
    header: list[Cell]
    body: list[list[Cell]]
    key: int
    column: int

    @property
    def name(self):
        """The whole name of the column to fill."""
        return self.header[self.column].value

    @cached_property
    def values(self):
        """What each row has in that column."""
        return [_value(row, self.column) for row in self.body]

    @cached_property
    def keys(self):
        """What tells students apart, by the number of the row, for those that are a student's."""
        keys = {number: _value(row, self.key) for number, row in enumerate(self.body)}
        return {n: key for n, key in keys.items() if folded(key) not in ("", NO_STUDENT)}

    @property
    def without_key(self):
        """The numbers of the rows that are nobody's, without those that are empty."""
        return [n for n, row in enumerate(self.body) if row and n not in self.keys]

    @property
    def most(self):
        """How many points the gradebook says that there are in the column, or None."""
        if (most := most_in(self.name)) is not None:
            return most
        told = [
            _value(row, self.column)
            for n, row in enumerate(self.body)
            if n not in self.keys and any(folded(cell.value) == NO_STUDENT for cell in row)
        ]
        for place, cell in enumerate(self.header):
            if folded(cell.value) == MAXIMUM:
                told += [_value(self.body[n], place) for n in self.keys]
        try:
            (only,) = {number_in(each) for each in told}
        except ValueError:
            return None
        return only

    @property
    def has_commas(self):
        """Whether its numbers have decimal commas: in this column, or else in any."""
        others = [cell.value for row in self.body for cell in row]
        return has_commas([self.values, others])

    def person(self, number):
        """Return whose a row is, as people say it: the name, and the key if there is one."""
        key = self.keys.get(number, "")
        parts = [_value(self.body[number], place).strip() for place in self._name_columns]
        name = " ".join(each for each in parts if each and each != key)
        return f"{name} ({key})" if name and key else name or key

    @cached_property
    def _name_columns(self):
        """The numbers of the columns that hold names of people."""
        called = [folded(cell.value) for cell in self.header]
        return [
            number
            for number, name in enumerate(called)
            if number not in (self.key, self.column)
            and NAMES.search(name)
            and not NO_NAMES.search(name)
        ]

    @property
    def is_calculated(self):
        """Whether the system calculates the column itself."""
        values = (each for n, each in enumerate(self.values) if n not in self.keys)
        return any(folded(each) == READ_ONLY for each in values)


def _value(row, column):
    """Return what a row has in a column, "" if it is too short."""
    return row[column].value if column < len(row) else ""


def gradebook_in(text, key, column):
    """Return the `Gradebook` that a text is.

    Parameters
    ----------
    text : str
        The file; the delimiter is the one with which the columns are there.
    key, column : str
        Names of columns, as they are written, or without what a system added to them.

    Raises
    ------
    BadTable
        If a column is not there, or is there twice, or a quotation mark is not closed.
    """
    for delimiter in DELIMITERS:
        for number, header in enumerate(_first_rows(text, delimiter)):
            places = [_named(header, asked) for asked in (key, column)]
            if all(places):
                one, other = map(_only, places, (key, column))
                if one == other:
                    raise BadTable(f"{key!r} and {column!r} are the same column.")
                body = list(rows(text, delimiter))[number + 1 :]
                return Gradebook(delimiter, header, body, one, other)
    raise BadTable(_not_there(text, key, column))


def _first_rows(text, delimiter):
    """Yield the rows that may be the header; none after a quotation mark that is not closed."""
    try:
        yield from islice(rows(text, delimiter), HEADER_ROWS)
    except BadTable:
        return


def _named(header, asked):
    """Return the numbers of the columns with a name: just that, else one that differs least."""
    for alike in (str, folded, _bare):
        found = [n for n, cell in enumerate(header) if alike(cell.value) == alike(asked)]
        if found:
            return found
    return []


def _bare(name):
    """Return the name of a column without what a system added to it."""
    return ADDED.sub("", folded(name))


def _only(numbers, name):
    """Return the only number; BadTable if there are more."""
    if len(numbers) > 1:
        raise BadTable(
            f"The gradebook has {len(numbers)} columns {name!r}; give the whole name of one."
        )
    return numbers[0]


def _not_there(text, key, column):
    """Return the sentence that says which column is not there, and which are."""
    headers = [next(_first_rows(text, delimiter), []) for delimiter in DELIMITERS]
    header = max(headers, key=len)
    missing = " and no column ".join(
        repr(each) for each in (key, column) if not _named(header, each)
    )
    columns = ", ".join(repr(cell.value) for cell in header) or "none"
    return f"The gradebook has no column {missing}. Its columns are {columns}."
