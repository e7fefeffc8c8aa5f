"""Choices of what a top-hat subtracts from what, and whether it follows from another function."""

from __future__ import annotations

from functools import partial
from itertools import permutations

import numpy as np

from autograder.authoring import array_choices
from autograder.authoring.choices import Finding
from autograder.authoring.explains import wrong_pixels
from autograder.exercises.tophat import misconceptions as mistakes
from autograder.exercises.tophat.observed import SQUARE, greys, same
from autograder.exercises.tophat.step_models import right_steps_of, steps

WORDS = {"I": "image", "ED": "opening", "DE": "closing", "E": "erosion", "D": "dilation"}
RIGHT = {
    "white_tophat": ("I", "ED", "the white top-hat is the image minus its opening"),
    "black_tophat": ("DE", "I", "the black top-hat is the closing minus the image"),
}
NAMED = {
    ("white_tophat", "ED"): mistakes.forgot_to_subtract,
    ("white_tophat", "ED", "I"): mistakes.subtracted_the_image_from_its_opening,
    ("white_tophat", "I", "E"): mistakes.subtracted_the_erosion,
    ("white_tophat", "DE", "I"): mistakes.returned_the_black_top_hat,
    ("black_tophat", "I", "DE"): mistakes.subtracted_the_closing_from_the_image,
    ("black_tophat", "D", "I"): mistakes.subtracted_from_the_dilation,
    ("black_tophat", "I", "ED"): mistakes.returned_the_white_top_hat,
}


def difference(seen):
    """What is subtracted from what, with a full footprint in a frame of zeros."""
    if not seen.is_tophat or array_choices.changed_arguments(seen) is not None:
        return None  # of an image that changes meanwhile, no difference can be found
    image = seen.framed_probes[0][0]
    came = seen.raw(image, SQUARE)
    terms = _terms(image, SQUARE)
    *right, rule = RIGHT[seen.name]
    pairs = {pair: terms[pair[0]] - terms[pair[1]] for pair in permutations(terms, 2)}
    if came is None or same(came, pairs[tuple(right)]):
        return None
    fits = [(name,) for name, term in terms.items() if same(came, term)]
    fits += [pair for pair, term in pairs.items() if same(came, term)]
    if not fits and same(came, image + terms[seen.right_steps]):
        text = f"You returned the image plus the {WORDS[seen.right_steps]}; {rule}."
        return Finding(f"sum:{seen.right_steps}", text, explains=_made_of(seen, "I", None))
    if len(fits) != 1:
        return None
    (found,) = fits
    known, explains = NAMED.get((seen.name, *found)), _made_of(seen, *found)
    if known is not None:
        return Finding(known.name, known.hint, explains=explains)
    words = " minus ".join(each if each == "255" else f"the {WORDS[each]}" for each in found)
    text = f"You returned {words}; {rule}."
    return Finding(f"difference:{'-'.join(found)}", text, explains=explains)


def _terms(image, footprint, opening=None, closing=None):
    """Return what a difference may be made of, by name; opening and closing may be another's."""
    terms = {name: steps(name, image, footprint) for name in ("ED", "DE", "E", "D")}
    terms |= {"I": image, "255": np.full(image.shape, 255.0)}
    others = {"ED": opening, "DE": closing}
    return terms | {name: each for name, each in others.items() if each is not None}


def _made_of(seen, first, *second):
    """Return which failures are of pixels that a term, a difference or a sum gives.

    The opening and the closing are the right ones, or what the student's functions return.
    """

    def explains(shown):
        image, footprint = shown.arguments
        image = image.astype(float)
        own = [_own(seen.ask.others.get(name), shown) for name in ("opening", "closing")]
        for terms in (_terms(image, footprint), _terms(image, footprint, *own)):
            came = terms[first]
            if second:
                came = came - terms[second[0]] if second[0] else came + terms[seen.right_steps]
            if shown.is_made_by(came):
                return True
        return False

    return wrong_pixels(explains)


def _own(ask, shown):
    """Return what a student's opening or closing makes of the image, or None."""
    came = None if ask is None else ask(*shown.arguments).result
    return None if came is None or came.shape != shown.arguments[0].shape else came.astype(float)


def follows(name, of):
    """Return the choice that a top-hat is wrong only because the function that it calls is.

    Parameters
    ----------
    name : str
        The function that it should call.
    of : callable
        Makes the top-hat of the image and of what that function returns.
    """

    def found(ask):
        other = ask.others[name]
        probes = [
            (greys((7, 8), 51, -9, 9), SQUARE),
            (greys((6, 7), 52, 1, 9), np.array([[1, 0, 1]], np.uint8)),
            (greys((6, 7), 53, 1, 9).astype(np.uint8), np.ones((3, 1), np.uint8)),
            (greys((9, 9), 54), np.array([[0, 1, 0], [1, 1, 1], [0, 1, 0]], np.uint8)),
            (greys((3, 4, 4), 55), np.ones((3, 1, 3), np.uint8)),
        ]
        is_wrong = False
        for image, footprint in probes:
            inner, came = other(image, footprint), ask(image, footprint)
            if inner.result is None or came.result is None:
                if inner.failure != "exception" or came.failure != "exception":
                    return None
                is_wrong = True
                continue
            right = steps(right_steps_of(name), image.astype(float), footprint)
            made = of(image, inner.result)
            if made.dtype != came.result.dtype or not np.array_equal(made, came.result):
                return None
            is_wrong = is_wrong or not same(inner.result.astype(float), right)
        text = f"This top-hat is made of your {name}, as it should be: mend the {name} first."
        explains = partial(_is_made_of, other, of)
        return Finding(f"follows:{name}", text, explains=explains) if is_wrong else None

    return found


def _is_made_of(other, of, shown):
    """Return whether what is wrong comes from what another function of the student's returns."""
    if shown.about not in ("values", "dtype") or shown.came is None:
        return False
    image = shown.arguments[0]
    inner = other(*shown.arguments).result
    if inner is None or inner.shape != image.shape:
        return False
    made = of(image, inner)
    if shown.about == "dtype":
        return made.dtype == shown.came.dtype and inner.dtype != image.dtype
    return shown.is_made_by(made)


def same_image(seen):
    """The result is the image."""
    if not seen.is_tophat:
        return None
    probes = seen.framed_probes[0], seen.border_probes[0]
    if all(same(seen.raw(*probe), probe[0]) for probe in probes):
        rule = RIGHT[seen.name][2]
        explains = wrong_pixels(lambda shown: np.array_equal(shown.came, shown.arguments[0]))
        text = f"The result is the image itself; {rule}."
        return Finding("returned_the_image", text, explains=explains)
    return None
