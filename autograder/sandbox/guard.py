"""Refuse what looks into the interpreter itself: an audit hook, which cannot be taken off again.

It stands only where library functions are forbidden, and keeps a submission from a fresh copy of
such a function, or from one found in memory. What an image takes to process needs none of this.
"""

from __future__ import annotations

import os
import sys

REFUSED = frozenset(
    (
        *("gc.get_objects", "gc.get_referrers", "gc.get_referents"),
        *("sys._current_frames", "sys._current_exceptions", "sys.setprofile", "sys.settrace"),
        *("ctypes.dlopen", "ctypes.dlsym", "ctypes.dlsym/handle", "ctypes.cdata"),
        *("ctypes.cdata/buffer", "ctypes.call_function", "ctypes.string_at", "ctypes.wstring_at"),
        *("code.__new__", "function.__new__"),
    )
)


def stand_guard(files, compiled):
    """Refuse these from now on, with a PermissionError.

    Parameters
    ----------
    files : iterable of str
        Files of modules that may not be read.
    compiled : iterable of str
        Last parts of the names of compiled modules that may not be loaded once more.
    """
    files = frozenset(os.path.realpath(file) for file in files)
    names = frozenset(compiled)
    realpath = os.path.realpath

    def hook(event, arguments):
        if event in REFUSED:
            raise PermissionError(f"A submission may not use {event}.")
        if event == "import" and arguments[0].rpartition(".")[2] in names:
            raise PermissionError(f"{arguments[0]} may not be loaded again.")
        if event == "open" and isinstance(path := arguments[0], str | bytes):
            is_hidden = realpath(os.fsdecode(path)) in files
            if is_hidden:
                raise PermissionError("This file may not be read here.")

    sys.addaudithook(hook)
