"""The page on the whole course for one student: every exercise, lateness, and the total."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from itertools import groupby

from autograder.course.policy.worth import given, plain
from autograder.files import cell_text
from autograder.reports.pages.templating import templates


@dataclass(frozen=True)
class _Line:
    """What the page says of one exercise; points are None if they are not known."""

    exercise: str
    points: float | None
    possible: float
    written: float | None
    written_possible: float
    counted: float | None
    weight: float
    why: str


@dataclass(frozen=True)
class _CoursePage:
    """The page of one student."""

    student: str
    title: str
    lines: tuple[_Line, ...]
    total: float | None
    possible: float

    @property
    def as_record(self):
        """All that it shows, as JSON has it."""
        return asdict(self)

    def text(self, made_from=""):
        """Return the page, as HTML."""
        template = templates().get_template("course.html")
        return template.render(page=self, made_from=made_from)


def course_pages(records, typed, course, unsure):
    """Yield the page of each student.

    Parameters
    ----------
    records : list of dict
        The result records of the class, sorted by student.
    typed : Typed
        The points that were typed for written answers.
    course : Course
        With the weights of exercises.
    unsure : set of str
        Students with work that was not graded.
    """
    possible = {each["exercise"]: each["possible"] for each in records}
    for student, own in groupby(records, key=lambda each: each["student"]):
        own = {each["exercise"]: each for each in own}
        lines = [
            _line(student, name, own.get(name), possible[name], typed, course)
            for name in sorted(possible)
        ]
        counted = [line.counted for line in lines]
        is_unknown = None in counted or (student in unsure and len(own) < len(lines))
        total = None if is_unknown else _weighed(lines, counted)
        most = _weighed(lines, [given(each.possible, each.written_possible) for each in lines])
        yield _CoursePage(student, course.title, tuple(lines), total, most)


def _line(student, name, record, possible, typed, course):
    """Return what the page says of one exercise; of one not handed in there is no record."""
    by_hand = typed.possible().get(name, 0)
    written = typed.total_or_blank(cell_text(student), name) if by_hand else 0
    is_known = record is None or record["status"] not in ("not_run", "grader_error")
    points = (record["points"] if record else 0) if is_known else None
    late = (record or {}).get("late")
    counted = given(points, written)
    if late:
        counted, why = late["counted"], late["why"]
    else:
        why = "" if record else "Nothing was graded here."
    weight = course.rules(name).weight
    return _Line(
        name,
        points,
        possible,
        None if written == "" else plain(given(written)),
        by_hand,
        None if counted is None else plain(given(counted)),
        plain(weight),
        why,
    )


def _weighed(lines, points):
    """Return the sum of points with the weights of their exercises."""
    return plain(sum(given(line.weight) * given(n) for line, n in zip(lines, points, strict=True)))
