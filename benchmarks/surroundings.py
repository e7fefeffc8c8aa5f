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
import subprocess
import sys
import tempfile
from pathlib import Path

from autograder.exercises import load_exercise
from autograder.judging.grade import grade
from autograder.judging.session import Session
from autograder.sandbox.host import Sandbox
from autograder.sandbox.limits import Limits
from tests.hostile.expected import DUE

ROOT = Path(__file__).resolve().parents[1]
HOSTILE = ROOT / "tests" / "hostile" / "submissions"
LIMITS = Limits(load=8, call=2, submission=20)
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
    parser.add_argument("--inside", nargs=2, type=json.loads, help=argparse.SUPPRESS)
    options = parser.parse_args()
    files = options.files or sorted(DUE)
    if options.inside:
        print(json.dumps(inside(files, *options.inside)))
        return
    wanted = sorted({*files, *(DUE[name] for name in files if DUE[name])})
    tables = {name: outside(wanted, *how) for name, how in SURROUNDINGS.items()}
    print(f"| file | due | {' | '.join(tables)} |\n|---|---|{'---|' * len(tables)}")
    print(f"| layers | | {' | '.join(' '.join(each['held']) for each in tables.values())} |")
    gained = False
    for name in files:
        points = [each["points"][name] for each in tables.values()]
        due = max(each["points"].get(DUE[name], 0) for each in tables.values())
        gained |= any(each is not None and each > due for each in points)
        print(f"| {name} | {due} | {' | '.join(map(str, points))} |")
    sys.exit(gained)


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
    """Become a user, lose system calls, and grade; return points by file, and the layers."""
    if user:
        os.setgroups([])
        os.setresgid(user, user, user)
        os.setresuid(user, user, user)
    if refused:
        refuse(refused)
    session = Session("a seed")
    with Sandbox(LIMITS) as sandbox:
        worker = sandbox.open(b"", ".py", ())
        worker.close()
        points = {name: points_of(sandbox, name, session) for name in files}
    return {"held": worker.held, "points": points}


def points_of(sandbox, name, session):
    """Return the points of one file, None if they are unknown."""
    (path,) = HOSTILE.glob(f"{name}.*")
    exercise = load_exercise("tophat" if name.startswith("t") else "convolution")
    return grade(sandbox, exercise, path.read_bytes(), path.suffix, session, name)["points"]


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
