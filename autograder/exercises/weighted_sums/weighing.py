"""Choices of how neighbours are weighed and added up, seen in the middle of an image."""

from __future__ import annotations

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view

from autograder.authoring.choices import Finding
from autograder.authoring.shown import wrong_pixels
from autograder.exercises.weighted_sums import kernel_misconceptions as kernels
from autograder.exercises.weighted_sums import sum_misconceptions as sums
from autograder.exercises.weighted_sums.probes import MARGIN, same, turned

PLACES = {2: ("row", "column"), 3: ("plane", "row", "column")}


def _embedded(kernel):
    """Return a kernel with sides of 3 in the middle of zeros with sides of 5."""
    return np.pad(kernel, 1)


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
    times = np.ptp(inside) / np.ptp(right)
    more = inside.min() - times * right.min()
    fits = same(inside, times * right + more)
    return Finding(sums.stretched_to_bytes.__name__, STRETCHED) if fits else None


STRETCHED = "The sums were stretched to a range of their own; return them as they are."


def divided(seen):
    """The weights of neighbours are the kernel's, divided by their sum or by their number."""
    times = seen.scale
    if times is None or seen.placed is None or same(np.array(times), np.array(1.0)):
        return None
    if np.isclose(times, 1 / seen.kernel.sum()):
        return Finding.of(kernels.divided_by_the_sum_of_the_kernel)
    if np.isclose(times, 1 / seen.kernel.size):
        return Finding.of(sums.took_the_mean)
    if np.isclose(times, -1):
        return Finding("negated_the_sums", "Every sum has the wrong sign.")
    text = f"In the middle of an image, every sum is {times:.6g} times what it should be."
    return Finding("multiplied_the_sums", text)


def turned_result(seen):
    """The result of a square image comes with its axes in another order, or reversed."""
    if seen.response is None or not seen.response.is_turned:
        return None
    if -1 in seen.response.flips:
        text = "The result is turned: each sum belongs at the place of the pixel in the middle."
        return Finding("turned_the_result", text)
    name = "swapped_rows_and_columns" if seen.ndim == 2 else "returned_the_axes_in_another_order"
    order = ", then ".join(PLACES[seen.ndim])
    text = (
        f"The axes of the result are in another order: an index should be {order}, as in the image."
    )
    return Finding(name, text)


def other_weights(seen):
    """The middle of an image is a sum of neighbours, with weights that are not the kernel's."""
    if seen.scale is None or seen.response.is_turned or seen.placed is not None:
        return None
    found = seen.response.weights
    for finding, wrong in seen.wrong_weights():
        if same(found, _embedded(wrong(seen.kernel))):
            return finding
    right = _embedded(seen.kernel)
    left_out = (found == 0) & (right != 0)
    if left_out.any() and same(np.where(left_out, right, found), right):
        return _left_out_weights(seen, left_out)
    return _wrong_weight(seen, found, right)


def _left_out_weights(seen, left_out):
    """Some weights of the kernel are never used."""
    unused = left_out[(slice(1, -1),) * seen.ndim]
    for axis, name in enumerate(PLACES[seen.ndim]):
        others = tuple(each for each in seen.axes if each != axis)
        for index, word in ((0, "first"), (-1, "last")):
            whole = unused.all(others)
            if whole[index] and whole.sum() == 1 and unused.sum() == unused.size // 3:
                text = f"The {word} {name} of the kernel is never used: let the loop run over all."
                return Finding("left_out_part_of_the_kernel", text)
    used = np.argwhere(~unused & (seen.kernel != 0))
    if len(used) == 1:
        index = ", ".join(map(str, used[0]))
        text = f"Of all products, only that with kernel[{index}] counts: add them up, with +=."
        return Finding("kept_one_product_only", text)
    for axis, name in enumerate(PLACES[seen.ndim]):
        if np.ptp(used[:, axis]) == 0:
            text = f"Only one {name} of the kernel gets into each sum: is the total set to 0 again "
            return Finding("left_out_part_of_the_kernel", f"{text}inside a loop over the kernel?")
    index = ", ".join(map(str, np.argwhere(unused)[0]))
    return Finding("left_out_part_of_the_kernel", f"The weight kernel[{index}] is never used.")


def _wrong_weight(seen, found, right):
    """Say of one neighbour how it is weighed, and how it should be."""
    offset = np.argwhere(~np.isclose(found, right))[0] - MARGIN
    steps = ", ".join(
        f"{name} {step:+d}" for name, step in zip(PLACES[seen.ndim], offset, strict=True)
    )
    there = tuple(offset + MARGIN)
    inside = max(abs(offset)) < 2
    rule = f"the kernel says {right[there]:g}" if inside else "it lies outside the kernel"
    text = f"The neighbour at {steps} is multiplied with {found[there]:.4g}, and {rule}."
    return Finding("weighed_neighbours_otherwise", text)


def turn_of_the_kernel(seen):
    """The weights of neighbours are the kernel's, but turned, flipped or transposed."""
    found = seen.placed
    if found is None:
        return None
    axes, flips, _ = found
    used = turned(seen.kernel, axes, flips)
    if same(used, seen.kernel):
        return None
    for finding, turn in seen.known_turns():
        if same(used, turn(seen.kernel)):
            return finding
    text = "The kernel is flipped, turned or transposed; the book's convolution uses it as it is."
    return Finding("turned_the_kernel", text)
