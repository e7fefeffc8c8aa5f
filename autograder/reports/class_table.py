"""The results of a class, in the lines that end a grading."""

from __future__ import annotations

from collections import Counter

from rich.cells import cell_len

from autograder.reports.pages.statistics import by_exercise, distribution
from autograder.reports.terminal import harmless

# A class of more students gets a line an exercise.
MOST_STUDENTS = 30
MOST_MISTAKES = 3
UNKNOWN = ("not_run", "grader_error")
HEADER = ("exercise", "graded", "a quarter up to", "half", "three quarters", "of", "often")


def class_table(header, rows, summaries):
    """Return the table that ends a grading, as text.

    Parameters
    ----------
    header : list of str
        The columns of ``grades.csv``.
    rows : list of list of str
        Its rows, which a small class gets to see.
    summaries : iterable of dict
        The summaries of the results, as `grading.results.summary` makes them; a large class gets
        the quartiles of the points and the commonest mistakes of each exercise.

    Examples
    --------
    >>> print(class_table(["student", "tophat"], [["ada", "30"], ["bo", ""]], []))
    student  tophat
    ada          30
    bo            -
    """
    if len(rows) <= MOST_STUDENTS:
        return _in_columns([header, *rows])
    graded = [each for each in summaries if each["status"] not in UNKNOWN]
    return _in_columns([HEADER, *map(_line_on, by_exercise(graded).values())], left=(0, 6))


def _line_on(summaries):
    """Return the cells on one exercise."""
    spread = distribution(summaries)
    quartiles = [f"{each:g}" for each in spread.quartiles]
    mistakes = Counter(name for each in summaries for name in each["mistakes"])
    commonest = sorted(mistakes.items(), key=lambda each: (-each[1], each[0]))[:MOST_MISTAKES]
    often = ", ".join(f"{name.replace('_', ' ')} ({count})" for name, count in commonest)
    name = summaries[0]["exercise"]
    return [name, str(len(summaries)), *quartiles, str(spread.possible), often]


def _in_columns(rows, left=(0,)):
    """Return rows of text as lines with columns of one width; those in `left` begin at the left."""
    rows = [[harmless(cell).replace("\n", " ") or "-" for cell in row] for row in rows]
    widths = [max(map(cell_len, column)) for column in zip(*rows, strict=True)]
    return "\n".join(_line(row, widths, left) for row in rows)


def _line(cells, widths, left):
    padded = []
    for place, (cell, width) in enumerate(zip(cells, widths, strict=True)):
        blank = " " * (width - cell_len(cell))
        padded.append(cell + blank if place in left else blank + cell)
    return "  ".join(padded).rstrip()
