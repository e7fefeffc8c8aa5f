"""No callable of the kit solves an exercise: whoever looks for an answer by name finds none.

A library's function that a submission may not call is not an answer, nor is what only calls one.
"""

import importlib
import inspect
import pkgutil
import runpy
from functools import cache

import numpy as np
import pytest

import autograder
from autograder.exercises import load_exercise
from autograder.exercises.skull_removal.observed import plain_head, shares
from autograder.exercises.tophat.pages import page_of
from autograder.sandbox.student_function import in_process
from autograder.sandbox.worker.tripwires import set_wires

# The rooms that know exercises. To call what others hold, such as what removes folders, is unwise.
ROOMS = ("exercises", "authoring", "imaging")
RNG = np.random.default_rng(0)
CONVOLVED = {
    2: [((4, 5), (3, 3)), ((5, 3), (1, 5)), ((2, 2), (5, 3))],
    3: [((3, 4, 5), (3, 3, 3)), ((2, 3, 4), (1, 3, 5))],
}
HEADS = {
    2: [
        {"brightness": 20.0, "scalp": 9, "bridges": 4},
        {"scalp": 2, "scalp_brightness": 2.0, "margins": 25},
    ],
    3: [
        {"brain": (28, 28, 28), "bridges": 3, "brightness": 20.0},
        {"brain": (28, 28, 28), "scalp": 6, "gap": 2, "noise": 0.03},
    ],
}


def callables():
    """Return all that can be called in the rooms, by a name: of modules, and in tables there."""
    found = {}
    for room in ROOMS:
        package = importlib.import_module(f"autograder.{room}")
        for each in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
            for name, value in vars(importlib.import_module(each.name)).items():
                inside = value.values() if isinstance(value, dict) else (value,)
                inside = value if isinstance(value, tuple) else inside
                for one in filter(is_ours, inside):
                    found.setdefault(id(one), (f"{each.name}.{name}", one))
    return dict(found.values())


def is_ours(value):
    """Return whether a value can be called, and comes from the kit."""
    module = getattr(value, "__module__", None) or ""
    return callable(value) and not inspect.isclass(value) and module.startswith(autograder.__name__)


def takes(function, count):
    try:
        inspect.signature(function).bind(*range(count))
    except (TypeError, ValueError):
        return False
    return True


def result_of(function, arguments):
    """Return what a function makes of copies of arguments, an array, or None."""
    reply = function(tuple(each.copy() for each in arguments))
    return None if reply.forbidden else reply.array


def is_right_sum(function, ndim):
    oracle = load_exercise("convolution").oracles["convolve2d"]
    for image, kernel in CONVOLVED[ndim]:
        for dtype in (float, np.uint8):
            given = [RNG.integers(0, 99, shape).astype(dtype) for shape in (image, kernel)]
            came, right = result_of(function, given), oracle(*given)
            if came is None or came.shape != right.shape or not np.allclose(came, right):
                return False
    return True


def is_right_filter(function, name):
    oracle = load_exercise("tophat").oracles[name]
    for shape in ((6, 7), (1, 9), (5, 4, 6)):
        image = RNG.integers(0, 99, shape)
        footprint = np.ones((3, 5, 1)[: len(shape)], int)
        came, right = result_of(function, (image, footprint)), oracle(image, footprint)
        if came is None or came.shape != right.shape or not np.array_equal(came, right):
            return False
    return True


def is_right_along_axes(function):
    volume, weights = RNG.random((3, 4, 5)), np.array([1.0, 2.0, 4.0])
    came = result_of(function, (volume, weights))
    kernel = np.multiply.outer(np.multiply.outer(weights, weights), weights)
    right = load_exercise("convolution").oracles["convolve2d"](volume, kernel)
    return came is not None and came.shape == right.shape and np.allclose(came, right)


def is_right_measure(function):
    mask = np.zeros((9, 9), bool)
    mask[2:7, 2:7] = True
    came = result_of(function, (mask, np.array([3, 1])))
    return came is not None and came.shape == (2,) and np.allclose(came, [0, 21 / 23])


def is_right_search(function):
    page = page_of(1)
    came = result_of(function, (page.image,))
    return came is not None and np.array_equal(came, page.letters)


@cache
def heads(ndim):
    return [plain_head(ndim, **more) for more in HEADS[ndim]]


def is_right_removal(function, ndim):
    """Return whether a function keeps brains, or says where they are."""
    for head in heads(ndim):
        came = result_of(function, (head.image,))
        if came is None or came.shape != head.image.shape or not shares(came, head).is_right:
            return False
        is_mask = came.dtype == bool
        if not is_mask and not np.array_equal(came[came != 0], head.image[came != 0]):
            return False
    return True


SOLVED = {
    "convolution": {"convolve2d": lambda function: is_right_sum(function, 2)},
    "convolution3d": {
        "convolve3d": lambda function: is_right_sum(function, 3),
        "convolve_axis_by_axis": is_right_along_axes,
    },
    "tophat": {
        name: lambda function, name=name: is_right_filter(function, name)
        for name in load_exercise("tophat").oracles
    }
    | {"find_letters": is_right_search},
    "skull_removal": {
        "remove_skull": lambda function: is_right_removal(function, 2),
        "remove_skull_3d": lambda function: is_right_removal(function, 3),
        "dice_by_radius": is_right_measure,
    },
}


def solved_by(name, functions):
    """Yield each function that does the work of one of an exercise's, with the name of that."""
    one = load_exercise(name)
    wires = set_wires(tuple(dict.fromkeys(sum(one.forbidden_by_part, ()))))
    for task, is_right in SOLVED[name].items():
        wires.forbid(one.part_of(task).forbidden)
        for where, function in functions.items():
            if takes(function, len(one.parameters[task])):
                perform = in_process(task, function, wires).perform
                with np.errstate(all="ignore"):
                    if is_right(perform):
                        yield where, task


@pytest.fixture(scope="module")
def ours():
    return callables()


@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize("name", SOLVED)
def test_nothing_in_the_kit_does_the_work_of_an_exercise(name, ours):
    assert len(ours) > 400
    assert list(solved_by(name, ours)) == []


@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize("name", SOLVED)
def test_a_solution_that_is_put_into_the_kit_is_found(name, root):
    path = root / "reference" / name / "solution.py"
    functions = {k: v for k, v in runpy.run_path(str(path)).items() if callable(v)}
    assert {task for _, task in solved_by(name, functions)} == set(load_exercise(name).functions)
