"""Refuse what looks into the interpreter itself: an audit hook, which cannot be taken off again.

It stands only where library functions are forbidden, and keeps a submission from a fresh copy of
such a function, or from one found in memory. What an image takes to process needs none of this.
"""

from __future__ import annotations

import os

REFUSED = frozenset(
    (
        *("gc.get_objects", "gc.get_referrers", "gc.get_referents"),
        *("sys._current_frames", "sys._current_exceptions", "sys.setprofile", "sys.settrace"),
        *("ctypes.dlopen", "ctypes.dlsym", "ctypes.dlsym/handle", "ctypes.cdata"),
        *("ctypes.cdata/buffer", "ctypes.call_function", "ctypes.string_at", "ctypes.wstring_at"),
    )
)


def guard(files, compiled):
    """Return an audit hook that refuses what is not to be used, with a PermissionError.

    Parameters
    ----------
    files : frozenset of str
        Files of modules that may not be read, as real paths.
    compiled : frozenset of str
        Last parts of the names of compiled modules that may not be loaded once more.
    """
    realpath = os.path.realpath

    def hook(event, arguments):
        if event in REFUSED:
            raise PermissionError(f"A submission may not use {event}.")
        if event == "import" and arguments[0].rpartition(".")[2] in compiled:
            raise PermissionError(f"{arguments[0]} may not be loaded again.")
        if event == "open" and isinstance(path := arguments[0], str | bytes):
            is_hidden = realpath(os.fsdecode(path)) in files
            if is_hidden:
                raise PermissionError("This file may not be read here.")

    return hook
