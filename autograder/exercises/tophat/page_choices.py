"""What `find_letters` chooses: a threshold for the page, the bright or the dark, a footprint."""

from __future__ import annotations

from functools import cached_property

import numpy as np
from scipy import ndimage

from autograder.authoring import array_choices
from autograder.authoring.choices import Choices, Finding
from autograder.authoring.explains import failures
from autograder.exercises.tophat.page_checks import INK_FOUND, PAPER_MARKED
from autograder.exercises.tophat.page_misconceptions import (
    marked_the_paper,
    took_a_footprint_that_fits_into_the_letters,
    took_one_threshold_for_the_page,
)
from autograder.exercises.tophat.pages import page_of
from autograder.imaging.grids import percent

NUMBERS = (11, 12)
FEW, MANY = 0.1, 0.9
_of_marks = failures("values", "everything")


class _PagesSeen:
    """What a few calls show of a `find_letters`."""

    def __init__(self, ask):
        self.ask = ask
        self.pages = [page_of(number) for number in NUMBERS]

    def twice(self):
        """Return two pages, to call a function with one after the other."""
        return tuple(page.image.copy() for page in self.pages)

    @cached_property
    def marked(self):
        """The marked pixels of each page; none if a result has another shape."""
        came = [self.ask(page.image.copy()).result for page in self.pages]
        if any(each is None or each.shape != self.pages[0].image.shape for each in came):
            return ()
        return tuple(each != 0 for each in came)

    def share(self, of):
        """Return the share that is marked of some pixels of each page, from 0 to 1."""
        pairs = zip(self.marked, self.pages, strict=True)
        return float(np.mean([marked[of(page)].mean() for marked, page in pairs]))

    @property
    def shares(self):
        """The share that is marked of the ink, and of the paper."""
        return self.share(lambda page: page.letters), self.share(lambda page: ~page.letters)


def _known(mistake):
    """Return the `Finding` of a known mistake."""
    return Finding(mistake.name, mistake.hint, explains=_of_marks)


def _one_threshold(seen):
    """Whether one grey value divides what is marked from what is not, on each page."""
    for marked, page in zip(seen.marked, seen.pages, strict=True):
        if marked.all() or not marked.any():
            return None
        if not page.image[marked].max() < page.image[~marked].min():
            return None
    return _known(took_one_threshold_for_the_page) if seen.marked else None


def _mask(seen):
    """Whether the result is a mask."""
    came = seen.ask(seen.pages[0].image.copy()).result
    if came is None or came.dtype == bool:
        return None
    text = f"Your result holds {came.dtype}; return a mask of True and False, such as the pixels "
    text += "of a top-hat that are above a threshold."
    explains = failures("dtype", "values", "everything")
    return Finding("returned_no_mask", text, explains=explains)


def _what_is_marked(seen):
    """Whether the ink is marked, or the paper, or nothing."""
    if not seen.marked:
        return None
    ink, paper = seen.shares
    if ink < FEW and paper > MANY:
        return _known(marked_the_paper)
    if ink < FEW and paper < FEW / 10:
        return Finding("marked_nothing", NOTHING, explains=_of_marks)
    if ink < FEW:
        return Finding("marked_bright_pixels", BRIGHT, explains=_of_marks)
    if ink > MANY and paper > MANY:
        return Finding("marked_everything", EVERYTHING, explains=_of_marks)
    thick = seen.share(_thick)
    thin = seen.share(lambda page: ~_thick(page) & page.letters)
    if thick < FEW and thin > 1 - 2 * FEW:
        return _known(took_a_footprint_that_fits_into_the_letters)
    return None


def _thick(page):
    """Return the strokes three pixels wide."""
    return ndimage.binary_opening(page.letters, np.ones((3, 3)))


NOTHING = (
    "Next to nothing is marked: print the largest value of your top-hat, and the threshold that "
    "you compare it with."
)
BRIGHT = (
    "You marked paper and left the letters out: they are darker than the paper beside them, so "
    "look for what is dark."
)
EVERYTHING = (
    "Next to everything is marked, paper and ink: print your threshold, and what you compare with "
    "it."
)


def _described(seen):
    """Say how much is marked, if nothing else is known."""
    if not seen.marked:
        return None
    ink, paper = seen.shares
    if ink >= INK_FOUND and paper <= PAPER_MARKED:
        return None
    text = f"On two other pages, {percent(ink)} of the ink is marked and {percent(paper)} of the "
    text += "paper."
    return Finding("marked_shares", text, explains=_of_marks)


CHOICES_OF_PAGES = Choices(
    _PagesSeen,
    (
        array_choices.memory,
        array_choices.shape,
        _one_threshold,
        _mask,
        _what_is_marked,
        array_choices.changed_arguments,
    ),
    otherwise=_described,
)
