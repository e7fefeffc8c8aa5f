"""Measure how fast a class is graded, beside Otter, nbgrader and no isolation at all.

Run as ``python -m benchmarks.rate --students 200 --sample 16 --nbgrader PYTHON``, where PYTHON is
of an environment that has nbgrader; without it, that is left out. ``--scaling`` measures classes of
50, 200 and 800 instead. Everything gets as many processes as there are processors. Nothing else
should be running.
"""

from __future__ import annotations

import argparse
import csv
import os
import sys
import tempfile
from pathlib import Path

from benchmarks.class_of import mix, submissions
from benchmarks.measuring import MemoryWatch, run_all
from benchmarks.rivals import environment, in_one_process, nbgrader, otter

CORES = os.cpu_count() or 1
CLASSES = (50, 200, 800)


def main():
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--students", type=int, default=200)
    parser.add_argument("--sample", type=int, default=16)
    parser.add_argument("--nbgrader", metavar="PYTHON")
    parser.add_argument("--scaling", action="store_true")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="rate-") as folder:
        home = Path(folder)
        if options.scaling:
            scaling(home)
        else:
            compare(options, home)


def compare(options, home):
    """Print how many submissions a minute each tool grades, and what that costs.

    The class is graded before and after each of the others, which is compared with the mean of
    both: these minutes, the machine may be faster or slower than half an hour ago.
    """
    made = submissions(options.students)
    ending = [each for each in made if each[2] != "looping"]
    sample = spread(ending, options.sample)
    print(f"{mix(made)} {CORES} processes each.")
    print(f"The sample: {mix(sample)} Otter never ends on a loop, so loops are left out below.\n")
    told("autograder grade, with loops", graded(made, home)[0], len(made))
    told("the sample alone", graded(sample, home)[0], len(sample))
    rivals = {"otter run": lambda: otter(sample, folder(home), CORES)}
    if options.nbgrader:
        rivals["nbgrader"] = lambda: nbgrader(sample, folder(home), CORES, options.nbgrader)
    before, points = graded(ending, home)
    told("autograder grade", before, len(ending))
    for name, run in rivals.items():
        cost, theirs = run()
        after = graded(ending, home)[0]
        told(f"{name}, the sample", cost, len(sample))
        told("autograder grade", after, len(ending))
        ours = (before.seconds + after.seconds) / 2 / len(ending)
        others = sorted(student for student in theirs if theirs[student] != points[student])
        print(
            f"  grade is {cost.seconds / len(sample) / ours:.1f} times as fast as {name}, "
            + (f"with other points for {others}" if others else "with the same points for all"),
            flush=True,
        )
        before = after
    bare = in_one_process(ending)
    after = graded(ending, home)[0]
    told("one process, no isolation", bare, len(ending))
    told("autograder grade", after, len(ending))
    ratio = (before.processor + after.processor) / 2 / bare.processor
    print(f"  processor time with isolation over that without: {ratio:.2f}")


def spread(made, count):
    """Return so many submissions, as much of each kind and exercise as in the class."""
    ordered = sorted(made, key=lambda each: (each[2], each[1]))
    return [ordered[(2 * i + 1) * len(ordered) // (2 * count)] for i in range(count)]


def told(name, cost, count):
    """Print what a tool took for so many submissions."""
    print(
        f"{name:<30}{60 * count / cost.seconds:>8.1f} a minute{cost.seconds:>9.1f} s"
        f"{cost.processor / count:>8.2f} s of processor time each",
        flush=True,
    )


def scaling(home):
    """Print time and memory for classes of several sizes."""
    for count in CLASSES:
        made = submissions(count)
        print(mix(made))
        with MemoryWatch() as memory:
            cost, _ = graded(made, home)
        told("autograder grade", cost, count)
        print(f"{'':<30}{memory.peak:>8.0f} MB at most, all processes together\n", flush=True)


def graded(made, home):
    """Return the cost of grading a class with the command, and the points of each student."""
    students, out = folder(home), folder(home)
    for student, name, _, source in made:
        (students / student).mkdir()
        (students / student / f"{name}.py").write_text(source, encoding="utf-8")
    words = ["-m", "autograder", "grade", str(students), "--out", str(out), "--seed", "course"]
    cost = run_all([([sys.executable, *words], home, environment())], 1, statuses=(0, 1))
    with open(out / "grades.csv", encoding="utf-8", newline="") as file:
        return cost, {row["student"]: float(row["total"]) for row in csv.DictReader(file)}


def folder(home):
    """Return a new folder."""
    return Path(tempfile.mkdtemp(dir=home))


if __name__ == "__main__":
    main()
