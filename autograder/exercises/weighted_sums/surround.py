"""The choice of a number other than 0 beyond the border, seen on an image of zeros."""

from __future__ import annotations

import numpy as np

from autograder.authoring.choices import Finding
from autograder.authoring.explains import wrong_pixels
from autograder.exercises.weighted_sums.library_sums import valid_sums
from autograder.exercises.weighted_sums.probes import same


def surround(seen):
    """Every pixel beyond the border counts as one number, which is not 0."""
    image, kernel = np.zeros((5,) * seen.ndim), np.ones((3,) * seen.ndim)
    came = seen.result(image, kernel)
    if came is None or came.shape != image.shape or not came.any():
        return None
    value = came[(0,) * seen.ndim] / (kernel.size - 2**seen.ndim)
    if not value or not same(came, _sums(image, kernel, value)):
        return None
    text = f"Beyond the border you put {value:.4g}; everything there should count as 0."
    return Finding(
        "surrounded_by_a_number",
        text,
        explains=wrong_pixels(lambda shown: _is_of_the_surround(shown, value)),
    )


def _sums(image, kernel, value):
    """Return the weighted sums of an image that goes on with one number."""
    reach = [(side // 2,) * 2 for side in kernel.shape]
    return valid_sums(np.pad(image, reach, constant_values=value), kernel)


def _is_of_the_surround(shown, value):
    """Return whether a wrong pixel is what that number makes of it, for the kernel as it stands."""
    return shown.is_made_by(_sums(*(each.astype(float) for each in shown.arguments), value))
