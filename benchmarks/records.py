"""Write the records of everything that is known, and list what differs between two checkouts.

    python -m benchmarks.records before.jsonl
    python -m benchmarks.records --compare before.jsonl after.jsonl

Graded are, each in the sandbox, the sample class, the right solutions and all misconceptions. Two
records are the same if all but their seconds and their tokens is: points, statuses, names,
messages and counterexamples.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from pathlib import Path
from statistics import median

from autograder.authoring.seeds import COURSE_SEED
from autograder.exercises import load_exercises
from autograder.judging.grade import grade
from autograder.judging.session import Session
from autograder.judging.verify import allowed_for, mistaken, solution
from autograder.sandbox.host import Sandbox

ROOT = Path(__file__).parent.parent
SUFFIXES = (".py", ".ipynb")
TOKEN = re.compile(r"autograder replay \S+ FILE")


def submissions(exercise):
    """Yield ``(name, source, suffix, forbidden)`` of all that is known for an exercise."""
    name = exercise.name
    found = [*ROOT.glob(f"tests/right/{name}/*"), *ROOT.glob(f"tests/submissions/*/{name}.*")]
    for path in sorted([*found, ROOT / "reference" / name / "solution.py"]):
        if path.suffix in SUFFIXES:
            yield str(path.relative_to(ROOT)), path.read_bytes(), path.suffix, None
    right = solution(name, ROOT)
    for each in exercise.misconceptions:
        source = mistaken(each, name, right).encode()
        yield each.name, source, ".py", allowed_for(each, exercise)


def records(seeds):
    """Yield the record of each submission for each seed, with the names of both."""
    with Sandbox() as sandbox:
        for exercise in load_exercises():
            for session in map(Session, seeds):
                for name, source, suffix, forbidden in submissions(exercise):
                    record = grade(sandbox, exercise, source, suffix, session, "", forbidden)
                    yield record | {"submission": name, "seed": session.seed}


def read(path):
    """Return the records in a file by exercise, submission and seed."""
    with open(path, encoding="utf-8") as file:
        found = map(json.loads, file)
        return {(each["exercise"], each["submission"], each["seed"]): each for each in found}


def without_tokens(record):
    """Return a record without what may differ."""
    checks = []
    for check in record["checks"]:
        example = check["counterexample"]
        example = example and {k: v for k, v in example.items() if k != "token"}
        message = TOKEN.sub("autograder replay TOKEN FILE", check["message"])
        checks.append(check | {"message": message, "counterexample": example})
    return record | {"checks": checks, "seconds": 0}


def differences(before, after):
    """Yield a line for each thing that differs between two files of records."""
    for key in sorted(before.keys() ^ after.keys()):
        yield f"{' '.join(key)}: only in {'the first' if key in before else 'the second'}"
    for key in sorted(before.keys() & after.keys()):
        one, other = without_tokens(before[key]), without_tokens(after[key])
        for check, its in zip(one.pop("checks"), other.pop("checks"), strict=True):
            for field in check:
                if check[field] != its[field]:
                    yield f"{' '.join(key)}: {check['name']}: {field}"
        if one != other:
            yield f"{' '.join(key)}: {one} is {other}"


def tokens(found):
    """Return a line on the tokens of each exercise: how many, median and longest."""
    lengths = {}
    for record in found.values():
        examples = filter(None, (check["counterexample"] for check in record["checks"]))
        lengths.setdefault(record["exercise"], []).extend(len(each["token"]) for each in examples)
    return "\n".join(
        f"{name}: {len(each)} tokens, median {median(each):g}, longest {max(each)}"
        for name, each in lengths.items()
    )


def main():
    """Write the records, or compare two files of them."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("out", nargs="?")
    parser.add_argument("--seed", action="append", help="by default 0 and that of the course")
    parser.add_argument("--compare", nargs=2, metavar=("BEFORE", "AFTER"))
    options = parser.parse_args()
    if options.compare:
        before, after = map(read, options.compare)
        found = list(differences(before, after))
        print(
            *found, f"{len(found)} differences in {len(before)} and {len(after)} records", sep="\n"
        )
        print("Before:", tokens(before), "After:", tokens(after), sep="\n")
        sys.exit(bool(found))
    with open(options.out, "w", encoding="utf-8") as file:
        for record in records(options.seed or ["0", COURSE_SEED]):
            file.write(json.dumps(record, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()
