"""Scripts and notebooks are loaded as far as they can be, and what they lack is said."""

import json

import numpy as np
import pytest

from autograder.authoring.failures import Crashed, NotWritten

IMAGE = np.arange(12.0).reshape(3, 4)


def notebook(*cells):
    code = [{"cell_type": "code", "source": cell, "outputs": [], "metadata": {}} for cell in cells]
    return json.dumps({"nbformat": 4, "nbformat_minor": 5, "metadata": {}, "cells": code})


@pytest.mark.parametrize("suffix", [".py", ".ipynb"])
def test_a_line_that_is_no_python_is_shown(load, suffix):
    source = "import numpy\ndef f(image:\n    return image\n"
    f = load(source if suffix == ".py" else notebook(source), suffix)
    seen = r"could not be loaded. Line 2 \(def f\(image:\): SyntaxError: '\(' was never"
    with pytest.raises(Crashed, match=seen):
        f(IMAGE)


@pytest.mark.parametrize("body", ["...", "raise NotImplementedError", "'Doc.'\n    ..."])
def test_a_stub_is_not_written(load, body):
    with pytest.raises(NotWritten, match="not written yet"):
        load(f"def f(image):\n    {body}")(IMAGE)


def test_a_missing_function_is_not_written(load):
    with pytest.raises(NotWritten, match="no function named f"):
        load("")(IMAGE)


def test_a_failing_statement_does_not_stop_the_next(load):
    np.testing.assert_array_equal(load("1 / 0\ndef f(image): return image + 1")(IMAGE), IMAGE + 1)


def test_the_last_definition_counts(load):
    f = load("def f(image): return image\ndef f(image): return image + 2")
    np.testing.assert_array_equal(f(IMAGE), IMAGE + 2)


def test_a_notebook_runs_with_magics_other_programs_and_failing_cells(load):
    source = notebook(
        "%matplotlib inline",
        "%%bash\nsleep 100",
        "!sleep 100",
        "undefined",
        "input('?')",
        "def f(image) return",
        "def f(image): return image",
        "import otter\ngrader = otter.Notebook()\ngrader.check('f')",
        "def f(image): return image + 3",
        "exit",
    )
    np.testing.assert_array_equal(load(source, ".ipynb")(IMAGE), IMAGE + 3)


@pytest.mark.parametrize("suffix", [".py", ".ipynb"])
@pytest.mark.parametrize(
    "above",
    ["1 / 0", "import no_such_module", "open('photo.png')", "return 3", "raise SystemExit", "x\ny"],
)
def test_a_failing_statement_does_not_take_the_definition_below_it_with_it(load, suffix, above):
    body = f"{above}\ndef f(image): return image + 4\n"
    f = load(body if suffix == ".py" else notebook(body), suffix)
    np.testing.assert_array_equal(f(IMAGE), IMAGE + 4)


@pytest.mark.parametrize(
    "line", ["%matplotlib inline", "!sleep 100", "x = %pwd", "%no_such_magic", "len?"]
)
def test_a_magic_in_a_cell_leaves_the_other_statements_alone(load, line):
    source = notebook(f"{line}\nundefined\ndef f(image): return image + 4\nf")
    np.testing.assert_array_equal(load(source, ".ipynb")(IMAGE), IMAGE + 4)


TELLS_ITS_ANNOTATION = """
def f(image: float): return image + isinstance(f.__annotations__["image"], {})
"""


@pytest.mark.parametrize("suffix", [".py", ".ipynb"])
@pytest.mark.parametrize(
    ("first", "kind"), [("", "type"), ("from __future__ import annotations", "str")]
)
def test_a_submission_decides_itself_what_its_annotations_are(load, suffix, first, kind):
    body = f"'Doc.'\n{first}\nimport math\n{TELLS_ITS_ANNOTATION.format(kind)}\n"
    f = load(body if suffix == ".py" else notebook(body), suffix)
    np.testing.assert_array_equal(f(IMAGE), IMAGE + 1)


@pytest.mark.parametrize("source", ["", "[]", "{}", '{"cells": 3}'])
def test_a_file_without_a_list_of_cells_is_said_to_be_no_notebook(load, source):
    with pytest.raises(Crashed, match="not a notebook: it holds no list of cells"):
        load(source, ".ipynb")(IMAGE)


@pytest.mark.parametrize("source", ["{", "\0"])
def test_a_notebook_that_is_no_json_could_not_be_loaded(load, source):
    with pytest.raises(Crashed, match=r"could not be loaded\. json\.decoder\.JSONDecodeError"):
        load(source, ".ipynb")(IMAGE)


def test_cells_that_are_none_define_nothing(load):
    with pytest.raises(NotWritten, match="no function named f"):
        load('{"cells": [3, {}]}', ".ipynb")(IMAGE)


def test_a_crash_in_a_notebook_is_reported_with_the_line_of_its_cell(load):
    f = load(notebook("import numpy", "def f(image):\n    raise ValueError('dark')"), ".ipynb")
    with pytest.raises(Crashed, match=r"Line 2 \(raise ValueError\('dark'\)\): ValueError: dark"):
        f(IMAGE)


@pytest.mark.parametrize("suffix", [".py", ".ipynb"])
def test_the_standard_library_finds_the_source_of_a_submission(load, suffix):
    body = """
import inspect, traceback
import numpy as np

def f(image):
    try:
        f.missing
    except AttributeError:
        return np.array(["f.missing\\n" in traceback.format_exc(), "image" in inspect.getsource(f)])
"""
    f = load(body if suffix == ".py" else notebook(body), suffix)
    np.testing.assert_array_equal(f(IMAGE), [True, True])


@pytest.mark.parametrize("name", ["reference", "reference.convolution.solution", "tests.conftest"])
def test_the_repository_cannot_be_imported(load, name):
    f = load(f"def f(image):\n    import {name}\n    return image + 1")
    with pytest.raises(Crashed, match="ModuleNotFoundError"):
        f(IMAGE)
