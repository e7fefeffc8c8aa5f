"""The pictures of counterexamples, each drawn once for all the pages that show it."""

from __future__ import annotations

import gc
import hashlib
import json
from collections import OrderedDict
from concurrent.futures import BrokenExecutor, ProcessPoolExecutor
from contextlib import suppress
from dataclasses import dataclass
from multiprocessing import get_context

from markupsafe import Markup

from autograder.processes import gc_paused, uninterrupted

# The same seed leads many students to the same counterexample; a picture takes some 50 kB.
MOST_KEPT = 400
# For fewer, other processes would not even be ready in time.
MANY = 32


@dataclass(frozen=True)
class Picture:
    """A drawn counterexample.

    Attributes
    ----------
    key : str
        The same for the same counterexample; it also starts the ids within the drawing.
    svg : Markup
        The drawing.
    words : str
        What it shows, for those who do not see it.
    boxes : tuple
        Left, top, width and height of its parts in the drawing, which wrap on narrow pages.
    notes : str
        What stands above and below the parts.
    """

    key: str
    svg: Markup
    words: str
    boxes: tuple = ()
    notes: str = ""


class Gallery:
    """Draws counterexamples and remembers the latest ones."""

    def __init__(self):
        self._drawn = OrderedDict()

    def picture(self, counterexample):
        """Return the `Picture` of a counterexample of a result record, or None without one."""
        if counterexample is None:
            return None
        key = _key_of(counterexample)
        if key not in self._drawn:
            self._keep(key, _draw(counterexample, key))
        self._drawn.move_to_end(key)
        return self._drawn[key]

    def draw_ahead(self, counterexamples):
        """Draw what will be asked for, on every processor if that is much."""
        wanted = {_key_of(each): each for each in counterexamples if each is not None}
        new = {key: each for key, each in wanted.items() if key not in self._drawn}
        if len(new) < MANY:
            return
        pool = ProcessPoolExecutor(mp_context=get_context("spawn"))
        with pool, suppress(BrokenExecutor):  # then each is drawn when it is asked for
            with uninterrupted():
                drawn = pool.map(_draw, new.values(), new)
            for key, picture in zip(new, drawn, strict=True):
                self._keep(key, picture)

    def _keep(self, key, picture):
        self._drawn[key] = picture
        if len(self._drawn) > MOST_KEPT:
            self._drawn.popitem(last=False)


def example_in(check):
    """Return the counterexample of a check of a result record, or None if it shows nothing.

    If a function is not written, the last call was one of another function.
    """
    return None if check["status"] == "not_written" else check["counterexample"]


def _key_of(counterexample):
    """Return a short name for what a counterexample shows."""
    shows = {name: counterexample[name] for name in ("function", "arguments", "expected", "yours")}
    text = json.dumps([shows, counterexample["where"]], sort_keys=True)
    return f"p{hashlib.sha256(text.encode()).hexdigest()[:12]}"


def _draw(counterexample, key):
    """Return the `Picture`, or None if there is nothing to draw.

    A figure is a web of objects that all live as long as it: to look through it for garbage again
    and again while it grows takes a seventh of the time, and once at the end next to nothing.
    """
    with gc_paused():
        picture = _new_picture(counterexample, key)
        gc.collect(0)
    return picture


def _new_picture(counterexample, key):
    """Return what `_draw` does; its figure is garbage then."""
    from autograder.reports.pictures import as_svg, picture_of, pieces_of, words_of

    figure = picture_of(counterexample)
    if figure is None:
        return None
    boxes, call, notes = pieces_of(counterexample)
    svg = Markup(as_svg(figure, key))
    return Picture(key, svg, words_of(counterexample), tuple(boxes), " ".join([f"{call}.", *notes]))
