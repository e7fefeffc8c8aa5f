"""Say how wrong results relate to the right ones, if a simple relation holds exactly.

Each relation is a function of a right result, the one that came, and the arguments. It returns a
sentence; "" if the two are not so related; None if they are too small to tell.
"""

from __future__ import annotations

from functools import partial
from itertools import product

import numpy as np

from autograder.authoring.choices import Finding
from autograder.authoring.explains import gone_in_a_frame

# A relation is named when so many results show it, and none refutes it.
FEWEST_RESULTS = 5
ROUNDING = 1e-9


def relation_of(results):
    """Return the `Finding` on the only relation that holds of all wrong results, or None.

    Parameters
    ----------
    results : list of (ndarray, ndarray, tuple of ndarray)
        The right result, the one that came, and the arguments of each call.
    """
    with np.errstate(all="ignore"):  # wrong results may hold anything
        wrong = [each for each in results if not is_equal(each[0], each[1])]
        held = [(_shared_sentence(relation, wrong), relation) for relation in RELATIONS]
    held = [each for each in held if each[0]]
    if len(held) != 1:
        return None
    ((sentence, relation),) = held
    return Finding("relation", sentence, explains=partial(_shows, relation, sentence))


def _shows(relation, sentence, shown):
    """Return whether a relation holds of what is shown as well; not, if that is too small."""
    if shown.about != "values" or shown.right is None or is_equal(shown.right, shown.came):
        return False
    holds = relation(shown.right.astype(float), shown.came, shown.arguments)
    if holds is None and relation is _wrong_at_the_border:
        return gone_in_a_frame("constant")(shown) and gone_in_a_frame("symmetric")(shown)
    return holds == sentence


def _shared_sentence(relation, results):
    """Return what a relation says of every result, "" if it does not say the same of all."""
    shared, telling = None, 0
    for right, came, given in results:
        sentence = relation(np.asarray(right, float), came, given)
        if sentence is not None:
            if not sentence or sentence != (shared or sentence):
                return ""
            shared, telling = sentence, telling + 1
    return shared if telling >= FEWEST_RESULTS else ""


def is_equal(right, came):
    """Return whether two results are equal, up to rounding."""
    if right.shape != came.shape:
        return False
    right, came = right.astype(float), came.astype(float)
    return bool(np.allclose(right, came, rtol=ROUNDING, atol=ROUNDING, equal_nan=True))


def _sign(right, came, arguments):
    """Every pixel is negated."""
    return "Every pixel has the wrong sign." if is_equal(-right, came) else ""


def _factor(right, came, arguments):
    """Every pixel is a multiple of what it should be, by one number other than -1."""
    if right.shape != came.shape or not right.any():
        return ""
    brightest = np.unravel_index(np.argmax(np.abs(right)), right.shape)
    times = float(came[brightest]) / right[brightest]
    is_one = times not in (0, -1) and np.isfinite(times) and is_equal(times * right, came)
    return f"Every pixel is {times:.6g} times what it should be." if is_one else ""


def _constant(right, came, arguments):
    """The same number was added to every pixel."""
    if right.shape != came.shape or right.size == 0:
        return ""
    more = float(came.flat[0]) - right.flat[0]
    if not is_equal(right, came - more):
        return ""
    return f"Every pixel is {abs(more):.6g} too {'high' if more > 0 else 'low'}."


def _transposed(right, came, arguments):
    """Two axes are swapped, of which one are the columns."""
    for axis, words in SWAPS.get(right.ndim, {}).items():
        if right.ndim > 1 and is_equal(np.swapaxes(right, axis, -1), came):
            return f"{words} and columns are swapped in the result."
    return ""


SWAPS = {2: {0: "Rows"}, 3: {0: "Planes", 1: "Rows"}}


def _mirrored(right, came, arguments):
    """The result is mirrored along an axis, or along all."""
    for axes, words in MIRRORS.get(right.ndim, {}).items():
        if is_equal(np.flip(right, axes), came):
            return f"The result is the right one {words}."
    return ""


MIRRORS = {
    2: {(0,): "upside down", (1,): "with left and right swapped", (0, 1): "turned by half a turn"},
    3: {
        (0,): "with its planes in reverse order",
        (1,): "upside down",
        (2,): "with left and right swapped",
        (0, 1, 2): "mirrored along all three axes",
    },
}


def _moved(right, came, arguments):
    """The result lies beside its place, by one pixel along one axis or several."""
    if right.shape != came.shape:
        return ""
    if min(right.shape, default=0) < 2:
        return None
    for steps in product((0, -1, 1), repeat=right.ndim):
        origin, goal = zip(*[(_before(step), _before(-step)) for step in steps], strict=True)
        if any(steps) and right[origin].any() and is_equal(right[origin], came[goal]):
            return f"The result is moved by one pixel: {_directions(steps)}."
    return ""


def _before(step):
    """Return the slice of an axis from which something can move by a step and stay inside."""
    return slice(max(-step, 0), min(-step, 0) or None)


def _directions(steps):
    """Return the directions of a step along each axis, in words."""
    names = (("up", "down"), ("left", "right"))
    names = names if len(steps) == 2 else (("one plane back", "one plane on"), *names)
    return " and ".join(pair[step > 0] for pair, step in zip(names, steps, strict=True) if step)


def _cut(right, came, arguments):
    """The digits behind the point are missing, by cutting or by rounding."""
    if is_equal(np.trunc(right), came):
        return "The decimals are cut off."
    return "Every pixel is rounded to a whole number." if is_equal(np.round(right), came) else ""


def _wrong_at_the_border(right, came, arguments):
    """Wherever the neighbourhood lies inside the image, the result is right."""
    if right.shape != came.shape or arguments[-1].ndim != right.ndim:
        return ""
    reach = [side // 2 for side in arguments[-1].shape]
    inside = tuple(slice(r, n - r) for r, n in zip(reach, right.shape, strict=True) if n > 2 * r)
    if len(inside) < right.ndim or not right[inside].any():
        return None
    return NEAR_THE_BORDER if is_equal(right[inside], came[inside]) else ""


NEAR_THE_BORDER = "Only pixels near the border of the image are wrong."


RELATIONS = (_sign, _factor, _constant, _transposed, _mirrored, _moved, _cut, _wrong_at_the_border)
