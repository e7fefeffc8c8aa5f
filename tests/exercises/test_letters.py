"""What is particular to `find_letters`: sentences on what is marked, and a call to paste."""

import numpy as np
import pytest
from skimage.morphology import black_tophat, disk

from autograder.exercises import load_exercise
from autograder.exercises.tophat.pages import page_of
from autograder.imaging.arrays import LARGEST_SHOWN
from autograder.judging.choosing import asks_of, findings
from autograder.judging.judged_function import judged
from autograder.sandbox.student_function import in_process

TOPHAT = load_exercise("tophat")
WRONG = {
    "took_one_threshold_for_the_page": [
        lambda page: page < 100,
        lambda page: (page < page.mean()).astype(int),
    ],
    "marked_the_paper": [
        lambda page: black_tophat(page, disk(4)) < 30,
        lambda page: black_tophat(page, np.ones((11, 11))) <= 40,
    ],
}
RIGHT = [
    lambda page: black_tophat(page, disk(4)) > 30,
    lambda page: black_tophat(page, np.ones((11, 11))) >= 40,
    lambda page: None,
]


def found_in(function):
    asks = asks_of(judged({"find_letters": in_process("find_letters", function)}))
    return [each.key for each in findings(TOPHAT.choices, asks, "find_letters")]


@pytest.mark.parametrize(
    ("key", "function"), [(key, each) for key, functions in WRONG.items() for each in functions]
)
def test_what_is_marked_wrongly_in_any_of_several_ways_gets_the_sentence(key, function):
    assert found_in(function)[0] == key


@pytest.mark.parametrize("function", RIGHT)
def test_of_letters_that_are_found_and_of_no_mask_nothing_is_said(function):
    assert found_in(function) == []


def test_the_simplest_page_can_be_pasted_and_no_threshold_suits_it():
    page = page_of(0)
    assert page.image.size <= LARGEST_SHOWN
    assert page.image[page.letters].max() > page.image[~page.letters].min()
    assert 0 < page.letters.sum() < page.letters.size / 2
