"""Grade the same submissions many times, in other circumstances each time, and count the records.

    python -m benchmarks.determinism --runs 10 --copies 10

Each run grades a class in which every submission stands several times, under shuffled names, with
another number of processes, another hash seed and another locale.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import subprocess
import sys
import tempfile
from collections import defaultdict
from itertools import cycle
from pathlib import Path

ROOT = Path(__file__).parent.parent
CLASS = ROOT / "tests" / "submissions"
MEMBERS = (
    "a_notebook/convolution.ipynb",
    "flipped_the_kernel/convolution3d.py",
    "half_done/tophat.py",
    "let_bytes_wrap/convolution.py",
    "swapped_the_top_hats/tophat.py",
    "took_a_threshold_only/skull_removal.py",
)
JOBS = (1, 2, 3, 5)


def locales():
    """Return the locales of this machine, "C" first."""
    try:
        listed = subprocess.run(["locale", "-a"], capture_output=True, text=True, check=True)
    except (OSError, subprocess.CalledProcessError):
        return ["C"]
    return ["C", *sorted(set(listed.stdout.split()) - {"C"})]


def grade_again(members, copies, run, locale):
    """Grade `copies` of each submission in one class; return the texts of all records.

    Parameters
    ----------
    members : iterable of str
        Paths below the sample class.
    copies : int
        How many students hand in the same file.
    run : int
        Decides on names, number of processes and hash seed.
    locale : str
        The value of LC_ALL.

    Returns
    -------
    dict of str to set of str
        For each submission its different records, as JSON without name and seconds.
    """
    with tempfile.TemporaryDirectory() as name:
        folder, out = Path(name, "class"), Path(name, "graded")
        owners = hand_in(members, copies, folder, random.Random(run))
        words = ["grade", str(folder), "--out", str(out), "--seed", "course"]
        command = [sys.executable, "-m", "autograder", *words]
        environment = {**os.environ, "PYTHONHASHSEED": str(run), "LC_ALL": locale}
        environment["PYTHONPATH"] = str(ROOT)
        jobs = str(JOBS[run % len(JOBS)])
        done = subprocess.run([*command, "--jobs", jobs], env=environment, capture_output=True)
        if done.returncode not in (0, 1):
            raise RuntimeError(done.stderr.decode(errors="replace"))
        found = defaultdict(set)
        for path in out.glob("results/*/*.json"):
            record = json.loads(path.read_text("utf-8")) | {"seconds": 0, "student": ""}
            found[owners[path.parent.name]].add(json.dumps(record))
        return found


def hand_in(members, copies, folder, rng):
    """Write the class; return which submission each student handed in.

    Copies differ by line ends after the last line: the same file would be graded only once.
    """
    owners = {}
    handed_in = [(member, copy) for member in members for copy in range(copies)]
    numbers = rng.sample(range(10_000), len(handed_in))
    for (member, copy), number in zip(handed_in, numbers, strict=True):
        path = folder / f"student{number:04}" / Path(member).name
        path.parent.mkdir(parents=True)
        path.write_bytes((CLASS / member).read_bytes() + b"\n" * copy)
        owners[path.parent.name] = member
    return owners


def main():
    """Grade, and print how many different records each submission has."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--runs", type=int, default=10)
    parser.add_argument("--copies", type=int, default=10)
    options = parser.parse_args()
    records = defaultdict(set)
    for run, locale in zip(range(options.runs), cycle(locales()), strict=False):
        for member, texts in grade_again(MEMBERS, options.copies, run, locale).items():
            records[member] |= texts
        print(f"run {run}: {JOBS[run % len(JOBS)]} processes, locale {locale}", flush=True)
    for member, texts in records.items():
        print(f"{member}: {options.runs * options.copies} times, {len(texts)} record(s)")
    sys.exit(any(len(texts) > 1 for texts in records.values()))


if __name__ == "__main__":
    main()
