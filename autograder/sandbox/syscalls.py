"""The system calls that a worker gives up: programs, processes, sockets, other processes' affairs."""

from __future__ import annotations

import errno
import os

import pyseccomp

CLONE_THREAD = 0x00010000

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
)


def give_up(folder):
    """Refuse these calls from now on, with a PermissionError; threads and one's own end remain."""
    refuse = pyseccomp.ERRNO(errno.EPERM)
    rules = pyseccomp.SyscallFilter(pyseccomp.ALLOW)
    for name in FOREVER:
        add(rules, refuse, name)
    me = os.getpid()
    for name in ("kill", "tgkill"):
        add(rules, refuse, name, pyseccomp.Arg(0, pyseccomp.NE, me))
    add(rules, refuse, "prlimit64", pyseccomp.Arg(2, pyseccomp.NE, 0))
    add(rules, refuse, "clone", pyseccomp.Arg(0, pyseccomp.MASKED_EQ, CLONE_THREAD, 0))
    # glibc then falls back to clone, whose flags can be looked at
    add(rules, pyseccomp.ERRNO(errno.ENOSYS), "clone3")
    rules.load()


def add(rules, action, name, *conditions):
    """Add a rule, unless this machine has no such system call."""
    try:
        rules.add_rule(action, name, *conditions)
    except (ValueError, OSError):
        if pyseccomp.resolve_syscall(pyseccomp.system_arch(), name) >= 0:
            raise
