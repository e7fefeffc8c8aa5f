"""What a function would have answered is found once, with all that it was asked before."""

import numpy as np
import pytest

from autograder.authoring.calls import Call
from autograder.authoring.oracles import answers_kept_in, remembering
from autograder.judging.answer_cache import AnswerCache

HISTORY = [Call("f", (np.full((2, 2), float(value)),), None) for value in (1, 2, 3)]


@pytest.fixture
def asked():
    """A function that notes what it is asked, and the list of that."""
    notes = []

    def doubled(image):
        notes.append(image[0, 0])
        return 2 * image

    return doubled, notes


def results(kept, function, history):
    return [call.result[0, 0] for call in kept.answers(function, "f", history)]


def test_the_same_calls_are_made_once(asked):
    doubled, notes = asked
    kept = AnswerCache()
    assert results(kept, doubled, HISTORY) == [2, 4, 6]
    assert results(kept, doubled, HISTORY) == [2, 4, 6]
    assert notes == [1, 2, 3]


def test_what_a_function_makes_of_earlier_calls_is_kept_apart():
    seen = []

    def added_up(image):
        seen.append(image[0, 0])
        return image * 0 + sum(seen)

    kept = AnswerCache()
    assert results(kept, added_up, HISTORY) == [1, 3, 6]
    seen.clear()
    assert results(kept, added_up, [HISTORY[0], HISTORY[2]]) == [1, 4]
    assert results(kept, added_up, HISTORY) == [1, 3, 6]


def test_no_more_is_asked_than_is_compared(asked):
    doubled, notes = asked
    next(AnswerCache().answers(doubled, "f", HISTORY))
    assert notes == [1]


def test_a_function_that_fails_answers_without_a_result():
    def failing(image):
        raise ValueError("no")

    (call,) = AnswerCache().answers(failing, "f", HISTORY[:1])
    assert call.result is None
    assert "exception" in call.failure


def test_much_is_forgotten(asked):
    doubled, notes = asked
    kept = AnswerCache(most_kept=130)  # two answers of 64 bytes, their arguments included
    for _ in range(2):
        assert results(kept, doubled, HISTORY) == [2, 4, 6]
    assert notes == [1, 2, 3, 1, 2, 3]


@remembering
def sums(image):
    sums.made.append(image)
    return np.array([image.sum()])


def test_a_right_answer_is_found_once_for_a_cache_and_never_without_one():
    sums.made = []
    for cache, made in ((AnswerCache(), 1), (AnswerCache(), 2)):
        with answers_kept_in(cache):
            assert [sums(np.ones(3))[0] for _ in range(4)] == [3] * 4
        assert len(sums.made) == made
    assert [sums(np.ones(3))[0] for _ in range(2)] == [3] * 2
    assert len(sums.made) == 4


def test_a_right_answer_that_is_changed_is_right_the_next_time():
    with answers_kept_in(AnswerCache()):
        sums(np.ones(3))[0] = 7
        assert sums(np.ones(3))[0] == 3
