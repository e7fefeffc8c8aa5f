"""Let no memory become executable: compiled code that is not loaded yet stays out.

Neither a library on the disk nor what a submission wrote, to a file or to its memory, can then be
run as machine code.
"""

from __future__ import annotations

import errno
import mmap

REFUSED_IN = ("mmap", "mprotect", "pkey_mprotect")
PROTECTION = 2  # the position of the argument that says what memory may be used for


def seal():
    """Return how to do so for a process, for good; None where the platform cannot."""
    try:
        import pyseccomp
    except (ImportError, OSError, RuntimeError):
        return None
    rules = pyseccomp.SyscallFilter(pyseccomp.ALLOW)
    executable = pyseccomp.Arg(PROTECTION, pyseccomp.MASKED_EQ, mmap.PROT_EXEC, mmap.PROT_EXEC)
    for name in REFUSED_IN:
        rules.add_rule(pyseccomp.ERRNO(errno.EPERM), name, executable)
    return rules.load
