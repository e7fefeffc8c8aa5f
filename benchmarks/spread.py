"""Whether seeds decide anything: verdicts and lost points of all solutions, over many seeds.

    python -m benchmarks.spread --exercise tophat --first 10 --seeds 200

Each solution is tried with the first seeds; those whose verdict or points differ by then, or that
lose no more than one check, with all of them. Exit status 1 says that a verdict depends on the
seed, that a right solution loses a point, or that the points of one spread too far.
"""

from __future__ import annotations

import argparse
import sys
from collections import defaultdict
from fractions import Fraction

from autograder.exercises import exercise_names, load_exercise
from autograder.judging.answer_cache import AnswerCache
from autograder.judging.session import Session
from benchmarks.solutions import solutions

# Of an exercise's points, how much of them one solution may lose more with one seed than another.
MOST_SPREAD = Fraction(1, 10)
KINDS = ("right", "mistake", "attempt", "pair", "kind")


def tried(name, kinds, first, seeds, only=()):
    """Return for each solution which checks failed, seed by seed.

    Parameters
    ----------
    name : str
        The exercise.
    kinds : iterable of str
        Which solutions.
    first, seeds : int
        With how many seeds all are tried, and with how many those that hang on the seed.
    only : iterable of str
        The names of solutions to try with all seeds, and no others.
    """
    every = [each for each in solutions(name, kinds) if not only or each.name in only]
    found, answers = defaultdict(list), AnswerCache()
    for seed in range(seeds):
        session = Session(f"spread-{seed}", answers)
        for each in every:
            if seed < first or only or may_differ(found[each]):
                found[each].append(each.failed(session))
    return found


def may_differ(failed):
    """Return whether what failed so far hangs on the seed, or on a single check."""
    return len(set(failed)) > 1 or max(map(len, failed)) == 1


def rows(found):
    """Yield for each solution its verdicts, the points lost at least and at most, and a word."""
    for each, failed in found.items():
        lost = [each.lost(checks) for checks in failed]
        caught = sum(map(bool, failed))
        if each.is_right:
            word = "LOSES POINTS" if caught else ""
        elif 0 < caught < len(failed):
            word = "HANGS ON THE SEED"
        elif not caught:
            word = "FULL MARKS"
        else:
            word = "SPREADS" if max(lost) - min(lost) > MOST_SPREAD else ""
        yield each, caught, len(failed), min(lost), max(lost), word


def main():
    """Try the exercises that the command line names, or all."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--exercise", action="append", choices=exercise_names())
    parser.add_argument("--kind", action="append", choices=(*KINDS, "mutant"))
    parser.add_argument("--only", action="append", default=[])
    parser.add_argument("--first", type=int, default=10)
    parser.add_argument("--seeds", type=int, default=200)
    options = parser.parse_args()
    faults = 0
    for name in options.exercise or exercise_names():
        kinds = options.kind or KINDS
        found = tried(name, kinds, options.first, options.seeds, options.only)
        print(f"{name}, {load_exercise(name).points} points")
        for each, caught, seeds, least, most, word in rows(found):
            faults += bool(word)
            print(
                f"  {each.kind:8} {each.name[:60]:60} {caught:4} of {seeds:4}"
                f" {least:5.0%} {most:5.0%} {word}"
            )
        sys.stdout.flush()
    sys.exit(bool(faults))


if __name__ == "__main__":
    main()
