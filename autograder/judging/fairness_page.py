"""The fairness sheet as Markdown: a pure function of what was counted."""

from __future__ import annotations

from statistics import median

from autograder.judging.coverage import STRATA_SEEDS
from autograder.judging.fairness import SEEDS_FOR_OTHERS

HEAD = """\
# How fair the checks are

Grading draws its examples from the course's seed. Would another seed have given another grade?
All seeds were tried with each right solution, and with each known mistake on the check that should
catch it. On other checks a mistake was tried with at most {few} seeds. The last table of each
exercise shows which dtypes, forms and kinds each check tries; every seed should try the same. Made
by `autograder verify --report FILE --seeds N`.
"""


def page(sheets, strata):
    """Return the page for the `Fairness` of some exercises.

    Parameters
    ----------
    sheets : list of Fairness
        What was counted.
    strata : dict of str to dict
        For each exercise, by name, what `strata_of_checks` returned.
    """
    sections = [_section(sheet, strata[sheet.exercise.name]) for sheet in sheets]
    return "\n".join([HEAD.format(few=SEEDS_FOR_OTHERS), *sections])


def _section(sheet, strata):
    """Return the part of the page that is about one exercise."""
    exercise = sheet.exercise
    of_required = [m.name for m in exercise.misconceptions if m.of in exercise.required]
    lost = [sheet.mistakes[name].lost(exercise.checks) for name in of_required]
    spread = f"{_number(min(lost))} to {_number(max(lost))}, and half of the mistakes cost at most "
    return "\n".join(
        [
            f"## {exercise.name}",
            "",
            f"Of {exercise.points} points, a mistake costs {spread}{_number(median(lost))}.",
            "",
            *_table(("right solution", "seeds with full marks"), _styles(sheet)),
            *_table(
                ("mistake", "caught by", "seeds that catch it", "points lost", "also by"),
                _mistakes(sheet),
            ),
            *_table(("check", f"strata with each of {STRATA_SEEDS} seeds", "gaps"), _rows(strata)),
        ]
    )


def _styles(sheet):
    """Yield a row for each right solution."""
    for name, tried in sheet.styles.items():
        lost = f", fails {_named(tried, sheet.exercise.checks)}" if tried.failed_seeds else ""
        seeds = max(tried.tried.values())
        yield name, f"{seeds - len(tried.failed_seeds)} of {seeds}{lost}"


def _mistakes(sheet):
    """Yield a row for each misconception."""
    for mistake in sheet.exercise.misconceptions:
        tried, checks = sheet.mistakes[mistake.name], sheet.exercise.checks
        others = [check for check in checks if check is not mistake.caught_by]
        by = mistake.caught_by.name
        seeds, lost = f"{tried.failed[by]} of {tried.tried[by]}", _number(tried.lost(checks))
        yield mistake.name, by, seeds, lost, _named(tried, others)


def _rows(strata):
    """Yield a row for each check: what its examples cover with every seed, and with some only."""
    for name, counted in strata.items():
        always = sorted(each for each, seeds in counted.items() if seeds == STRATA_SEEDS)
        seldom = [f"{e} ({n})" for e, n in sorted(counted.items()) if n < STRATA_SEEDS]
        yield name, ", ".join(always), ", ".join(seldom) or "no gap"


def _named(tried, checks):
    """Return the checks that failed, with their share if it is not every time."""
    failed = [(check.name, tried.share(check)) for check in checks if tried.share(check)]
    return ", ".join(f"{name} ({_percent(p)})" if p < 1 else name for name, p in failed)


def _table(heads, rows):
    """Return the lines of a Markdown table, and an empty one below it."""
    lines = [heads, ["---"] * len(heads), *rows]
    return [f"| {' | '.join(cells)} |" for cells in lines] + [""]


def _percent(share):
    """Return a share as a percentage; only what is everything is called 100 %."""
    return "100 %" if share == 1 else f"{min(100 * share, 99.9):.3g} %"


def _number(value):
    """Return a number of points, whole ones without a point."""
    return f"{value:.1f}".removesuffix(".0")
