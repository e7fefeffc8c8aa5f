"""The sum at one pixel, written out, if no known fault explains what came there."""

from __future__ import annotations

import numpy as np

from autograder.authoring.assertions import number
from autograder.authoring.choices import Finding
from autograder.imaging.grids import place

MOST_PRODUCTS = 4


def sum_at_the_pixel(shown):
    """Return the `Finding` on the sum at the wrong pixel, or None.

    Parameters
    ----------
    shown : Shown
        What is shown of a weighted sum.
    """
    if shown.about != "values" or shown.right is None or shown.where is None:
        return None
    image, kernel = (each.astype(float) for each in shown.arguments)
    padded = np.pad(image, [(side // 2,) * 2 for side in kernel.shape])
    around = tuple(slice(i, i + side) for i, side in zip(shown.where, kernel.shape, strict=True))
    pairs = [(a, b) for a, b in zip(padded[around].flat, kernel.flat, strict=True) if a and b]
    where, total = place(shown.where), number(np.float64(shown.right[shown.where]))
    if not pairs:
        text = f"At {where} every product of a pixel and its weight is 0, and so is the sum."
        if not np.isfinite(shown.came[shown.where]):
            text += " Yours is no number, as after a division by 0."
    elif len(pairs) <= MOST_PRODUCTS:
        products = " + ".join(f"{_factor(a)} * {_factor(b)}" for a, b in pairs)
        text = f"At {where} the sum is {products} = {total}; all other products are 0."
    else:
        text = (
            f"At {where} the kernel lies on {len(pairs)} pixels that are not 0 with weights that "
            f"are not 0; multiply each by its weight, and the products add up to {total}."
        )
    return Finding("sum_at_the_pixel", text)


def _factor(value):
    """Return a factor as text; one below 0 in brackets."""
    return f"({number(value)})" if value < 0 else number(value)
