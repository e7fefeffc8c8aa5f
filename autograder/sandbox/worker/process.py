"""What a process sets for itself, as the platform has it: its limits, and when it ends."""

from __future__ import annotations

import contextlib
import ctypes
import os
import signal
import sys

try:
    import resource
except ImportError:  # Windows
    resource = None

GIGABYTE = 1024**3
MEMORY = 2 * GIGABYTE
CPU_SECONDS = 300
LARGEST_FILE = 16 * 1024**2
OPEN_FILES = 128
MOST_THREADS = 128

PR_SET_PDEATHSIG = 1
PR_SET_DUMPABLE = 4
PR_SET_SECCOMP = 22
PR_SET_CHILD_SUBREAPER = 36
M_TRIM_THRESHOLD, M_TOP_PAD, M_MMAP_THRESHOLD = -1, -2, -3


def limit_this_process():
    """Bound memory, processor time, files; leave standard streams to nowhere."""
    nowhere = os.open(os.devnull, os.O_RDWR)
    for stream in (0, 1, 2):
        os.dup2(nowhere, stream)
    if nowhere > 2:
        os.close(nowhere)
    if resource is None:
        return
    bounds = {
        "RLIMIT_AS": _mapped_bytes() + MEMORY,
        "RLIMIT_CPU": CPU_SECONDS,
        "RLIMIT_FSIZE": LARGEST_FILE,
        "RLIMIT_NOFILE": OPEN_FILES,
        "RLIMIT_CORE": 0,
    }
    for name, bound in bounds.items():
        kind = getattr(resource, name, None)
        if kind is not None:
            hard = resource.getrlimit(kind)[1]
            bound = bound if hard == resource.RLIM_INFINITY else min(bound, hard)
            with contextlib.suppress(ValueError, OSError):  # macOS bounds no address space
                resource.setrlimit(kind, (bound, bound))


def limit_threads():
    """Bound the threads of this user: for a process that is the only one of its user."""
    resource.setrlimit(resource.RLIMIT_NPROC, (MOST_THREADS, MOST_THREADS))


def _mapped_bytes():
    """Return how much address space this process has mapped already."""
    try:
        with open("/proc/self/statm") as statm:
            return int(statm.read().split()[0]) * os.sysconf("SC_PAGE_SIZE")
    except OSError:
        return GIGABYTE


def adopt_orphans():
    """Make this process the parent of orphaned grandchildren, on Linux, so that none gets away."""
    _prctl(PR_SET_CHILD_SUBREAPER, 1)


def die_with_parent():
    """Let the kernel kill this process when its parent ends, on Linux, however that ends."""
    _prctl(PR_SET_PDEATHSIG, signal.SIGKILL)


def hide_memory():
    """Let no other process of the same user read this one's memory, on Linux."""
    _prctl(PR_SET_DUMPABLE, 0)


def keep_memory():
    """Let the GNU allocator, on Linux, keep what is freed: large messages need it again soon."""
    mallopt = getattr(ctypes.CDLL(None), "mallopt", None) if sys.platform == "linux" else None
    if mallopt is not None:
        mallopt(M_TOP_PAD, 1 << 20)
        mallopt(M_TRIM_THRESHOLD, 1 << 28)
        mallopt(M_MMAP_THRESHOLD, 1 << 25)


def _prctl(option, argument):
    """Set an attribute of this process, on Linux; do nothing elsewhere."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(option, int(argument), 0, 0, 0)
