"""Read the rubrics that ``autograder build`` writes, ``<exercise>-rubric.md``."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

QUESTION = re.compile(r"^## (?P<title>.+) \((?P<points>\d+) points?\)$", re.MULTILINE)
RUBRIC = re.compile(r"^### Rubric$", re.MULTILINE)


@dataclass(frozen=True)
class _Rubric:
    """A question as the instructor wrote it: its text, and what to look for, in Markdown."""

    points: int
    text: str
    rubric: str


def read_rubrics(folder, exercise_name):
    """Return the `_Rubric` of each question of an exercise, by its title.

    There are none where the folder has no such file: the installed kit holds no rubrics.
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
