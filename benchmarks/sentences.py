"""How much wrong work gets a sentence, and whether the sentences are true.

    python -m benchmarks.sentences --exercise tophat --every 5

Tries the known mistakes, pairs of the commonest, mutants of the solution (every so many), and what
a sample class and students hand in. Exit status 1 says that a sentence is untrue of a known mistake
or of a pair.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from dataclasses import dataclass, field
from itertools import islice

from autograder.authoring.seeds import COURSE_SEED
from autograder.exercises import exercise_names, load_exercise
from autograder.judging.diagnosis import explanations, functions_behind
from autograder.judging.judge import judge
from autograder.judging.judged_function import judged
from autograder.judging.session import Session
from autograder.judging.verify import solution
from autograder.sandbox.host import Sandbox
from autograder.sandbox.limits import Limits
from autograder.sandbox.student_function import in_process
from benchmarks.class_of import ROOT, sources
from benchmarks.composed import pairs
from benchmarks.mutants import mutants
from benchmarks.true_of import is_true

LIMITS = Limits(load=10, call=3, submission=30, strikes=1)

# Examples and right answers, for all that is tried.
SESSION = Session(COURSE_SEED)


@dataclass
class Tally:
    """How many wrong submissions of one kind got what.

    Attributes
    ----------
    wrong, covered : int
        How many lost points; how many of these got a sentence with their first failure.
    none : list of str
        Those that got none.
    untrue : list of str
        Sentences that are not true of a submission, with its name.
    keys : Counter
        How often each finding came first.
    """

    wrong: int = 0
    covered: int = 0
    none: list = field(default_factory=list)
    untrue: list = field(default_factory=list)
    keys: Counter = field(default_factory=Counter)

    def add(self, what, explained, mistakes=None):
        """Count one submission; `mistakes` are the names of those that it makes, if known."""
        if explained is None:
            return
        self.wrong += 1
        keys, sentence = explained
        self.covered += bool(sentence)
        if not sentence:
            self.none.append(what)
        self.keys[keys[0] if keys else None] += 1
        if mistakes is not None:
            wrong = [key for key in keys if not is_true(key, mistakes)]
            self.untrue += [f"{what}: {key}" for key in wrong]


def explained(exercise, subjects):
    """Return the keys found and the sentence of the first failure; None if nothing failed."""
    outcomes = list(judge(exercise, subjects, SESSION, search=False))
    first = next((each for each in outcomes if each.status != "passed"), None)
    if first is None:
        return None
    answers = SESSION.answers
    behind = functions_behind(exercise, subjects, outcomes, answers)
    found = explanations(exercise, subjects, outcomes, behind, answers)
    keys = [key for each in found.values() for key in keys_of(each)]
    function = behind.get(first.name)
    sentence = function and found[function].of(function, first)[1]
    if first.status == "crashed" and not keys and sentence:
        keys = ["error:"]
    return keys, sentence


def keys_of(explanation):
    """Return the keys of an `Explanation`, the name of a known mistake among them."""
    known = [explanation.mistake.name] if explanation.mistake else []
    return known + [each.key for each in explanation.findings]


def in_this_process(exercise, functions):
    """Return the subjects of an exercise, right but for some functions."""
    right = right_functions(exercise.name)
    made = {each: in_process(each, functions.get(each, right[each])) for each in exercise.functions}
    return judged(made)


def right_functions(name):
    """Return the functions of the solution."""
    namespace = {"__name__": "solution"}
    exec(compile(solution(name, ROOT), "solution.py", "exec"), namespace)
    return namespace


def of_known(exercise):
    """Return the `Tally` of the known mistakes."""
    tally = Tally()
    for mistake in exercise.misconceptions:
        for function in (mistake.function, *mistake.otherwise):
            subjects = in_this_process(exercise, {mistake.of: function})
            tally.add(function.__name__, explained(exercise, subjects), {mistake.name})
    return tally


def of_pairs(exercise):
    """Return the `Tally` of pairs of the commonest mistakes."""
    tally = Tally()
    for one, other, function in pairs(exercise.name):
        subjects = in_this_process(exercise, {one.of: function})
        what = f"{one.name} and {other.name}"
        tally.add(what, explained(exercise, subjects), {one.name, other.name})
    return tally


def of_sources(exercise, sandbox, named):
    """Return the `Tally` of submissions, given as pairs of a name and a source."""
    tally = Tally()
    for what, source in named:
        worker = sandbox.open(source.encode(), ".py", exercise.functions, exercise.forbidden)
        try:
            tally.add(what, explained(exercise, judged(worker.subjects)))
        finally:
            worker.close()
    return tally


def named_mutants(name, every):
    """Return some mutants of the solution, with what they change."""
    return [(each.change, each.source) for each in list(mutants(solution(name, ROOT)))[::every]]


def from_class(name):
    """Return what the mistaken of a sample class hand in."""
    return [(f"sample {n}", each) for n, each in enumerate(islice(sources("mistaken", name), 12))]


def report(name, kind, tally):
    """Print one `Tally`."""
    share = tally.covered / tally.wrong if tally.wrong else 1
    print(f"{name}, {kind}: {tally.covered} of {tally.wrong} ({share:.0%}) have a sentence")
    for what in tally.none:
        print(f"  none: {what}")
    for what in tally.untrue:
        print(f"  UNTRUE: {what}")
    print(f"  {dict(tally.keys.most_common(12))}", flush=True)


def main():
    """Try the exercises that the command line names, or all."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--exercise", action="append", choices=exercise_names())
    parser.add_argument("--kind", action="append", choices=("known", "pairs", "mutants", "class"))
    parser.add_argument("--every", type=int, default=5)
    options = parser.parse_args()
    kinds, untrue = options.kind or ("known", "pairs", "mutants", "class"), 0
    with Sandbox(LIMITS) as sandbox:
        for name in options.exercise or exercise_names():
            one = load_exercise(name)
            makers = {
                "known": lambda one=one: of_known(one),
                "pairs": lambda one=one: of_pairs(one),
                "mutants": lambda one=one: of_sources(
                    one, sandbox, named_mutants(one.name, options.every)
                ),
                "class": lambda one=one: of_sources(one, sandbox, from_class(one.name)),
            }
            for kind in kinds:
                tally = makers[kind]()
                report(name, kind, tally)
                untrue += len(tally.untrue)
    sys.exit(bool(untrue))


if __name__ == "__main__":
    main()
