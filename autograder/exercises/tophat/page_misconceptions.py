"""Mistakes that people make with `find_letters`."""

from __future__ import annotations

import numpy as np
from skimage.filters import threshold_otsu
from skimage.morphology import black_tophat, disk, white_tophat

from autograder.authoring.misconception import misconception
from autograder.exercises.tophat import page_checks as pages


@misconception(of="find_letters", caught_by=pages.paper_is_left_out)
def took_one_threshold_for_the_page(page):
    """You compared the page itself with one threshold, but light changes across the page.

    Compare two numbers: the paper at the dark end of the page is darker than the ink at the bright
    end, so that no single threshold tells ink from paper.

    Take the black top-hat of the page first, and find the threshold for that.
    """
    return page < threshold_otsu(page)


@misconception(of="find_letters", caught_by=pages.letters_are_found)
def took_the_white_top_hat(page):
    """You took the white top-hat, which keeps bright things; the letters are dark.

    Show your top-hat before the threshold: the letters should be bright in it, and in yours they
    are black.

    Call your black_tophat in the place of white_tophat.
    """
    bright = white_tophat(page, disk(5))
    return bright > threshold_otsu(bright)


@misconception(of="find_letters", caught_by=pages.letters_are_found)
def took_a_footprint_that_fits_into_the_letters(page):
    """Your footprint fits into the strokes of the letters, so the top-hat leaves them out.

    A stroke may be 3 pixels wide: compare this with how many pixels your footprint is across.

    Take a larger footprint, such as disk(5), which is 11 pixels across.
    """
    thin = black_tophat(page, np.ones((3, 3), np.uint8))
    return thin > threshold_otsu(thin)


@misconception(of="find_letters", caught_by=pages.paper_is_left_out)
def marked_the_paper(page):
    """You marked the paper; the letters should be True and the paper False.

    Count the True pixels of your result: letters cover a small part of a page.

    In the black top-hat letters are bright, so use > in the place of <.
    """
    letters = black_tophat(page, disk(5))
    return letters <= threshold_otsu(letters)


@misconception(of="find_letters", caught_by=pages.the_letters_are_a_mask)
def returned_the_top_hat(page):
    """You returned the top-hat itself; return which of its pixels are above a threshold.

    Print the dtype of your result: it should be bool, and yours is that of the page.

    Find a threshold for the top-hat, with threshold_otsu, and return top_hat > threshold.
    """
    return black_tophat(page, disk(5))


MISCONCEPTIONS = (
    took_one_threshold_for_the_page,
    took_the_white_top_hat,
    took_a_footprint_that_fits_into_the_letters,
    marked_the_paper,
    returned_the_top_hat,
)
