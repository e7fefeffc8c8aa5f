"""Write the pages beside the results that they are made from."""

from __future__ import annotations

from contextlib import suppress
from itertools import islice
from pathlib import Path

from autograder.course.decisions import read_decisions
from autograder.course.feedback_zips import SUMMARY
from autograder.course.policy.course_rules import Course
from autograder.course.written.typed import Typed
from autograder.files import cell_text, replace
from autograder.reports.pages.alike import Briefs
from autograder.reports.pages.class_report import report_page
from autograder.reports.pages.course_page import course_pages
from autograder.reports.pages.feedback import feedback_page
from autograder.reports.pages.gallery import Gallery, example_in
from autograder.reports.pages.templating import (
    by_course,
    fingerprint,
    has_other_course_in_head,
    is_made_from,
)

AT_A_TIME = 200


def write_pages(out, records, notes, anew=False, gallery=None, typed=None, course=None, unsure=()):
    """Write ``feedback/<student>/<exercise>.html`` for each record, and ``report.html``.

    Beside the pages of a student is ``course.html``, on all exercises.

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
    course : Course, optional
        What the course file says of hints; the pages carry its digest.
    unsure : set of str
        Students with work that was not graded, whose totals are not known.
    """
    out, gallery, briefs = Path(out), gallery or Gallery(), Briefs()
    typed, course = typed or Typed(), course or Course()
    for some in _batches(records):
        pages = [_Page(out, each, typed, course) for each in some]
        new = [page for page in pages if anew or not page.is_there]
        gallery.draw_ahead(map(_first_example, new))
        for page in new:
            page.write(gallery, anew)
        for each in some:
            briefs.add(each)
    _write_course_pages(out, course_pages(briefs.records, typed, course, unsure), course)
    written = sorted(path.name for path in (out / "written").glob("*.html"))
    decisions = read_decisions(out)
    made_from = fingerprint(briefs.records, notes, written, decisions)
    made_from = by_course(made_from, course.digest)
    path = out / "report.html"
    if anew or not is_made_from(path, made_from):
        replace(path, report_page(briefs.records, notes, gallery, written, made_from, decisions))


def _write_course_pages(out, pages, course):
    """Write for each student a page on the whole course, unless just that page is there."""
    for page in pages:
        path = out / "feedback" / page.student / f"{SUMMARY}.html"
        made_from = by_course(fingerprint(page.as_record), course.digest)
        if not is_made_from(path, made_from):
            replace(path, page.text(made_from), sync=False)


class FeedbackPages:
    """Writes the pages of submissions one by one, while others are still graded.

    Parameters
    ----------
    out : path
        The folder that holds ``results/``.
    typed : Typed, optional
        The points that were typed for written answers.
    course : Course, optional
        What the course file says of hints; the pages carry its digest.

    Attributes
    ----------
    gallery : Gallery
        The pictures that were drawn.
    """

    def __init__(self, out, typed=None, course=None):
        self.gallery = Gallery()
        self._out, self._typed, self._course = Path(out), typed or Typed(), course or Course()

    def write(self, record):
        """Write the page of a result record, unless just that page is there.

        One that cannot be made is left to `write_pages`, and must not stop the grading.
        """
        with suppress(Exception):
            page = _Page(self._out, record, self._typed, self._course)
            if not page.is_there:
                page.write(self.gallery)


class _Page:
    """The feedback for one student on one submission.

    Attributes
    ----------
    path : Path
        Where the page belongs.
    record : dict
        What it shows: the result record without its seconds, and without hints if the course
        gives none.
    written : list of TypedPoints
        What was given for the written answers.
    regrades : str
        How a student asks for a regrade, or "".
    made_from : str
        Digests of all this, and of the course file.
    """

    def __init__(self, out, record, typed, course):
        self.path = out / "feedback" / record["student"] / f"{record['exercise']}.html"
        record = record if course.hints else _without_hints(record)
        self.record = {name: value for name, value in record.items() if name != "seconds"}
        self.written = typed.of(cell_text(record["student"]), record["exercise"])
        self.regrades = course.regrades
        made_from = fingerprint(self.record, [each.row for each in self.written], self.regrades)
        self.made_from = by_course(made_from, course.digest)

    @property
    def is_there(self):
        """Whether just this page was written before."""
        return is_made_from(self.path, self.made_from)

    def write(self, gallery, anew=False):
        """Write the page, with a picture from the gallery; of one that is there, only its head."""
        if not anew and has_other_course_in_head(self.path, self.made_from):
            return
        text = feedback_page(self.record, gallery, self.written, self.made_from, self.regrades)
        replace(self.path, text, sync=False)


def _without_hints(record):
    """Return a result record that names no mistake and gives no hint."""
    none = {"misconception": None, "hint": "", "further": []}
    return record | {"checks": [check | none for check in record["checks"]]}


def _batches(records):
    """Yield lists of so many records at a time that their pictures can be drawn together."""
    records = iter(records)
    while some := list(islice(records, AT_A_TIME)):
        yield some


def _first_example(page):
    """Return the counterexample whose picture a page shows first, or None."""
    shown = (example_in(each) for each in page.record["checks"] if each["status"] != "passed")
    return next(filter(None, shown), None)
