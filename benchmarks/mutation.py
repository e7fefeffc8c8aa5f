"""The mutation score: grade every mutant of a reference solution, and see which get full marks.

    python -m benchmarks.mutation --exercise tophat --seed one --seed two

Prints a table of mutants and one of checks. Exit status 1 says that a mutant passes for which no
reason is known, that one passes no longer, or that a check has no use.
"""

from __future__ import annotations

import argparse
import sys
from dataclasses import dataclass
from pathlib import Path

from autograder.exercises import exercise_names, load_exercise
from autograder.judging.session import Session
from autograder.judging.verify import allowed_for, failing, mistaken, solution, statuses
from autograder.sandbox.host import Sandbox
from autograder.sandbox.limits import Limits
from autograder.sandbox.unsandboxed import Unsandboxed
from benchmarks.equivalents import EQUIVALENTS
from benchmarks.mutants import mutants
from benchmarks.right_too import RIGHT_TOO

ROOT = Path(__file__).parent.parent
# A mutant may loop for ever; one call that does says enough.
LIMITS = Limits(load=10, call=10, submission=60, strikes=1)


@dataclass(frozen=True)
class Graded:
    """What came of the mutants and misconceptions of one exercise.

    Attributes
    ----------
    mutants, misconceptions : dict of str to set of str
        For each, the names of the checks that failed, with the first seed with which one did.
    broken : set of str
        The mutants that crashed in every check, as a name that does not exist makes them.
    equivalent, right_too : dict of str to str
        The mutants that should pass, with the reason: they do the same as the solution, or they do
        what the exercise asks for in another way.
    """

    mutants: dict[str, set[str]]
    misconceptions: dict[str, set[str]]
    broken: set[str]
    equivalent: dict[str, str]
    right_too: dict[str, str]

    @property
    def known(self):
        """All mutants that should pass."""
        return self.equivalent | self.right_too

    @property
    def survivors(self):
        """Mutants with full marks, though nobody has argued that they should have them."""
        return [m for m, failed in self.mutants.items() if not failed and m not in self.known]

    @property
    def stale(self):
        """Mutants that should pass and do not, or do not exist."""
        return [change for change in self.known if self.mutants.get(change) != set()]

    @property
    def score(self):
        """Share of the mutants that lose points, among those that should."""
        counted = [failed for change, failed in self.mutants.items() if change not in self.known]
        return sum(map(bool, counted)) / len(counted)

    def victims(self, check):
        """Return what one check fails, of mutants and misconceptions."""
        both = {**self.mutants, **self.misconceptions}
        return frozenset(name for name, failed in both.items() if check in failed)

    def alone(self, check):
        """Return how many of them no other check fails: without it they would get full marks."""
        both = [*self.mutants.values(), *self.misconceptions.values()]
        return sum(failed == {check} for failed in both)


def graded(name, sandbox, seeds):
    """Return the `Graded` of an exercise."""
    exercise, right = load_exercise(name), solution(name, ROOT)
    sessions = list(map(Session, seeds))

    def first_failed(source, runner=sandbox, of=exercise, forbidden=None):
        for session in sessions:
            found = statuses(runner, of, source, session, forbidden)
            if failing(found):
                break
        return found

    def mistake_failed(each):
        # A worker sees nothing of the kit that knows mistakes; these run in this process.
        where = Unsandboxed(), exercise.part_of(each.of)
        return failing(
            first_failed(mistaken(each, name, right), *where, allowed_for(each, exercise))
        )

    found = {mutant.change: first_failed(mutant.source) for mutant in mutants(right)}
    mistakes = {each.name: mistake_failed(each) for each in exercise.misconceptions}
    broken = {change for change, each in found.items() if set(each.values()) == {"crashed"}}
    failed = {change: failing(each) for change, each in found.items()}
    return Graded(failed, mistakes, broken, EQUIVALENTS[name], RIGHT_TOO.get(name, {}))


def useless(exercise, found):
    """Return the checks that may go: nobody fails them, or the same do as another before."""
    seen, without_use = {frozenset(): "nobody"}, {}
    for check in exercise.checks:
        victims = found.victims(check.name)
        if victims in seen:
            without_use[check.name] = seen[victims]
        seen.setdefault(victims, check.name)
    return without_use


def main():
    """Grade the mutants of the exercises that the command line names, or of all."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--exercise", action="append", choices=exercise_names())
    parser.add_argument("--seed", action="append")
    options = parser.parse_args()
    faults = 0
    with Sandbox(LIMITS) as sandbox:
        for name in options.exercise or exercise_names():
            exercise = load_exercise(name)
            found = graded(name, sandbox, options.seed or ["mutants", "more mutants"])
            print(report(exercise, found), flush=True)
            faults += len(found.survivors) + len(found.stale) + len(useless(exercise, found))
    sys.exit(bool(faults))


def report(exercise, found):
    """Return the tables of one exercise as text."""
    total, alive = len(found.mutants), sum(not failed for failed in found.mutants.values())
    lines = [
        f"{exercise.name}: {total} mutants, {total - alive} killed ({len(found.broken)} of them "
        f"crash in every check), {len(found.equivalent)} equivalent, {len(found.right_too)} right "
        f"too, score {found.score:.1%}",
        *(f"  passes: {change}" for change in found.survivors),
        *(f"  should pass: {change}" for change in found.stale),
        f"  {'check':55} {'mutants':>8} {'mistakes':>8} {'alone':>6}",
    ]
    without_use = useless(exercise, found)
    for check in exercise.checks:
        victims, same = found.victims(check.name), without_use.get(check.name)
        counts = [len(victims & each.keys()) for each in (found.mutants, found.misconceptions)]
        note = f"  fails the same as {same}" if same else ""
        row = f"{check.name:55} {counts[0]:8} {counts[1]:8} {found.alone(check.name):6}"
        lines.append(f"  {row}{note}")
    return "\n".join(lines)


if __name__ == "__main__":
    main()
