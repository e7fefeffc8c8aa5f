"""Take the points of a table that a page of answers made into ``written.csv``, all or none."""

from __future__ import annotations

from dataclasses import replace

from autograder.course.csv_cells import BadTable
from autograder.course.identities import as_written
from autograder.course.written import typed
from autograder.course.written.key import write_key
from autograder.course.written.sheets import read_sheet
from autograder.files import cell_text

# Beside the columns of `typed.COLUMNS`, a page names the answer that its reader saw by its digest.
TEXT = "text"
# So many rows are named that cannot be used.
MOST_NAMED = 5


def bring_back(tables, paths, declarations, shown):
    """Take points and comments from tables into ``written.csv``; a row in them takes the place.

    Rows without points and without a comment change nothing.

    Parameters
    ----------
    tables : WrittenTables
        ``written.csv`` and its key.
    paths : iterable of Path
        The tables.
    declarations : dict of str to Declaration
        The exercises, with their questions.
    shown : dict of str to str
        Digests of the answers that the pages show now, by their labels.

    Raises
    ------
    BadTable
        If a row is about an answer that the class does not have, or has points that it cannot get,
        or if a table cannot be read; then nothing is written.
    """
    sheet, entries = tables.read()
    key = {entry.answer: entry for entry in entries}
    listed = {row.cells["answer"].strip() for row in sheet.rows}
    values, texts, problems = {}, {}, []
    for path in paths:
        for row in _filled_rows(path):
            try:
                entry = _entry(row, key, listed, shown)
                cells = _cells(row, entry, declarations)
                if values.setdefault(entry.answer, cells) != cells:
                    raise typed.UnusableRow(f"the answer {entry.answer} stands twice, differently")
                if "points" in cells:
                    texts[entry.answer] = row.cells.get(TEXT, "").strip() or entry.text
            except typed.UnusableRow as error:
                problems.append(f"{path.name}, line {row.line}: {error}.")
    if problems:
        raise BadTable("\n".join([*_some(problems), "No points were brought back."]))
    if values:
        # The table first: if the key is not written any more, the answers count as changed.
        sheet.fill("answer", values)
        write_key(tables.folder, [replace(e, text=texts.get(e.answer, e.text)) for e in entries])


def _filled_rows(path):
    """Return the rows of a table that give points or a comment."""
    table = read_sheet(path, typed.COLUMNS)
    if not table.text:
        raise BadTable(f"{path} is empty or is not there. No points were brought back.")
    return [row for row in table.rows if any(row.cells[n].strip() for n in ("points", "comment"))]


def _entry(row, key, listed, shown):
    """Return the `Entry` of the answer that a row is about, if that is the one that was read."""
    entry = typed.entry_of(row, key)
    if entry.answer not in listed:
        raise typed.UnusableRow(f"{typed.NAME} has no row for {entry.answer}; run `grade` again")
    text = row.cells.get(TEXT, "").strip()
    if text and text not in (entry.text, shown.get(entry.answer)):
        raise typed.UnusableRow(
            f"the answer {entry.answer} is another one in this class; open its page again, "
            "and type the points there"
        )
    return entry


def _cells(row, entry, declarations):
    """Return the cells that a row brings."""
    comment = {"comment": cell_text(as_written(row.cells["comment"].strip()))}
    if not row.cells["points"].strip():
        return comment
    typed.points_in(row, entry, declarations)
    return {"points": row.cells["points"].strip()} | comment


def _some(problems):
    """Return the first of some sentences, and how many more there are."""
    more = len(problems) - MOST_NAMED
    return [*problems[:MOST_NAMED], *([f"{more} more rows cannot be used."] if more > 0 else [])]
