"""Some of what lies in a folder, looked at as if it were all."""

from __future__ import annotations

from dataclasses import dataclass

from autograder.course.submissions.folders import Folder


@dataclass(frozen=True)
class _Part(Folder):
    """A folder of which only some files and folders are seen."""

    parts: tuple = ()

    def children(self):
        """Return these."""
        return list(self.parts)

    def holds(self, name):
        """Return whether there is one of this name among them."""
        return any(each.path.name == name for each in self.parts)


def rest_of(place, layout):
    """Return the part of a download that is not named as its system names things."""
    left = {note.path for note in layout.hand_ins(place)[1]}
    return _part_of(place, lambda each: each.path in left)


def by_kind(place):
    """Return the part of a folder that is files, and the part that is folders."""
    return (
        _part_of(place, lambda each: not isinstance(each, Folder)),
        _part_of(place, lambda each: isinstance(each, Folder)),
    )


def _part_of(place, is_in):
    parts = tuple(each for each in place.children() if is_in(each))
    return _Part(place.path, place.exercises, parts)
