"""Real images with a time axis: series of volumes of brains, all there without a network."""

from functools import cache
from pathlib import Path

import numpy as np


def epi_series():
    """Two volumes of a brain, one after the other, by echo-planar imaging as in BOLD series.

    The images were cleared of everything outside the brain before they were published.

    Returns
    -------
    ndarray of shape (2, 24, 96, 128), int16
        Grey values from 0 to 1162. The first axis is time, in steps of 2 s. Planes run from the
        neck to the crown, 2.2 mm apart; rows from the front to the back and columns from the right
        of the head to its left, 2 mm apart.

    References
    ----------
    ``nibabel/tests/data/example4d.nii.gz`` in nibabel, MIT licence. Its axes are reversed here.
    """
    return _nibabel_series("example4d.nii.gz").copy()


def bold_series():
    """Twenty volumes of the middle of a brain, three coarse planes each.

    Returns
    -------
    ndarray of shape (20, 3, 21, 17), float64
        Grey values from 630 to 5572. The first axis is time, in steps of 2 s; then planes, 8 mm
        apart, and rows and columns, 4 mm apart, as in `epi_series`.

    References
    ----------
    ``nibabel/tests/data/functional.nii`` in nibabel, MIT licence. Its axes are reversed here.
    """
    return _nibabel_series("functional.nii").copy()


@cache
def _nibabel_series(name):
    import nibabel

    # `nibabel.testing`, which knows this folder too, imports a test runner.
    path = Path(nibabel.__file__).parent / "tests" / "data" / name
    stored = np.asanyarray(nibabel.load(path).dataobj)
    native = stored.astype(stored.dtype.newbyteorder("="))
    return np.ascontiguousarray(native.T[:, :, ::-1])
