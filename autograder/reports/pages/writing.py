"""Write the pages beside the results that they are made from."""

from __future__ import annotations

from contextlib import suppress
from itertools import islice
from pathlib import Path

from autograder.course.written.typed import Typed
from autograder.files import cell_text, replace
from autograder.reports.pages.alike import Briefs
from autograder.reports.pages.class_report import report_page
from autograder.reports.pages.feedback import feedback_page
from autograder.reports.pages.gallery import Gallery, example_in
from autograder.reports.pages.templating import fingerprint, is_made_from

AT_A_TIME = 200


def write_pages(out, records, notes, anew=False, gallery=None, typed=None):
    """Write ``feedback/<student>/<exercise>.html`` for each record, and ``report.html``.

    Parameters
    ----------
    out : path
        The folder that holds ``results/``.
    records : iterable of dict
        The result records of the class, sorted by student and exercise; some at a time are held.
    notes : list of str
        A sentence for each thing that was not understood, for the report. It is read when all
        records have come.
    anew : bool
        Whether to write pages again that were made from the same records.
    gallery : Gallery, optional
        Pictures that are drawn already.
    typed : Typed, optional
        The points that were typed for written answers.
    """
    out, gallery, briefs = Path(out), gallery or Gallery(), Briefs()
    typed = typed or Typed()
    for some in _batches(records):
        pages = [_Page(out, each, typed) for each in some]
        new = [page for page in pages if anew or not page.is_there]
        gallery.draw_ahead(map(_first_example, new))
        for page in new:
            page.write(gallery)
        for each in some:
            briefs.add(each)
    written = sorted(path.name for path in (out / "written").glob("*.html"))
    made_from, path = fingerprint(briefs.records, notes, written), out / "report.html"
    if anew or not is_made_from(path, made_from):
        replace(path, report_page(briefs.records, notes, gallery, written, made_from))


class FeedbackPages:
    """Writes the pages of submissions one by one, while others are still graded.

    Parameters
    ----------
    out : path
        The folder that holds ``results/``.
    typed : Typed, optional
        The points that were typed for written answers.

    Attributes
    ----------
    gallery : Gallery
        The pictures that were drawn.
    """

    def __init__(self, out, typed=None):
        self.gallery = Gallery()
        self._out, self._typed = Path(out), typed or Typed()

    def write(self, record):
        """Write the page of a result record, unless just that page is there.

        One that cannot be made is left to `write_pages`, and must not stop the grading.
        """
        with suppress(Exception):
            page = _Page(self._out, record, self._typed)
            if not page.is_there:
                page.write(self.gallery)


class _Page:
    """The feedback for one student on one submission.

    Attributes
    ----------
    path : Path
        Where the page belongs.
    record : dict
        What it shows: the result record without its seconds.
    written : list of TypedPoints
        What was given for the written answers.
    made_from : str
        A digest of all this.
    """

    def __init__(self, out, record, typed):
        self.path = out / "feedback" / record["student"] / f"{record['exercise']}.html"
        self.record = {name: value for name, value in record.items() if name != "seconds"}
        self.written = typed.of(cell_text(record["student"]), record["exercise"])
        self.made_from = fingerprint(self.record, [each.row for each in self.written])

    @property
    def is_there(self):
        """Whether just this page was written before."""
        return is_made_from(self.path, self.made_from)

    def write(self, gallery):
        """Write the page, with a picture from the gallery."""
        text = feedback_page(self.record, gallery, self.written, self.made_from)
        replace(self.path, text, sync=False)


def _batches(records):
    """Yield lists of so many records at a time that their pictures can be drawn together."""
    records = iter(records)
    while some := list(islice(records, AT_A_TIME)):
        yield some


def _first_example(page):
    """Return the counterexample whose picture a page shows first, or None."""
    shown = (example_in(each) for each in page.record["checks"] if each["status"] != "passed")
    return next(filter(None, shown), None)
