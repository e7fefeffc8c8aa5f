"""What a worker may not do, in layers; each is used if the platform has it.

`prepare` runs once, in the process that forks workers; the layers that it returns are entered in
each worker before any student's code is loaded. None of them can be left again.
"""

from __future__ import annotations

import os
import site
import stat
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from autograder.sandbox.worker import mounts, privileges, process

# Behind the others a worker may be unable to put anything into its own folder.
BEFORE_FILES = ("network", "mounts", "user", "privileges")
NAMES = (*BEFORE_FILES, "files", "calls")

CLONE_NEWNET = 0x40000000
NOBODY = 65534
# Users from here on exist nowhere; each worker is one of its own.
FIRST_STRANGER = 1 << 30

SYSTEM_FOLDERS = ("/usr", "/lib", "/lib64", "/bin", "/etc/fonts")
SYSTEM_FILES = ("/etc/ld.so.cache",)
DEVICES = ("/dev/null", "/dev/zero", "/dev/urandom", "/dev/random")


@dataclass(frozen=True)
class _Layer:
    """One layer of isolation.

    Attributes
    ----------
    name : str
        One of `NAMES`.
    enter : callable
        Takes the worker's own folder, and returns it if it is another one from now on; OSError if
        the platform refuses.
    """

    name: str
    enter: Callable[[str], str | None]


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
    if sys.platform != "linux":
        return []
    platform = _Platform(home, hidden)
    found = {name: getattr(platform, name)() for name in NAMES if name in names}
    return [_Layer(name, enter) for name, enter in found.items() if enter is not None]


def enter(layers, folder):
    """Enter the layers one by one; return the names of those that hold now, and one's folder."""
    held = []
    for layer in layers:
        try:
            folder = layer.enter(folder) or folder
        except OSError:
            continue
        held.append(layer.name)
    return held, folder


class _Platform:
    """What this machine offers; each method returns how to enter a layer, None for one it lacks.

    Parameters
    ----------
    home, hidden
        As for `prepare`.
    """

    def __init__(self, home, hidden):
        self._hidden = hidden
        self._homes = [home]
        self._own_root = False

    def network(self):
        """Leave the network for one that leads nowhere, once for all: it takes milliseconds."""
        try:
            mounts.leave(CLONE_NEWNET)
        except OSError:
            return None

        def stay_outside(folder):
            """Do nothing: a worker is where the process is that it was forked from."""

        return stay_outside

    def mounts(self):
        """See a root of one's own, with Python's files and a small folder in memory."""
        files = filter(os.path.exists, (*SYSTEM_FILES, *DEVICES))
        try:
            enter, above = mounts.own_root(_readable_folders(), files, self._hidden)
        except OSError:
            return None
        if not _can(enter):
            return None
        self._homes.append(above)
        self._own_root = True
        return enter

    def user(self):
        """Become a user who owns nothing, and whom nobody else is; it takes root.

        Python has to be readable by others, which a root of one's own makes sure of but for the
        folders themselves.
        """
        ways = [Path(path) for path in _installation()]
        if not self._own_root:
            ways += [above for path in ways for above in path.parents]
        if os.geteuid() != 0 or not all(path.stat().st_mode & stat.S_IXOTH for path in ways):
            return None
        strange = _can(_become_stranger)
        if not strange and not _can(_become_nobody):
            return None
        os.chmod(self._homes[0], 0o711)
        return _become_stranger if strange else _become_nobody

    def privileges(self):
        """Keep no capability and get none back, also as root."""
        return lambda folder: privileges.drop()

    def files(self):
        """See no files but Python's own, and one's own folder (Landlock)."""
        try:
            from autograder.sandbox.worker import landlock
        except ImportError:  # no landlockpy
            return None
        others = (*SYSTEM_FILES, *DEVICES)
        return landlock.seen_files(_readable_folders(), others, self._hidden, self._homes)

    def calls(self):
        """Give up system calls that no exercise needs (seccomp)."""
        try:
            from autograder.sandbox.worker import syscalls
        except (ImportError, OSError, RuntimeError):  # no pyseccomp, or no libseccomp for it
            return None
        return syscalls.prepared()


def _can(enter):
    """Return whether a process of ours could enter a layer."""
    if pid := os.fork():
        return os.waitpid(pid, 0)[1] == 0
    try:
        enter(None)
        os._exit(0)
    finally:
        os._exit(1)


def _become_stranger(folder):
    """Become a user of one's own, who may start no more than some threads."""
    _become(FIRST_STRANGER + os.getpid(), folder)
    process.limit_threads()


def _become_nobody(folder):
    _become(NOBODY, folder)


def _become(user, folder):
    if folder is not None:
        os.chown(folder, user, user)
    privileges.close_the_way_back()
    os.setgroups([])
    os.setresgid(user, user, user)
    os.setresuid(user, user, user)


def _installation():
    """Return the folders that hold Python, its packages, and this one: what workers may read."""
    found = [sys.prefix, sys.base_prefix, sys.exec_prefix, *site.getsitepackages()]
    if site.ENABLE_USER_SITE:
        found.append(site.getusersitepackages())
    found.append(Path(__file__).resolve().parents[2])
    return sorted({str(Path(path).resolve()) for path in found if Path(path).is_dir()})


def _readable_folders():
    """Return all folders that workers may read, by each name that they go by."""
    return [path for path in (*_installation(), *SYSTEM_FOLDERS) if os.path.isdir(path)]
