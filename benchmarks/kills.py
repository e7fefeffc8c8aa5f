"""Kill commands at random moments and at their writes, and see what the next run makes of it.

Run as ``python -m benchmarks.kills --random 10 --aimed 5``. Each of `grade`, `report`,
`regrade`, `gradebook` and `return` runs in a process of its own on a small class, is killed with
all that it started, and runs again: all files have to hold the bytes that they hold without a
kill, but for the seconds that grading took.
"""

from __future__ import annotations

import argparse
import os
import random
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

CLASS = Path(__file__).parents[1] / "tests" / "hostile" / "submissions"
STUDENTS = ("c00_honest_right", "c01_honest_wrong", "c02_honest_zeros", "b03_asks_to_exit")
# The command line, in a process that kills itself at one of its writes, with checks of a version.
DRIVER = """
import os, signal
from autograder.grading import fingerprint

version, moment = os.environ["VERSION"], int(os.environ["MOMENT"])
known = fingerprint.exercise_version
fingerprint.exercise_version = lambda name: known(name) + version
writes = iter(range(10**6))


def deadly(real):
    def write(*arguments, **options):
        if os.getpid() == main_process and next(writes) == moment:
            os.kill(main_process, signal.SIGKILL)
        return real(*arguments, **options)

    return write


main_process = os.getpid()
for name in ("replace", "link", "fsync", "unlink"):
    setattr(os, name, deadly(getattr(os, name)))
from autograder.cli import main

try:
    main()
finally:
    if os.getpid() == main_process:
        with open(os.environ["COUNTED"], "w") as file:
            file.write(str(next(writes)))
"""
SECONDS = re.compile(
    rb'"seconds": [0-9.]+|<meta [^>]*made-from[^>]*>|<th [^>]*>seconds</th>.*?</table>', re.DOTALL
)
LEDGER = ".graded.jsonl"


def run(folder, words, version, moment=-1, after=None):
    """Run a command; kill it after some seconds unless None. Return how it ended, and how long."""
    start = time.monotonic()
    process = subprocess.Popen(
        [sys.executable, "-c", DRIVER, *words],
        cwd=folder,
        env=os.environ
        | {"VERSION": version, "MOMENT": str(moment), "COUNTED": str(folder.with_suffix(".count"))},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        process.wait(after)
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()
    return process.returncode, time.monotonic() - start


def files(folder):
    """Return what all files in a folder hold that people or commands read, without the seconds."""
    return {
        str(path.relative_to(folder)): SECONDS.sub(b"", path.read_bytes())
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.name not in (LEDGER, ".lock")
    }


def class_in(folder):
    """Make a small class, and a gradebook, in a folder."""
    rows = ["ID,Name,convolution"]
    for number, name in enumerate(STUDENTS):
        place = folder / "class" / name
        place.mkdir(parents=True)
        shutil.copy(CLASS / f"{name}.py", place / "convolution.py")
        rows.append(f"{name},{number},")
    (folder / "book.csv").write_text("\n".join(rows) + "\n")


# For each command its words, the version of the checks, and what has to run before.
GRADE = ("grade", "class", "--out", "out", "--seed", "s", "--jobs", "1")
REGRADE = ("regrade", "out", "--yes", "--jobs", "1")
FILL = ("gradebook", "out", "--into", "book.csv", "--key", "ID", "--column", "convolution")
COMMANDS = {
    "grade": (GRADE, "", []),
    "report": (("report", "out"), "", [(GRADE, "")]),
    "regrade": (REGRADE, "2", [(GRADE, "")]),
    "gradebook": (FILL, "", [(GRADE, "")]),
    "return": (("return", "out", "--for", "files"), "", [(GRADE, "")]),
}


def trials(name, moments, aimed, rng):
    """Yield for each kill how the command ended, and which files differ in the end."""
    words, version, before = COMMANDS[name]
    with tempfile.TemporaryDirectory() as home:
        fresh, folder = Path(home) / "fresh", Path(home) / "graded"
        class_in(folder)
        for earlier, of in before:
            run(folder, earlier, of)
        shutil.copytree(folder, fresh)
        _, seconds = run(folder, words, version)
        expected, writes = files(folder), int(folder.with_suffix(".count").read_text())
        kills = [(-1, rng.uniform(0.3, seconds)) for _ in range(moments)]
        for moment, after in kills + [(rng.randrange(writes), None) for _ in range(aimed)]:
            shutil.rmtree(folder)  # results name it, so each trial is in the same place
            shutil.copytree(fresh, folder)
            ended, _ = run(folder, words, version, moment, after)
            run(folder, words, version)
            found = files(folder)
            different = sorted(n for n in found | expected if found.get(n) != expected.get(n))
            yield ended, different


def main():
    """Kill each command, and print what it gave."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--random", type=int, default=10)
    parser.add_argument("--aimed", type=int, default=5)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--only", choices=COMMANDS)
    options = parser.parse_args()
    for name in [options.only] if options.only else COMMANDS:
        found = list(trials(name, options.random, options.aimed, random.Random(options.seed)))
        killed = sum(ended == -signal.SIGKILL for ended, _ in found)
        different = sorted({each for _, names in found for each in names})
        print(f"{name}: {killed} of {len(found)} killed; other files in the end: {different}")


if __name__ == "__main__":
    main()
