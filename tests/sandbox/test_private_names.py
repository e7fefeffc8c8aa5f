"""Names of libraries that are not public: where one has gone, a test says what is lost with it."""

import importlib

import numpy as np
import pytest
import scipy.fft
import scipy.ndimage._nd_image
import scipy.signal._upfirdn_apply

from autograder.authoring.forbidden import ALL, ONE_OF_THESE
from autograder.sandbox.worker.alarms import Sequence
from autograder.sandbox.worker.tripwires import COMPILED, functions_of, is_function

SOMEWHERE = {name for names in ONE_OF_THESE for name in names}


def found(pattern):
    """Return the functions of a pattern; none where the module is not there."""
    module_name, _, attribute = pattern.rpartition(".")
    try:
        return functions_of(importlib.import_module(module_name), attribute)
    except ImportError:
        return []


@pytest.mark.parametrize("pattern", [name for name in ALL if name not in SOMEWHERE])
def test_a_forbidden_name_leads_to_a_function_or_students_may_call_it_unheard(pattern):
    assert found(pattern)


@pytest.mark.parametrize("names", ONE_OF_THESE, ids=" or ".join)
def test_of_the_names_that_one_function_has_in_different_versions_one_is_there(names):
    assert len([name for name in names if found(name)]) == 1
    assert set(names) <= set(ALL)


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
def test_a_compiled_kind_has_its_name_or_its_functions_are_no_longer_watched(kind):
    assert type(SHOWN_BY[kind]).__name__ == kind
    assert is_function(SHOWN_BY[kind])


# Callables that are no functions that process an image.
OF_ANOTHER_KIND = {"PytestTester", "_lru_cache_wrapper"}


@pytest.mark.parametrize("pattern", [name for name in ALL if name.endswith("*") and found(name)])
def test_nothing_that_can_be_called_is_of_a_kind_that_is_not_watched(pattern):
    module = importlib.import_module(pattern.removesuffix(".*"))
    values = [v for v in vars(module).values() if callable(v) and not isinstance(v, type)]
    assert {type(each).__name__ for each in values if not is_function(each)} <= OF_ANOTHER_KIND


def test_numpys_dispatcher_asks_its_first_function_and_calls_the_second_or_no_alarm_is_heard():
    heard = []

    def note(*args, **kwargs):
        heard.append((args, kwargs))
        return ()

    def work(value, *, more):
        return value + more

    assert Sequence(note, work)(1, more=2) == 3
    assert heard == [((1,), {"more": 2})]
