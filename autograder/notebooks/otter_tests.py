"""The source of Otter's test files: a few lines that hand each check to the kit."""

from __future__ import annotations

# By this name Otter's kernel knows the submission, and Otter hands it to the tests.
SUBMISSION = "graded_submission"

HEAD = """\
from otter.test_files import test_case

from autograder.notebooks.check_cell import {imported}

OK_FORMAT = False

name = "{name}"
points = None
"""

CASE = """

@test_case(name="{check}", points={points})
def {check}({parameter}):
    {call}
"""


def notebook_test(exercise, name, checks):
    """Return the source of the test file that a notebook's check cell runs, one case a check."""
    head = HEAD.format(imported="CheckCell, run_check", name=name)
    head += f'cell = CheckCell("{exercise.name}")\n'
    return head + "".join(_case(each, "env", 'run_check(cell, "{}", env)') for each in checks)


def grading_test(check):
    """Return the source of the test file that runs one check on a graded submission."""
    head = HEAD.format(imported="run_graded_check", name=check.name)
    return head + _case(check, SUBMISSION, f'run_graded_check({SUBMISSION}, "{{}}")')


def _case(check, parameter, call):
    return CASE.format(
        check=check.name, points=check.points, parameter=parameter, call=call.format(check.name)
    )


def by_function(exercise, order):
    """Return the checks that belong to each function, by name.

    A check that needs several functions belongs to the last of them in `order`, so that all are
    there when it runs.
    """
    belonging = {name: [] for name in order}
    for check in exercise.checks:
        belonging[max(check.functions, key=order.index)].append(check)
    return belonging
