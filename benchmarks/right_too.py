"""Mutants of the skull removal that are right solutions too, in the range that the exercise states.

They give other results than the reference, all of them within what the claims allow: there is more
than one way to remove a skull. Besides the seeds of a run, they passed all checks with seven more.
"""

from benchmarks.equivalents import mutants_of

LAYERS = (
    "Bridges are two pixels wide at most: a single layer breaks them, and a few more do no harm."
)
REGROWN = (
    "Growth stays on what is bright, so a few steps more go nowhere; 5 % of the brain may be lost."
)
CLOSING = (
    "It is there for ventricles that open into a fold, and half of the ventricles may be lost."
)
THRESHOLD = (
    "Bone is at most 0.3 as bright as the brain, and scalp at least 0.6: many thresholds fit."
)

RIGHT_TOO = {
    **mutants_of(
        "_brain",
        "steps = max(1, round(bright.sum() ** (1 / image.ndim) / 40))",
        LAYERS,
        "steps = 1",
        "steps = min(1, round(bright.sum() ** (1 / image.ndim) / 40))",
        "steps = max(2, round(bright.sum() ** (1 / image.ndim) / 40))",
        "steps = max(1, int(bright.sum() ** (1 / image.ndim) / 40))",
        "steps = max(1, round(bright.sum() ** (1 / image.ndim) // 40))",
        "steps = max(1, round(1 / image.ndim / 40))",
        "steps = max(1, round(bright.max() ** (1 / image.ndim) / 40))",
        "steps = max(1, round(bright.mean() ** (1 / image.ndim) / 40))",
        "steps = max(1, round(bright.sum() ** (1 // image.ndim) / 40))",
        "steps = max(1, round(bright.sum() ** (0 / image.ndim) / 40))",
        "steps = max(1, round(bright.sum() ** (-1 / image.ndim) / 40))",
        "steps = max(1, round(bright.sum() ** (1 / image.ndim) / 41))",
        "steps = max(1, round(bright.sum() ** (1 / image.ndim) / 39))",
        "steps = max(1, round(bright.sum() ** (1 / image.ndim) / -40))",
    ),
    **mutants_of(
        "_brain",
        "core = _largest_piece(ndimage.binary_erosion(bright, iterations=steps))",
        LAYERS,
        "core = _largest_piece(ndimage.binary_erosion(bright))",
        "core = _largest_piece(ndimage.binary_opening(bright, iterations=steps))",
    ),
    **mutants_of(
        "_brain",
        "brain = ndimage.binary_dilation(core, iterations=steps + 2, mask=bright)",
        REGROWN,
        "brain = ndimage.binary_dilation(core, iterations=steps * 2, mask=bright)",
        "brain = ndimage.binary_dilation(core, iterations=steps, mask=bright)",
        "brain = ndimage.binary_dilation(core, iterations=2, mask=bright)",
        "brain = ndimage.binary_dilation(core, iterations=steps + 0, mask=bright)",
        "brain = ndimage.binary_dilation(core, iterations=steps + 1, mask=bright)",
        "brain = ndimage.binary_dilation(core, iterations=steps + 3, mask=bright)",
    ),
    **mutants_of(
        "_brain",
        "closed = ndimage.binary_closing(np.pad(brain, steps), iterations=steps)",
        CLOSING,
        "closed = np.pad(brain, steps)",
        "closed = ndimage.binary_closing(np.pad(brain, steps))",
        "closed = ndimage.binary_opening(np.pad(brain, steps), iterations=steps)",
    ),
    **mutants_of(
        "_brain",
        "return ndimage.binary_fill_holes(closed)",
        CLOSING,
        "return ndimage.binary_fill_holes(brain)",
    ),
    **mutants_of(
        "_brain",
        "bright = image > _brightness_deep_inside(image) / 2",
        THRESHOLD,
        "bright = image >= _brightness_deep_inside(image) / 2",
        "bright = image > _brightness_deep_inside(image) / 3",
    ),
    **mutants_of(
        "_brightness_deep_inside",
        "head = ndimage.binary_fill_holes(image > image.mean())",
        THRESHOLD,
        "head = image > image.mean()",
        "head = ndimage.binary_fill_holes(image >= image.mean())",
    ),
    **mutants_of(
        "_brightness_deep_inside",
        "depth = ndimage.distance_transform_cdt(head, metric='taxicab')",
        THRESHOLD,
        "depth = head",
        "depth = ndimage.distance_transform_cdt(head)",
        "depth = ndimage.distance_transform_cdt(head, metric='chessboard')",
    ),
    **mutants_of(
        "_brightness_deep_inside",
        "return np.median(image[depth >= depth.max() / 2])",
        THRESHOLD,
        "return np.mean(image[depth >= depth.max() / 2])",
        "return np.max(image[depth >= depth.max() / 2])",
        "return np.median(image[depth > depth.max() / 2])",
        "return np.median(image[depth >= depth.max() // 2])",
        "return np.median(image[depth >= 2])",
        "return np.median(image[depth >= depth.mean() / 2])",
        "return np.median(image[depth >= head.max() / 2])",
        "return np.median(image[depth >= depth.max() / 3])",
    ),
}
