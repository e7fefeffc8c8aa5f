"""One row on this installation: versions, and a digest of the verdicts on everything that is known.

    python -m benchmarks.verdicts

Tried are the sample class, the right solutions of the tests, and all misconceptions. What counts is
which checks the first two fail, and of a misconception, whether it fails the check that it is known
by: other versions of Hypothesis draw other examples, and on these it may pass another check or not.
"""

from __future__ import annotations

import hashlib
import json
import platform
from importlib.metadata import version
from pathlib import Path

from autograder.authoring.seeds import COURSE_SEED
from autograder.exercises import load_exercises
from autograder.judging.fairness import fairness
from autograder.judging.session import Session
from autograder.judging.verify import failing, statuses
from autograder.sandbox.host import Sandbox

ROOT = Path(__file__).parent.parent
PACKAGES = ("numpy", "scipy", "scikit-image", "hypothesis", "matplotlib", "otter-grader")


def verdicts(exercise, sandbox):
    """Return the names of the checks that fail, for everything that there is for an exercise."""
    sheet = fairness(exercise, ROOT, range(1))
    found = {name: set(tried.failed) for name, tried in sheet.styles.items()}
    for each in exercise.misconceptions:
        found[each.name] = set(sheet.mistakes[each.name].failed) & {each.caught_by.name}
    session = Session(COURSE_SEED)
    for path in ROOT.glob(f"tests/submissions/*/{exercise.name}.py"):
        source = path.read_text("utf-8")
        found[path.parent.name] = failing(statuses(sandbox, exercise, source, session))
    return {name: sorted(failed) for name, failed in sorted(found.items())}


def main():
    """Print the row, as Markdown."""
    with Sandbox() as sandbox:
        found = {each.name: verdicts(each, sandbox) for each in load_exercises()}
    tried = sum(len(found[each.name]) * len(each.checks) for each in load_exercises())
    digest = hashlib.sha256(json.dumps(found, sort_keys=True).encode()).hexdigest()[:12]
    cells = [platform.python_version(), *map(version, PACKAGES), str(tried), f"`{digest}`"]
    print(f"| {' | '.join(cells)} |")


if __name__ == "__main__":
    main()
