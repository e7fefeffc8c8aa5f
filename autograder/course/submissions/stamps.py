"""The file in which Sakai and nbgrader write when something was handed in."""

from __future__ import annotations

from autograder.course.submissions.contents import contents
from autograder.course.submissions.moments import moment
from autograder.course.submissions.note import Note
from autograder.course.submissions.zips import Unreadable

STAMP = "timestamp.txt"
LARGEST = 1024


def stamped_time(folder):
    """Return the time that a system wrote into a folder, in seconds since 1970, and notes.

    The time is 0 if there is none, and noted if the file does not tell it.
    """
    if not folder.holds(STAMP):
        return 0.0, []
    try:
        time = moment(contents(folder.path / STAMP, LARGEST).decode("utf-8", "replace"))
    except Unreadable:
        time = None
    if not time:
        return 0.0, [Note(folder.path / STAMP, "it holds no time")]
    return time, []
