"""Read the rubrics that ``autograder build`` writes, ``<exercise>-rubric.md``."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

QUESTION = re.compile(r"^## (?P<title>.+) \((?P<points>\d+) points?\)$", re.MULTILINE)
RUBRIC = re.compile(r"^### Rubric$", re.MULTILINE)
BULLET = re.compile(r"^ *(?:[-*+]|\d+[.)]) +", re.MULTILINE)
WORTH = re.compile(r"(?P<points>\d+(?:[.,]\d+)?) points?\b[:.,]? *")
# Within a bullet, what stands before "(1 point)" is worth that.
PART = re.compile(r"(?P<text>.+?) *\((?P<points>\d+(?:[.,]\d+)?) points?\)[;:,.]? *", re.DOTALL)


@dataclass(frozen=True)
class _RubricItem:
    """What an answer may have, and the points that it gives."""

    points: Decimal
    text: str


@dataclass(frozen=True)
class _Rubric:
    """A question as the instructor wrote it: its text, and what to look for, in Markdown."""

    points: int
    text: str
    rubric: str

    @property
    def items(self):
        """What can be ticked, as a list of `_RubricItem`: the bullets that begin with points.

        A bullet of several points that says which part gives how many is several items.
        """
        found = []
        for bullet in BULLET.split(self.rubric)[1:]:
            text = " ".join(bullet.partition("\n\n")[0].replace("`", "").replace("*", "").split())
            worth = WORTH.match(text)
            if worth:
                found += _items_in(_number(worth["points"]), text[worth.end() :])
        return found


def _items_in(points, text):
    """Return the parts of a bullet, if they say their points and these add up; else all of it."""
    parts = [_RubricItem(_number(part["points"]), part["text"]) for part in PART.finditer(text)]
    adds_up = sum(part.points for part in parts) == points
    return parts if adds_up else [_RubricItem(points, text)]


def _number(text):
    return Decimal(text.replace(",", "."))


def read_rubrics(folder, exercise_name):
    """Return the `_Rubric` of each question of an exercise, by its title.

    There are none if the folder has no such file: the installed kit holds no rubrics.
    """
    try:
        source = (Path(folder) / f"{exercise_name}-rubric.md").read_text("utf-8", "replace")
    except FileNotFoundError:
        return {}
    headings = list(QUESTION.finditer(source))
    ends = [heading.start() for heading in headings[1:]] + [len(source)]
    found = {}
    for heading, end in zip(headings, ends, strict=False):
        text, *rubric = RUBRIC.split(source[heading.end() : end], maxsplit=1)
        found[heading["title"]] = _Rubric(
            int(heading["points"]), text.strip(), "".join(rubric).strip()
        )
    return found
