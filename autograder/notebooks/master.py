"""The master notebook that Otter Assign turns into the one that students receive.

It holds stubs already: Otter Assign never sees a solution.
"""

from __future__ import annotations

from functools import singledispatch

from nbformat import v4

from autograder.course.written.answers import PLACEHOLDER
from autograder.notebooks.handout import Code, Prose, QuestionPart, StubPlace, functions_of
from autograder.notebooks.otter_tests import by_function

CONFIG = """\
# ASSIGNMENT CONFIG
init_cell: true
check_all_cell: false
export_cell:
  pdf: false
  run_tests: false
  ignore_log: true
generate: false
run_tests: false
tests:
  files: false
  ok_format: false
"""

RUNS_ON_AFTER_ERRORS = {"tags": ["raises-exception"]}
METADATA = {
    "kernelspec": {
        "display_name": "Python 3 (ipykernel)",
        "language": "python",
        "name": "python3",
    },
    "language_info": {"name": "python"},
}


def master_notebook(exercise, parts, stub):
    """Return the notebook for Otter Assign.

    Parameters
    ----------
    exercise : Exercise
        Names the functions and their checks.
    parts : list
        The handout, from `read_handout`.
    stub : Stub
        What stands in the place of the solution.
    """
    order = functions_of(parts)
    checks = by_function(exercise, order)
    cells = [v4.new_raw_cell(CONFIG)]
    below_the_first_stub = False
    for number, part in enumerate(parts):
        if isinstance(part, StubPlace):
            for name in part.functions:
                cells += _stub_question(stub.cell(name, name == order[0]), name, checks[name])
            below_the_first_stub = True
        else:
            cells += _cells_of(part, number, below_the_first_stub)
    return v4.new_notebook(cells=cells, metadata=METADATA)


@singledispatch
def _cells_of(part, number, below_the_first_stub):
    """Return the cells that a part of the handout becomes; `number` tells the parts apart."""
    raise TypeError(f"{part!r} is not part of a handout.")


@_cells_of.register
def _(part: Prose, number, below_the_first_stub):
    return [v4.new_markdown_cell(part.text)]


@_cells_of.register
def _(part: Code, number, below_the_first_stub):
    metadata = RUNS_ON_AFTER_ERRORS if below_the_first_stub else {}
    return [v4.new_code_cell(part.source, metadata=metadata)]


@_cells_of.register
def _(part: QuestionPart, number, below_the_first_stub):
    return [
        v4.new_raw_cell(
            f"# BEGIN QUESTION\nname: question_{number}\nmanual: true\npoints: {part.points}"
        ),
        v4.new_markdown_cell(part.text),
        *_block("PROMPT", v4.new_markdown_cell(PLACEHOLDER)),
        v4.new_raw_cell("# END QUESTION"),
    ]


def _stub_question(source, name, checks):
    """Return the cells of an autograded question: the stub, and a test that makes a check cell."""
    points = sum(check.points for check in checks)
    cells = [v4.new_raw_cell(f"# BEGIN QUESTION\nname: {name}\npoints: {points}")]
    cells += _block("PROMPT", v4.new_code_cell(source))
    if checks:
        cells += _block("TESTS", v4.new_code_cell(f"def {name}_checks(env):\n    ..."))
    return [*cells, v4.new_raw_cell("# END QUESTION")]


def _block(kind, cell):
    """Return a cell between the two raw cells that tell Otter Assign what it is."""
    return [v4.new_raw_cell(f"# BEGIN {kind}"), cell, v4.new_raw_cell(f"# END {kind}")]
