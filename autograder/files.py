"""Files that are written in one step, and cells that no spreadsheet runs."""

from __future__ import annotations

import csv
import errno
import glob
import io
import os
import tempfile
from pathlib import Path

# Spreadsheets run a cell that starts with one of these as a formula, but for the last; that is what
# is put before them, and before itself, so that no two names become the same.
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "'")


def replace(path, text, sync=True):
    """Write a file in one step: to a neighbour first, then rename it over the old one.

    Parameters
    ----------
    path : Path
        Where the file belongs; folders that are missing are made.
    text : str
        What it is to hold.
    sync : bool
        Whether to wait for the disk, so that a power cut leaves the old file or the new one. That
        takes milliseconds, too long for hundreds of files that can be made again.

    Returns
    -------
    written : bytes
        What the file holds now. A folder's name may hold bytes that are not text; escaped, they
        are still valid JSON.
    """
    written = text.encode("utf-8", "backslashreplace")
    replace_bytes(path, written, sync)
    return written


def replace_bytes(path, content, sync=True):
    """Write a file in one step, as `replace` does, from bytes."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, neighbour = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with open(handle, "wb") as file:
            file.write(content)
            if sync:
                file.flush()
                os.fsync(file.fileno())
        os.replace(neighbour, path)
    except BaseException:
        Path(neighbour).unlink(missing_ok=True)  # it may have been renamed just before
        raise


def write_new(path, content):
    """Write a file in one step if there is none; FileExistsError if there is one.

    Parameters
    ----------
    path : Path
        Where the file belongs, in a folder that is there.
    content : bytes
        What it is to hold. Nobody but the user may read it until its mode is changed.
    """
    for left in path.parent.glob(f".{glob.escape(path.name)}.????????"):
        left.unlink(missing_ok=True)  # by a command that was killed
    handle, neighbour = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with open(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        _name(neighbour, path)
    finally:
        Path(neighbour).unlink(missing_ok=True)


def _name(neighbour, path):
    """Give a file a second name, unless another file has it."""
    try:
        os.link(neighbour, path)
    except FileExistsError:
        raise
    except OSError:  # a file system without links, such as FAT
        if os.path.lexists(path):
            raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(path)) from None
        os.replace(neighbour, path)


def cell_text(cell):
    """Return text that a spreadsheet shows instead of running it as a formula.

    Bytes that are not text, as the name of a folder may hold, are written as escapes.
    """
    text = cell.encode("utf-8", "backslashreplace").decode()
    return f"'{text}" if text.startswith(FORMULA_STARTS) else text


def table_text(header, rows):
    r"""Return a table as comma-separated values.

    Parameters
    ----------
    header : iterable of str
        The names of its columns.
    rows : iterable of iterable
        Their cells; names that people chose need `cell_text` first.

    Examples
    --------
    >>> table_text(["student", "points"], [["Doe, Jo", 3]])
    'student,points\n"Doe, Jo",3\n'
    """
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(header)
    writer.writerows(rows)
    return text.getvalue()


def require_writable(folder):
    """Raise OSError if no file can be made in a folder, or in the one in which it would be made."""
    path = Path(folder).absolute()
    there = next(each for each in (path, *path.parents) if each.exists())
    try:
        tempfile.TemporaryFile(dir=there).close()
    except OSError as error:
        raise OSError(error.errno, error.strerror, str(folder)) from error
