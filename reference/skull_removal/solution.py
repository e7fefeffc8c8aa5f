"""Skull removal by threshold and morphology, in one slice and in a whole head."""

import numpy as np
from scipy import ndimage


def remove_skull(image):
    """Blacken everything but the brain in one slice of a head.

    The recipe of the chapter: a threshold finds what is bright, that is brain and scalp; an erosion breaks
    the bridges between the two; the largest piece that is left is the brain; a dilation gives back the
    layers that the erosion took from it; and the holes in it are filled, for the ventricles are dark and
    belong to the brain.

    Parameters
    ----------
    image : ndarray of shape (M, N)
        One slice of a head, integers or floats of any brightness, none below 0; not changed. What to
        count on, in pixels and in units of the brain's brightness: the background is near 0. The brain is in
        one piece and at least 30 pixels across; its ventricles are dark. Round it lies a dark gap of fluid
        and bone, at least 2 pixels wide and at most 0.3 bright, crossed by a few bright bridges that are at
        most 2 pixels wide. Round that lies the scalp, 0.6 to 2 bright. No bright piece is larger than the
        brain. There is noise of 0.01 to 0.05, and brightness may drift by up to 0.3 from one side of the head to
        the other. The head may lie anywhere, up to the border of the image.

    Returns
    -------
    ndarray of shape (M, N)
        A new array of the same dtype: 0 outside the brain, and the image's own values in the brain and in
        its ventricles.

    Notes
    -----
    A head twice as large or twice as bright is still a head, so no number of pixels and no grey value
    suits every image: take them from the image itself. Any function of NumPy, SciPy and scikit-image may
    be used.

    References
    ----------
    R. C. Gonzalez and R. E. Woods, *Digital Image Processing*, 4th edition (2018), sections 9.2 to 9.5.
    P. Soille, *Morphological Image Analysis*, 2nd edition (2003), chapters 3 and 4.

    Examples
    --------
    A toy head: scalp of 8, bone of 1 and a brain of 5, in which a 2 stands for a ventricle.

    >>> head = np.zeros((13, 13), dtype=int)
    >>> head[1:12, 1:12] = 8
    >>> head[2:11, 2:11] = 1
    >>> head[3:10, 3:10] = 5
    >>> head[6, 6] = 2
    >>> remove_skull(head)
    array([[0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0],
           [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0],
           [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0],
           [0, 0, 0, 5, 5, 5, 5, 5, 5, 5, 0, 0, 0],
           [0, 0, 0, 5, 5, 5, 5, 5, 5, 5, 0, 0, 0],
           [0, 0, 0, 5, 5, 5, 5, 5, 5, 5, 0, 0, 0],
           [0, 0, 0, 5, 5, 5, 2, 5, 5, 5, 0, 0, 0],
           [0, 0, 0, 5, 5, 5, 5, 5, 5, 5, 0, 0, 0],
           [0, 0, 0, 5, 5, 5, 5, 5, 5, 5, 0, 0, 0],
           [0, 0, 0, 5, 5, 5, 5, 5, 5, 5, 0, 0, 0],
           [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0],
           [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0],
           [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]])
    """
    return _keep(_brain(image), image)


def remove_skull_3d(volume):
    """Blacken everything but the brain in a whole head.

    The recipe of `remove_skull`, with neighbours in three directions. That is more than the same slice by
    slice: a slice through the top of the head shows scalp and bone alone, and only its neighbours tell that
    there is no brain in it; and what looks like two pieces in a slice may be one in the head.

    Parameters
    ----------
    volume : ndarray of shape (P, M, N)
        A whole head: planes, rows and columns; integers or floats, none below 0; not changed. Count on what
        `remove_skull` may count on, with a brain at least 28 voxels across. The first and the last planes may
        show nothing but scalp and bone. Sides may differ.

    Returns
    -------
    ndarray of shape (P, M, N)
        A new array of the same dtype: 0 outside the brain, and the volume's own values in the brain and in
        its ventricles.

    References
    ----------
    J. Serra, *Image Analysis and Mathematical Morphology* (1982), chapter 2.
    K. H. Höhne and W. A. Hanson, "Interactive 3D segmentation of MRI and CT volumes using morphological
    operations", Journal of Computer Assisted Tomography 16 (1992).

    Examples
    --------
    The toy head again, as a cube: a row through the middle, where 5 voxels in a line are brain.

    >>> head = np.zeros((11, 11, 11))
    >>> head[1:10, 1:10, 1:10] = 8
    >>> head[2:9, 2:9, 2:9] = 1
    >>> head[3:8, 3:8, 3:8] = 5
    >>> remove_skull_3d(head)[5, 5]
    array([0., 0., 0., 5., 5., 5., 5., 5., 0., 0., 0.])
    """
    return _keep(_brain(volume), volume)


def _keep(mask, image):
    result = image.copy()
    result[~mask] = 0
    return result


def _brain(image):
    """Where the brain is: a bool array of the image's shape, in two dimensions or three."""
    bright = image > _brightness_deep_inside(image) / 2
    # A cross on a millimetre grid needs about four steps to break the bridges of a real head.
    steps = max(1, round(bright.sum() ** (1 / image.ndim) / 40))
    core = _largest_piece(ndimage.binary_erosion(bright, iterations=steps))
    # Corners are twice as many steps away as sides; staying in bright pixels keeps the gap dark.
    brain = ndimage.binary_dilation(core, iterations=2 * steps, mask=bright)
    # Closing the folds keeps ventricles that open into one; the border of the image is no gap.
    grown = ndimage.binary_dilation(brain, iterations=steps)
    closed = ndimage.binary_erosion(grown, iterations=steps, border_value=1)
    return ndimage.binary_fill_holes(closed)


def _brightness_deep_inside(image):
    """The usual grey value in the inner half of the head, where there is little but brain."""
    head = ndimage.binary_fill_holes(image > image.mean())
    depth = ndimage.distance_transform_cdt(head, metric="taxicab")
    return np.median(image[depth >= depth.max() / 2])


def _largest_piece(mask):
    """The largest connected piece of a bool array; nothing if the array is empty."""
    labels, _ = ndimage.label(mask)
    return labels == 1 + np.bincount(labels.ravel(), minlength=2)[1:].argmax()
