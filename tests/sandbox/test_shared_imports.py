"""A process in which functions are forbidden has its imports from one in which none are."""

import sys

import numpy as np
import pytest

from autograder.exercises import declarations
from autograder.sandbox.environment import task_for
from autograder.sandbox.host import Sandbox
from autograder.sandbox.limits import Limits
from autograder.sandbox.worker.absent import AbsentModules
from autograder.sandbox.worker.wires import NO_WIRES

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="elsewhere less is taken out")

FORBIDDEN = tuple(declarations()["tophat"].forbidden)
NAMES = {name.rpartition(".")[2] for name in FORBIDDEN if not name.startswith("+")}
SEARCH = f"""
import gc
import numpy as np
import scipy.ndimage, scipy.signal, skimage.morphology

gc.unfreeze()
HOMES = ("scipy.ndimage", "skimage.morphology")
def f(image):
    found = [
        each for each in gc.get_objects()
        if str(getattr(each, "__module__", "")).startswith(HOMES)
        and getattr(each, "__name__", "") in {NAMES!r} and type(each).__name__ == "function"
    ]
    stay = [scipy.ndimage.grey_erosion, skimage.morphology.erosion, scipy.signal.medfilt]
    return np.array([[len(found), sum(type(each).__name__ == "function" for each in stay)]])
"""


def test_no_forbidden_function_is_left_of_what_was_imported_before():
    image = np.zeros((2, 2))
    with Sandbox(Limits(load=10, call=8, submission=60)).start((), FORBIDDEN) as sandbox:
        assert sandbox.server(FORBIDDEN).pid is None  # it was forked from the other
        worker = sandbox.open(SEARCH.encode(), ".py", ["f"], FORBIDDEN)
        assert worker.subjects["f"].perform((image,)).array.tolist() == [[0, 3]]
        worker.close()
        free = sandbox.open(SEARCH.encode(), ".py", ["f"])
        assert free.subjects["f"].perform((image,)).array[0, 0] > 0
        free.close()


@pytest.mark.parametrize(
    ("name", "absent", "kept"),
    [
        ("numpy.linalg", ["numpy.linalg"], ["numpy"]),
        ("numpy._core._multiarray_umath", [], ["scipy"]),
    ],
)
def test_what_is_imported_and_should_be_absent_is_noticed(name, absent, kept):
    with pytest.raises(ImportError, match="should not be here"):
        AbsentModules(absent, kept, NO_WIRES).require_absent([name])
    AbsentModules([], [*kept, "numpy"], NO_WIRES).require_absent([name, "json", "_json"])


UNFORESEEN = b"""
import importlib
import numpy as np

plt = importlib.import_module("matplotlib.py" + "plot")
util = importlib.import_module("skimage.ut" + "il")
def f(image):
    plt.figure()
    plt.imshow(image)
    plt.gcf().canvas.draw()
    return util.view_as_windows(image, (1, 1))[..., 0, 0].copy()
"""


@pytest.mark.parametrize("name", ["skull_removal", "convolution"])
def test_what_no_file_mentions_can_be_imported_all_the_same(name):
    forbidden = tuple(declarations()[name].forbidden)
    limits, image = Limits(load=20, call=20, submission=60), np.eye(3)
    with Sandbox(limits, of_all=b"").start(forbidden) as sandbox:
        worker = sandbox.open(UNFORESEEN, ".py", ["f"], forbidden)
        assert worker.subjects["f"].perform((image,)).array.tolist() == image.tolist()
        worker.close()


def test_only_what_a_file_mentions_is_imported_beforehand_where_nothing_is_forbidden():
    assert "matplotlib.pyplot" in task_for(())["stack"]
    mentioned = task_for((), of_all=b"from scipy import ndimage")["stack"]
    assert mentioned == ("numpy", "scipy.ndimage")


def test_libraries_from_which_functions_are_taken_are_imported_even_if_no_file_mentions_them():
    stack = task_for(FORBIDDEN, of_all=b"")["stack"]
    libraries = ("numpy", "scipy", "skimage")
    assert {each for each in task_for(FORBIDDEN)["stack"] if each.startswith(libraries)} == {*stack}


@pytest.mark.parametrize(
    "files",
    [
        b"import numpy\n{}",
        b'\xef\xbb\xbf \n{"cells": []}',
        b"from ipython import x",
        b"get_ipython().run_line_magic('matplotlib', 'inline')",
    ],
)
def test_a_shell_is_made_beforehand_if_a_file_may_be_a_notebook_or_use_it(files):
    assert task_for((), of_all=files)["shell"]


def test_no_shell_is_made_beforehand_for_scripts_that_need_none():
    assert not task_for((), of_all=b"import numpy as np\nx = {}\n")["shell"]


SCRIPT_WITH_A_SHELL = b"""
import importlib
import otter
from autograder import notebook

grader = otter.Notebook()
grader.check_all()
notebook("x").check("y")
shell = importlib.import_module("IPy" + "thon.core.interactiveshell")
def f(image):
    return image * len(shell.__name__)
"""


@pytest.mark.parametrize("name", ["skull_removal", "convolution"])
def test_a_script_finds_stand_ins_for_graders_and_can_import_a_shell_without_one(name):
    forbidden = tuple(declarations()[name].forbidden)
    with Sandbox(Limits(load=20, call=20, submission=60), of_all=b"").start(forbidden) as sandbox:
        worker = sandbox.open(SCRIPT_WITH_A_SHELL, ".py", ["f"], forbidden)
        assert worker.problems == ()
        assert worker.subjects["f"].perform((np.eye(3),)).array.sum() == 3 * 29
        worker.close()
