"""Scripts and notebooks are loaded as far as they can be, and what they lack is said."""

import json
import re

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
    cell = "" if suffix == ".py" else " of the cell that defines f"
    seen = f"could not be loaded. Line 2{cell} (def f(image:): SyntaxError: '(' was never"
    with pytest.raises(Crashed, match=re.escape(seen)):
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
        "from autograder import notebook\ngrader = notebook('knitting')\ngrader.export()",
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


@pytest.mark.parametrize("source", ["[]", "{}", '{"cells": 3}'])
def test_a_file_without_a_list_of_cells_is_said_to_be_no_notebook(load, source):
    with pytest.raises(Crashed, match=r"loaded\. The file is not a notebook: it holds no list of"):
        load(source, ".ipynb")(IMAGE)


@pytest.mark.parametrize("source", ["", " \n"])
def test_an_empty_file_is_said_to_be_empty(load, source):
    for suffix in (".ipynb", ".py"):
        with pytest.raises(NotWritten, match=r"no function named f yet\. The file is empty\.$"):
            load(source, suffix)(IMAGE)


@pytest.mark.parametrize(
    ("source", "within"),
    [
        ("class Mine:\n    def f(self, image): return image", "class Mine:"),
        ("def g(image):\n    def f(image): return image", "def g(image):"),
        ("if __name__ == '__main__':\n    def f(image): return image", "if __name__ == "),
    ],
)
def test_a_function_that_stands_inside_something_else_is_said_to_stand_there(load, source, within):
    with pytest.raises(NotWritten) as caught:
        load(source)(IMAGE)
    assert f"no function named f yet. It stands inside '{within}" in str(caught.value)
    assert "left margin" in str(caught.value)


@pytest.mark.parametrize("source", ["{", "\0"])
def test_a_notebook_that_is_no_json_could_not_be_loaded(load, source):
    with pytest.raises(
        Crashed, match=r"could not be loaded\. The file is not a notebook: it holds"
    ):
        load(source, ".ipynb")(IMAGE)


def test_cells_that_are_none_define_nothing(load):
    with pytest.raises(NotWritten, match="no function named f"):
        load('{"cells": [3, {}]}', ".ipynb")(IMAGE)


def test_a_crash_in_a_notebook_is_reported_with_the_line_of_its_cell(load):
    f = load(notebook("import numpy", "def f(image):\n    raise ValueError('dark')"), ".ipynb")
    with pytest.raises(Crashed, match="Line 2 of the cell that defines f ") as caught:
        f(IMAGE)
    assert "f (raise ValueError('dark')): ValueError: dark" in str(caught.value)


@pytest.mark.parametrize(
    ("cells", "place"),
    [
        (["x = 1\nopen('a.png')"], "Line 2 of the cell that begins with `x = 1` (open('a.png'))"),
        (["# mine\n\nopen('a.png')"], "Line 3 of the cell that begins with `open` (open('a.png'))"),
        (["def g(x):\n    return x\n\nh(g)"], "Line 4 of the cell that defines g (h(g))"),
        (["1 / 0\ndef g(x): pass"], "Line 1 of the cell that defines g (1 / 0)"),
        (["x = 1\nfor"], "Line 2 of the cell that begins with `x = 1` (for)"),
        (["def g(x):\n    return\ndef k(x) 1"], "Line 3 of the cell that defines k (def k(x) 1)"),
    ],
)
def test_a_line_of_a_notebook_is_named_with_its_cell(load, cells, place):
    with pytest.raises((NotWritten, Crashed), match=re.escape(place)):
        load(notebook("import numpy", *cells), ".ipynb")(IMAGE)


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


OWN = "def f(image): return image + 5\n"


@pytest.mark.parametrize("suffix", [".py", ".ipynb"])
@pytest.mark.parametrize(
    "after",
    [
        "from numpy import flip as f",
        "import numpy as f",
        "f = f(np.zeros((3, 3)))",
        "f = 3",
        "try:\n    from scipy.ndimage import median_filter as f\nexcept ImportError:\n    pass",
        "f = np.flip",
        "for f in range(3): pass",
        "del f",
        "f = np.zeros(3)\nfrom numpy import flip as f\nprint(f)",
    ],
)
def test_what_takes_the_name_later_does_not_take_the_place_of_the_function(load, suffix, after):
    body = f"import numpy as np\n{OWN}{after}\nx = 1\n"
    f = load(body if suffix == ".py" else notebook(body), suffix)
    np.testing.assert_array_equal(f(IMAGE), IMAGE + 5)
    line = after.splitlines()[-2 if "print" in after else 0].removesuffix(" pass")
    assert f.remark == (
        f"After your function, the line '{line}' gives the name f to something else. "
        "Your function counts."
    )


@pytest.mark.parametrize("suffix", [".py", ".ipynb"])
@pytest.mark.parametrize(
    "last",
    [
        "def f(image): return image + 6",
        "f = lambda image: image + 6",
        "def g(image): return image + 6\nf = g",
        "import functools\ndef g(by, image): return image + by\nf = functools.partial(g, 6)",
        "@np.vectorize\ndef f(pixel): return pixel + 6",
        "class C:\n    def __call__(self, image): return image + 6\nf = C()",
        "if True:\n    def f(image): return image + 6",
    ],
)
def test_the_last_definition_counts_however_it_is_made(load, suffix, last):
    body = f"import numpy as np\n{OWN}{last}\nfrom numpy import flip as f\n"
    f = load(body if suffix == ".py" else notebook(body), suffix)
    np.testing.assert_array_equal(f(IMAGE), IMAGE + 6)


def test_a_timed_cell_defines_what_it_defines(load):
    f = load(notebook(OWN, "%%time\ndef f(image): return image + 6", "x = 1"), ".ipynb")
    np.testing.assert_array_equal(f(IMAGE), IMAGE + 6)
    assert f.remark == ""


def test_a_stub_gives_way_to_what_takes_its_name(load):
    f = load("def f(image): ...\nfrom numpy import negative as f")
    np.testing.assert_array_equal(f(IMAGE), -IMAGE)


def test_functions_that_call_each_other_find_their_own(load):
    f = load("def g(image): return image + 1\ndef f(image): return g(image)\ng = None\n")
    with pytest.raises(Crashed, match="'NoneType' object is not callable"):
        f(IMAGE)  # only graded names are put back


@pytest.mark.parametrize("value", ["3", "np.zeros(3)", "None or {}"])
def test_a_name_that_stands_for_a_value_is_said_to(load, value):
    with pytest.raises(
        NotWritten, match=r"no function named f yet\. The name stands for an object"
    ):
        load(f"import numpy as np\nf = {value}")(IMAGE)


@pytest.mark.parametrize("written", ["convolve_2d", "Convolve2D", "convole2d", "my_convolve2d"])
def test_a_misspelt_function_is_asked_about(sandbox, written):
    source = f"import cv3\nfrom math import sin\ndef {written}(image): return image\n"
    worker = sandbox.open(source.encode(), ".py", ["convolve2d"])
    with pytest.raises(NotWritten) as caught:
        worker.subjects["convolve2d"](IMAGE)
    worker.close()
    first, second = str(caught.value).split("\n\n")
    assert first == (
        f"There is no function named convolve2d yet. Did you mean {written}? "
        "The name must be convolve2d."
    )
    assert second.startswith("While it was loaded: Line 1 (import cv3): ModuleNotFoundError")


def test_another_graded_function_is_no_misspelling(sandbox):
    worker = sandbox.open(b"def closing(image): return image", ".py", ["closing", "closings"])
    with pytest.raises(NotWritten, match=r"no function named closings yet\.$"):
        worker.subjects["closings"](IMAGE)
    worker.close()


@pytest.mark.parametrize("suffix", [".py", ".ipynb"])
def test_all_problems_are_told_and_what_is_behind_a_missing_function_first(load, suffix):
    body = "open('a.png')\nimport cv3\n1 / 0\n@cv3.fast\ndef f(image): return image\n2 / 0\n"
    with pytest.raises(Crashed) as caught:
        load(body if suffix == ".py" else notebook(body), suffix)(IMAGE)
    first, *others = str(caught.value).split("\n\n")
    cell = "" if suffix == ".py" else " of the cell that defines f"
    assert first.startswith(
        f"f could not be loaded. Line 2{cell} (import cv3): ModuleNotFoundError"
    )
    assert [each.partition(" (")[0] for each in others] == [
        f"Also, while it was loaded: Line {number}{cell}" for number in (4, 1, 3, 6)
    ]


def test_a_cell_that_is_no_python_stands_first_if_it_holds_the_function(load):
    source = notebook("1 / 0", "def g(image) return", "def f(image)\n    return image")
    with pytest.raises(
        Crashed, match=r"could not be loaded\. Line 1 of the cell that defines f \(def f\("
    ):
        load(source, ".ipynb")(IMAGE)


def test_no_more_problems_are_told_than_people_read(load):
    with pytest.raises(Crashed) as caught:
        load("\n".join(f"x{n}.y" for n in range(100)))(IMAGE)
    assert str(caught.value).count("NameError") == 8


def test_of_an_error_only_the_import_that_it_misses_is_told(load):
    with pytest.raises(Crashed) as caught:
        load("1 / 0\nimport cv3\ndef f(image): return cv3.f(image)")(IMAGE)
    assert "not defined. Before, while it was loaded: Line 2 (import cv3)" in str(caught.value)
    assert "ZeroDivisionError" not in str(caught.value)


def test_a_line_that_stops_is_not_told_again_as_what_was_before(load):
    with pytest.raises(Crashed) as caught:
        load("def f(image): return image.no\nf(0)")(IMAGE)
    assert str(caught.value).count("Line 1") == 1
