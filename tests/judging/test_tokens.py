"""A token holds the arguments of an example; whatever else somebody types in is a sentence."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from autograder.authoring.failures import GraderError
from autograder.exercises import load_exercise, load_exercises
from autograder.exercises.skull_removal.drawn_head import DrawnHead
from autograder.judging.packing import pack
from autograder.judging.token_text import BadToken, content_of, deflated, token_with
from autograder.judging.tokens import case_of, token_of
from autograder.judging.unpacking import MOST_VALUES, Unpacking
from benchmarks.fuzz_tokens import fuzz_tokens

CHECK = "convolution/matches_skimage"
EXAMPLE = {"image": np.eye(3), "kernel": np.ones((1, 3), np.int16)}


def with_arguments(data):
    """Return a token of a check whose packed arguments are these bytes."""
    return token_with(content_of(token_of(*CHECK.split("/"), EXAMPLE), 0)[:3] + deflated(data))


def same(one, other):
    """Return whether two drawn values are the same to the bit, memory layout included."""
    if isinstance(one, tuple):
        return len(one) == len(other) and all(map(same, one, other))
    if isinstance(one, np.ndarray):
        return (
            (one.dtype, one.shape, one.tobytes()) == (other.dtype, other.shape, other.tobytes())
            and one.flags.c_contiguous == other.flags.c_contiguous
            and one.flags.writeable == other.flags.writeable
        )
    return type(one) is type(other) and one == other


@pytest.mark.parametrize("one", load_exercises(), ids=lambda one: one.name)
def test_every_example_comes_back_to_the_bit(one):
    for check in one.checks:
        for drawn in check.draws.examples("tokens"):
            case = case_of(token_of(one.name, check.name, drawn))
            assert (case.exercise.name, case.check) == (one.name, check)
            assert case.example.keys() == drawn.keys()
            assert all(same(drawn[name], case.example[name]) for name in drawn), check.name


@given(
    st.recursive(
        st.none()
        | st.booleans()
        | st.integers(-(2**60), 2**60)
        | st.floats(allow_nan=False)
        | st.text(max_size=20),
        lambda values: st.lists(values, max_size=4).map(tuple),
        max_leaves=8,
    )
)
def test_plain_values_come_back(value):
    unpacking = Unpacking(pack(value), {})
    assert same(unpacking.value(), value)
    assert unpacking.is_over


@pytest.mark.parametrize(
    "array",
    [
        np.array([[0.0, -0.0]]),
        np.array([np.nan, np.inf, 1e300, 0.1]),
        np.array([0.25, -2], np.float32),
        np.asfortranarray(np.arange(6).reshape(2, 3)),
        np.array([2**63, 1], np.uint64),
        np.array([-(2**40)]),
        np.zeros((2, 0, 3), bool),
        np.array(7.0),
    ],
)
def test_arrays_come_back_to_the_bit(array):
    assert same(array, Unpacking(pack(array), {}).value())


@pytest.mark.parametrize("value", [{}, np.zeros(3, complex), np.zeros(2**17), 2**80, object()])
def test_what_no_token_can_hold_is_a_fault_of_ours(value):
    with pytest.raises(GraderError, match="No token leads"):
        token_of("convolution", "matches_skimage", EXAMPLE | {"image": value})


HUGE = b"\xfe\xff\xff\xff\xff\xff\x7f"
ARRAY = 32


@pytest.mark.parametrize(
    "data",
    [
        b"",
        pack(EXAMPLE["image"]),
        pack(EXAMPLE["image"]) * 3,
        bytes([ARRAY + 1, 16]) + HUGE,
        bytes([ARRAY + 2, 16]) + (b"\x80\x80\x02" * 2) + bytes(100),
        bytes([7]) + HUGE,
        bytes([7, 2]) * 5000,
        bytes([7]) + pack(2 * MOST_VALUES)[1:] + bytes(3 * MOST_VALUES),
        bytes([6]) + HUGE,
        bytes([6, 4, 255, 255]),
        bytes([8, 6]) + b"one",
        bytes([9, 0]),
        bytes([250]) * 40,
        bytes(2**24),
    ],
    ids=range(14),
)
def test_a_hostile_token_with_the_right_checksum_is_a_sentence(data):
    with pytest.raises(BadToken, match="leads to no example"):
        case_of(with_arguments(data))


def test_a_token_of_a_check_that_is_not_there_says_so():
    content = content_of(token_of("convolution", "no_such_check", EXAMPLE), 0)
    with pytest.raises(BadToken, match="no such check"):
        case_of(token_with(content))


def test_every_check_has_a_token_of_its_own():
    names = [(one.name, check.name) for one in load_exercises() for check in one.checks]
    assert len({token_of(*each, {})[:5] for each in names}) == len(names)


def test_a_head_that_would_be_too_large_is_none():
    (drawn, *_) = load_exercise("skull_removal").checks[0].draws.examples("tokens")
    brain, *rest = drawn["head"].parameters
    for wrong in ((10**6, 10**6), (40,), (40, "a"), (0, 40), 7):
        with pytest.raises((ValueError, TypeError)):
            DrawnHead((wrong, *rest))
    assert DrawnHead((brain, *rest)) == drawn["head"]


def test_no_random_or_mutated_token_is_more_than_a_sentence():
    met = fuzz_tokens(10_000)
    assert met["BadToken"] > 5000
    assert met["example"] > 100


@pytest.mark.parametrize(
    "shapes", [((2**16, 1), (1, 2**15 + 1)), ((3, 3), (1, 2001)), ((1, 1, 30_000, 1), (1, 1))]
)
def test_arguments_far_larger_than_any_that_are_drawn_are_a_sentence(shapes):
    image, kernel = map(np.ones, shapes)
    with pytest.raises(BadToken, match="leads to no example"):
        case_of(with_arguments(pack(image) + pack(kernel)))


def test_whatever_goes_wrong_while_a_token_is_read_is_a_sentence(monkeypatch):
    def broken(self, **_):
        raise MemoryError("too much")

    monkeypatch.setattr(Unpacking, "value", broken)
    with pytest.raises(BadToken, match="leads to no example"):
        case_of(token_of(*CHECK.split("/"), EXAMPLE))
