"""Write the pages beside the results that they are made from."""

from __future__ import annotations

from pathlib import Path

from autograder.pages.brief import Briefs
from autograder.pages.class_report import report_page
from autograder.pages.feedback import feedback_page
from autograder.pages.gallery import Gallery
from autograder.pages.stamps import fingerprint, is_made_from
from autograder.results import harmless, replace
from autograder.written.typed import typed_points


def write_pages(out, records, notes, anew=False):
    """Write ``feedback/<student>/<exercise>.html`` for each record, and ``report.html``.

    Parameters
    ----------
    out : path
        The folder that holds ``results/``.
    records : iterable of dict
        The result records of the class, sorted by student and exercise; one at a time is held.
    notes : list of str
        A sentence for each thing that was not understood, for the report. It is read when all
        records have come.
    anew : bool
        Whether to write pages again that were made from the same records.
    """
    out, gallery, briefs = Path(out), Gallery(), Briefs()
    typed = typed_points(out)
    for record in records:
        written = typed.of(harmless(record["student"]), record["exercise"])
        write_feedback(out, record, gallery, written, anew)
        briefs.add(record)
    written = sorted(path.name for path in (out / "written").glob("*.html"))
    made_from, path = fingerprint(briefs.records, notes, written), out / "report.html"
    if anew or not is_made_from(path, made_from):
        replace(path, report_page(briefs.records, notes, gallery, written, made_from))


def write_feedback(out, record, gallery, written, anew):
    """Write one student's page on one submission, unless it is there already."""
    lasting = {name: value for name, value in record.items() if name != "seconds"}
    made_from = fingerprint(lasting, [each.row for each in written])
    path = out / "feedback" / record["student"] / f"{record['exercise']}.html"
    if anew or not is_made_from(path, made_from):
        replace(path, feedback_page(lasting, gallery, written, made_from))
