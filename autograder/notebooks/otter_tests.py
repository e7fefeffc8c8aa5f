"""The source of Otter's test files: a few lines that hand each check to the kit."""

from __future__ import annotations

HEAD = """\
from otter.test_files import test_case

from autograder.notebooks.check_cell import run_check

OK_FORMAT = False

name = "{name}"
points = None
"""

CASE = """

@test_case(name="{check}", points={points})
def {check}(env):
    run_check("{exercise}", "{check}", env)
"""


def test_file(exercise, name, checks):
    """Return the source of a test file of this name that runs these checks, one a test case."""
    cases = [
        CASE.format(check=check.name, points=check.points, exercise=exercise.name)
        for check in checks
    ]
    return HEAD.format(name=name) + "".join(cases)


def by_function(exercise, order):
    """Return the checks that belong to each function, by name.

    A check that needs several functions belongs to the last of them in `order`, so that all are
    there when it runs.
    """
    belonging = {name: [] for name in order}
    for check in exercise.checks:
        belonging[max(check.functions, key=order.index)].append(check)
    return belonging
