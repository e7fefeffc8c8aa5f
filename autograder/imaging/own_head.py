"""A head of somebody's own, from a NIfTI file, made ready for the functions of the exercises."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

# Voxels along an axis, beyond which it is thinned out.
LARGEST = 64


@dataclass(frozen=True)
class OwnHead:
    """A head as the exercises want it.

    Attributes
    ----------
    volume : ndarray of shape (P, M, N), float32
        Planes from the neck to the crown, rows from the face to the back of the head, columns from
        its left to its right. Finite values, none below 0.
    millimetres : tuple of 3 float
        The size of a voxel along each axis.
    """

    volume: np.ndarray
    millimetres: tuple

    def millilitres(self, mask):
        """Return how large a part of the head is.

        Parameters
        ----------
        mask : ndarray of bool, of the volume's shape
            The part.

        Returns
        -------
        float
            Its volume in millilitres.
        """
        return float(np.count_nonzero(mask) * np.prod(self.millimetres) / 1000)


def load_head(path, largest=LARGEST):
    """Read a head from a file, turn it upright, and thin it out.

    An axis with too many voxels is thinned out by leaving out voxels, each axis by itself, so that
    thick slices stay. Of a series of volumes, the first counts. What is not a number becomes 0, and
    so do numbers below 0, which air has in some files.

    Parameters
    ----------
    path : path-like
        A NIfTI or Analyze file: ``.nii``, ``.nii.gz``, or ``.hdr`` beside ``.img``.
    largest : int
        Most voxels along an axis.

    Returns
    -------
    OwnHead
        The head. Its values are floats whatever the file has, so that a histogram with one bin
        for each whole number cannot fill the memory.

    Raises
    ------
    ValueError
        If the file cannot be read as an image, or has fewer than three axes.
    """
    import nibabel

    try:
        image = nibabel.load(path)
    except nibabel.filebasedimages.ImageFileError as error:
        raise ValueError(f"{path} cannot be read as a NIfTI file: {error}") from error
    if len(image.shape) < 3:
        raise ValueError(f"{path} holds an array of shape {image.shape}; a head has three axes.")
    image = nibabel.as_closest_canonical(image)
    steps = [-(-side // largest) for side in image.shape[:3]]
    kept = tuple(slice(None, None, step) for step in steps)
    thinned = image.dataobj[(*kept, *[0] * (len(image.shape) - 3))]
    # Canonical axes run to the right, to the front and upwards.
    volume = np.asarray(thinned, dtype=np.float32).T[:, ::-1]
    clean = np.nan_to_num(volume, nan=0, posinf=0, neginf=0).clip(min=0)
    sizes = np.multiply(image.header.get_zooms()[:3], steps)
    rounded = tuple(round(float(size), 2) for size in sizes[::-1])
    return OwnHead(np.ascontiguousarray(clean), rounded)
