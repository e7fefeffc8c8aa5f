"""One row on this installation: versions, and a digest of the verdicts on everything that is known.

    python -m benchmarks.verdicts

Graded are the sample class, the right solutions of the tests, and all misconceptions. Only the
status of each check counts: other versions of Hypothesis draw other examples, and so show other
ones in their messages.
"""

from __future__ import annotations

import hashlib
import json
import platform
from importlib.metadata import version
from pathlib import Path

from autograder.exercise import exercises
from autograder.sandbox.host import Sandbox
from autograder.seeds import COURSE_SEED
from autograder.verify import allowed_for, mistaken, solution, statuses

ROOT = Path(__file__).parent.parent
PACKAGES = ("numpy", "scipy", "scikit-image", "hypothesis", "matplotlib", "otter-grader")


def verdicts(exercise, sandbox):
    """Yield ``(name, status of each check)`` for everything that there is for an exercise."""
    for path in sorted(ROOT.glob(f"tests/right/{exercise.name}/*.py")):
        yield path.stem, statuses(sandbox, exercise, path.read_text("utf-8"), COURSE_SEED)
    for path in sorted(ROOT.glob(f"tests/submissions/*/{exercise.name}.py")):
        yield path.parent.name, statuses(sandbox, exercise, path.read_text("utf-8"), COURSE_SEED)
    right = solution(exercise.name, ROOT)
    for mistake in exercise.misconceptions:
        source, forbidden = mistaken(mistake, exercise.name, right), allowed_for(mistake, exercise)
        yield mistake.name, statuses(sandbox, exercise, source, COURSE_SEED, forbidden)


def main():
    """Print the row, as Markdown; a file that is left behind holds the verdicts themselves."""
    with Sandbox() as sandbox:
        found = {each.name: dict(verdicts(each, sandbox)) for each in exercises()}
    count = sum(len(checks) for one in found.values() for checks in one.values())
    digest = hashlib.sha256(json.dumps(found, sort_keys=True).encode()).hexdigest()[:12]
    cells = [platform.python_version(), *map(version, PACKAGES), str(count), f"`{digest}`"]
    print(f"| {' | '.join(cells)} |")


if __name__ == "__main__":
    main()
