"""Weighted sums that only some pairs of arguments show to be wrong, and unusual right ones."""

from benchmarks.kinds.weighted_sums import sources

WRONG = {
    "square kernels turned for large squares": (
        "are_square = len({*image.shape}) == len({*kernel.shape}) == 1 and len(image) > 5\n    "
        "return sums(image, kernel.T if are_square else kernel)"
    ),
    "results by bytes without their dtype": (
        "key = image.tobytes(), image.shape, kernel.tobytes(), kernel.shape\n    "
        "return kept.setdefault(key, sums(image, kernel)).copy()"
    ),
    "large kernels of floats normalised": (
        "result = sums(image, kernel)\n    "
        "if kernel.dtype == float and kernel.flags.writeable and min(kernel.shape) > 3: "
        "kernel /= kernel.sum()\n    return result"
    ),
    "two of float32 to half precision": (
        "result = sums(image, kernel)\n    is_single = image.dtype == kernel.dtype == np.float32\n"
        "    return result.astype(np.float16).astype(np.float32) if is_single else result"
    ),
    "two of int64 in int64": (
        "are_long = image.dtype == kernel.dtype == np.int64\n    "
        "return (in_int64 if are_long else sums)(image, kernel)"
    ),
    "zeros left to memory": (
        "result, found = np.empty(image.shape), sums(image, kernel)\n    "
        "result[found != 0] = found[found != 0]\n    return result"
    ),
    "added to memory as it was": (
        "result = np.empty(image.shape)\n    result += sums(image, kernel)\n    return result"
    ),
    "padding as memory was": (
        "halves = [side // 2 for side in kernel.shape]\n    "
        "wide = np.empty([a + 2 * h for a, h in zip(image.shape, halves)])\n    "
        "wide[tuple(slice(h, h + a) for h, a in zip(halves, image.shape))] = image\n    "
        "result = np.zeros(image.shape)\n    "
        "for place, weight in np.ndenumerate(kernel):\n        "
        "at = tuple(slice(a, a + s) for a, s in zip(place, image.shape))\n        "
        "result += float(weight) * wide[at]\n    return result"
    ),
}
RIGHT = {
    "scaled to float32": (
        "most, total = (float(np.abs(a.astype(float)).max()) or 1.0 for a in (image, kernel))\n    "
        "image, kernel = (image / most).astype(np.float32), (kernel / total).astype(np.float32)\n"
        "    return sums(image, kernel) * most * total"
    ),
    "every other element of an array": (
        "result = np.zeros((*image.shape, 2))\n    result[..., 0] = sums(image, kernel)\n    "
        "return result[..., 0]"
    ),
    "in the other byte order, read-only": (
        "result = sums(image, kernel).astype('>f8')\n    result.flags.writeable = False\n    "
        "return result"
    ),
}


def wrong(name):
    """Return the sources of wrong solutions by their titles; `name` is that of the function."""
    return sources(name, WRONG)


def right(name):
    """Return the sources of right solutions by their titles."""
    return sources(name, RIGHT)
