"""What `find_letters` chooses: a threshold of what, and on which side of it letters are."""

from __future__ import annotations

from functools import cached_property

from autograder.authoring.choices import Choices, Finding
from autograder.authoring.shown import failures
from autograder.exercises.tophat import page_misconceptions as mistakes
from autograder.exercises.tophat.pages import page_of

NEARLY_ALL = 0.9


class _LettersSeen:
    """What a call shows of a `find_letters`."""

    def __init__(self, ask):
        self.ask, self.page = ask, page_of(1)

    @cached_property
    def marked(self):
        """What the function marks on the page, and an empty mask if it gives none."""
        came = self.ask(self.page.image).result
        is_mask = came is not None and came.shape == self.page.image.shape
        return came != 0 if is_mask else self.page.letters & False


def _finding(mistake):
    """Return the finding that a page is marked much as a known mistake marks it."""
    return Finding(mistake.name, mistake.hint, explains=failures("values"))


def _paper(seen):
    """Whether the paper is marked in the place of the letters."""
    ink, paper = (seen.marked[of].mean() for of in (seen.page.letters, ~seen.page.letters))
    if ink > 1 - NEARLY_ALL or paper < NEARLY_ALL:
        return None
    return _finding(mistakes.marked_the_paper)


def _page_itself(seen):
    """Whether all that is marked is darker than all that is not."""
    marked, image = seen.marked, seen.page.image
    if not marked.any() or marked.all() or image[marked].max() >= image[~marked].min():
        return None
    return _finding(mistakes.took_one_threshold_for_the_page)


CHOICES_OF_LETTERS = Choices(_LettersSeen, (_paper, _page_itself))
