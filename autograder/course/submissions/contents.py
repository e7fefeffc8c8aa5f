"""Read files on the disk and in zips alike.

A file in a zip has a path that leads into it, such as ``class.zip/alice/convolution.ipynb``. Such a
path can be handed to another process and read there, and a grader that is killed leaves nothing
behind.
"""

from __future__ import annotations

import io
from functools import lru_cache
from pathlib import Path

from autograder.course.submissions.zips import Missing, Unreadable, Zip, require_short_list, within

# A zip in a zip is read into memory; the zip of a class stays on the disk.
LARGEST_INNER_ZIP = 50 * 1024**2
# Bytes of the list in the zip of a class, and in that of a student. A file takes some hundred bytes
# there, and ten times as much in memory.
LONGEST_LIST, LONGEST_INNER_LIST = 16 * 1024**2, 2 * 1024**2


def contents(path, most):
    """Return the bytes of a plain file on the disk, in a zip, or in a zip in a zip.

    Parameters
    ----------
    path : path
        It leads through zips as through folders.
    most : int
        How many bytes the file may have.

    Raises
    ------
    Unreadable
        If there is no such file, or it cannot be read.
    """
    path = Path(path)
    try:
        if path.is_file():
            with open(path, "rb") as file:
                return within(file.read(most + 1), most)
        outer = next((each for each in path.parents if each.is_file()), None)
        if outer is None:
            raise Missing("there is no such file")
        return _member(open_zip(outer, LONGEST_LIST), path.relative_to(outer).parts, most)
    except OSError as error:
        raise Unreadable(f"it cannot be read: {error.strerror}") from error


def _member(found, parts, most):
    """Return the bytes of a file in an open zip, or in a zip in it."""
    while parts not in found.members:
        inner = next((parts[:n] for n in range(1, len(parts)) if parts[:n] in found.members), None)
        if inner is None:
            raise Missing("there is no such file in the zip")
        found = _inner_zip(found.read(inner, LARGEST_INNER_ZIP))
        parts = parts[len(inner) :]
    return found.read(parts, most)


def open_zip(path, longest_list):
    """Return the zip at a path, on the disk or in another zip.

    Parameters
    ----------
    path : path
        It may lead into another zip.
    longest_list : int
        How many bytes the list of its files may have.

    Raises
    ------
    Unreadable, OSError
        If it cannot be read.
    """
    path = Path(path)
    if path.is_file():
        with open(path, "rb") as file:
            require_short_list(file, longest_list)
        found = path.stat()
        return zip_on_disk(path, found.st_mtime_ns, found.st_size)
    return _inner_zip(contents(path, LARGEST_INNER_ZIP))


def _inner_zip(data):
    """Return the zip that bytes are."""
    return Zip(io.BytesIO(data), LONGEST_INNER_LIST)


@lru_cache(maxsize=1)
def zip_on_disk(path, changed, size):
    """Return the zip at a path; time and size tell the cache, which holds one, that it changed."""
    return Zip(path, LONGEST_LIST)
