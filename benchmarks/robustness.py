"""Grade a class of which half is hostile, and kill the grader in the middle, again and again.

Run as ``python -m benchmarks.robustness``; it takes a while. It finds out three things:

- whether the records of the honest half are, to the byte, those of a class without the other half;
- whether the grader, killed at random moments and started again, comes to the same table;
- whether a process of its pool, killed at random moments, makes any difference.

Exit status 1 says that something was not as it should be.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import re
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
HOSTILE = ROOT / "tests" / "hostile" / "submissions"
HONEST = ("tests/right/convolution/*.py", "tests/submissions/*/convolution.*")
# Controls of the hostile suite: honest, though some come close to the limits.
IS_CONTROL = re.compile(r"c0\d_")
SECONDS = re.compile(rb'\n "seconds": [\d.e-]+,')
PATIENCE = 30


def main():
    """Print what was found."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--students", type=int, default=60)
    parser.add_argument("--kills", type=int, default=5, help="of the grader, and half of the pool")
    parser.add_argument("--seed", type=int, default=0)
    options = parser.parse_args()
    chance = random.Random(options.seed)
    honest, hostile = chosen(options.students // 2, chance)
    with tempfile.TemporaryDirectory(prefix="robustness-") as folder:
        trial = Trial(Path(folder))
        fine = trial.honest_are_unmoved(honest, hostile)
        for _ in range(options.kills):
            fine &= trial.survives(the_grader, chance.random())
        for _ in range(options.kills // 2):
            fine &= trial.survives(one_of_the_pool, chance.random())
    sys.exit(0 if fine else 1)


def chosen(count, chance):
    """Return the files of so many honest students, and of as many hostile ones."""
    every = sorted(HOSTILE.glob("[a-z]*_*.*"))
    honest = [path for pattern in HONEST for path in sorted(ROOT.glob(pattern))]
    honest += [path for path in every if IS_CONTROL.match(path.name)]
    hostile = [path for path in every if not IS_CONTROL.match(path.name)]
    return honest[:count], sorted(chance.sample(hostile, count))


class Trial:
    """A class, its grades without any disturbance, and how long they took.

    Parameters
    ----------
    home : Path
        A folder for classes, results, and the temporary files of the graders.
    """

    def __init__(self, home):
        self._home = home
        self._temporary = home / "temporary"
        self._temporary.mkdir()

    def honest_are_unmoved(self, honest, hostile):
        """Grade the honest alone and among the hostile; return whether that is the same to them."""
        alone = self._hand_in("alone", honest)
        self._students = self._hand_in("among", honest + hostile)
        self._finished(self._start(alone, self._home / "graded alone"))
        start = time.monotonic()
        self._undisturbed = self._home / "graded among"
        self._finished(self._start(self._students, self._undisturbed))
        self._seconds = time.monotonic() - start
        among, expected = records(self._undisturbed), records(self._home / "graded alone")
        moved = [name for name in expected if among[name] != expected[name]]
        gaps = [name for name in among if not has_verdict(among[name])]
        print(
            f"{len(honest)} honest, {len(hostile)} hostile, {self._seconds:.0f} s; records of the "
            f"honest that differ: {moved or 'none'}; without a verdict: {gaps or 'none'}.",
            flush=True,
        )
        return not moved and not gaps and len(among) == len(honest) + len(hostile)

    def survives(self, victim, share):
        """Kill a process after a share of the time that grading takes; return whether all is well.

        Parameters
        ----------
        victim : callable
            Returns the process id to kill, of the grader that it is given.
        share : float
            When, between 0 and 1.
        """
        out = Path(tempfile.mkdtemp(dir=self._home))
        grader = self._start(self._students, out)
        time.sleep(share * self._seconds)
        os.kill(victim(grader), signal.SIGKILL)
        grader.wait()
        left = self._left_over()
        done = sum(map(has_verdict, records(out).values()))
        self._finished(self._start(self._students, out))
        tables = [(folder / "grades.csv").read_bytes() for folder in (out, self._undisturbed)]
        same = tables[0] == tables[1]
        print(
            f"{victim.__name__.replace('_', ' ')} killed after {share * self._seconds:.0f} s; then "
            f"{done} are graded, left over is {left or 'nothing'}; started again, the table is "
            f"{'the same' if same else 'ANOTHER'}.",
            *(sorted(set(tables[0].splitlines()) ^ set(tables[1].splitlines()))),
            sep="\n  ",
            flush=True,
        )
        return same and not left

    def _hand_in(self, name, files):
        """Make a class in which each file was handed in by a student named after it."""
        for path in files:
            student = path.stem if path.stem != "convolution" else path.parent.name
            place = self._home / name / student / f"convolution{path.suffix}"
            place.parent.mkdir(parents=True)
            place.write_bytes(path.read_bytes())
        return self._home / name

    def _start(self, students, out):
        words = ["grade", str(students), "--out", str(out), "--seed", "course"]
        return subprocess.Popen(
            [sys.executable, "-m", "autograder", *words],
            env=os.environ | {"PYTHONPATH": str(ROOT), "TMPDIR": str(self._temporary)},
            stdout=subprocess.DEVNULL,
        )

    def _finished(self, grader):
        if grader.wait() not in (0, 1):
            raise RuntimeError(f"The grader ended with status {grader.returncode}.")

    def _left_over(self):
        """Return the folders, and the processes that use them, that are there after a while."""
        end = time.monotonic() + PATIENCE
        while (left := [*self._temporary.iterdir(), *using(self._temporary)]) and (
            time.monotonic() < end
        ):
            time.sleep(0.2)
        return [str(each) for each in left]


def records(out):
    """Return the bytes of all result records, without their seconds, by student."""
    return {
        path.parent.name: SECONDS.sub(b"", path.read_bytes())
        for path in out.glob("results/*/*.json")
    }


def has_verdict(record):
    """Return whether the bytes of a record are those of a submission that was graded."""
    return json.loads(record)["status"] != "not_run"


def the_grader(grader):
    """Return the grader's own process id."""
    return grader.pid


def one_of_the_pool(grader):
    """Return the id of a process that the grader grades in, or its own if there is none."""
    children = Path(f"/proc/{grader.pid}/task/{grader.pid}/children").read_text().split()
    others = (b"zygote", b"resource_tracker")
    commands = {pid: Path(f"/proc/{pid}/cmdline").read_bytes() for pid in children}
    pool = [pid for pid, words in commands.items() if not any(each in words for each in others)]
    return int((pool or [grader.pid])[-1])


def using(folder):
    """Return the ids of processes that name a folder on their command line or environment."""
    found = []
    for process in Path("/proc").glob("[0-9]*"):
        try:
            known = (process / "cmdline").read_bytes() + (process / "environ").read_bytes()
        except OSError:
            continue
        if os.fsencode(folder) in known:
            found.append(int(process.name))
    return found


if __name__ == "__main__":
    main()
