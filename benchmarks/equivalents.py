"""Mutants that no check can tell from the solution, each with the reason.

A mutant is written ``"function: line -> mutated line"``, as `benchmarks.mutants` writes it (from
Python 3.11 on; 3.10 puts more parentheses).
"""

PADDED_FURTHER = "The window ends at i + rows, so zeros further behind are never looked at."
OVERWRITTEN = "The loops set every pixel, so it makes no difference what was there before."
SAME_SHAPE = "The result has the image's shape."

PAD_2D = (
    "convolve2d: padded = np.pad(image, ((rows // 2, rows // 2), (columns // 2, columns // 2)))"
)
PAD_3D = "convolve3d: padded = np.pad(volume, [(side // 2, side // 2) for side in kernel.shape])"


def padded_2d(rows, columns):
    """Return the mutant of `convolve2d` with these paddings behind the image."""
    mutated = f"((rows // 2, {rows}), (columns // 2, {columns}))"
    return f"{PAD_2D} -> padded = np.pad(image, {mutated})"


def padded_3d(pair):
    """Return the mutant of `convolve3d` with this pair of paddings for each axis."""
    return f"{PAD_3D} -> padded = np.pad(volume, [({pair}) for side in kernel.shape])"


EQUIVALENTS = {
    "convolution": {
        padded_2d("rows", "columns // 2"): PADDED_FURTHER,
        padded_2d("rows * 2", "columns // 2"): PADDED_FURTHER,
        padded_2d("rows // 1", "columns // 2"): PADDED_FURTHER,
        padded_2d("rows // 2", "columns"): PADDED_FURTHER,
        padded_2d("rows // 2", "columns * 2"): PADDED_FURTHER,
        padded_2d("rows // 2", "columns // 1"): PADDED_FURTHER,
        "convolve2d: result = np.zeros(image.shape) -> result = np.ones(image.shape)": OVERWRITTEN,
        "convolve2d: result = np.zeros(image.shape) -> result = np.empty(image.shape)": OVERWRITTEN,
        "convolve2d: for i in range(image.shape[0]): -> for i in range(result.shape[0]):": (
            SAME_SHAPE
        ),
        "convolve2d: for j in range(image.shape[1]): -> for j in range(result.shape[1]):": (
            SAME_SHAPE
        ),
        "convolve2d: for j in range(image.shape[1]): -> for j in range(image.shape[-1]):": (
            "The last of two axes is the second."
        ),
    },
    "convolution3d": {
        padded_3d("side // 2, side"): PADDED_FURTHER,
        padded_3d("side // 2, side * 2"): PADDED_FURTHER,
        padded_3d("side // 2, side // 1"): PADDED_FURTHER,
        padded_3d("side // 2,"): "One number for an axis is its padding before and behind.",
        "convolve3d: result = np.zeros(volume.shape) -> result = np.ones(volume.shape)": (
            OVERWRITTEN
        ),
        "convolve3d: result = np.zeros(volume.shape) -> result = np.empty(volume.shape)": (
            OVERWRITTEN
        ),
        "convolve3d: for p, i, j in np.ndindex(volume.shape): -> "
        "for p, i, j in np.ndindex(result.shape):": SAME_SHAPE,
    },
    "tophat": {},
    "skull_removal": {},
}
