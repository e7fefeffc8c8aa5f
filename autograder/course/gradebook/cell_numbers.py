"""Numbers as a gradebook writes them: with a point or a comma, out of so many points."""

from __future__ import annotations

import re
from fractions import Fraction

WITH_COMMA, WITH_POINT = re.compile(r"-?\d+,\d+"), re.compile(r"-?\d+\.\d+")
# "convolution [25]" in Sakai, "[Total Pts: up to 25 Score]" in Blackboard, "<Numeric MaxPoints:25
# Weight:5>" in Brightspace.
MOST = re.compile(r"(?:\[|total pts: (?:up to )?|maxpoints:)(\d+(?:[.,]\d+)?)", re.IGNORECASE)
DECIMALS = 2


def same_points(one, other):
    """Return whether two cells hold the same number; one that holds none is never the same."""
    try:
        return number_in(one) == number_in(other)
    except ValueError:
        return False


def number_in(cell):
    """Return the number in a cell; ValueError if it holds none."""
    return float(cell.strip().replace(",", "."))


def most_in(name):
    """Return how many points a column's name says that there are, or None.

    Examples
    --------
    >>> most_in("Convolution Points Grade <Numeric MaxPoints:25 Weight:5>")
    25.0
    """
    found = MOST.search(name)
    return number_in(found[1]) if found else None


def has_commas(columns):
    """Return whether numbers have decimal commas: by the first of the columns that tells.

    Parameters
    ----------
    columns : iterable of list of str
        The cells of each.
    """
    for cells in columns:
        texts = [each.strip() for each in cells]
        commas = any(map(WITH_COMMA.fullmatch, texts))
        if commas or any(map(WITH_POINT.fullmatch, texts)):
            return commas and not any(map(WITH_POINT.fullmatch, texts))
    return False


def scaled(points, possible, most):
    """Return points out of `possible` as points out of `most`, as text.

    Examples
    --------
    >>> scaled("20", 25, 10), scaled("12.5", 25, 100), scaled("1", 3, 10)
    ('8', '50', '3.33')
    """
    exact = Fraction(points) * Fraction(most) / Fraction(possible)
    return f"{float(exact):.{DECIMALS}f}".rstrip("0").rstrip(".")
