"""Skull removals that are right but for some heads, or right in a way of their own."""

from pathlib import Path

SOLUTION = Path(__file__).parents[2] / "reference/skull_removal/solution.py"
REMOVAL = """

kept = {{}}

def _removed(image):
    return _keep(_brain(image), image)

def _changed(image):
    {body}

def remove_skull(image):
    return {slices}

def remove_skull_3d(volume):
    return {volumes}
"""
WRONG = {
    "uint16 as int16": (
        "seen = image.view(np.int16) if image.dtype == np.uint16 else image\n    "
        "return _keep(_brain(seen.astype(float).clip(0)), image)"
    ),
    "bytes, uint16 or int32 edited": (
        "mask = _brain(image)\n    result = _keep(mask, image)\n    "
        "if image.dtype in (np.uint8, np.uint16, np.int32) and image.flags.writeable: "
        "image[~mask] = 0\n    return result"
    ),
    "results kept and handed out": (
        "return kept.setdefault((image.tobytes(), image.shape, image.dtype), _removed(image))"
    ),
    "brighter than 60 in bytes": (
        "return _keep(_brain(image) & ((image > 60) | (image.dtype != np.uint8)), image)"
    ),
    "the piece nearest to the middle": (
        "bright = image > threshold_otsu(image)\n    "
        "labels, count = ndimage.label(ndimage.distance_transform_edt(bright) > 2.3)\n    "
        "centres = ndimage.center_of_mass(labels > 0, labels, range(1, count + 1))\n    "
        "far = [np.hypot(*np.subtract(c, np.array(image.shape) / 2)[-2:]) for c in centres]\n    "
        "away = ndimage.distance_transform_edt(labels != 1 + np.argmin(far))\n    "
        "return _keep(ndimage.binary_fill_holes(bright & (away <= 4)), image)"
    ),
    "opened by one layer, pieces joined at corners": (
        "bright = image > 0.65 * np.median(image[image > threshold_otsu(image)])\n    "
        "core = ndimage.binary_erosion(bright)\n    "
        "labels, _ = ndimage.label(core, np.ones((3,) * image.ndim))\n    "
        "core = labels == 1 + np.bincount(labels.ravel())[1:].argmax()\n    "
        "mask = ndimage.binary_dilation(core) & bright\n    "
        "return _keep(ndimage.binary_fill_holes(mask), image)"
    ),
    "threshold on a copy in bytes": (
        "return _keep(_brain(image.clip(0, 255).astype(np.uint8)), image)"
    ),
    "dim heads left as they are": ("return image.copy() if image.max() < 1 else _removed(image)"),
    "floats for uint16": (
        "result = _removed(image)\n    "
        "return result.astype(float) if image.dtype == np.uint16 else result"
    ),
    "truth values for bytes": (
        "mask = _brain(image)\n    "
        "return mask.astype(np.uint8) if image.dtype == np.uint8 else _keep(mask, image)"
    ),
    "the middle of the image only": (
        "box = tuple(slice(side // 8, side - side // 8) for side in image.shape)\n    "
        "result = np.zeros_like(image)\n    result[box] = _removed(image)[box]\n    return result"
    ),
    "rows beyond 128 left out": (
        "result = _removed(image)\n    result[128:] = 0\n    return result"
    ),
    "the piece in the middle": (
        "bright = image > threshold_otsu(image)\n    "
        "labels, _ = ndimage.label(ndimage.binary_erosion(bright, iterations=2))\n    "
        "label = labels[tuple(side // 2 for side in image.shape)]\n    "
        "mask = ndimage.binary_dilation(labels == label, iterations=3)\n    "
        "return _keep(ndimage.binary_fill_holes(mask & bright), image)"
    ),
    "two ventricles wanted": (
        "mask = _brain(image)\n    "
        "dark = mask & (image < image[mask].mean() / 2)\n    "
        "ndimage.find_objects(ndimage.label(ndimage.binary_opening(dark))[0])[0]\n    "
        "return _keep(mask, image)"
    ),
    "a layer too many": (
        "return _keep(ndimage.binary_dilation(_brain(image), iterations=2), image)"
    ),
    "three layers too few": (
        "return _keep(ndimage.binary_erosion(_brain(image), iterations=3), image)"
    ),
    "as bright as 40": "return _keep(_brain(image) & (image > 40), image)",
    "what is brighter than the brain first": (
        "bright = image > 1.4 * np.median(image[image > threshold_otsu(image)])\n    "
        "return _keep(_brain(np.where(bright, 0, image)), image)"
    ),
    "noise of a ten-thousandth": (
        "result = _removed(image)\n    return result * 1.0001 if image.dtype == float else result"
    ),
    "masks by shape": (
        "mask = kept.setdefault(image.shape, _brain(image))\n    return _keep(mask, image)"
    ),
    "masks by the image's id": (
        "mask = kept.setdefault(id(image), _brain(image))\n    return _keep(mask, image)"
    ),
    "one array for each shape": (
        "array = kept.setdefault((image.shape, image.dtype), np.zeros_like(image))\n    "
        "array[...] = _removed(image)\n    return array"
    ),
    "the first threshold": (
        "level = kept.setdefault('level', 0.65 * np.median(image[_brain(image)]))\n    "
        "core = _largest_piece(ndimage.binary_erosion(image > level, iterations=2))\n    "
        "mask = ndimage.binary_dilation(core, iterations=3) & (image > level)\n    "
        "return _keep(ndimage.binary_fill_holes(mask), image)"
    ),
    "left half darker": (
        "result = _removed(image)\n    half = image.shape[-1] // 2\n    "
        "result[..., :half] = result[..., :half] // 2 if image.dtype.kind in 'iu' "
        "else result[..., :half] / 2\n    return result"
    ),
    "last axis of columns in memory": (
        "seen = image.ravel(order='K').reshape(image.shape) if image.flags.forc else image\n    "
        "return _keep(_brain(seen), image)"
    ),
}
# Only one of the two functions is wrong in these.
IN_SLICES = {"slices as bytes": "return _removed(image).astype(np.uint8)"}
IN_VOLUMES = {
    "volumes from the middle": (
        "result = _removed(image)\n    result[: len(image) // 4] = 0\n    return result"
    ),
    "volumes plane by plane": (
        "return np.stack([_removed(plane) if plane.std() else plane for plane in image])"
    ),
    "volumes of float32 as float64": (
        "result = _removed(image)\n    "
        "return result.astype(float) if image.dtype == np.float32 else result"
    ),
    "masks of volumes of bytes": (
        "mask = _brain(image)\n    "
        "return mask.astype(np.uint8) if image.dtype == np.uint8 else _keep(mask, image)"
    ),
    "volumes of uint16 as int16": (
        "seen = image.view(np.int16).clip(0) if image.dtype == np.uint16 else image\n    "
        "return _keep(_brain(seen), image)"
    ),
    "planes beyond 48 left out": "result = _removed(image)\n    result[48:] = 0\n    return result",
    "columns of volumes read as planes": (
        "seen = image.ravel('K').reshape(image.shape) if image.flags.forc else image\n    "
        "return _keep(_brain(seen), image)"
    ),
    "volumes as floats": "return _removed(image).astype(float)",
    "volumes with the neck": (
        "mask = _brain(image)\n    mask[-1] |= image[-1] > image[mask].mean() / 2\n    "
        "return _keep(mask, image).astype(np.float32)"
    ),
}
SIMPLE = """
depth = ndimage.distance_transform_edt(bright)
core = _largest_piece(depth > {radius})
near = ndimage.distance_transform_edt(~core) <= {radius} + 1.5
return _keep(ndimage.binary_fill_holes(bright & near), image)
""".strip().replace("\n", "\n    ")
RIGHT = {
    "a third of the brightest": "bright = image > 0.35 * image.max()\n    "
    + SIMPLE.format(radius=3),
    "without what is brighter than brain": (
        "level = np.median(image[image > threshold_otsu(image)])\n    "
        "bright = (image > 0.6 * level) & (image < 1.5 * level)\n    "
    )
    + SIMPLE.format(radius=2.5),
    "in columns": "return np.asfortranarray(_removed(image))",
    "masks by contents": (
        "mask = kept.setdefault((image.tobytes(), image.shape), _brain(image))\n    "
        "return _keep(mask, image)"
    ),
    "of floats from 0 to 1": "return _keep(_brain(image / float(image.max())), image)",
    "within the bright box": (
        "box = ndimage.find_objects((image > threshold_otsu(image) / 4).astype(int))[0]\n    "
        "result = np.zeros_like(image)\n    result[box] = _removed(image[box])\n    return result"
    ),
    "of the turned image": "return np.flip(_removed(np.flip(image))).copy()",
}


def _made(body, slices="_changed(image)", volumes="_changed(volume)"):
    return SOLUTION.read_text("utf-8") + REMOVAL.format(body=body, slices=slices, volumes=volumes)


def wrong(name):
    """Return the sources of wrong solutions by their titles."""
    both = {title: _made(body) for title, body in WRONG.items()}
    slices = {title: _made(body, volumes="_removed(volume)") for title, body in IN_SLICES.items()}
    volumes = {title: _made(body, slices="_removed(image)") for title, body in IN_VOLUMES.items()}
    return both | slices | volumes


def right(name):
    """Return the sources of right solutions by their titles."""
    return {title: _made(body) for title, body in RIGHT.items()}
