"""Names of libraries that an exercise forbids: where one has gone, a test says what is lost."""

import importlib

import numpy as np
import pytest
import scipy.fft
import scipy.ndimage._nd_image
import scipy.signal._upfirdn_apply

from autograder.authoring.forbidden import ALL
from autograder.sandbox.worker.tripwires import COMPILED, is_function, wired_functions
from autograder.sandbox.worker.wires import KEPT

FORBIDDEN = [name for name in ALL if not name.startswith(KEPT)]


def found(pattern):
    """Return the functions of a pattern; none where the module is not there."""
    module_name, _, attribute = pattern.rpartition(".")
    try:
        return wired_functions(importlib.import_module(module_name), attribute)
    except ImportError:
        return []


# These are not among what the kit needs.
@pytest.mark.parametrize(
    "pattern", [n for n in FORBIDDEN if not n.startswith(("numba.", "more_itertools."))]
)
def test_a_forbidden_name_leads_to_a_function_or_nothing_is_taken_away(pattern):
    assert found(pattern)


STAYING = sorted({name.removeprefix(KEPT) for name in ALL if name.startswith(KEPT)})


@pytest.mark.parametrize("name", [n for n in STAYING if n not in ("numba", "llvmlite")])
def test_compiled_code_that_stays_is_that_of_a_package_that_is_there(name):
    assert importlib.import_module(name)


SHOWN_BY = {
    "_ArrayFunctionDispatcher": np.convolve,
    "builtin_function_or_method": scipy.ndimage._nd_image.correlate,
    "fused_cython_function": scipy.signal._upfirdn_apply._apply,
    "cython_function_or_method": scipy.signal._upfirdn_apply._output_len,
    "_Function": scipy.fft.fft,
}
# nanobind's functions, which SciPy has where it is built with that.
NOT_EVERYWHERE = {"nb_func"}


def test_every_compiled_kind_of_function_has_an_example_or_is_not_everywhere():
    assert set(COMPILED) == {*SHOWN_BY, *NOT_EVERYWHERE}


@pytest.mark.parametrize("kind", SHOWN_BY)
def test_a_compiled_kind_has_its_name_or_its_functions_are_no_longer_noticed(kind):
    assert type(SHOWN_BY[kind]).__name__ == kind
    assert is_function(SHOWN_BY[kind])


# Callables that are not functions that process an image.
OF_ANOTHER_KIND = {"GenericAlias", "PytestTester", "_lru_cache_wrapper"}


@pytest.mark.parametrize("pattern", [name for name in ALL if name.endswith("*") and found(name)])
def test_nothing_that_can_be_called_is_of_a_kind_that_is_not_noticed(pattern):
    module = importlib.import_module(pattern.removesuffix(".*"))
    values = [v for v in vars(module).values() if callable(v) and not isinstance(v, type)]
    assert {type(each).__name__ for each in values if not is_function(each)} <= OF_ANOTHER_KIND
