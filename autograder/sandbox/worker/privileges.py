"""What the kernel lets a user do for being root: given up for good, also by who stays root."""

from __future__ import annotations

import ctypes
import os
import sys

PR_CAPBSET_READ, PR_CAPBSET_DROP = 23, 24
PR_SET_SECUREBITS = 28
PR_SET_NO_NEW_PRIVS = 38
PR_CAP_AMBIENT, PR_CAP_AMBIENT_CLEAR_ALL = 47, 4
# Being root gives no capabilities, nor does a file, and neither can be changed again.
NOTHING_FOR_ROOT = 0b11101111
CAPABILITIES_VERSION_3 = 0x20080522

_libc = ctypes.CDLL(None, use_errno=True) if sys.platform == "linux" else None


class _Header(ctypes.Structure):
    _fields_ = (("version", ctypes.c_uint32), ("pid", ctypes.c_int))


class _Sets(ctypes.Structure):
    _fields_ = tuple((name, ctypes.c_uint32) for name in ("effective", "permitted", "inheritable"))


def close_the_way_back():
    """Empty the set of capabilities that could come back, if we have the right to."""
    capability = 0
    while _libc.prctl(PR_CAPBSET_READ, capability, 0, 0, 0) >= 0:
        _libc.prctl(PR_CAPBSET_DROP, capability, 0, 0, 0)
        capability += 1
    _libc.prctl(PR_SET_SECUREBITS, NOTHING_FOR_ROOT, 0, 0, 0)
    _libc.prctl(PR_CAP_AMBIENT, PR_CAP_AMBIENT_CLEAR_ALL, 0, 0, 0)


def drop():
    """Give up every capability, and the right to gain any; OSError if one is left."""
    close_the_way_back()
    _libc.prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0)
    if _libc.capset(ctypes.byref(_Header(CAPABILITIES_VERSION_3)), (_Sets * 2)()) != 0:
        error = ctypes.get_errno()
        raise OSError(error, os.strerror(error))
