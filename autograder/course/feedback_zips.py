"""Feedback on its way back: zips with the names that systems for courses gave submissions."""

from __future__ import annotations

import hashlib
import io
import re
import zipfile
from collections import defaultdict
from pathlib import PurePosixPath
from typing import NamedTuple

from autograder.course.submissions import canvas, moodle
from autograder.course.submissions.file_names import EXPORTED

SUFFIX = ".html"
SUMMARY = "course"
EARLIEST = (1980, 1, 1, 0, 0, 0)  # the same pages make the same zip, whenever that is
# What a page says of where it came from is nothing that a student would have to read again.
ORIGIN = re.compile(rb'<meta name="made-from" content="[^"]*">')
SUBMISSION = re.compile(r"submission_[0-9]+")
SYSTEMS = ("moodle", "canvas", "gradescope", "files")


class Page(NamedTuple):
    """A page of feedback.

    Attributes
    ----------
    student : str
        The key of the student.
    exercise : str
        What it is on; `SUMMARY` for the page on the whole course.
    content : bytes
        The page.
    """

    student: str
    exercise: str
    content: bytes

    @property
    def digest(self):
        """A digest of what there is to read, as hexadecimal digits."""
        return hashlib.sha256(ORIGIN.sub(b"", self.content)).hexdigest()


def zips_for(system, pages, arrivals):
    """Return zips of pages, and sentences on pages that are in none.

    Parameters
    ----------
    system : str
        One of `SYSTEMS`. All but "files" get a zip for each exercise, since that is what is one
        assignment there.
    pages : iterable of Page
        The pages.
    arrivals : dict of (str, str) to Arrival
        As which files submissions came, by student and exercise.

    Returns
    -------
    zips : dict of str to bytes
        By their names.
    notes : list of str
    """
    entries, notes = defaultdict(dict), []
    for zip_name, name, page in _named(system, list(pages), arrivals, notes):
        if name in entries[zip_name]:
            notes.append(f"{page.student}/{page.exercise}: left out, another page is named {name}.")
        else:
            entries[zip_name][name] = page.content
    return {name: _zipped(each) for name, each in sorted(entries.items())}, notes


def _named(system, pages, arrivals, notes):
    """Yield the name of a zip, a name in it, and a `Page`, for all pages that have a place."""
    if system == "files":
        for page in pages:
            yield "files.zip", f"{page.student}/{page.exercise}{SUFFIX}", page
        return
    places = {}
    for (student, exercise), arrival in arrivals.items():
        place = _place(system, arrival.file)
        if place is not None:
            places.setdefault(student, {})[exercise] = place
    owners = defaultdict(set)
    for student, own in places.items():
        for place in own.values():
            owners[place].add(student)
    for page in pages:
        own = places.get(page.student, {})
        exercises = own if page.exercise == SUMMARY else [page.exercise]
        if not set(exercises) & set(own):
            notes.append(_nowhere(system, page))
        for exercise in set(exercises) & set(own):
            if len(owners[own[exercise]]) > 1:
                # What several hand in together is one place there, which all of them see.
                notes.append(_shared(page))
                continue
            yield f"{system}-{exercise}.zip", _name_at(own[exercise], page), page


def _place(system, file):
    """Return where in a system's zip the pages on a file belong: what comes before their names.

    The outermost part decides that is named as the system names it; students name those inside.
    """
    parts = PurePosixPath(file).parts
    for number, part in enumerate(parts):
        is_file = number == len(parts) - 1 or part.lower().endswith(".zip")
        found = _prefix(system, part, is_file)
        if found is not None:
            return found
    return None


def _prefix(system, part, is_file):
    """Return the place for the pages on what has this name, or None if it is not the system's."""
    if system == "moodle":
        name = moodle.NAME.fullmatch(part)
        flat = name and name["original"]
        return name and (part[: name.start("original")] if flat else f"{part}/")
    if system == "canvas":
        name = canvas.NAME.fullmatch(EXPORTED.sub("", part)) if is_file else None
        return name and part[: name.start("original")]
    return f"{part}/" if SUBMISSION.fullmatch(part) else None


def _name_at(place, page):
    return f"{place}{page.exercise}{SUFFIX}"


def _nowhere(system, page):
    """Return the sentence on a page without a place."""
    why = "because the work did not come from there"
    return f"{page.student}/{page.exercise}: not in a zip for {system.capitalize()}, {why}."


def _shared(page):
    return (
        f"{page.student}/{page.exercise}: left out, since several students handed in one file; "
        "give them their pages with --for files."
    )


def _zipped(entries):
    """Return a zip of files, given by name."""
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in sorted(entries.items()):
            info = zipfile.ZipInfo(name, EARLIEST)
            info.external_attr = 0o644 << 16
            archive.writestr(info, content, zipfile.ZIP_DEFLATED)
    return data.getvalue()
