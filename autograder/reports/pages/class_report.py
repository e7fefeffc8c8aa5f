"""The report on a class, for the instructor."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from autograder.reports.pages import histogram
from autograder.reports.pages.alike import Group, groups_alike
from autograder.reports.pages.gallery import Gallery, Picture, example_in
from autograder.reports.pages.heat_map import HeatMap, heat_map
from autograder.reports.pages.statistics import (
    CheckRate,
    Distribution,
    Mistake,
    broken,
    by_exercise,
    check_rates,
    distribution,
    mistakes,
    slowest,
)
from autograder.reports.pages.templating import templates

# Each has a picture of some 50 kB, and the smallest groups tell the least about the class.
MOST_GROUPS = 30


@dataclass(frozen=True)
class _ExerciseReport:
    """All that the report says on one exercise."""

    name: str
    points: Distribution
    histogram: Picture
    rates: list[CheckRate]
    mistakes: list[Mistake]
    heat_map: HeatMap


def report_page(records, notes, gallery, written=(), made_from="", decisions=()):
    """Return the report on a class, as HTML.

    Parameters
    ----------
    records : list of dict
        The result records.
    notes : list of str
        A sentence for each thing that was not understood or needs a look.
    gallery : Gallery
        Draws the pictures.
    written : sequence of str
        Names of the files in ``written/`` that hold the written answers.
    made_from : str
        A digest of all this, for the head of the page.
    decisions : sequence of dict of str to str
        Whose points moved, the latest first, as `course.decisions` keeps them.
    """
    by_name, groups = by_exercise(records), groups_alike(records)
    template = templates().get_template("report.html")
    return template.render(
        exercises=[_exercise_report(name, each) for name, each in by_name.items()],
        groups=_pictured(groups[:MOST_GROUPS], gallery),
        small_groups=groups[MOST_GROUPS:],
        slowest=slowest(records),
        broken=broken(records),
        students=_by_student(records),
        submissions=len(records),
        notes=notes,
        written=written,
        made_from=made_from,
        decisions=decisions,
    )


def _exercise_report(name, records):
    """Return the `_ExerciseReport` of one exercise's records."""
    points, rates, found = distribution(records), check_rates(records), mistakes(records)
    return _ExerciseReport(
        name, points, _drawn(name, points), rates, found, heat_map(records, rates, found)
    )


def _drawn(name, points):
    """Return the histogram of a `Distribution` as a `Picture`."""
    from autograder.reports.pictures import as_svg

    key = f"points-{name}"
    svg = as_svg(histogram.histogram(points.bins, points.possible), key)
    return Picture(key, Markup(svg), histogram.words(points.bins, points.possible))


def _pictured(groups: list[Group], gallery: Gallery):
    """Return ``(group, picture)`` for each group; None if there is nothing new to draw."""
    found, hung = [], set()
    for group in groups:
        picture = gallery.picture(example_in(group.example))
        key = None if picture is None else picture.key
        found.append((group, None if key in hung else picture))
        hung.add(key)
    return found


def _by_student(records):
    """Return the records of each student by exercise, by the student's name, sorted."""
    found = {}
    for record in sorted(records, key=lambda each: each["student"]):
        found.setdefault(record["student"], {})[record["exercise"]] = record
    return found
