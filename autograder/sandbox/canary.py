"""What the canary tries: a submission that does what a submission must not do."""

from __future__ import annotations

SOURCE = """
import ctypes, os, socket, stat, subprocess, sys
import numpy as np

libc = ctypes.CDLL(None, use_errno=True)

def succeeds(attempt):
    try:
        return np.array([attempt() is not False])
    except BaseException:
        return np.zeros(1)

def can_call(name, *arguments):
    return getattr(libc, name)(*arguments) >= 0

def read(path):
    with open(path, "rb") as file:
        return len(file.read()) > 0

def write(path):
    with open(path, "x"):
        pass

def reads_files(_):
    return succeeds(lambda: read({secret!r}))

def writes_files(_):
    return succeeds(lambda: write({secret!r} + ".new"))

def reads_public_files(_):
    return succeeds(lambda: read({ledger!r}))

def writes_public_folders(_):
    return succeeds(lambda: write({public!r} + "/new"))

def reads_neighbours(_):
    def attempt():
        found = [
            os.path.join(folder, {neighbours!r})
            for above in ("..", {home!r})
            for folder, _, files in os.walk(above)
            if {neighbours!r} in files
        ]
        return read(found[0])
    return succeeds(attempt)

def fills_the_disk(_):
    def attempt():
        try:
            for each in range(8):
                with open(f"filling{{each}}", "wb") as file:
                    file.write(bytes(10 * 1024**2))
        finally:
            for each in range(8):
                os.remove(f"filling{{each}}")
    return succeeds(attempt)

def starts_programs(_):
    return succeeds(lambda: subprocess.run([sys.executable, "--version"], check=True))

def forks(_):
    def attempt():
        if os.fork() == 0:
            os._exit(0)
    return succeeds(attempt)

def connects(_):
    return succeeds(lambda: socket.create_connection(("127.0.0.1", {port}), 1))

def sends_datagrams(_):
    there = ("127.0.0.1", {port})
    return succeeds(lambda: socket.socket(type=socket.SOCK_DGRAM).sendto(b"x", there))

def signals_others(_):
    return succeeds(lambda: os.kill({host}, 0))

def traces_others(_):
    seize = 0x4206  # unlike attaching, it does not stop the other process
    return succeeds(lambda: can_call("ptrace", seize, {host}, 0, 0))

def lists_processes(_):
    return succeeds(lambda: read("/proc/{host}/cmdline"))

def schedules_others(_):
    return succeeds(lambda: os.sched_setaffinity({host}, os.sched_getaffinity({host})))

def makes_devices(_):
    return succeeds(lambda: os.mknod("device", stat.S_IFBLK | 0o600, 0))

def keeps_capabilities(_):
    def attempt():
        header, sets = (ctypes.c_uint32 * 2)(0x20080522, 0), (ctypes.c_uint32 * 6)()
        could_return = any(libc.prctl(23, each, 0, 0, 0) > 0 for each in range(64))
        return libc.capget(header, sets) == 0 and (any(sets) or could_return)
    return succeeds(attempt)

def reads_the_kernels_log(_):
    return succeeds(lambda: can_call("klogctl", 3, ctypes.create_string_buffer(64), 64))
"""

ATTEMPTS = {
    "reads_files": "read files outside its own folder",
    "writes_files": "write files outside its own folder",
    "reads_public_files": "read files that every user may read, such as a ledger with the seed",
    "writes_public_folders": "write into folders that every user may write into",
    "reads_neighbours": "read what another submission writes",
    "fills_the_disk": "fill the disk with temporary files",
    "starts_programs": "start other programs",
    "forks": "start other processes",
    "connects": "open network connections",
    "sends_datagrams": "send network packets",
    "signals_others": "signal other processes",
    "traces_others": "look into other processes",
    "lists_processes": "see how other processes were called, as ps does",
    "schedules_others": "choose when and where other processes run",
    "makes_devices": "make a device, and read the disk by it",
    "keeps_capabilities": "use privileges of root, or get them back",
    "reads_the_kernels_log": "read the kernel's log",
}

# Whoever can do one of these may learn the seed or choose grades.
ABOUT_FILES = frozenset(
    ("reads_files", "writes_files", "reads_public_files", "writes_public_folders", "makes_devices")
)
