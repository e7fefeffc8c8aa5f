"""Zip files, read in memory and with limits: nothing is ever unpacked to the disk."""

from __future__ import annotations

import io
import re
import stat
import struct
import zipfile
import zlib
from contextlib import nullcontext, suppress
from datetime import datetime, timezone
from pathlib import Path, PurePosixPath

LONGEST_PATH, DEEPEST_PATH = 500, 20
# Where a zip says how long its list of files is, behind one of two marks.
LIST_LENGTHS = ((b"PK\5\6", 8, 4), (b"PK\6\6", 36, 8))
SEE_OTHER = 2**32 - 1
METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
# What `zipfile` and `zlib` raise on zips that are damaged, or made to do damage.
DAMAGE = (
    *(zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError),
    *(UnicodeError, ValueError, struct.error, OverflowError),
)


class Unreadable(Exception):
    """A file, folder or zip that cannot be read; the message is a clause that says why."""


class Missing(Unreadable):
    """There is no such file."""


class TooLarge(Unreadable):
    """A file holds more than is read."""


class Zip:
    """An open zip.

    Parameters
    ----------
    source : Path or binary file
        The zip; it is kept open.
    longest_list : int
        How many bytes the list of its files may have.

    Attributes
    ----------
    members : dict of tuple of str to zipfile.ZipInfo
        Its files, by the parts of their paths.
    left_out : list of str
        The names of those whose paths lead out of it, or are too long.

    Raises
    ------
    Unreadable
        If it is not a zip, is damaged, or lists too many files.
    OSError
        If the disk does not let it be read.
    """

    def __init__(self, source, longest_list):
        try:
            with open(source, "rb") if isinstance(source, Path) else nullcontext(source) as file:
                require_short_list(file, longest_list)
            self._zip = zipfile.ZipFile(source)
        except DAMAGE as error:
            raise Unreadable(f"it cannot be read as a zip ({error})") from error
        self.members, self.left_out = {}, []
        for info in self._zip.infolist():
            parts = _parts_of(info)
            if parts is None:
                self.left_out.append(info.filename)
            elif not info.is_dir():
                self.members[parts] = info

    def read(self, parts, most):
        """Return the bytes of a file; Unreadable if it is damaged, or has more than `most`."""
        try:
            with self._zip.open(self.members[parts]) as file:
                return within(file.read(most + 1), most)
        except DAMAGE as error:
            raise Unreadable(f"it cannot be unpacked ({error})") from error


def require_short_list(file, most):
    """Raise Unreadable if a zip's list of files has more than `most` bytes by any mark of it.

    Nothing is built before that: the list takes many times more memory than bytes.
    """
    file.seek(max(0, file.seek(0, io.SEEK_END) - 2**16 - 200))
    end = file.read()
    for mark, offset, width in LIST_LENGTHS:
        for found in re.finditer(re.escape(mark), end):
            length = int.from_bytes(end[found.end() + offset :][:width], "little")
            if length > most and length != SEE_OTHER:
                raise Unreadable("it lists too many files")


def _parts_of(info):
    """Return the parts of a member's path; None if it is absolute, leads up, or is too long."""
    name = info.filename
    if not info.flag_bits & 0x800:  # the zip does not say that names are UTF-8, but most are
        with suppress(UnicodeError):
            name = name.encode("cp437").decode()
    parts = PurePosixPath(name.replace("\\", "/")).parts
    leads_elsewhere = any(each in ("/", "//", "..") or each[1:2] == ":" for each in parts)
    is_long = len(name) > LONGEST_PATH or len(parts) > DEEPEST_PATH
    return None if leads_elsewhere or not parts or is_long else parts


def problem_of(info):
    """Return why a file in a zip cannot be graded, or ""."""
    if info.flag_bits & 0x1:
        return "it is encrypted"
    if info.compress_type not in METHODS:
        return "it is packed in a way that cannot be read here"
    kind = stat.S_IFMT(info.external_attr >> 16)
    return "" if kind in (0, stat.S_IFREG) else "it is not a plain file"


def time_of(info):
    """Return when a file in a zip was last changed, in seconds since 1970."""
    try:
        return datetime(*info.date_time, tzinfo=timezone.utc).timestamp()
    except ValueError:
        return 0.0


def within(data, most):
    """Return bytes; `TooLarge` if there are more than `most`."""
    if len(data) > most:
        raise TooLarge(f"it is larger than {most // 1024**2} MB")
    return data
