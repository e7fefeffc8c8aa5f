"""What became of every file: the last lines that `grade` prints."""

from __future__ import annotations

MOST_NAMES = 30


def what_was_left(found):
    """Yield sentences on what became of all files; the last is on work that was not graded."""
    graded, replaced, left = found.counts
    yield (
        f"{graded + replaced + left} files may be work: {graded} graded, {replaced} replaced by "
        f"another, {left} left out."
    )
    not_graded = found.not_graded
    if nobodys := not_graded.pop("", ()):
        names = _some(each.sentence.partition(": ")[0] for each in nobodys)
        yield f"{len(nobodys)} of these lie where no student's work lies: {names}."
    if not_graded:
        who = "1 student has" if len(not_graded) == 1 else f"{len(not_graded)} students have"
        yield f"{who} work that was not graded: {_some(not_graded)}."


def _some(names):
    names = list(dict.fromkeys(names))
    more = len(names) - MOST_NAMES
    return ", ".join(names[:MOST_NAMES]) + (f" and {more} more" if more > 0 else "")
