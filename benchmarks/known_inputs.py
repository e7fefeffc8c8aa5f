"""Print how much of what each check calls is known beforehand, from what other seeds call.

Run as ``python -m benchmarks.known_inputs [EXERCISE ...] [--seeds N]``. A submission may hold the
right answers of all inputs that anybody has seen: a check of which it knows all inputs is one that
it passes. It takes the reference some two minutes an exercise. Exit status 1 says that there is
such a check.
"""

from __future__ import annotations

import argparse
import runpy
import sys
from pathlib import Path

from autograder.exercises import exercise_names, load_exercise
from autograder.judging.judged_function import judged
from autograder.judging.session import Session
from autograder.sandbox.student_function import in_process

ROOT = Path(__file__).resolve().parent.parent
FRESH = "a seed that nobody knows"


def main():
    """Print a table for each exercise."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("exercises", nargs="*", default=exercise_names(), metavar="EXERCISE")
    parser.add_argument("--seeds", type=int, default=20, help="how many others")
    options = parser.parse_args()
    known = []
    for name in options.exercises:
        print(f"\n| {name} | points | calls | not known |\n|---|---|---|---|")
        for check, called, new in known_inputs(load_exercise(name), options.seeds):
            print(f"| {check.name} | {check.points:g} | {called} | {new} |", flush=True)
            known += [] if new else [check.name]
    print(f"\nChecks of which all inputs are known: {known}")
    sys.exit(bool(known))


def known_inputs(exercise, seeds):
    """Yield each check, how many calls it makes with a fresh seed, and how many are not known."""
    reference = runpy.run_path(str(ROOT / "reference" / exercise.name / "solution.py"))
    for check in exercise.checks:
        seen = set().union(*(_calls(check, reference, f"seed {seed}") for seed in range(seeds)))
        fresh = _calls(check, reference, FRESH)
        yield check, len(fresh), len(fresh - seen)


def _calls(check, reference, seed):
    """Return the keys of the calls that a check makes of the reference, with a seed."""
    found = set()
    for drawn in Session(seed).examples(check):
        functions = {name: in_process(name, reference[name]) for name in check.functions}
        trial = check.try_on(judged(functions), drawn)
        found |= {(call.function, call.key) for call in trial.calls}
    return found


if __name__ == "__main__":
    main()
