"""Mutants that no check can tell from the solution, each with the reason.

A mutant is written ``"function: line -> mutated line"``, as `benchmarks.mutants` writes it (from
Python 3.11 on; 3.10 puts more parentheses).
"""

PADDED_FURTHER = "The window ends at i + rows, so zeros further behind are never looked at."
OVERWRITTEN = "The loops set every pixel, so it makes no difference what was there before."
SAME_SHAPE = "The result has the image's shape."
LAST_AXIS = "The last of two axes is the second."
BOTH_SIDES = "One number for an axis is its padding before and behind."
HAS_A_PIECE = (
    "An eroded head has a piece, so the count of its pixels is there without asking for it."
)


def mutants_of(function, line, reason, *mutated):
    """Return the mutants of one line of a function, with the one reason for all of them."""
    return {f"{function}: {line} -> {each}": reason for each in mutated}


CONVOLUTION = {
    **mutants_of(
        "convolve2d",
        "padded = np.pad(image, ((rows // 2, rows // 2), (columns // 2, columns // 2)))",
        PADDED_FURTHER,
        "padded = np.pad(image, ((rows // 2, rows), (columns // 2, columns // 2)))",
        "padded = np.pad(image, ((rows // 2, rows * 2), (columns // 2, columns // 2)))",
        "padded = np.pad(image, ((rows // 2, rows // 1), (columns // 2, columns // 2)))",
        "padded = np.pad(image, ((rows // 2, rows // 2), (columns // 2, columns)))",
        "padded = np.pad(image, ((rows // 2, rows // 2), (columns // 2, columns * 2)))",
        "padded = np.pad(image, ((rows // 2, rows // 2), (columns // 2, columns // 1)))",
    ),
    **mutants_of(
        "convolve2d",
        "result = np.zeros(image.shape)",
        OVERWRITTEN,
        "result = np.ones(image.shape)",
        "result = np.empty(image.shape)",
    ),
    **mutants_of(
        "convolve2d",
        "for i in range(image.shape[0]):",
        SAME_SHAPE,
        "for i in range(result.shape[0]):",
    ),
    **mutants_of(
        "convolve2d",
        "for j in range(image.shape[1]):",
        SAME_SHAPE,
        "for j in range(result.shape[1]):",
    ),
    **mutants_of(
        "convolve2d",
        "for j in range(image.shape[1]):",
        LAST_AXIS,
        "for j in range(image.shape[-1]):",
    ),
}

CONVOLUTION_3D = {
    **mutants_of(
        "convolve3d",
        "padded = np.pad(volume, [(side // 2, side // 2) for side in kernel.shape])",
        PADDED_FURTHER,
        "padded = np.pad(volume, [(side // 2, side) for side in kernel.shape])",
        "padded = np.pad(volume, [(side // 2, side * 2) for side in kernel.shape])",
        "padded = np.pad(volume, [(side // 2, side // 1) for side in kernel.shape])",
    ),
    **mutants_of(
        "convolve3d",
        "padded = np.pad(volume, [(side // 2, side // 2) for side in kernel.shape])",
        BOTH_SIDES,
        "padded = np.pad(volume, [(side // 2,) for side in kernel.shape])",
    ),
    **mutants_of(
        "convolve3d",
        "result = np.zeros(volume.shape)",
        OVERWRITTEN,
        "result = np.ones(volume.shape)",
        "result = np.empty(volume.shape)",
    ),
    **mutants_of(
        "convolve3d",
        "for p, i, j in np.ndindex(volume.shape):",
        SAME_SHAPE,
        "for p, i, j in np.ndindex(result.shape):",
    ),
}

SKULL_REMOVAL = {
    **mutants_of(
        "_largest_piece",
        "return labels == 1 + np.bincount(labels.ravel(), minlength=2)[1:].argmax()",
        HAS_A_PIECE,
        "return labels == 1 + np.bincount(labels.ravel())[1:].argmax()",
        "return labels == 1 + np.bincount(labels.ravel(), minlength=0)[1:].argmax()",
        "return labels == 1 + np.bincount(labels.ravel(), minlength=1)[1:].argmax()",
        "return labels == 1 + np.bincount(labels.ravel(), minlength=3)[1:].argmax()",
    ),
}

TOPHAT = mutants_of(
    "_under_the_ones",
    "reach = [(side // 2, side // 2) for side in footprint.shape]",
    BOTH_SIDES,
    "reach = [(side // 2,) for side in footprint.shape]",
)

EQUIVALENTS = {
    "convolution": CONVOLUTION,
    "convolution3d": CONVOLUTION_3D,
    "tophat": TOPHAT,
    "skull_removal": SKULL_REMOVAL,
}
