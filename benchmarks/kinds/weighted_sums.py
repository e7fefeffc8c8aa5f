"""Weighted sums that are right but in one corner of the domain, in two axes or in three."""

SUMS = """
import numpy as np

def sums(image, kernel):
    padded = np.pad(image.astype(float), [(side // 2, side // 2) for side in kernel.shape])
    result = np.zeros(image.shape)
    for place, weight in np.ndenumerate(kernel):
        window = tuple(slice(at, at + side) for at, side in zip(place, image.shape))
        result += float(weight) * padded[window]
    return result

def in_int64(image, kernel):
    padded = np.pad(image.astype(np.int64), [(side // 2, side // 2) for side in kernel.shape])
    result = np.zeros(image.shape, np.int64)
    for place, weight in np.ndenumerate(kernel.astype(np.int64)):
        result += weight * padded[tuple(slice(a, a + s) for a, s in zip(place, image.shape))]
    return result.astype(float)

kept = {{}}

def {name}(image, kernel):
    {body}
"""
# What stands before the sums, after them, or in their place.
BEFORE = {
    "uint32 as int32": "image = image.astype(np.int32) if image.dtype == np.uint32 else image",
    "uint16 as int16": "image = image.view(np.int16) if image.dtype == np.uint16 else image",
    "int8 as bytes": "image = image.astype(np.uint8) if image.dtype == np.int8 else image",
    "int64 in 32 bits": "image = image.astype(np.int32) if image.dtype == np.int64 else image",
    "truth values inverted": "image = ~image if image.dtype == bool else image",
    "products of integers in int64": (
        "if image.dtype.kind in 'iu' and kernel.dtype.kind in 'iu': return in_int64(image, kernel)"
    ),
    "int64 weights in 32 bits": (
        "kernel = kernel.astype(np.int32) if kernel.dtype == np.int64 else kernel"
    ),
    "kernels cut to 31": (
        "kernel = kernel[tuple(slice(max(0, s // 2 - 15), s // 2 + 16) for s in kernel.shape)]"
    ),
    "a row of weights over a row flipped": (
        "kernel = np.flip(kernel) if image.shape[0] == kernel.shape[0] == 1 else kernel"
    ),
    "four digits of the weights": (
        "kernel = np.array([float(f'{w:.3e}') for w in kernel.ravel()]).reshape(kernel.shape)"
    ),
    "int8 weights as bytes": "kernel = kernel.view(np.uint8) if kernel.dtype == 'i1' else kernel",
    "int32 weights as int16": (
        "kernel = kernel.astype(np.int16) if kernel.dtype == np.int32 else kernel"
    ),
    "float32 in half precision": (
        "image = image.astype(np.float16) if image.dtype == np.float32 else image"
    ),
    "float32 weights in half precision": (
        "kernel = kernel.astype(np.float16) if kernel.dtype == np.float32 else kernel"
    ),
    "tiny greys as nothing": "image = np.where(np.abs(image.astype(float)) < 1e-8, 0, image)",
    "tiny weights as nothing": "kernel = np.where(np.abs(kernel.astype(float)) < 1e-6, 0, kernel)",
    "huge greys cut": "image = image.astype(float).clip(-1e9, 1e9)",
    "huge weights cut": "kernel = kernel.astype(float).clip(-1e6, 1e6)",
    "a flat kernel for a single row": (
        "kernel = np.flip(kernel) if 1 in image.shape and image.size > 1 else kernel"
    ),
    "the kernel's first singular part": (
        "u, s, v = np.linalg.svd(kernel.astype(float)); "
        "kernel = (u[..., :1] * s[..., None, :1]) @ v[..., :1, :]"
    ),
    "negative weights for bytes left out": (
        "kernel = kernel.clip(0) if image.dtype == np.uint8 else kernel"
    ),
    "the array behind the array": "image = image if image.base is None else np.array("
    "image.base if getattr(image.base, 'shape', 0) == image.shape else image)",
    "columns read as rows": (
        "image = image.ravel(order='K').reshape(image.shape) if image.flags.forc else image"
    ),
    "what may not be written": ("image = image if image.flags.writeable else np.zeros_like(image)"),
    "the first kernel of a shape": "kernel = kept.setdefault(kernel.shape, kernel.copy())",
    "the first kernel of some bytes": (
        "kernel = kept.setdefault(kernel.tobytes(), kernel.copy()) if kernel.ndim else kernel"
    ),
}
AFTER = {
    "rows beyond a byte": "result[255:] = 0",
    "planes and rows beyond 60": "result[60:] = 0",
    "the last axis in tiles of 32": "; ".join(
        (
            "starts = range(0, image.shape[-1], 32)",
            "result = np.concatenate([sums(image[..., s:s + 32], kernel) for s in starts], -1)",
        )
    ),
    "tiles of 32 in two directions": ("result[..., 32:, 32:] = sums(image[..., 32:, 32:], kernel)"),
    "truth of truth values": (
        "result = (result > 0) * 1.0 if image.dtype == kernel.dtype == bool else result"
    ),
    "sums of edges absolute": (
        "result = abs(result) if kernel.astype(float).sum() == 0 else result"
    ),
    "large sums cut": "result = result.clip(-1e15, 1e15)",
    "images of int16 edited": (
        "np.maximum(image, 0, out=image if image.dtype == np.int16 and image.flags.writeable "
        "else None)"
    ),
    "weights of integers edited": (
        "kernel[...] = 0 if kernel.dtype.kind in 'iu' and kernel.flags.writeable else kernel"
    ),
    "the array behind the array sorted": (
        "image.base.sort() if image.base is not None and image.base.flags.writeable else None"
    ),
    "halves without their neighbours": "; ".join(
        (
            "half = len(image) // 2 if len(image) > 48 else 0",
            "parts = [p for p in (image[:half], image[half:]) if len(p)]",
            "result = np.concatenate([sums(part, kernel) for part in parts])",
        )
    ),
    "a single pixel as it is": "result = image.astype(float) if image.size == 1 else result",
    "noise of a ten-thousandth": "result += np.random.default_rng(1).normal(0, 1e-4, image.shape)",
    "integers for truth values": "result = result.astype(int) if image.dtype == bool else result",
    "results by the image's id": "result = kept.setdefault(id(image), result).copy()",
    "results by shapes": "result = kept.setdefault((image.shape, kernel.shape), result).copy()",
    "results by sums": (
        "key = image.shape, float(image.sum()), float(kernel.sum())\n    "
        "result = kept.setdefault(key, result).copy()"
    ),
    "results by print": "result = kept.setdefault((str(image), str(kernel)), result).copy()",
    "results of what is almost equal": (
        "i, k, r = kept.get('last', (image, kernel, result))\n    "
        "alike = i.shape == image.shape and k.shape == kernel.shape and np.allclose(i, image)\n    "
        "result = r.copy() if alike and np.allclose(k, kernel) else result\n    "
        "kept['last'] = image.copy(), kernel.copy(), result.copy()"
    ),
    "one array for each shape": (
        "array = kept.setdefault(image.shape, np.zeros(image.shape))\n    "
        "array[...] = result; result = array"
    ),
    "more with each call": (
        "kept['calls'] = kept.get('calls', 0) + 1\n    result = result + (kept['calls'] > 40)"
    ),
    "bright images scaled": "result = result / 256 if image.dtype == np.uint16 else result",
}
RIGHT = {
    "results by contents": (
        "key = [(a.tobytes(), a.shape, a.dtype.str) for a in (image, kernel)]\n    "
        "return kept.setdefault(str(key), sums(image, kernel)).copy()"
    ),
    "in rows and their neighbours": (
        "reach = kernel.shape[0] // 2\n    "
        "parts = [sums(image[max(0, i - reach):i + reach + 1], kernel)[min(i, reach)] "
        "for i in range(len(image))]\n    return np.stack(parts)"
    ),
    "in long doubles": (
        "image, kernel = image.astype(np.longdouble), kernel.astype(np.longdouble)\n    "
        "return sums(image, kernel).astype(float)"
    ),
    "of a copy in C order": "return sums(np.ascontiguousarray(image), np.array(kernel, order='C'))",
    "in long doubles to the end": (
        "return sums(image.astype(np.longdouble), kernel).astype(np.longdouble)"
    ),
    "in columns": "return np.asfortranarray(sums(image, kernel))",
    "of whole numbers in Python": (
        "places = list(np.ndindex(kernel.shape))\n    "
        "found = {place: pixel.item() for place, pixel in np.ndenumerate(image)}\n    "
        "offset = [side // 2 for side in kernel.shape]\n    "
        "def near(pixel, place): return tuple(np.add(pixel, np.subtract(place, offset)))\n    "
        "return np.array([float(sum(kernel[p].item() * found.get(near(pixel, p), 0) "
        "for p in places)) for pixel in found]).reshape(image.shape)"
    ),
    "spread from each pixel": (
        "offset = [side // 2 for side in kernel.shape]\n    "
        "wide = np.zeros([s + 2 * o for s, o in zip(image.shape, offset)])\n    "
        "for place, pixel in np.ndenumerate(image):\n        "
        "at = tuple(slice(a, a + s) for a, s in zip(place, kernel.shape))\n        "
        "wide[at] += float(pixel) * np.flip(kernel)\n    "
        "return wide[tuple(slice(o, o + s) for o, s in zip(offset, image.shape))].copy()"
    ),
    "as many images as rows of weights": (
        "rows = [np.where(np.arange(len(kernel)).reshape((-1,) + (1,) * (kernel.ndim - 1)) == i, "
        "kernel, 0) for i in range(len(kernel))]\n    "
        "return np.sum([sums(image, each) for each in rows], axis=0)"
    ),
    "of the turned image": "return np.flip(sums(np.flip(image), np.flip(kernel)))",
}


def sources(name, bodies):
    """Return the sources of functions called `name`, by their titles, from their bodies."""
    return {title: SUMS.format(name=name, body=body) for title, body in bodies.items()}


def wrong(name):
    """Return the sources of wrong solutions by their titles; `name` is that of the function."""
    first = {title: f"{line}\n    return sums(image, kernel)" for title, line in BEFORE.items()}
    last = {
        title: f"result = sums(image, kernel)\n    {line}\n    return result"
        for title, line in AFTER.items()
    }
    return sources(name, first | last)


def right(name):
    """Return the sources of right solutions by their titles."""
    return sources(name, RIGHT)
