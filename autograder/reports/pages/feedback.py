"""The page for one student on one submission."""

from __future__ import annotations

from dataclasses import dataclass, field

from autograder.reports.failure_text import left_out_of, told_of
from autograder.reports.pages.gallery import Picture, example_in
from autograder.reports.pages.templating import templates

# A picture takes longer than all the rest of a page; the other failures come as text grids, which
# are folded if they are longer than so many lines. Large images that come alone, such as heads,
# have no grid, so there are a few more pictures of these.
MOST_PICTURES, MOST_OF_LARGE, LONGEST_GRID = 1, 3, 20


@dataclass
class _Problem:
    """What there is to say about a check that did not pass, or about several at once.

    Attributes
    ----------
    status, sentence : str
        What happened; several checks with one counterexample or none share it.
    checks : list of dict
        The checks, as they stand in the result record.
    counterexample : dict or None
        The input on which it happened.
    picture : Picture or None
        Its picture, if it is among the first.
    drawn_above : bool
        Whether an earlier case has shown the same picture.
    misconception, hint : str or None
        The mistake that was recognised and a sentence of help, if no earlier case has them.
    further : tuple of str
        Sentences on what else seems to be wrong, if no earlier case has the hint.
    """

    status: str
    sentence: str
    checks: list[dict] = field(default_factory=list)
    counterexample: dict | None = None
    picture: Picture | None = None
    drawn_above: bool = False
    misconception: str | None = None
    hint: str | None = None
    further: tuple[str, ...] = ()

    @property
    def is_folded(self):
        """Whether the text grid is shown only when it is asked for."""
        long = self.counterexample["text"].count("\n") >= LONGEST_GRID
        return self.picture is not None or long


def feedback_page(record, gallery, written=(), made_from="", regrades=""):
    """Return the page on one submission, as HTML.

    Parameters
    ----------
    record : dict
        The result record. Its ``seconds`` are not shown: the page is the same on every run.
    gallery : Gallery
        Draws the pictures.
    written : sequence of TypedPoints
        What was given for the written answers.
    made_from : str
        A digest of all this, for the head of the page.
    regrades : str
        How a student asks for a regrade, or "".
    """
    checks = told_of(record["checks"])
    cases = _cases_of(checks)
    _hang_pictures(cases, gallery)
    _give_hints(cases)
    template = templates().get_template("feedback.html")
    return template.render(
        record=record,
        first=cases[0] if cases else None,
        others=cases[1:],
        passed=[check for check in checks if check["status"] == "passed"],
        count=len(checks),
        left_out=left_out_of(record["checks"]),
        written=written,
        made_from=made_from,
        regrades=regrades,
    )


def _cases_of(checks):
    """Return the cases of the checks that did not pass: faults of the kit come last.

    Checks that failed for the same reason before the function ran become one case.
    """
    cases = {}
    for check in sorted(checks, key=lambda each: each["status"] == "grader_error"):
        if check["status"] == "passed":
            continue
        example, sentence = example_in(check), check["sentence"]
        key = (check["status"], sentence, check["name"] if example else None)
        case = cases.setdefault(key, _Problem(check["status"], sentence, counterexample=example))
        case.checks.append(check)
    return list(cases.values())


def _hang_pictures(cases, gallery):
    """Give the first cases their pictures, no picture twice."""
    hung = set()
    for case in cases:
        if len(hung) >= (MOST_OF_LARGE if _has_no_grid(case.counterexample) else MOST_PICTURES):
            continue
        picture = gallery.picture(case.counterexample)
        if picture is None:
            continue
        case.drawn_above = picture.key in hung
        if not case.drawn_above:
            case.picture = picture
        hung.add(picture.key)


def _has_no_grid(counterexample):
    """Return whether a case has a large image and no kernel, whose surroundings would be shown."""
    large = counterexample is not None and not counterexample["call"]
    return large and len(counterexample["arguments"]) == 1


def _give_hints(cases):
    """Give each mistake that was recognised, and each hint, to the first case that has it."""
    given = set()
    for case in cases:
        found = case.checks[0]["misconception"], case.checks[0]["hint"]
        if found not in given:
            case.misconception, case.hint = found
            case.further = tuple(case.checks[0]["further"])
        given.add(found)
