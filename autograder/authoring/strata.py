"""Strata: what goes round by the number of an example, so that every seed tries all of it.

Chance leaves out one dtype or another with every other seed, and then the seed decides whether a
mistake with that dtype is found. What goes round does so in the same order whatever the seed is;
two things that go round do so independently of each other.
"""

from __future__ import annotations

import random
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache

from hypothesis import strategies as st


class _Turns:
    """What is next in each stratum, while the examples of one check are drawn.

    Attributes
    ----------
    number : int
        How many examples there are already.
    mask : int
        What the seeds of drawn arrays are mixed with, 32 bits.
    """

    def __init__(self, mask):
        self.number, self.mask = 0, mask
        self._places = {}  # of the strata, in the order in which they are first asked for

    @contextmanager
    def slower(self, times):
        """Count an example only every so many times, as long as the context lasts."""
        number, self.number = self.number, self.number // times
        try:
            yield
        finally:
            self.number = number

    def choice(self, stratum, count):
        """Return which of so many choices of a stratum is next: all of them in each round."""
        place = self._places.setdefault(stratum, len(self._places))
        return _one_round(place, self.number // count, count)[self.number % count]


_TURNS = ContextVar("turns", default=None)


@contextmanager
def counting_examples(seed):
    """Let strategies go round as long as the context lasts; its value counts the examples.

    Parameters
    ----------
    seed : int
        That of the check, which nobody can foresee.
    """
    counted = _Turns(seed % 2**32)
    token = _TURNS.set(counted)
    try:
        yield counted
    finally:
        _TURNS.reset(token)


@cache
def _one_round(place, number, count):
    """Return the order of the choices in one round; the first round of all goes straight on."""
    order = list(range(count))
    if place or number:
        random.Random(f"{place}/{number}").shuffle(order)
    return tuple(order)


def in_turn(choices):
    """Values one after another, by the number of the example; by chance if none is counted.

    For example, every dtype once in each eight images::

        images(values=in_turn(TABLES))

    Parameters
    ----------
    choices : iterable
        The values, at least one.
    """
    choices, stratum = tuple(choices), object()

    def chosen(chance):
        counted = _TURNS.get()
        at = chance if counted is None else counted.choice(stratum, len(choices))
        return choices[at]

    return st.integers(0, len(choices) - 1).map(chosen)


def own_seeds():
    """Whole numbers below 2**32 for what is made of a number, none of them foreseeable.

    Hypothesis begins with 0 whatever its seed is, and likes other numbers that everybody knows: of
    these, a submission could hold the right answers.
    """

    def mixed(number):
        counted = _TURNS.get()
        return number if counted is None else number ^ counted.mask

    return st.integers(0, 2**32 - 1).map(mixed)


@st.composite
def one_in_turn(draw, *strategies):
    """Values of one strategy after another; what goes round within each does so at its own pace.

    All are drawn, so that Hypothesis sees every example made in the same way.
    """
    counted = _TURNS.get()
    number = draw(st.integers(0, len(strategies) - 1)) if counted is None else counted.number
    with counting_examples(0) if counted is None else counted.slower(len(strategies)):
        drawn = [draw(each) for each in strategies]
    return drawn[number % len(strategies)]
