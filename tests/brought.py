"""Packages that bring an exercise, as they lie when they are installed."""

import sys

INIT = '''\
"""Smoothing a signal: `running_mean`."""

TITLE = "Running mean"
FUNCTIONS = {"running_mean": ("signal",)}
'''
CHECKS = '''\
"""What `running_mean` must do."""

import numpy as np
from hypothesis import given, strategies as st
from hypothesis.extra.numpy import arrays

from autograder.authoring.assertions import assert_same_image
from autograder.authoring.conduct import assert_does_something
from autograder.authoring.check import check

from .right import means

ORACLES = {"running_mean": means}
SIGNALS = arrays(float, st.integers(3, 7), elements=st.integers(0, 9).map(float))


@check(points=3)
@given(signal=SIGNALS)
def each_number_is_a_mean_of_three(running_mean, signal):
    """Each number of the result is the mean of three neighbours."""
    assert_same_image(running_mean(signal), means(signal), rule="Take the mean of three.")


@check(points=1)
@given(signal=SIGNALS)
def the_ends_are_left_out(running_mean, signal):
    """The result is shorter by two: its ends have only one neighbour."""
    assert_does_something(running_mean, np.arange(5.0) ** 2)
    assert running_mean(signal).shape == (len(signal) - 2,)


CHECKS = (each_number_is_a_mean_of_three, the_ends_are_left_out)
'''
RIGHT = '''\
"""The right answer, by weights that lie beside this file."""

from pathlib import Path

import numpy as np

WEIGHTS = np.loadtxt(Path(__file__).with_name("weights.txt"))


def means(signal):
    """Return the mean of three neighbours, where there are three."""
    return np.correlate(signal, WEIGHTS, "valid") / 3
'''
MISCONCEPTIONS = '''\
"""Known mistakes in `running_mean`."""

import numpy as np

from autograder.authoring.misconception import misconception

from . import checks
from .right import means


@misconception(of="running_mean", caught_by=checks.each_number_is_a_mean_of_three)
def took_the_sum(signal):
    """You returned the sum of three neighbours, and not their mean.

    Try a signal of ones: yours is 3 everywhere.

    Divide the sum by 3.
    """
    return 3 * means(signal)


@misconception(of="running_mean", caught_by=checks.the_ends_are_left_out)
def padded_the_ends(signal):
    """You padded the ends with zeros; the result is shorter than the signal.

    Compare the lengths of signal and result: they should differ by 2.

    Leave the padding out.
    """
    return means(np.pad(signal, 1))


MISCONCEPTIONS = (took_the_sum, padded_the_ends)
'''
SOLUTION = '''\
"""Smoothing a signal."""

import numpy as np


def running_mean(signal):
    """Return the mean of each number and its two neighbours, where there are two."""
    return (signal[:-2] + signal[1:-1] + signal[2:]) / 3
'''
HANDOUT = """\
# Running mean

```python
from reference.means.solution import running_mean
```

The mean of three neighbours:

```python
import numpy as np
running_mean(np.arange(5))
```
"""
WRONG = SOLUTION.replace(" / 3", "")
FILES = {
    "__init__.py": INIT,
    "checks.py": CHECKS,
    "right.py": RIGHT,
    "weights.txt": "1 1 1\n",
    "misconceptions.py": MISCONCEPTIONS,
}
METADATA = "Metadata-Version: 2.1\nName: {}\nVersion: 1.0\n"


def install(site, name="means", package="course_means", distribution="course-means", **changed):
    """Write a package that brings an exercise into a folder of packages; return its own folder.

    Other contents are given by the names of its modules; None leaves a module out.
    """
    changed = {f"{module}.py": text for module, text in changed.items()}
    for file, text in (FILES | changed).items():
        if text is not None:
            (site / package).mkdir(parents=True, exist_ok=True)
            (site / package / file).write_text(text, encoding="utf-8")
    describe(site, name, package, distribution)
    return site / package


def describe(site, name, package, distribution):
    """Write beside a package what an installation says of it."""
    described = site / f"{distribution.replace('-', '_')}-1.0.dist-info"
    described.mkdir(parents=True)
    (described / "METADATA").write_text(METADATA.format(distribution))
    (described / "entry_points.txt").write_text(f"[autograder.exercises]\n{name} = {package}\n")


def forget(package):
    """Forget what was imported of a package."""
    for name in [each for each in sys.modules if each.partition(".")[0] == package]:
        del sys.modules[name]
