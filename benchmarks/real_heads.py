"""How well a skull removal does on a real whole head: coarser, turned, cropped, noisy, drifting.

    apt-get download mricron-data && dpkg -x mricron-data*.deb mricron
    python -m benchmarks.real_heads --head mricron/usr/share/mricron/templates/ch2.nii.gz \
        --brain mricron/usr/share/mricron/templates/ch2bet.nii.gz

Any head will do with which somebody's mask of its brain comes; no image is part of this repository.
"""

from __future__ import annotations

import argparse
import itertools
import runpy

import nibabel
import numpy as np
from scipy import ndimage

from autograder.imaging.overlap import border_distance, dice

MILLIMETRES = (1, 1.5, 2, 3, 4)


def opened(head_file, brain_file):
    """Return a head and its brain, planes from the neck to the crown, and the voxels' sides."""
    head, brain = (nibabel.as_closest_canonical(nibabel.load(f)) for f in (head_file, brain_file))
    volume, mask = (np.asanyarray(each.dataobj).squeeze().T for each in (head, brain))
    volume = np.maximum(volume, 0).astype(np.float32)
    return volume, whole(mask > 0), np.array(head.header.get_zooms()[2::-1])


def whole(mask, steps=4):
    """Return a mask without folds and ventricles: tools for research leave dark parts out."""
    padded = ndimage.binary_closing(np.pad(mask, steps), iterations=steps)
    return ndimage.binary_fill_holes(padded[(slice(steps, -steps),) * mask.ndim])


def resampled(volume, mask, factors):
    """Return head and brain in coarser voxels: averages, as a scanner would see."""
    blurred = ndimage.gaussian_filter(volume, np.maximum(0, 0.4 * (1 / factors - 1)))
    share = ndimage.gaussian_filter(mask.astype(np.float32), np.maximum(0, 0.4 * (1 / factors - 1)))
    coarse = ndimage.zoom(blurred, factors, order=1)
    return np.maximum(coarse, 0), ndimage.zoom(share, factors, order=1) > 0.5


def turned(volume, mask, degrees, axes):
    """Return head and brain after a turn; what comes in from outside is air."""
    return (
        ndimage.rotate(volume, degrees, axes, order=1),
        ndimage.rotate(mask.astype(np.float32), degrees, axes, order=1) > 0.5,
    )


def drifting(volume, drift, axis):
    """Return a head that is brighter at one end of an axis than at the other."""
    slope = np.linspace(1 - drift / 2, 1 + drift / 2, volume.shape[axis], dtype=np.float32)
    return volume * np.expand_dims(slope, [a for a in range(volume.ndim) if a != axis])


def noisy(volume, mask, noise, seed=0):
    """Return the magnitude of a head with noise in both channels, in units of the brain's."""
    rng = np.random.default_rng(seed)
    spread = np.float32(noise * np.median(volume[mask]))
    real, imaginary = spread * rng.standard_normal((2, *volume.shape), dtype=np.float32)
    return np.hypot(volume + real, imaginary)


def cropped(volume, mask, keep):
    """Return a part of both arrays."""
    return volume[keep], mask[keep]


def kinds(volume, mask):
    """Yield a name and both arrays for every kind of head that is tried."""
    low, high = mask.nonzero()[0].min(), mask.nonzero()[0].max()
    below = max(0, low - (high - low) // 12)
    middle = volume.shape[2] // 2
    yield "as it is", volume, mask
    for axes in itertools.permutations(range(3)):
        if axes != (0, 1, 2):
            yield f"axes {axes}", volume.transpose(axes), mask.transpose(axes)
    yield "upside down", volume[::-1], mask[::-1]
    for degrees, axes in ((10, (0, 1)), (25, (0, 2)), (45, (1, 2)), (20, (0, 1))):
        yield f"turned by {degrees} in {axes}", *turned(volume, mask, degrees, axes)
    yield "cropped at the neck", *cropped(volume, mask, np.s_[below:])
    yield "cropped in the brain's foot", *cropped(volume, mask, np.s_[low + (high - low) // 6 :])
    yield "half a head", *cropped(volume, mask, np.s_[:, :, middle:])
    yield "other half", *cropped(volume, mask, np.s_[:, :, :middle])
    yield "in a large image", np.pad(volume, 30), np.pad(mask, 30)
    for noise in (0.01, 0.03, 0.05):
        yield f"noise {noise}", noisy(volume, mask, noise), mask
    for axis in range(3):
        for drift in (0.3, -0.3):
            yield f"drift {drift} along {axis}", drifting(volume, drift, axis), mask
    yield "noise and drift", noisy(drifting(volume, 0.3, 0), mask, 0.05), mask
    bytes_ = np.rint(volume * (250 / volume.max()))
    yield "bytes", bytes_.astype(np.uint8), mask


def main():
    """Print a table: kinds of heads down, sizes of voxels across; Dice, and 95 % of Hausdorff."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--head", required=True)
    parser.add_argument("--brain", required=True)
    parser.add_argument("--solution", default="reference/skull_removal/solution.py")
    parser.add_argument("--sizes", type=float, nargs="*", default=MILLIMETRES)
    options = parser.parse_args()
    remove = runpy.run_path(options.solution)["remove_skull_3d"]
    volume, mask, zooms = opened(options.head, options.brain)
    print("Dice, and Hausdorff's distance in mm at 95 %, for voxels of", *options.sizes, "mm")
    heads = [kinds(*resampled(volume, mask, zooms / size)) for size in options.sizes]
    for row in zip(*heads, strict=True):
        cells = []
        for size, (_, head, brain) in zip(options.sizes, row, strict=True):
            found = remove(head) > 0
            found &= head > 0
            brain = brain & (head > 0)
            cells.append(f"{dice(found, brain):.3f} {border_distance(found, brain, size):4.1f}")
        print(f"{row[0][0]:28s}", *cells, sep="  ", flush=True)


if __name__ == "__main__":
    main()
