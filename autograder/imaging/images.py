"""The real images: a photograph, a drawn phantom and two heads, all there without a network.

Every call returns a new array that may be written to, in the machine's own byte order. The
libraries that carry the images are imported when an image is first asked for.
"""

import importlib.util
from functools import cache
from pathlib import Path

import numpy as np


def astronaut():
    """The portrait of Eileen Collins in grey.

    Returns
    -------
    ndarray of shape (512, 512), float64
        Grey values between 0 (black) and 1 (white), rows from top to bottom.

    References
    ----------
    NASA, public domain; ``skimage.data.astronaut``, made grey by ``skimage.color.rgb2gray``.
    """
    return _astronaut().copy()


def shepp_logan():
    """The Shepp-Logan phantom: ellipses that imitate a head, its skull the brightest tissue.

    Returns
    -------
    ndarray of shape (400, 400), float64
        Grey values between 0 and 1, the nose towards row 0.

    References
    ----------
    L. A. Shepp and B. F. Logan, "The Fourier reconstruction of a head section", IEEE Transactions
    on Nuclear Science 21 (1974); ``skimage.data.shepp_logan_phantom``.
    """
    return _shepp_logan().copy()


def sagittal_head():
    """One sagittal slice of a T1-weighted head, with scalp, face and neck.

    Returns
    -------
    ndarray of shape (256, 256), uint16
        Grey values from 0 to 215. Rows run from the crown to the neck, columns from the face to the
        back of the head.

    References
    ----------
    ``matplotlib.cbook.get_sample_data("s1045.ima.gz")``: big-endian words, without a header.
    """
    return _sagittal_head().copy()


def b0_head():
    """A whole head by magnetic resonance, before diffusion weighting, in coarse voxels.

    Here fluid is brighter than brain, and the scalp is faint.

    Returns
    -------
    ndarray of shape (24, 58, 58), int16
        Grey values from 0 to 2149. Planes run from the neck to the crown, 5 mm apart; rows from the
        face to the back of the head and columns from its right to its left, 4 mm apart.

    Raises
    ------
    FileNotFoundError
        If dipy, which carries the image, is not installed.

    References
    ----------
    ``dipy.data.get_fnames(name="aniso_vox")``, a file of shape (58, 58, 24); its axes are reversed
    here, so that ``volume[plane]`` is the picture that a radiologist would look at.
    """
    return _b0_head().copy()


@cache
def _astronaut():
    from skimage import color, data

    return color.rgb2gray(data.astronaut())


@cache
def _shepp_logan():
    from skimage import data

    return data.shepp_logan_phantom()


@cache
def _sagittal_head():
    from matplotlib.cbook import get_sample_data

    with get_sample_data("s1045.ima.gz") as file:
        return np.frombuffer(file.read(), dtype=">u2").reshape(256, 256).astype(np.uint16)


@cache
def _b0_head():
    import nibabel

    stored = np.asanyarray(nibabel.load(_dipy_folder() / "data/files/aniso_vox.nii.gz").dataobj)
    return stored.T.astype(np.int16, order="C")


def _dipy_folder():
    """Where dipy is installed, found without importing it, which takes seconds."""
    dipy = importlib.util.find_spec("dipy")
    if dipy is None:
        raise FileNotFoundError(
            "This head comes with dipy, which is not installed: pip install dipy"
        )
    return Path(dipy.submodule_search_locations[0])
