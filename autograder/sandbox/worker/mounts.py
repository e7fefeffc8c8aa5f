"""A file system of a worker's own: Python's files, not to be changed, and a small empty folder.

It needs root, or user namespaces, and no Landlock. The folder is in memory: it has a size, and a
number of files, that it cannot outgrow; nothing in it can be made a program, and it goes with the
worker. Each worker sees its own, and none of its neighbours'.
"""

from __future__ import annotations

import contextlib
import ctypes
import os
import sys

# Above the limit of a single file, below what hurts a machine that has two workers a processor.
SCRATCH = b"size=48m,nr_inodes=4096,mode=700"

# Where the new root is put together. We need nothing that is there; it is always there; and no
# folder has to be removed in the end, through which more might be removed.
PLACE = "/sys"
# The folder that is a worker's own, as the worker calls it.
OWN = "/scratch/own"

CLONE_NEWUSER, CLONE_NEWNS = 0x10000000, 0x00020000
MS_NOSUID, MS_NODEV, MS_NOEXEC = 2, 4, 8
MS_BIND, MS_REC, MS_PRIVATE = 1 << 12, 1 << 14, 1 << 18
MNT_DETACH = 2
MOUNT_SETATTR, AT_FDCWD, AT_RECURSIVE = 442, -100, 0x8000
READ_ONLY, NO_SUID = 1, 2

_libc = ctypes.CDLL(None, use_errno=True) if sys.platform == "linux" else None


class _Attributes(ctypes.Structure):
    _fields_ = tuple((n, ctypes.c_uint64) for n in ("set", "clear", "propagation", "userns_fd"))


def leave(namespaces):
    """Leave namespaces for new ones; who may not, does so as root of a new user namespace.

    Raises
    ------
    OSError
        If that is refused, too.
    """
    user, group = os.geteuid(), os.getegid()
    if _libc.unshare(namespaces) == 0:
        return
    if user == 0:
        _raise()
    _check(_libc.unshare(namespaces | CLONE_NEWUSER))
    for name, text in (("setgroups", "deny"), ("uid_map", f"{user} {user} 1"),
                       ("gid_map", f"{group} {group} 1")):  # fmt: skip
        with open(f"/proc/self/{name}", "w") as file:
            file.write(text)


def own_root(folders, files, hidden=()):
    """Put a new root together, for workers to enter.

    Parameters
    ----------
    folders, files : iterable of str
        What can be read in it, where it stands now; devices are files.
    hidden : iterable of str
        Files and folders below these that cannot be read even so.

    Returns
    -------
    enter : callable
        Lets a worker into it; returns the folder that is the worker's own.
    above : str
        The folder, as it is called here, in which workers find theirs.

    Raises
    ------
    OSError
        If the machine does not let us.
    """
    leave(CLONE_NEWNS)
    _check(_libc.mount(None, b"/", None, MS_REC | MS_PRIVATE, None))
    _check(_libc.mount(b"root", PLACE.encode(), b"tmpfs", MS_NOSUID, b"size=1m,mode=755"))
    for path in _outermost(folders):
        os.makedirs(PLACE + path)
        _bind(path)
    for path in files:
        os.makedirs(os.path.dirname(PLACE + path), exist_ok=True)
        with open(PLACE + path, "x"):
            _bind(path)
    os.makedirs(PLACE + OWN)
    _hide(filter(os.path.exists, map(os.path.realpath, hidden)))
    _freeze(PLACE, 0)
    return _enter, os.path.dirname(PLACE + OWN)


def _outermost(folders):
    """Return the folders that lie in no other of them."""
    found = sorted(os.path.abspath(folder) for folder in folders)
    return [f for f in found if not any(f.startswith(f"{each}{os.sep}") for each in found)]


def _bind(path):
    """Let a file or folder be seen under the new root, but not changed there."""
    source, target = path.encode(), (PLACE + path).encode()
    _check(_libc.mount(source, target, None, MS_BIND | MS_REC, None))
    _freeze(PLACE + path, AT_RECURSIVE)


def _hide(paths):
    """Put something that nobody may open in front of files and folders."""
    file, folder = f"{PLACE}/file", f"{PLACE}/folder"
    os.mkdir(folder, 0)
    os.close(os.open(file, os.O_CREAT, 0))
    for path in paths:
        source = folder if os.path.isdir(path) else file
        with contextlib.suppress(FileNotFoundError):  # what is not seen need not be hidden
            _check(_libc.mount(source.encode(), (PLACE + path).encode(), None, MS_BIND, None))


def _freeze(target, how_far):
    """Let nobody change what is mounted there, nor become another user by it."""
    wanted = _Attributes(READ_ONLY | NO_SUID)
    attributes = ctypes.byref(wanted), ctypes.sizeof(wanted)
    _check(_libc.syscall(MOUNT_SETATTR, AT_FDCWD, target.encode(), how_far, *attributes))


def _enter(folder):
    """Leave all files behind but those of the new root; return the folder of one's own there."""
    _check(_libc.unshare(CLONE_NEWNS))
    flags = MS_NOSUID | MS_NODEV | MS_NOEXEC
    _check(_libc.mount(b"scratch", (PLACE + OWN).encode(), b"tmpfs", flags, SCRATCH))
    os.chdir(PLACE)
    _check(_libc.pivot_root(b".", b"."))
    _check(_libc.umount2(b".", MNT_DETACH))
    os.chdir("/")
    return OWN


def _check(result):
    if result != 0:
        _raise()


def _raise():
    error = ctypes.get_errno()
    raise OSError(error, os.strerror(error))
