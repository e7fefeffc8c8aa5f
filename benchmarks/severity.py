"""Whether points follow the share of the domain that is wrong, over all wrong solutions.

    python -m benchmarks.severity --exercise tophat --inputs 2000 --seeds 2

For each, the share of drawn inputs that are answered wrongly, and the share of the points that are
lost; then the rank correlation of the two (Spearman's), and the solutions whose ranks differ most.
Mistakes in optional functions, which give no points, are left out. A function that goes by the `id`
of its arguments loses far more in a worker than here, where other arrays are in memory.
"""

from __future__ import annotations

import argparse

import numpy as np
from scipy.stats import rankdata, spearmanr

from autograder.exercises import exercise_names, load_exercise
from autograder.judging.answer_cache import AnswerCache
from autograder.judging.session import Session
from benchmarks.domain import inputs_of, share_wrong
from benchmarks.solutions import solutions

KINDS = ("mistake", "attempt", "pair", "kind")
OUTLIERS = 12


def shares(name, kinds, inputs, seeds):
    """Yield each wrong solution with the share that is wrong and the share that is lost."""
    given = inputs_of(name, inputs)
    sessions = [Session(f"spread-{seed}", AnswerCache()) for seed in range(seeds)]
    for each in solutions(name, kinds):
        if not (each.is_right or each.mistaken in load_exercise(name).optional):
            lost = [each.lost(each.failed(session)) for session in sessions]
            yield each, share_wrong(each.make(), given), float(np.mean(lost))


def outliers(found):
    """Return what costs most too much or too little, with the ranks, from 0 to 1, of both."""
    wrong, lost = (rankdata([row[i] for row in found]) / len(found) for i in (1, 2))
    rows = zip(found, wrong, lost, strict=True)
    return sorted(rows, key=lambda row: -abs(row[1] - row[2]))[:OUTLIERS]


def main():
    """Try the exercises that the command line names, or all."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--exercise", action="append", choices=exercise_names())
    parser.add_argument("--kind", action="append", choices=(*KINDS, "mutant"))
    parser.add_argument("--inputs", type=int, default=1000)
    parser.add_argument("--seeds", type=int, default=2)
    parser.add_argument("--all", action="store_true", help="Print every solution.")
    options = parser.parse_args()
    every = []
    for name in options.exercise or exercise_names():
        found = list(shares(name, options.kind or KINDS, options.inputs, options.seeds))
        print(_line(name, found), flush=True)
        rows = sorted(found, key=lambda row: row[1]) if options.all else []
        for each, wrong, lost in rows:
            print(f"  {each.kind:8} {each.name[:60]:60} {wrong:6.1%} wrong {lost:6.1%} lost")
        every += found
    print(_line("all", every))
    for (each, wrong, lost), *ranks in outliers(every):
        print(
            f"  {each.exercise:14} {each.name[:50]:50} {wrong:6.1%} wrong {lost:6.1%} lost,"
            f" ranks {ranks[0]:.2f} and {ranks[1]:.2f}"
        )


def _line(name, found):
    correlation = spearmanr([row[1] for row in found], [row[2] for row in found]).statistic
    return f"{name}: {len(found)} wrong solutions, rank correlation {correlation:.3f}"


if __name__ == "__main__":
    main()
