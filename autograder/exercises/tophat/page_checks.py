"""What `find_letters` must do, on pages whose letters are known; nobody has to write it."""

from __future__ import annotations

import numpy as np
from hypothesis import given

from autograder.authoring.assertions import assert_dtype, assert_shape, first
from autograder.authoring.check import check
from autograder.authoring.conduct import assert_does_something, assert_unchanged
from autograder.authoring.failures import WrongResult
from autograder.authoring.strategies import SEEDS
from autograder.exercises.tophat.pages import page_of
from autograder.imaging.grids import percent, place

INK_FOUND = 0.9
PAPER_MARKED = 0.02


def _assert_share(result, page, of, least=0.0, most=1.0, what=""):
    """Raise `WrongResult` unless a share of some pixels between two bounds is marked."""
    assert_shape(result, page.image.shape, "The mask should have the page's shape.")
    marked = result != 0
    share = marked[of].mean()
    if not least <= share <= most:
        wrong = of & (marked if share > most else ~marked)
        bound = f"At least {percent(least)}" if least else f"At most {percent(most)}"
        seen = f"It marks {percent(share)} of it. The first wrong pixel is {place(first(wrong))}."
        rule = f"{bound} of the {what} should be marked."
        raise WrongResult(rule, seen, page.letters, result, first(wrong))


@check(points=0, examples=4)
@given(number=SEEDS)
def letters_are_found(find_letters, number):
    """At least 90 % of the letters' pixels are marked, in dark light and in bright light."""
    page = page_of(number)
    assert_does_something(find_letters, page.image)
    _assert_share(find_letters(page.image), page, page.letters, least=INK_FOUND, what="ink")


@check(points=0, examples_of=letters_are_found)
def paper_is_left_out(find_letters, number):
    """At most 2 % of the paper's pixels are marked, however little light falls on them."""
    page = page_of(number)
    assert_does_something(find_letters, page.image)
    _assert_share(find_letters(page.image), page, ~page.letters, most=PAPER_MARKED, what="paper")


@check(points=0, examples_of=letters_are_found)
def the_letters_are_a_mask(find_letters, number):
    """The result is an array of True and False, and the page is unchanged."""
    assert_does_something(find_letters, page_of(number).image)
    call = find_letters.observe(page_of(number).image)
    assert_unchanged(call)
    assert_dtype(call.result, np.bool_, "The result should be a mask: an array of bool.")


CHECKS = (letters_are_found, paper_is_left_out, the_letters_are_a_mask)
