"""Folders in zips."""

from __future__ import annotations

from dataclasses import dataclass, field

from autograder.course.submissions.contents import open_zip
from autograder.course.submissions.file_names import exported_at
from autograder.course.submissions.folders import File, Folder, is_visible
from autograder.course.submissions.student_keys import as_name
from autograder.course.submissions.zips import Unreadable, problem_of, time_of

MOST_FOLDERS = 50_000


@dataclass(frozen=True)
class _ZipFolder(Folder):
    """A folder in a zip.

    Its `tree` holds a dict for each folder, a ZipInfo for each file, and a clause for each that
    cannot be graded.
    """

    tree: dict = field(default_factory=dict, compare=False)

    def children(self):
        """Return the visible files and folders in it, sorted by name."""
        found = sorted(each for each in self.tree.items() if is_visible(each[0]))
        return [_in_zip(self.path / name, self.exercises, node) for name, node in found]

    def holds(self, name):
        """Return whether there is a file or folder of this name in it, hidden or not."""
        return name in self.tree


def _in_zip(path, exercises, node):
    """Return the file or folder at a path in a zip."""
    if isinstance(node, dict):
        return _ZipFolder(path, exercises, node)
    if isinstance(node, str):
        return File(path, exercises, problem=node, names=(path.name,))
    stamp, problem = exported_at(path.name), problem_of(node)
    return File(path, exercises, time_of(node), stamp, problem, (path.name,))


def opened(path, exercises, longest_list):
    """Return the folder that a zip is; Unreadable if it cannot be opened.

    Parameters
    ----------
    path : path
        Where it is.
    exercises : KnownExercises
        Those that what is in it may be of.
    longest_list : int
        How many bytes the list of its files may have.
    """
    try:
        found, tree, folders = open_zip(path, longest_list), {}, 0
    except OSError as error:
        raise Unreadable(f"it cannot be read: {error.strerror}") from error
    for name in found.left_out:
        tree[as_name(name)] = "its path leads out of the zip, or is too long"
    for parts, info in sorted(found.members.items()):
        node = tree
        for part in parts[:-1]:
            folders += part not in node
            node = node.setdefault(part, {})
            if not isinstance(node, dict):
                tree[as_name("/".join(parts))] = "a file has the name of its folder"
                break
        else:
            node.setdefault(parts[-1], info)
        if folders > MOST_FOLDERS:
            raise Unreadable(f"it holds more than {MOST_FOLDERS} folders; give it unpacked")
    return _ZipFolder(path, exercises, tree)
