"""Every seed tries the same strata, and arrays of one number only are rare."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from autograder.authoring.draws import Draws
from autograder.authoring.strata import in_turn, one_in_turn
from autograder.authoring.strategies import images, of_any_dtype, shapes
from autograder.exercises import exercise_names, load_exercise
from autograder.judging.coverage import strata_of_checks, uneven_checks


def drawn(strategy, count, seed=1):
    """Return what a check would see of a strategy."""
    pairs = st.tuples(strategy, st.integers())  # or Hypothesis ends when it knows all choices
    draws = Draws(given(value=pairs)(lambda function, value: None), count)
    return [example["value"][0] for example in draws.examples(seed)]


@pytest.mark.parametrize("name", exercise_names())
def test_every_seed_covers_the_same_strata(name):
    assert uneven_checks(strata_of_checks(load_exercise(name), seeds=2), seeds=2) == []


def test_what_some_seeds_leave_out_is_a_gap():
    strata = strata_of_checks(load_exercise("skull_removal"), seeds=1)
    assert "part_of_a_slice_is_removed" in uneven_checks(strata, seeds=2)


def test_each_round_has_every_choice_whatever_the_seed():
    once, again = (drawn(in_turn("abc"), 9, seed) for seed in (1, 2))
    assert once == again
    assert [sorted(once[start : start + 3]) for start in (0, 3, 6)] == [list("abc")] * 3


def test_two_strata_meet_in_every_way():
    met = drawn(st.tuples(in_turn(range(3)), in_turn(range(3))), 40)
    assert len(set(met)) == 9


def test_strata_within_one_of_several_strategies_go_round_too():
    values = drawn(one_in_turn(in_turn("ab"), in_turn("cde")), 6)
    assert sorted(values[::2]) == ["a", "a", "b"] or sorted(values[::2]) == ["a", "b", "b"]
    assert sorted(values[1::2]) == ["c", "d", "e"]


def test_shapes_have_every_form():
    found = drawn(shapes(1, 4, 3), 8)
    assert (1, 1, 1) in found
    assert {shape.index(1) for shape in found if 1 in shape and max(shape) > 1} == {0, 1, 2}
    assert any(len(set(shape)) == 1 and shape[0] > 1 for shape in found)


def test_few_images_are_constant_and_none_is_of_one_dtype_only():
    found = drawn(of_any_dtype(images), 60)
    large = [image for image in found if image.size > 3]
    assert sum(len(np.unique(image)) == 1 for image in large) <= len(large) / 20
    assert len({image.dtype for image in found}) == 10
