"""What a page of answers knows of points: it stands in the page as JSON, for its script.

Only that is written again when points come back; all else of the page stays.
"""

from __future__ import annotations

import json
import re
from pathlib import Path

from markupsafe import Markup

from autograder.course.identities import as_written
from autograder.files import replace

DATA = re.compile(r'(?<=<script type="application/json" id="typed">)[^<]*(?=</script>)')


def typed_on_page(asked, sheet, entries):
    """Return what a page knows of points.

    Parameters
    ----------
    asked : Asked
        The question, with labelled answers.
    sheet : Sheet
        ``written.csv``.
    entries : list of Entry
        Its key.

    Returns
    -------
    markup : Markup
        JSON that can stand in a page.
    """
    question = asked.question
    known = {
        "exercise": question.exercise,
        "question": question.name,
        "possible": question.possible,
        "answers": {each.label: {"text": each.digest} for each in asked.answers},
    }
    return Markup(_with_points(known, *_typed(sheet, entries)))


def show_typed(out, sheet, entries):
    """Let the pages of answers in a folder of results show the points that are typed now."""
    points, texts = _typed(sheet, entries)
    for path, text, known in _pages(out):
        new = DATA.sub(lambda _, known=known: _with_points(known, points, texts), text, count=1)
        if new != text:
            replace(path, new, sync=False)


def shown_digests(out):
    """Return the digests of the answers that the pages show, by the labels of the answers."""
    return {
        label: each["text"]
        for _, _, known in _pages(out)
        for label, each in known["answers"].items()
    }


def _pages(out):
    """Yield the pages of answers with their text and what they know; none that is not ours."""
    for path in sorted((Path(out) / "written").glob("*.html")):
        try:
            text = path.read_text(encoding="utf-8")
            known = json.loads(DATA.search(text)[0])
            known = known | {
                "answers": {label: {"text": e["text"]} for label, e in known["answers"].items()}
            }
        except (OSError, ValueError, TypeError, KeyError, AttributeError):
            continue
        yield path, text, known


def _typed(sheet, entries):
    """Return points and comments by label, and digests of the answers they were typed for."""
    points = {
        row.cells["answer"].strip(): (
            row.cells["points"].strip(),
            as_written(row.cells["comment"].strip()),
        )
        for row in sheet.rows
    }
    return points, {entry.answer: entry.text for entry in entries}


def _with_points(known, points, texts):
    """Return as JSON what a page knows, with the points that were typed for the answers in it."""
    answers = {}
    for label, each in known["answers"].items():
        given, comment = points.get(label, ("", ""))
        if each["text"] != texts.get(label):
            given = comment = ""
        answers[label] = {"text": each["text"], "points": given, "comment": comment}
    text = json.dumps(known | {"answers": answers}, ensure_ascii=True, sort_keys=True)
    return text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")
