"""Grade hostile submissions in unlike surroundings, and print a table of points.

Run as ``python -m benchmarks.surroundings [FILE ...]``, as root on Linux; without files, all of the
hostile suite. The surroundings: root, with a Python that others can read and with one that they
cannot; an ordinary user; a kernel without Landlock; one that makes no namespaces; a container.
``due`` is what the honest part of a file earns. Exit status 1 says that some file got more.
"""

from __future__ import annotations

import argparse
import ctypes
import errno
import json
import os
import resource
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from autograder.exercises import load_exercise
from autograder.judging.grade import grade
from autograder.judging.session import Session
from autograder.sandbox.host import Sandbox
from autograder.sandbox.limits import Limits
from tests.hostile.expected import DUE

ROOT = Path(__file__).resolve().parents[1]
HOSTILE = ROOT / "tests" / "hostile" / "submissions"
LIMITS = Limits(load=10, call=4, submission=30)
SESSION = Session("a seed")
# What is counted and should be 0, and figures; a neighbour is graded again and again.
FAULTS = ("something left", "another record", "host over 1 GB", "record over 500 kB")
COLUMNS = ("layers", "host, MB", "record, kB", *FAULTS)
NEIGHBOUR = "c03_honest_partial"
USER = 12345
LANDLOCK, NAMESPACES = (444, 445, 446), ("unshare", "mount", "setns")

# How the command is run: the mode of the folder that holds Python's home, as whom, without which
# system calls.
SURROUNDINGS = {
    "root, readable Python": (0o755, 0, ()),
    "root, private Python": (0o700, 0, ()),
    "ordinary user": (0o755, USER, ()),
    "no Landlock": (0o700, 0, LANDLOCK),
    "no namespaces": (0o700, 0, NAMESPACES),
    "container": (0o755, 0, NAMESPACES),
}
# Python's home is seen through a folder of this mode; what else lies in that folder is not seen.
MOUNTS = """
set -e
mount --make-rprivate /
mkdir -p "$SCRATCH/python"
mount --rbind "$PREFIX" "$SCRATCH/python"
mount -t tmpfs -o "mode=$MODE" tmpfs "$ABOVE"
mkdir -p "$PREFIX"
mount --rbind "$SCRATCH/python" "$PREFIX"
exec "$@"
"""


def main():
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("files", nargs="*", help="names without .py; all by default")
    parser.add_argument("--at-once", type=int, default=1, help="how many surroundings")
    parser.add_argument("--inside", nargs=2, type=json.loads, help=argparse.SUPPRESS)
    options = parser.parse_args()
    files = options.files or sorted(DUE)
    if options.inside:
        print(json.dumps(inside(files, *options.inside)))
        return
    wanted = sorted({*files, *(DUE[name] for name in files if DUE[name])})
    with ThreadPoolExecutor(options.at_once) as pool:
        found = pool.map(lambda how: outside(wanted, *how), SURROUNDINGS.values())
        tables = dict(zip(SURROUNDINGS, found, strict=True))
    print(f"| file | due | {' | '.join(tables)} |\n|---|---|{'---|' * len(tables)}")
    for name in COLUMNS:
        print(f"| {name} | | {' | '.join(str(each[name]) for each in tables.values())} |")
    failed = any(each[name] for each in tables.values() for name in FAULTS)
    for name in files:
        points = [each["points"][name] for each in tables.values()]
        due = [each["points"].get(DUE[name], 0) for each in tables.values()]
        failed |= any(one is None or one > most for one, most in zip(points, due, strict=True))
        print(f"| {name} | {max(due)} | {' | '.join(map(str, points))} |")
    sys.exit(failed)


def outside(files, mode, user, refused):
    """Grade the files in a process that runs in these surroundings; return what it found."""
    prefix = Path(sys.base_prefix)
    above = Path(*prefix.parts[:2])
    with tempfile.TemporaryDirectory() as scratch:
        os.chmod(scratch, 0o777)
        paths = {"PREFIX": str(prefix), "ABOVE": str(above), "SCRATCH": scratch}
        more = {"MODE": f"{mode:o}", "HOME": scratch, "XDG_STATE_HOME": scratch}
        command = ["unshare", "--mount", "sh", "-c", MOUNTS, "sh", sys.executable, "-m"]
        command += ["benchmarks.surroundings", *files, "--inside", str(user), json.dumps(refused)]
        environment = os.environ | paths | more | {"PYTHONPATH": str(ROOT)}
        done = subprocess.run(command, env=environment, stdout=subprocess.PIPE, check=True)
    return json.loads(done.stdout.splitlines()[-1])


def inside(files, user, refused):
    """Become a user, lose system calls, and grade; return what there was to see of each file."""
    if user:
        os.setgroups([])
        os.setresgid(user, user, user)
        os.setresuid(user, user, user)
    if refused:
        refuse(refused)
    found = dict.fromkeys(FAULTS, 0)
    points, largest = {}, 0
    with Sandbox(LIMITS) as sandbox:
        worker = sandbox.open(b"", ".py", (), exercise_of(NEIGHBOUR).forbidden)
        worker.close()
        undisturbed = graded(sandbox, NEIGHBOUR)
        for number, name in enumerate(files):
            print(f"{number} of {len(files)}: {name}", file=sys.stderr, flush=True)
            record = graded(sandbox, name)
            points[name] = record["points"]
            largest = max(largest, len(json.dumps(record, indent=1)))
            found["something left"] += bool(left(sandbox))
            if number % 5 == 0 or name == files[-1]:
                found["another record"] += graded(sandbox, NEIGHBOUR) != undisturbed
    host = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss >> 10  # it is in kB
    found["host over 1 GB"] = int(host >= 1024)
    found["record over 500 kB"] = int(largest >= 500_000)
    figures = {"layers": " ".join(worker.held), "host, MB": host, "record, kB": largest // 1000}
    return found | figures | {"points": points}


def graded(sandbox, name):
    """Return the record of one file, without its seconds."""
    (path,) = HOSTILE.glob(f"{name}.*")
    record = grade(sandbox, exercise_of(name), path.read_bytes(), path.suffix, SESSION, name)
    return record | {"seconds": 0}


def exercise_of(name):
    """Return the exercise that a file is handed in for."""
    return load_exercise("tophat" if name.startswith("t") else "convolution")


def left(sandbox):
    """Return the processes and files that workers left behind."""
    found = []
    for forbidden in {exercise_of(name).forbidden for name in ("c", "t")}:
        server = sandbox.server(forbidden)
        children = Path(f"/proc/{server.pid}/task/{server.pid}/children")
        found += [*children.read_text().split(), *os.listdir(server.home)]
    return found


def refuse(calls):
    """Let system calls fail from now on, as on a kernel that has or allows none."""
    import pyseccomp

    rules = pyseccomp.SyscallFilter(pyseccomp.ALLOW)
    for each in calls:
        error = errno.EPERM if isinstance(each, str) else errno.ENOSYS
        rules.add_rule(pyseccomp.ERRNO(error), each)
    ctypes.CDLL(None).prctl(38, 1, 0, 0, 0)
    rules.load()


if __name__ == "__main__":
    main()
