"""Choices of how neighbours are weighed and added up, seen in the middle of an image."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view

from autograder.authoring.choices import Finding
from autograder.authoring.explains import wrong_pixels
from autograder.exercises.weighted_sums import kernel_misconceptions as kernels
from autograder.exercises.weighted_sums import sum_misconceptions as sums
from autograder.exercises.weighted_sums.library_sums import valid_sums
from autograder.exercises.weighted_sums.probes import same, turned

PLACES = {2: ("row", "column"), 3: ("plane", "row", "column")}


def took_no_sum(seen):
    """On an image of small whole numbers: the largest product, or the mean of what is there."""
    came = seen.aligned(seen.image, seen.kernel)
    if came is None or seen.response is not None:
        return None
    inside = came[seen.inside]
    windows = seen.windows_inside
    axes = tuple(range(-seen.ndim, 0))
    for largest in (windows.max(axes), (windows * seen.kernel).max(axes)):
        if same(inside, largest) and not same(largest, seen.right_inside):
            return Finding.of(sums.took_the_maximum, wrong_pixels(_is_a_maximum))
    return _never_reset(seen, inside) or _fed_back(seen, inside) or _stretched(seen, inside)


def _is_a_maximum(shown):
    """Return whether a wrong pixel is the largest of its neighbours, or of the products."""
    image, kernel = shown.arguments
    padded = np.pad(image.astype(float), [(side // 2,) * 2 for side in kernel.shape])
    windows, axes = sliding_window_view(padded, kernel.shape), tuple(range(-kernel.ndim, 0))
    return any(shown.is_made_by(each.max(axes)) for each in (windows, windows * kernel))


def _never_reset(seen, inside):
    """Each sum has the sums before it in it, at least those of its row."""
    gained = np.diff(inside, axis=-1)
    if same(gained, seen.right_inside[..., 1:]) and not same(inside, seen.right_inside):
        return Finding("never_reset_the_sum", NEVER_RESET)
    return None


NEVER_RESET = (
    "Each sum starts from the sum of the pixel before: set the total to 0 again for each pixel."
)


def _fed_back(seen, inside):
    """The sums were written into the image that they are taken from."""
    padded = np.pad(seen.image, 1)
    for pixel in np.ndindex(seen.image.shape):
        window = tuple(slice(i, i + 3) for i in pixel)
        padded[tuple(i + 1 for i in pixel)] = (padded[window] * seen.kernel).sum()
    if same(inside, padded[(slice(1, -1),) * seen.ndim][seen.inside]):
        return Finding("wrote_into_the_image_it_reads", WRITTEN)
    return None


WRITTEN = (
    "You write each sum into the array that the next sums are taken from; put the sums into "
    "an array of their own."
)


def _stretched(seen, inside):
    """The right sums, times a number and plus a number: neither is the same for all images."""
    right = seen.right_inside
    if not np.isfinite(inside).all() or not np.ptp(right) or not np.ptp(inside):
        return None
    if same(inside, right):
        return None
    times = np.ptp(inside) / np.ptp(right)
    more = inside.min() - times * right.min()
    if not same(inside, times * right + more):
        return None
    if np.isclose(times, 1):
        return Finding("added_to_all_sums", ADDED)
    return Finding(sums.stretched_to_bytes.__name__, STRETCHED)


ADDED = (
    "In the middle of an image, all sums are off by one number: add nothing to the image or to the "
    "sums, and subtract nothing from them."
)
STRETCHED = "The sums were stretched to a range of their own; return them as they are."


def divided(seen):
    """The weights of neighbours are the kernel's, divided by their sum or by their number."""
    times = seen.scale
    if times is None or seen.placed is None or same(np.array(times), np.array(1.0)):
        return None
    if np.isclose(times, 1 / seen.kernel.sum()):
        found = Finding.of(kernels.divided_by_the_sum_of_the_kernel)
        return replace(found, explains=lambda shown: found.explains(shown) or _is_divided(shown))
    if np.isclose(times, 1 / seen.kernel.size):
        return Finding.of(sums.took_the_mean)
    if np.isclose(times, -1):
        return Finding("negated_the_sums", "Every sum has the wrong sign.")
    text = f"In the middle of an image, every sum is {times:.6g} times what it should be."
    return Finding("multiplied_the_sums", text)


def _is_divided(shown):
    """Return whether a wrong pixel is a sum divided by 0, or by all weights without sign."""
    if shown.about != "values" or shown.pixel is None:
        return False
    image, kernel = (each.astype(float) for each in shown.arguments)
    if not np.isfinite(shown.pixel):
        return bool(np.isclose(kernel.sum(), 0))
    padded = np.pad(image, [(side // 2,) * 2 for side in kernel.shape])
    total = abs(kernel).sum() or 1.0
    return shown.is_made_by(valid_sums(padded, kernel) / total)


def turned_result(seen):
    """The result of a square image comes with its axes in another order, or reversed."""
    if seen.response is None or not seen.response.is_turned:
        return None
    if -1 in seen.response.flips:
        text = "The result is turned: each sum belongs at the place of the pixel in the middle."
        return Finding("turned_the_result", text)
    name = "swapped_rows_and_columns" if seen.ndim == 2 else "returned_the_axes_in_another_order"
    order = ", then ".join(PLACES[seen.ndim])
    what = "volume" if seen.ndim == 3 else "image"
    text = (
        f"The axes of the result are in another order: an index should be {order}, as in the {what}"
        "."
    )

    def explains(shown):
        if shown.about != "shape":
            return shown.about == "values"
        return shown.came.transpose(seen.response.axes).shape == shown.arguments[0].shape

    return Finding(name, text, explains=explains)


def turn_of_the_kernel(seen):
    """The weights of neighbours are the kernel's, but turned, flipped or transposed."""
    found = seen.placed
    if found is None:
        return None
    axes, flips, _ = found
    used = turned(seen.kernel, axes, flips)
    if same(used, seen.kernel):
        return None
    found = Finding("turned_the_kernel", _turn_in_words(seen, axes, flips))
    for finding, turn in seen.known_turns():
        if same(used, turn(seen.kernel)):
            found = finding
            break
    return found if axes == seen.axes else replace(found, stops=True, explains=_stops_if_unlike)


def _turn_in_words(seen, axes, flips):
    """Return the sentence on a kernel whose axes are reversed or exchanged, or both."""
    if axes != seen.axes:
        what = "turned or transposed" if -1 in flips else "transposed"
    else:
        names = [f"{PLACES[seen.ndim][axis]}s" for axis in axes if flips[axis] == -1]
        what = f"flipped: the order of its {' and of its '.join(names)} is reversed"
    return f"The kernel is {what}; the book's convolution uses it as it is."


def _stops_if_unlike(shown):
    """Return whether an error comes only with kernels whose sides differ, as an exchange of two."""
    image, kernel = shown.arguments
    if shown.about != "crash" or not shown.is_about_shapes or len(set(kernel.shape)) == 1:
        return False
    sides = min(kernel.shape), max(kernel.shape)
    alike = [shown.asked(image, np.ones((side,) * kernel.ndim)) for side in sides]
    return all(each is not None for each in alike)
