"""Wrong convolutions of volumes as students write them, with the key that is wanted first."""

LOOPS = """
import numpy as np

def convolve3d(volume, kernel):
    I, J, K = kernel.shape
    {before}
    P, M, N = volume.shape
    result = np.zeros(volume.shape)
    for p in range({planes}):
        for i in range({rows}):
            for j in range({columns}):
                {line}
    {after}
    return result
"""
RIGHT = {
    "before": "padded = np.pad(volume.astype(float), [(s // 2, s // 2) for s in kernel.shape])",
    "planes": "P",
    "rows": "M",
    "columns": "N",
    "line": "result[p, i, j] = np.sum(padded[p:p+I, i:i+J, j:j+K] * kernel)",
    "after": "",
}


def loops(**changed):
    """Return the usual loops with some parts changed."""
    return LOOPS.format(**(RIGHT | changed))


NOT_PLANES = "padded = np.pad(volume.astype(float), ((0, 0), (J // 2, J // 2), (K // 2, K // 2)))"
ATTEMPTS = {
    "cubic padding": (
        "padded_all_axes_alike",
        loops(before="padded = np.pad(volume.astype(float), I // 2)"),
    ),
    "planes not padded": (
        "padded_two_axes_of_three",
        loops(
            before=NOT_PLANES,
            planes="P - I + 1",
            after="result = result[:P - I + 1]",
        ),
    ),
    "planes not padded, all visited": (
        "error:",
        loops(before=NOT_PLANES),
    ),
    "each plane with the middle plane": (
        "filtered_each_plane_with_the_middle_plane",
        loops(line="result[p, i, j] = np.sum(padded[p + I // 2, i:i+J, j:j+K] * kernel[I // 2])"),
    ),
    "all planes of the kernel on one": (
        "filtered_one_plane_with_every_plane",
        loops(line="result[p, i, j] = np.sum(padded[p + I // 2, i:i+J, j:j+K] * kernel)"),
    ),
    "flipped": (
        "flipped_the_kernel",
        loops(before="kernel = np.flip(kernel)\n    " + RIGHT["before"]),
    ),
    "flipped along two of three axes": (
        "turned_the_kernel",
        loops(line="result[p, i, j] = np.sum(padded[p:p+I, i:i+J, j:j+K] * kernel[::-1, ::-1])"),
    ),
    "padding of one": (
        "padded_by_one",
        loops(before="padded = np.pad(volume.astype(float), 1)"),
    ),
    "planes left out": (
        "left_the_outer_planes_at_zero",
        loops(after="h = I // 2; result[:h] = 0; result[P - h if h else P:] = 0"),
    ),
    "assumed a cube": ("assumed_a_cube", loops(rows="P", columns="P")),
    "clipped": ("clipped_to_bytes", loops(after="result = result.clip(0, 255)")),
    "no return": ("returned_nothing", loops().replace("return result", "result")),
    "bytes multiplied": (
        "multiplied_integers_as_they_are",
        loops(before="padded = np.pad(volume, [(s // 2, s // 2) for s in kernel.shape])"),
    ),
    "repeated border": (
        "repeated_the_border",
        loops(before=RIGHT["before"].replace("kernel.shape]", "kernel.shape], mode='edge'")),
    ),
    "two faults: flipped and a padding of one": (
        "padded_by_one",
        loops(before="kernel = np.flip(kernel); padded = np.pad(volume.astype(float), 1)"),
    ),
    "mean": ("took_the_mean", loops(after="result = result / kernel.size")),
    "first plane left out": ("first_left_out_plane", loops(planes="1, P")),
    "planes by negative indices": (
        "wrapped_the_planes",
        loops(
            before=NOT_PLANES,
            line="result[p, i, j] = sum(np.sum(padded[p+u-I//2, i:i+J, j:j+K] * kernel[u]) "
            "for u in range(I) if p + u - I // 2 < P)",
        ),
    ),
}
