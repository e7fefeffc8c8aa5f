"""Records of counterexamples, as grading writes them."""

from __future__ import annotations

import json

import numpy as np
import pytest

from autograder.imaging.arrays import as_record


def record_of(arguments, expected=None, yours=None, where=None, function="convolve2d"):
    """Return a counterexample as it is read from a result file."""
    arrays = {name: as_record(np.asarray(array)) for name, array in arguments.items()}
    results = [None if each is None else as_record(np.asarray(each)) for each in (expected, yours)]
    values = dict(zip(("expected", "yours"), results, strict=True))
    about = {"function": function, "call": "", "text": "", "where": where, "arguments": arrays}
    return json.loads(json.dumps({**about, **values}))


@pytest.fixture(scope="session")
def record():
    return record_of


@pytest.fixture
def panels():
    """Return the panels of a figure that have a title, by the first word of it."""

    def by_name(figure):
        titled = [(ax.get_title(loc="left"), ax) for ax in figure.axes]
        return {title.partition(",")[0]: ax for title, ax in titled}

    return by_name


@pytest.fixture
def frames():
    """Return the frames of one kind on a panel, as (first row, first column, rows, columns)."""

    def of(ax, kind="pixel"):
        drawn = [patch for patch in ax.patches if patch.get_label() == kind]
        return [(p.get_y() + 0.5, p.get_x() + 0.5, p.get_height(), p.get_width()) for p in drawn]

    return of


@pytest.fixture
def flipped(record):
    """The kernel was turned round."""
    image, kernel, expected = np.zeros((3, 3, 3))
    image[1, 1] = kernel[0, 0] = expected[2, 2] = 1
    arguments = {"image": image, "kernel": kernel}
    return record(arguments, expected, expected[::-1, ::-1], where=[0, 0])
