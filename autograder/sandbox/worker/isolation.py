"""What a worker may not do, in layers; each is used where the platform has it.

`prepare` runs once, in the process that forks workers; the layers that it returns are entered in
each worker before any student's code is loaded. None of them can be left again.
"""

from __future__ import annotations

import ctypes
import os
import site
import stat
import sys
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

NAMES = ("network", "user", "files", "calls")

CLONE_NEWUSER = 0x10000000
CLONE_NEWNET = 0x40000000
NOBODY = 65534


@dataclass(frozen=True)
class _Layer:
    """One layer of isolation.

    Attributes
    ----------
    name : str
        One of `NAMES`.
    enter : callable
        Takes the worker's own folder; OSError where the platform refuses.
    """

    name: str
    enter: Callable[[str], None]


def prepare(names, home, hidden=()):
    """Return those of the named layers that this platform has.

    Parameters
    ----------
    names : iterable of str
        Which layers are wanted; the order of `NAMES` is kept.
    home : path
        The folder in which workers get folders of their own.
    hidden : iterable of path
        Files and folders of the Python installation that workers may not read even so.
    """
    makers = {"network": _network, "user": _user, "files": partial(_files, hidden), "calls": _calls}
    layers = []
    for name in NAMES:
        if name in names and sys.platform == "linux":
            enter = makers[name](home)
            if enter is not None:
                layers.append(_Layer(name, enter))
    return layers


def enter(layers, folder):
    """Enter the layers one by one; return the names of those that hold now."""
    held = []
    for layer in layers:
        try:
            layer.enter(folder)
        except OSError:
            continue
        held.append(layer.name)
    return held


def _network(home):
    """Leave the network for one that leads nowhere, once for all workers: it takes milliseconds.

    None where that is refused.
    """
    libc = ctypes.CDLL(None, use_errno=True)
    own_user = 0 if os.geteuid() == 0 else CLONE_NEWUSER
    if libc.unshare(CLONE_NEWNET | own_user) != 0:
        return None

    def stay_outside(folder):
        """Do nothing: a worker is where the process is that it was forked from."""

    return stay_outside


def _user(home):
    """Return how to become a user who owns nothing; None where that is impossible.

    It takes root, and a Python that others may read.
    """
    if os.geteuid() != 0 or not all(map(_others_may_read, _installation())):
        return None
    os.chmod(home, 0o711)

    def become_nobody(folder):
        os.chown(folder, NOBODY, NOBODY)
        os.setgroups([])
        os.setresgid(NOBODY, NOBODY, NOBODY)
        os.setresuid(NOBODY, NOBODY, NOBODY)

    return become_nobody


def _others_may_read(path):
    """Return whether any user may enter a folder and all above it."""
    folders = [Path(path).resolve(), *Path(path).resolve().parents]
    return all(folder.stat().st_mode & stat.S_IXOTH for folder in folders)


def _installation():
    """Return the folders that hold Python, its packages, and this one: what workers may read."""
    found = [sys.prefix, sys.base_prefix, sys.exec_prefix, *site.getsitepackages()]
    if site.ENABLE_USER_SITE:
        found.append(site.getusersitepackages())
    found.append(Path(__file__).resolve().parents[2])
    return sorted({str(Path(path).resolve()) for path in found if Path(path).is_dir()})


def _files(hidden, home):
    """Return how to see no files but Python's own, and one's own folder (Landlock)."""
    try:
        from autograder.sandbox.worker import landlock
    except ImportError:  # no landlockpy
        return None
    return landlock.seen_files(_installation(), hidden, home)


def _calls(home):
    """Return how to give up system calls that no exercise needs (seccomp)."""
    try:
        from autograder.sandbox.worker import syscalls
    except (ImportError, OSError, RuntimeError):  # no pyseccomp, or no libseccomp for it
        return None
    return syscalls.prepared()
