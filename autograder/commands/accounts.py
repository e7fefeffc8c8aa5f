"""What became of every file: the last lines that `grade` prints."""

from __future__ import annotations

MOST_NAMES = 30


def what_was_left(found, summaries):
    """Yield sentences on what became of all files; the last is on work that was not graded.

    Parameters
    ----------
    found : Found
        All files.
    summaries : iterable of dict
        The summaries of the results of those that were to be graded.
    """
    unread = []
    for each in summaries:
        name = f"{each['student']}/{each['exercise']}"
        if each["status"] == "grader_error":
            yield f"{name}: a fault of the kit; its points are unknown."
        elif each["status"] == "not_run":
            unread.append(each["student"])
            yield f"{name}: not graded. {each['why']}".rstrip()
    graded, replaced, left = found.counts
    every = graded + replaced + left
    files = "1 file" if every == 1 else f"{every} files"
    yield (
        f"{files} may be work: {graded - len(unread)} graded, {replaced} replaced by another, "
        f"{left + len(unread)} left out."
    )
    not_graded = found.not_graded
    if nobodys := not_graded.pop("", ()):
        names = _some(each.sentence.partition(": ")[0] for each in nobodys)
        lie = "1 of these lies" if len(nobodys) == 1 else f"{len(nobodys)} of these lie"
        yield f"{lie} outside every student's folder: {names}."
    names = sorted({*not_graded, *unread})
    if names:
        who = "1 student has" if len(names) == 1 else f"{len(names)} students have"
        yield f"{who} work that was not graded: {_some(names)}."


def _some(names):
    names = list(dict.fromkeys(names))
    more = len(names) - MOST_NAMES
    return ", ".join(names[:MOST_NAMES]) + (f" and {more} more" if more > 0 else "")
