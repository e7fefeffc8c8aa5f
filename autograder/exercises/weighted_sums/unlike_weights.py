"""The choice of weights in the middle of an image, if they are not those of the kernel."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view

from autograder.authoring.choices import Finding
from autograder.authoring.explains import wrong_pixels
from autograder.exercises.weighted_sums.probes import MARGIN, same
from autograder.exercises.weighted_sums.weighing import PLACES


def _embedded(kernel):
    """Return a kernel with sides of 3 in the middle of zeros with sides of 5."""
    return np.pad(kernel, 1)


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
        used = ~left_out[(slice(1, -1),) * seen.ndim]
        explains = wrong_pixels(lambda shown: _lacks(used, shown))
        return replace(_left_out_weights(seen, left_out), explains=explains)
    return _wrong_weight(seen, found, right)


def _lacks(used, shown):
    """Return whether a wrong pixel is the sum without some weights of a kernel."""
    image, kernel = (each.astype(float) for each in shown.arguments)
    if kernel.shape != used.shape:
        return False
    padded = np.pad(image, [(side // 2,) * 2 for side in kernel.shape])
    windows = sliding_window_view(padded, kernel.shape)
    return shown.is_made_by(np.tensordot(windows, kernel * used, kernel.ndim))


def _left_out_weights(seen, left_out):
    """Some weights of the kernel are never used."""
    unused = left_out[(slice(1, -1),) * seen.ndim]
    corner = np.zeros(unused.shape, bool)
    corner[(slice(-1),) * seen.ndim] = True
    if np.array_equal(unused, ~corner & (seen.kernel != 0)):
        *names, last = PLACES[seen.ndim]
        text = f"The last {', '.join(names)} and {last} of the kernel are never used: a loop or a "
        return Finding("left_out_part_of_the_kernel", f"{text}slice ends before its last number.")
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
