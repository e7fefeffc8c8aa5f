"""The system calls that a worker gives up: programs, processes, sockets, what others own."""

from __future__ import annotations

import errno
import os

import pyseccomp

CLONE_THREAD = 0x00010000
REFUSE = pyseccomp.ERRNO(errno.EPERM)

FOREVER = (
    # other programs and processes
    *("execve", "execveat", "fork", "vfork", "ptrace", "process_vm_readv", "process_vm_writev"),
    *("pidfd_open", "pidfd_getfd", "pidfd_send_signal", "rt_sigqueueinfo", "rt_tgsigqueueinfo"),
    *("tkill", "kcmp", "setsid", "setpgid"),
    # sockets and what else outlives a process or reaches another
    *("socket", "socketpair", "connect", "bind", "listen", "accept", "accept4"),
    *("shmget", "shmat", "msgget", "semget", "mq_open", "memfd_create"),
    # files that are not one's own: Landlock does not cover their attributes
    *("chmod", "fchmod", "fchmodat", "fchmodat2", "chown", "fchown", "lchown", "fchownat"),
    *("setxattr", "lsetxattr", "fsetxattr", "utime", "utimes", "utimensat", "futimesat"),
    # the machine
    *("mount", "umount2", "pivot_root", "chroot", "unshare", "setns", "bpf", "perf_event_open"),
    *("io_uring_setup", "userfaultfd", "keyctl", "add_key", "request_key", "reboot"),
    *("init_module", "finit_module", "delete_module", "kexec_load", "swapon", "swapoff"),
    *("sethostname", "setdomainname", "settimeofday", "clock_settime", "quotactl", "acct"),
    *("open_by_handle_at", "personality", "inotify_init", "inotify_init1", "fanotify_init"),
    # closing many files at once, and timers that interrupt our own lines
    *("close_range", "setitimer", "alarm", "timer_create"),
)


def prepared():
    """Return how to refuse these calls, with a PermissionError; threads and one's own end remain.

    What is the same for all workers is worked out here, before any of them is started.
    """
    rules = pyseccomp.SyscallFilter(pyseccomp.ALLOW)
    for name in FOREVER:
        _add(rules, REFUSE, name)
    _add(rules, REFUSE, "prlimit64", pyseccomp.Arg(2, pyseccomp.NE, 0))
    _add(rules, REFUSE, "clone", pyseccomp.Arg(0, pyseccomp.MASKED_EQ, CLONE_THREAD, 0))
    # glibc then falls back to clone, whose flags can be looked at
    _add(rules, pyseccomp.ERRNO(errno.ENOSYS), "clone3")

    def give_up(folder):
        me = os.getpid()
        for name in ("kill", "tgkill"):
            _add(rules, REFUSE, name, pyseccomp.Arg(0, pyseccomp.NE, me))
        rules.load()

    return give_up


def _add(rules, action, name, *conditions):
    """Add a rule, unless this machine has no such system call."""
    try:
        rules.add_rule(action, name, *conditions)
    except (ValueError, OSError):
        if pyseccomp.resolve_syscall(pyseccomp.system_arch(), name) >= 0:
            raise
