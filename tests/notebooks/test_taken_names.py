"""A check cell says if a name stands for something else than the student's own function."""

import functools

import numpy as np
import pytest

from autograder.notebooks.students_grader import Grader
from autograder.notebooks.taken_names import taken_names

OWN = "def convolve2d(image, kernel):\n    return image\n"


def notebook(*cells):
    """The variables of a notebook in which some cells were run."""
    env = {"In": ["", *cells], "functools": functools, "np": np}
    for each in cells:
        exec(each, env)
    return env


@pytest.mark.parametrize(
    ("after", "what"),
    [
        ("from scipy.signal import convolve2d", "a function of scipy.signal"),
        ("from scipy.ndimage import convolve as convolve2d", "a function of scipy.ndimage"),
        ("convolve2d = convolve2d(np.zeros((3, 3)), None)", "an object of type ndarray"),
        ("convolve2d = 3", "an object of type int"),
    ],
)
def test_a_name_that_a_later_line_took_is_said(after, what):
    (told,) = taken_names(["convolve2d"], notebook(OWN, after))
    assert told.startswith(f"convolve2d is {what}")
    assert "For the grade your definition counts" in told


@pytest.mark.parametrize(
    "cells",
    [
        [OWN],
        ["from scipy.signal import convolve2d", OWN],
        ["from scipy.signal import convolve2d"],
        [OWN, "convolve2d = functools.lru_cache(convolve2d)"],
        [OWN, "own = convolve2d\nconvolve2d = lambda a, b: own(a, b)"],
        [OWN, "from scipy.signal import convolve2d as theirs"],
        [OWN, "del convolve2d"],
        ["import numpy"],
    ],
)
def test_nothing_is_said_of_an_own_function_or_where_none_was_written(cells):
    assert list(taken_names(["convolve2d"], notebook(*cells))) == []


def test_nothing_is_said_without_a_history():
    assert list(taken_names(["convolve2d"], {"convolve2d": np.sum, "In": 3})) == []
    assert list(taken_names(["convolve2d"], {"convolve2d": np.sum})) == []


def test_the_check_cell_shows_it():
    env = notebook(OWN, "from scipy.signal import convolve2d")
    env["grader"] = Grader("convolution")
    report = eval('grader.check("convolve2d")', env)
    assert "a function of scipy.signal" in repr(report)
    assert "a function of scipy.signal" in report._repr_html_()
