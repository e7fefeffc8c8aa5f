"""Hold the law of conservation against downloads of every shape, built at random.

    python -m benchmarks.downloads --examples 2000

Every file that may be work is graded, replaced or left out, and why; the students that downloads
name are the rows; no two people are one, and no one is two. Nothing is graded.
"""

from __future__ import annotations

import argparse
import tempfile
from collections import Counter
from pathlib import Path

from hypothesis import HealthCheck, Phase, given, settings

from autograder.course.submissions.contents import contents
from autograder.course.submissions.finding import find
from autograder.course.submissions.submission import BadSubmission
from autograder.course.submissions.zips import Unreadable
from autograder.exercises import declarations
from benchmarks.download_classes import classes, make, numbers_in


def hold_the_law(made):
    """Raise AssertionError where the law does not hold of a class; return how files are counted."""
    try:
        found = find(made.folders, declarations())
    except BadSubmission as error:
        reason = "not clear" if "It is not clear whose work" in str(error) else "without work"
        if reason == "not clear" and not made.may_be_refused:
            raise AssertionError(f"refused: {error}") from error
        return Counter({f"classes {reason}": 1})
    became = {}
    for each in found.submissions:
        _note(became, each.path, "graded", each.student)
    graded = set(became)
    for each in found.notes:
        if (
            each.path.is_dir()
            or each.kind == "info"
            or not (each.is_work or each.kind != "left out")
        ):
            continue
        _note(became, each.path, each.kind, each.student, graded)
    assert became.keys() == made.people.keys() | made.loose, sorted(
        (made.people.keys() | made.loose) ^ became.keys()
    )
    owners = {}
    for number, (_, student) in became.items():
        assert (number in made.loose) == (not student)
        if student:
            owners.setdefault(student, set()).add(made.people[number])
    assert all(len(people) == 1 for people in owners.values()), owners
    people = [next(iter(each)) for each in owners.values()]
    assert len(people) == len(set(people)), owners
    assert len(found.students) == len(made.named), (sorted(found.students), made.named)
    return Counter(kind for kind, _ in became.values())


def _note(became, path, kind, student, graded=()):
    """Note what became of a file, which is told by the number in it."""
    try:
        numbers = numbers_in(contents(path, 10**6))
    except Unreadable:  # a folder, of which the files are told
        return
    for number in numbers:
        if number in graded:
            continue
        assert number not in became or became[number] == (kind, student), (path, became[number])
        became[number] = kind, student


def main():
    """Try many classes, and print what became of their files."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--examples", type=int, default=2000)
    totals = Counter()

    @settings(
        max_examples=parser.parse_args().examples,
        deadline=None,
        database=None,
        phases=(Phase.generate,),
        suppress_health_check=list(HealthCheck),
    )
    @given(drawn=classes())
    def law(drawn):
        with tempfile.TemporaryDirectory() as folder:
            made = make(Path(folder), drawn)
            if made.folders:
                totals.update(hold_the_law(made))
                totals["classes"] += 1

    law()
    print(", ".join(f"{number} {what}" for what, number in sorted(totals.items())))


if __name__ == "__main__":
    main()
