"""Openings and top-hats that are right but in one corner of the domain."""

from benchmarks.kinds.hooks import HOOKS

STEPS = (
    """
import numpy as np
from skimage.morphology import erosion, dilation

kept = {{}}

def opened(image, footprint):
    return dilation(erosion(image, footprint), footprint)

def closed(image, footprint):
    return erosion(dilation(image, footprint), footprint)

"""
    + HOOKS
    + """
def opening(image, footprint):
    changed = prepared(image, footprint)
    return finished(opened(*changed).astype(image.dtype), image, footprint, "opening")

def closing(image, footprint):
    changed = prepared(image, footprint)
    return finished(closed(*changed).astype(image.dtype), image, footprint, "closing")

def white_tophat(image, footprint):
    result = image - opened(*prepared(image, footprint)).astype(image.dtype)
    return finished(result, image, footprint, "white")

def black_tophat(image, footprint):
    result = closed(*prepared(image, footprint)).astype(image.dtype) - image
    return finished(result, image, footprint, "black")
"""
)
BEFORE = {
    "int8 as bytes": "image = image.view(np.uint8) if image.dtype == np.int8 else image",
    "float32 to two decimals": "image = image.round(2) if image.dtype == np.float32 else image",
    "int32 as int16 in volumes": (
        "image = image.astype(np.int16) if image.dtype == np.int32 and image.ndim == 3 else image"
    ),
    "volumes of float32 to two decimals": (
        "image = image.round(2) if image.dtype == np.float32 and image.ndim == 3 else image"
    ),
    "holes of truth values filled in volumes": (
        "footprint = footprint | (footprint.dtype == bool and footprint.ndim == 3)"
    ),
    "footprints cut to nine": (
        "footprint = footprint[tuple(slice(max(0, s // 2 - 4), s // 2 + 5) "
        "for s in footprint.shape)]\n    footprint = footprint | (not footprint.any())"
    ),
    "one for the middle of the footprint": (
        "footprint[tuple(side // 2 for side in footprint.shape)] = 1"
    ),
    "nearly full footprints as full": (
        "footprint = np.ones_like(footprint) if footprint.mean() > 0.7 else footprint"
    ),
    "huge floats as nothing": "image = np.where(abs(image + 0.0) > 1e25, 0, image)",
    "int16 as bytes": "image = image.astype(np.uint8) if image.dtype == np.int16 else image",
    "int32 as float32": "image = image.astype(np.float32) if image.dtype == np.int32 else image",
    "int64 as int32": "image = image.astype(np.int32) if image.dtype == np.int64 else image",
    "floats as float32": "image = image.astype(np.float32) if image.dtype == float else image",
    "tiny greys as nothing": (
        "image = np.where(np.abs(image.astype(float)) < 1e-6, 0, image).astype(image.dtype)"
    ),
    "truth values of the footprint inverted": (
        "footprint = ~footprint | (footprint.sum() == footprint.size) "
        "if footprint.dtype == bool else footprint"
    ),
    "holes filled in volumes": "footprint = footprint | (footprint.ndim == 3)",
    "long footprints cut to the image": (
        "footprint = footprint[tuple(slice(max(0, s // 2 - n), s // 2 + n + 1) "
        "for s, n in zip(footprint.shape, image.shape))]"
    ),
    "the footprint of integers as its middle row": (
        "footprint = footprint[len(footprint) // 2:][:1] if footprint.dtype == int else footprint"
    ),
    "the first footprint of a shape": (
        "footprint = kept.setdefault(footprint.shape, footprint.copy())"
    ),
    "columns read as rows": (
        "image = image.ravel(order='K').reshape(image.shape) if image.flags.forc else image"
    ),
    "what may not be written": "image = image if image.flags.writeable else 0 * image",
}
AFTER = {
    "rows beyond a byte": "result = np.concatenate([result[:255], image[255:]])",
    "columns beyond 64": "result = np.concatenate([result[:, :64], image[:, 64:]], 1)",
    "tiles in two directions": ("result = result.copy(); result[32:, 32:] = image[32:, 32:]"),
    "rows in halves of 512": (
        "half = image[512:]\n    "
        "result = np.concatenate([result[:512], half - opened(half, footprint)]) "
        "if which == 'white' and len(half) else result"
    ),
    "colours": (
        "is_colour = image.ndim == 3 and image.shape[-1] == 3 and len(image) > 8\n    "
        "result = 0 * result if is_colour else result"
    ),
    "constant images as they are": (
        "result = image if image.size > 1 and image.min() == image.max() "
        "and which in ('opening', 'closing') else result"
    ),
    "the image behind the image sorted": (
        "image.base.sort() if image.base is not None and image.base.flags.writeable else None"
    ),
    "bytes edited": ("if image.dtype == np.uint8 and image.flags.writeable: image[...] = 0"),
    "volumes of bytes edited": "if image.ndim == 3 and image.dtype == 'u1': image[...] = 0",
    "int32 edited": ("if image.dtype == np.int32 and image.flags.writeable: image[...] = 0"),
    "a view for a single pixel": "result = image[...] if footprint.size == 1 else result",
    "the image itself if it has one row": "result = image.copy() if len(image) == 1 else result",
    "floats for int64": "result = result.astype(float) if image.dtype == np.int64 else result",
    "floats for volumes": "result = result.astype(float) if image.ndim == 3 else result",
    "results by print": (
        "key = str(image), image.dtype, str(footprint), footprint.dtype, which\n    "
        "result = kept.setdefault(key, result).copy()"
    ),
    "results of what is almost equal": (
        "last = kept.get(which, (image, footprint, result))\n    "
        "pairs = zip(last, (image, footprint))\n    "
        "alike = [a.shape == b.shape and np.allclose(a, b) for a, b in pairs]\n    "
        "alike += [last[2].dtype == result.dtype]\n    "
        "kept[which] = image.copy(), footprint.copy(), last[2] if all(alike) else result\n    "
        "result = kept[which][2].copy()"
    ),
    "results by the image's id": ("result = kept.setdefault((id(image), which), result).copy()"),
    "results by shapes": (
        "result = kept.setdefault((image.shape, footprint.shape, which), result).copy()"
    ),
    "one array for each shape": (
        "array = kept.setdefault((image.shape, result.dtype), result)\n    "
        "array[...] = result; result = array"
    ),
    "more with each call": (
        "kept['calls'] = kept.get('calls', 0) + 1\n    "
        "result = result + result.dtype.type(kept['calls'] > 60)"
    ),
    "black of large images as white": (
        "result = image - opened(image, footprint) if which == 'black' and image.size > 40 "
        "else result"
    ),
    "closing of negative greys cut": ("result = result.clip(0) if which == 'closing' else result"),
    "opening of volumes as erosion": (
        "result = erosion(image, footprint) if which == 'opening' and image.ndim == 3 else result"
    ),
}
RIGHT = {
    "results by contents": (
        "pass",
        "key = [(a.tobytes(), a.shape, a.dtype.str) for a in (image, footprint)]\n    "
        "return kept.setdefault(str((key, which)), result).copy()",
    ),
    "of a copy in C order": ("image = np.array(image, order='C')", "pass"),
    "with footprints of truth values": ("footprint = footprint.astype(bool)", "pass"),
    "in columns": ("pass", "result = np.asfortranarray(result)"),
    "of floats": ("image = image.astype(float)", "pass"),
    "of footprints without their empty sides": (
        "for axis in range(footprint.ndim):\n        "
        "while not np.take(footprint, [0, -1], axis).any():\n            "
        "footprint = np.take(footprint, range(1, footprint.shape[axis] - 1), axis)",
        "pass",
    ),
    "of the ranks of greys": (
        "greys, ranks = np.unique(image, return_inverse=True)\n    "
        "kept['greys'] = greys; image = ranks.reshape(image.shape).astype(np.int64)",
        "opening, closing = [kept['greys'][f(*prepared(image, footprint))] "
        "for f in (opened, closed)]\n    "
        "result = {'opening': opening, 'closing': closing, 'white': image - opening, "
        "'black': closing - image}[which]",
    ),
    "of the turned image": ("image = np.flip(image)", "result = _again(which, image, footprint)"),
}
AGAIN = """

def _again(which, image, footprint):
    turned = np.flip(image)
    return np.flip({
        "opening": lambda: opened(turned, footprint),
        "closing": lambda: closed(turned, footprint),
        "white": lambda: turned - opened(turned, footprint),
        "black": lambda: closed(turned, footprint) - turned,
    }[which]()).copy()
"""


def wrong(name):
    """Return the sources of wrong solutions by their titles."""
    first = {title: STEPS.format(before=line, after="pass") for title, line in BEFORE.items()}
    last = {title: STEPS.format(before="pass", after=line) for title, line in AFTER.items()}
    return first | last


def right(name):
    """Return the sources of right solutions by their titles."""
    return {
        title: STEPS.format(before=before, after=after) + AGAIN
        for title, (before, after) in RIGHT.items()
    }
