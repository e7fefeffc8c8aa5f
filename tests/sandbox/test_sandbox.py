"""Submissions run in a process of their own, and what they do there is reported truly."""

import json

import numpy as np
import pytest

from autograder.authoring.failures import BrokeARule, Crashed, NotWritten, TimedOut, WrongResult
from autograder.authoring.forbidden import WEIGHTED_SUMS

IMAGE = np.arange(12.0).reshape(3, 4)


@pytest.fixture
def load(sandbox):
    """Load a submission that defines `f`; return it as a `StudentFunction`."""
    workers = []

    def open_worker(source, suffix=".py", forbidden=()):
        workers.append(sandbox.open(source.encode(), suffix, ["f"], forbidden))
        return workers[-1].subjects["f"]

    yield open_worker
    for worker in workers:
        worker.close()


def notebook(*cells):
    code = [{"cell_type": "code", "source": cell, "outputs": [], "metadata": {}} for cell in cells]
    return json.dumps({"nbformat": 4, "nbformat_minor": 5, "metadata": {}, "cells": code})


def test_a_result_comes_back_bit_by_bit(load):
    f = load("def f(image): return image / 3")
    np.testing.assert_array_equal(f(IMAGE), IMAGE / 3)


@pytest.mark.parametrize("dtype", ["?", "u1", "i2", ">i4", "u8", "f2", "f4", ">f8"])
def test_every_real_dtype_goes_both_ways(load, dtype):
    f = load("def f(image): return image[::-1]")
    image = IMAGE.astype(dtype)
    np.testing.assert_array_equal(f(image), image[::-1])
    assert f(image).dtype == image.dtype.newbyteorder("=")


@pytest.mark.parametrize(
    "image",
    [np.asfortranarray(IMAGE), IMAGE[::-1, ::2], IMAGE.T, np.broadcast_to(IMAGE[0], (3, 4))],
)
def test_the_memory_layout_is_kept(load, image):
    f = load("import numpy as np\ndef f(image): return np.array([image.strides, image.shape])")
    np.testing.assert_array_equal(f(image), [image.strides, image.shape])


def test_a_read_only_array_stays_read_only(load):
    f = load("def f(image):\n    image[0] = 0\n    return image")
    image = IMAGE.copy()
    image.flags.writeable = False
    with pytest.raises(Crashed, match="read-only"):
        f(image)


@pytest.mark.parametrize("suffix", [".py", ".ipynb"])
def test_a_line_that_is_no_python_is_shown(load, suffix):
    source = "import numpy\ndef f(image:\n    return image\n"
    f = load(source if suffix == ".py" else notebook(source), suffix)
    seen = r"could not be loaded. Line 2 \(def f\(image:\): SyntaxError: '\(' was never"
    with pytest.raises(Crashed, match=seen):
        f(IMAGE)


def test_changed_arguments_and_shared_results_are_noticed(load):
    f = load("def f(image, kernel):\n    kernel += 1\n    return image[::-1]")
    call = f.observe(IMAGE, IMAGE.copy())
    assert (call.changed, call.shares_memory) == ((1,), True)


def test_a_result_that_a_later_call_overwrites_is_noticed(load):
    f = load(
        "import numpy as np\nkept = np.zeros(3)\ndef f(image):\n    kept[:] += 1\n    return kept"
    )
    assert not f.observe(IMAGE).changed_earlier_result
    assert f.observe(IMAGE).changed_earlier_result


@pytest.mark.parametrize(
    ("body", "seen"),
    [
        ("print(image)", "returned None"),
        ("return image.tolist()", "type list"),
        ("return image.astype(complex)", "dtype complex128"),
        ("return image.astype(object)", "dtype object"),
        ("return (pixel for pixel in image)", "type generator"),
        ("return image.repeat(8 * 1024**2)", r"more than 8 MiB, with shape \(\d+,\)"),
    ],
)
def test_a_result_that_is_no_array_of_numbers_is_named(load, body, seen):
    with pytest.raises(WrongResult, match=seen):
        load(f"def f(image): {body}")(IMAGE)


@pytest.mark.parametrize(
    ("body", "seen"),
    [
        ("raise ValueError('too dark')", r"Line 2 \(raise ValueError\('too dark'\)\): ValueError"),
        ("raise SystemExit", "SystemExit"),
        ("import os; os._exit(0)", "ended its own process"),
        ("import os, signal; os.kill(os.getpid(), signal.SIGSEGV)", "ended its own process"),
        ("return f(image)", "RecursionError"),
        ("return other(image)", "'other' is not defined"),
    ],
)
def test_a_crash_is_reported_with_the_students_own_line(load, body, seen):
    with pytest.raises(Crashed, match=seen):
        load(f"def f(image):\n    {body}")(IMAGE)


def test_a_worker_that_ended_is_started_again_for_the_next_call(load):
    f = load("import os\ndef f(image):\n    if image[0, 0]: os._exit(1)\n    return image + 1")
    with pytest.raises(Crashed):
        f(IMAGE + 1)
    np.testing.assert_array_equal(f(IMAGE), IMAGE + 1)


def test_a_call_that_never_ends_is_ended_and_the_fourth_is_not_made(load):
    f = load("def f(image):\n    while True: pass")
    for number in range(3):
        with pytest.raises(TimedOut, match="longer than 4 s"):
            f(IMAGE + number)
    with pytest.raises(TimedOut, match="not called again"):
        f(IMAGE + 3)


def test_a_submission_that_never_loads_is_late(load):
    with pytest.raises(TimedOut, match="not loaded after 10 s"):
        load("while True: pass")(IMAGE)


def test_wrong_parameters_are_named(load):
    with pytest.raises(Crashed, match=r"called with 1 arguments and takes \(image, kernel\)"):
        load("def f(image, kernel): return image")(IMAGE)


def test_parameters_may_have_any_name_and_defaults(load):
    np.testing.assert_array_equal(load("def f(a, b=2): return a + b")(IMAGE), IMAGE + 2)


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


@pytest.mark.parametrize(
    "source", ["", "{", "[]", "{}", '{"cells": 3}', '{"cells": [3, {}]}', "\0"]
)
def test_a_file_that_is_no_notebook_defines_nothing(load, source):
    with pytest.raises((Crashed, NotWritten)):
        load(source, ".ipynb")(IMAGE)


@pytest.mark.parametrize(
    "body",
    [
        "from scipy.ndimage import convolve\ndef f(image): return convolve(image, image)",
        "import scipy.ndimage as n\ndef f(a): return getattr(n, 'corre' + 'late')(a, a)",
        "def f(image):\n    import scipy.ndimage._nd_image as c\n    c.correlate()",
        "import numpy\ndef f(a):\n    try: numpy.convolve()\n    except TypeError: return a",
        "import numpy\ndef f(image):\n    numpy.convolve([1], [1])\n    return image",
    ],
)
def test_a_forbidden_function_is_noticed_by_whatever_name(load, body):
    f = load(body, forbidden=WEIGHTED_SUMS)
    with pytest.raises(BrokeARule, match=r"It called (scipy.ndimage|numpy)\."):
        f(IMAGE)


def test_a_forbidden_function_in_a_demonstration_is_no_offence(load):
    source = "from scipy.ndimage import convolve\nconvolve([1.0], [1.0])\n"
    f = load(source + "def f(image): return image + 1", forbidden=WEIGHTED_SUMS)
    np.testing.assert_array_equal(f(IMAGE), IMAGE + 1)


def test_a_helper_named_like_a_library_function_is_no_offence(load):
    f = load(
        "def convolve(a): return a + 1\ndef f(image): return convolve(image)", ".py", WEIGHTED_SUMS
    )
    np.testing.assert_array_equal(f(IMAGE), IMAGE + 1)


@pytest.mark.parametrize("name", ["reference", "reference.convolution.solution", "tests.conftest"])
def test_the_repository_cannot_be_imported(load, name):
    f = load(f"def f(image):\n    import {name}\n    return image + 1")
    with pytest.raises(Crashed, match="ModuleNotFoundError"):
        f(IMAGE)
