"""The system calls that a worker gives up: programs, processes, sockets, what others own."""

from __future__ import annotations

import ctypes
import errno
import os
import tempfile

import pyseccomp

from autograder.sandbox.worker.process import (
    PR_SET_PDEATHSIG,
    PR_SET_SECCOMP,
    die_with_parent,
)

CLONE_THREAD = 0x00010000
# The kernel takes half of a register for a descriptor, a command or an option.
HALF = 0xFFFFFFFF
INSTRUCTION = 8
SECCOMP_MODE_FILTER = 2
REFUSE = pyseccomp.ERRNO(errno.EPERM)
UNKNOWN = pyseccomp.ERRNO(errno.ENOSYS)

FOREVER = (
    # other programs and processes
    *("execve", "execveat", "fork", "vfork", "ptrace", "process_vm_readv", "process_vm_writev"),
    *("rt_sigqueueinfo", "rt_tgsigqueueinfo", "tkill", "kcmp", "setsid", "setpgid"),
    *("move_pages", "migrate_pages", "uselib", "get_robust_list"),
    # who runs when, and where
    *("sched_setaffinity", "sched_setscheduler", "sched_setparam", "sched_setattr"),
    *("setpriority", "ioprio_set", "sync", "syncfs"),
    # sockets and what else outlives a process or reaches another
    *("socket", "socketpair", "connect", "bind", "listen", "accept", "accept4"),
    *("shmget", "shmat", "shmctl", "msgget", "msgctl", "semget", "semctl"),
    *("mq_open", "mq_unlink", "memfd_create", "mknod", "mknodat", "flock"),
    # what of Python's files is in memory: it slows others, and it is a message to them
    "fadvise64",
    # files that are not one's own: Landlock does not cover their attributes
    *("chmod", "fchmod", "fchmodat", "chown", "fchown", "lchown", "fchownat"),
    *("setxattr", "lsetxattr", "fsetxattr", "removexattr", "lremovexattr", "fremovexattr"),
    *("utime", "utimes", "utimensat", "futimesat", "name_to_handle_at", "open_by_handle_at"),
    # the machine
    *("mount", "umount2", "pivot_root", "chroot", "unshare", "setns", "bpf", "perf_event_open"),
    *("userfaultfd", "keyctl", "add_key", "request_key", "reboot", "syslog", "vhangup"),
    *("init_module", "finit_module", "delete_module", "create_module", "swapon", "swapoff"),
    *("kexec_load", "kexec_file_load", "iopl", "ioperm", "modify_ldt", "_sysctl", "sysfs"),
    *("sethostname", "setdomainname", "quotactl", "acct", "nfsservctl", "lookup_dcookie"),
    *("settimeofday", "clock_settime", "adjtimex", "clock_adjtime", "stime"),
    *("personality", "inotify_init", "inotify_init1", "fanotify_init", "fanotify_mark"),
    # filters of one's own, timers that interrupt our own lines, requests past all filters
    *("seccomp", "setitimer", "alarm", "timer_create"),
    *("io_setup", "io_submit"),
)

# From number 424 on, a system call has one number on all machines. Of these a worker may use:
# openat2, faccessat2, epoll_pwait2, those for locks, map_shadow_stack and mseal. All others are
# unknown to it, those included that are still to come.
NEWER = range(424, 512)
USED = frozenset((437, 439, 441, 449, 453, 454, 455, 456, 462))

# Options with which a process would outlive us, have a filter of its own, or share a core.
OPTIONS = (PR_SET_PDEATHSIG, PR_SET_SECCOMP, 62)
# What lets the kernel send signals to others for us, or makes others wait who open a file. Other
# workers see a lock on a file that all may read: its place and length are a message to them.
COMMANDS = (
    ("fcntl", (5, 6, 7, 36, 37, 38, 8, 10, 15, 1024)),
    ("ioctl", (0x8901, 0x8902, 0x5452)),
)


def prepared():
    """Return how to refuse these calls, with a PermissionError; threads and one's own end remain.

    What is the same for all workers is worked out here, before any of them is started.
    """
    rules = pyseccomp.SyscallFilter(pyseccomp.ALLOW)
    for name in FOREVER:
        _add(rules, REFUSE, name)
    for number in NEWER:
        if number not in USED:
            rules.add_rule(UNKNOWN, number)
    for option in OPTIONS:
        _add(rules, REFUSE, "prctl", _is(0, option))
    for name, values in COMMANDS:
        for value in values:
            _add(rules, REFUSE, name, _is(1, value))
    _add(rules, REFUSE, "prlimit64", pyseccomp.Arg(2, pyseccomp.NE, 0))
    _add(rules, REFUSE, "clone", pyseccomp.Arg(0, pyseccomp.MASKED_EQ, CLONE_THREAD, 0))

    load_the_same = _made(rules)

    def give_up(folder):
        die_with_parent()
        own = pyseccomp.SyscallFilter(pyseccomp.ALLOW)
        for name in ("kill", "tgkill"):
            _add(own, REFUSE, name, pyseccomp.Arg(0, pyseccomp.NE, os.getpid()))
        own.load()
        load_the_same()

    return give_up


def _made(rules):
    """Return how to load rules that are made into a program here: that takes milliseconds."""
    with tempfile.TemporaryFile() as file:
        rules.export_bpf(file)
        file.seek(0)
        program = file.read()
    libc = ctypes.CDLL(None, use_errno=True)
    described = _Program(len(program) // INSTRUCTION, program)

    def load():
        if libc.prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, ctypes.byref(described), 0, 0) != 0:
            raise OSError(ctypes.get_errno(), "the kernel refuses the filter")

    return load


class _Program(ctypes.Structure):
    """A filter as the kernel takes it."""

    _fields_ = (("length", ctypes.c_ushort), ("instructions", ctypes.c_char_p))


def _is(position, value):
    """Return the condition that an argument is this, as the kernel reads it."""
    return pyseccomp.Arg(position, pyseccomp.MASKED_EQ, HALF, value)


def _add(rules, action, name, *conditions):
    """Add a rule, unless this machine has no such system call."""
    try:
        rules.add_rule(action, name, *conditions)
    except (ValueError, OSError):
        if pyseccomp.resolve_syscall(pyseccomp.system_arch(), name) >= 0:
            raise
