"""Wrong skull removals as students write them, with the function and the key wanted first."""

REMOVAL = """
import numpy as np
from scipy import ndimage
from skimage.filters import threshold_otsu
from skimage import morphology

def remove(image):
    {threshold}
    {erode}
    labels, count = ndimage.label(mask)
    sizes = np.bincount(labels.ravel())
    {piece}
    {dilate}
    {fill}
    {result}

def remove_skull(image):
    return remove(image)

def remove_skull_3d(volume):
    return {volume}
"""
RIGHT = {
    "threshold": "mask = image > threshold_otsu(image)",
    "erode": "mask = ndimage.binary_erosion(mask, iterations=2)",
    "piece": "mask = labels == 1 + np.argmax(sizes[1:]) if count else mask",
    "dilate": "mask = ndimage.binary_dilation(mask, iterations=2)",
    "fill": "mask = ndimage.binary_fill_holes(mask)",
    "result": "return np.where(mask, image, 0).astype(image.dtype)",
    "volume": "remove(volume)",
}


def removal(**changed):
    """Return the usual steps with some changed."""
    return REMOVAL.format(**(RIGHT | changed))


THRESHOLD = {"erode": "pass", "piece": "pass", "dilate": "pass", "fill": "pass"}
ATTEMPTS = {
    "threshold only": ("remove_skull", "kept_every_piece", removal(**THRESHOLD)),
    "grey opening only": (
        "remove_skull",
        "darkened_the_head",
        removal(**THRESHOLD | {"result": "return ndimage.grey_opening(image, (3,) * image.ndim)"}),
    ),
    "threshold and opening": (
        "remove_skull",
        "kept_every_piece",
        removal(piece="pass", fill="pass"),
    ),
    "no largest piece": ("remove_skull", "kept_every_piece", removal(piece="pass")),
    "no erosion": (
        "remove_skull",
        "left_the_bridges_standing",
        removal(erode="pass", dilate="pass"),
    ),
    "half of the largest value": (
        "remove_skull",
        "took_the_threshold_from_the_largest",
        removal(threshold="mask = image > 0.5 * image.max()"),
    ),
    "one row of pixels": (
        "remove_skull",
        "returned_one_row",
        removal(result="return image[mask > 0]"),
    ),
    "no dilation": ("remove_skull", "eroded_without_dilating_back", removal(dilate="pass")),
    "no filling": ("remove_skull", "punched_out_the_ventricles", removal(fill="pass")),
    "fixed 66": ("remove_skull", "fixed_the_threshold", removal(threshold="mask = image > 66")),
    "label 0 counted": (
        "remove_skull",
        "removed_nothing",
        removal(piece="mask = labels == np.argmax(sizes)"),
    ),
    "label 0 counted, not filled": (
        "remove_skull",
        "kept_the_background_instead",
        removal(**THRESHOLD | {"piece": "mask = labels == np.argmax(sizes)"}),
    ),
    "label 0 counted, neither dilated nor filled": (
        "remove_skull",
        "kept_the_background_instead",
        removal(piece="mask = labels == np.argmax(sizes)", dilate="pass", fill="pass"),
    ),
    "one step down": (
        "remove_skull",
        "moved_the_mask",
        removal(result="mask = np.roll(mask, 2, 0); return np.where(mask, image, 0)"),
    ),
    "mask returned": (
        "remove_skull",
        "returned_the_mask",
        removal(result="return mask.astype(image.dtype)"),
    ),
    "truth values returned": ("remove_skull", "returned_the_mask", removal(result="return mask")),
    "inverted": (
        "remove_skull",
        "inverted_the_mask",
        removal(result="return np.where(mask, 0, image)"),
    ),
    "edited": (
        "remove_skull",
        "changed_an_argument",
        removal(result="image[~mask] = 0; return image"),
    ),
    "slice by slice": (
        "remove_skull_3d",
        "worked_slice_by_slice",
        removal(volume="np.stack([remove(each) for each in volume])"),
    ),
    "one mask for all planes": (
        "remove_skull_3d",
        "used_one_mask",
        removal(volume="volume * (remove(volume[len(volume) // 2]) != 0)"),
    ),
    "one mask along the columns": (
        "remove_skull_3d",
        "used_one_mask",
        removal(volume="volume * (remove(volume.mean(axis=2)) != 0)[..., np.newaxis]"),
    ),
    "slice by slice, with an error": (
        "remove_skull_3d",
        "stopped_at_planes_without_brain",
        removal(
            piece="mask = labels == 1 + np.argmax(sizes[1:])",
            erode="mask = ndimage.binary_erosion(mask, iterations=3)",
            dilate="mask = ndimage.binary_dilation(mask, iterations=3)",
            volume="np.stack([remove(each) for each in volume])",
        ),
    ),
    "grown too far": (
        "remove_skull",
        "dilated_too_far",
        removal(dilate="mask = ndimage.binary_dilation(mask, iterations=6)"),
    ),
    "second largest": (
        "remove_skull",
        "lost_the_brain",
        removal(piece="mask = labels == 1 + np.argsort(sizes[1:])[-2] if count > 1 else mask"),
    ),
    "floats": (
        "remove_skull",
        "returned_another_dtype",
        removal(result="return image * mask.astype(float)"),
    ),
    "no return": ("remove_skull", "returned_nothing", removal(result="np.where(mask, image, 0)")),
    "two faults: threshold at 100, no dilation": (
        "remove_skull",
        "fixed_the_threshold",
        removal(threshold="mask = image > 100", dilate="pass"),
    ),
    "two faults: mask returned, not filled": (
        "remove_skull",
        "returned_the_mask",
        removal(fill="pass", result="return mask"),
    ),
    "the rest is not a number": (
        "remove_skull",
        "filled_the_rest_with_a_number",
        removal(result="return np.where(mask, image.astype(float), np.nan)"),
    ),
    "a fixed frame": (
        "remove_skull",
        "took_places_for_tissue",
        removal(
            **THRESHOLD
            | {"result": "mask = 0 * image; mask[(slice(20, -20),) * 2] = 1; return image * mask"}
        ),
    ),
    "made bytes": (
        "remove_skull",
        "changed_the_values",
        removal(result="return np.where(mask, image, 0).astype(np.uint8)"),
    ),
    "a circle in the middle": (
        "remove_skull",
        "took_places_for_tissue",
        removal(
            **THRESHOLD
            | {
                "result": "far = np.hypot(*[g - n / 2 for g, n in zip(np.indices(image.shape), "
                "image.shape)]); return image * (far < min(image.shape) / 4)"
            }
        ),
    ),
    "an opening by a wide disk": (
        "remove_skull",
        "darkened_the_head",
        removal(**THRESHOLD | {"result": "return morphology.opening(image, morphology.disk(7))"}),
    ),
    "the first result of each shape": (
        "remove_skull",
        "kept_one_result_for_a_shape",
        removal(result="return kept.setdefault(image.shape, np.where(mask, image, 0))")
        + "\nkept = {}\n",
    ),
    "a result without axes of one": (
        "remove_skull",
        "lost_an_axis",
        removal(result="return np.where(mask, image, 0).astype(image.dtype).squeeze()"),
    ),
    "a white top-hat": (
        "remove_skull",
        "darkened_the_head",
        removal(
            **THRESHOLD | {"result": "return image - morphology.opening(image, morphology.disk(5))"}
        ),
    ),
    "the mask of the first head of a shape": (
        "remove_skull",
        "kept_the_mask",
        removal(result="return np.where(kept.setdefault(image.shape, mask), image, 0)")
        + "\nkept = {}\n",
    ),
    "the mask of the head before, if it has the same shape": (
        "remove_skull",
        "kept_the_mask",
        removal(
            result="kept['old'] = old = kept.get('old', mask) if kept.get('old', mask).shape == "
            "image.shape else mask; return np.where(old, image, 0)"
        )
        + "\nkept = {}\n",
    ),
    "a closing in the place of an opening": (
        "remove_skull",
        "only_some_heads",
        removal(
            erode="mask = ndimage.binary_closing(np.pad(mask, 9), iterations=2)"
            "[(slice(9, -9),) * image.ndim]",
            dilate="pass",
        ),
    ),
}
