"""Moodle's grading worksheets: they tell the e-mail address of each number of a participant."""

from __future__ import annotations

import re
from collections import Counter
from contextlib import suppress
from itertools import islice

from autograder.course.csv_cells import DELIMITERS, BadTable, decoded, rows
from autograder.course.submissions.contents import contents
from autograder.course.submissions.folders import File
from autograder.course.submissions.zips import Unreadable

# "Participant 1001", in any language.
IDENTIFIER = re.compile(r"\D+([0-9]+)")
MOST_TABLES, LARGEST = 50, 5 * 1024**2


def emails_by_number(folder, of_students):
    """Return the e-mail addresses of participants by their numbers, as digits.

    Worksheets are looked for in a download and beside it. An address that two numbers of one
    worksheet have is nobody's.

    Parameters
    ----------
    folder : Folder
        The download.
    of_students : re.Pattern
        The names of what students handed in; no table of theirs says who they are.
    """
    beside = next((each for each in folder.path.parents if each.is_dir()), None)
    paths = [each.path for each in folder.children() if isinstance(each, File)]
    paths += sorted(beside.iterdir()) if beside else []
    tables = (p for p in paths if p.suffix.lower() == ".csv" and not of_students.fullmatch(p.name))
    found = {}
    for path in islice(tables, MOST_TABLES):
        with suppress(Unreadable):
            found |= _emails_in(contents(path, LARGEST))
    return found


def _emails_in(content):
    """Return the addresses in a table by number; none if it is not a worksheet."""
    try:
        text = decoded(content)[0]
        delimiter = max(DELIMITERS, key=text.partition("\n")[0].count)
        table = [[cell.value.strip() for cell in row] for row in rows(text, delimiter)]
    except BadTable:
        return {}
    body = [row for row in table[1:] if any(row)]
    numbers = [IDENTIFIER.fullmatch(row[0]) for row in body]
    columns = range(1, min(map(len, body), default=0))
    column = next((n for n in columns if all("@" in row[n] for row in body)), None)
    if column is None or not all(numbers):
        return {}
    count = Counter(row[column].casefold() for row in body)
    return {
        number[1]: row[column]
        for number, row in zip(numbers, body, strict=True)
        if count[row[column].casefold()] == 1
    }
