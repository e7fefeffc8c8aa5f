"""Skull removal: write the bodies of the functions below.

The docstrings say what each function should do. To see how far you are, run

    autograder check skull_removal.py
"""

import numpy as np


def remove_skull(image):
    """Set everything outside the brain to 0, in one slice of a head.

    In a formula, the result is ``image * mask``. The mask is 1 in the brain
    and 0 elsewhere. The ventricles are dark, but they belong to the brain.

    Parameters
    ----------
    image : ndarray of shape (M, N)
        One slice of a head: integers or floats of any scale, none below 0. Not
        changed. You may count on the following:

        - The background is near 0.
        - The brain is bright, in one piece and at least 30 pixels across. Its
          ventricles are dark.
        - Around it is a dark gap of fluid and bone, at most 0.3 times as
          bright as the brain and at least 2 pixels wide. At most a few bright
          bridges cross it, each at most 2 pixels wide.
        - Around the gap is the scalp, between 0.6 and 2 times as bright as the
          brain.
        - No bright piece is larger than the brain.
        - Noise is between 1 and 5 % of the brain's brightness.
        - Brightness may change slowly, by up to 30 % from one side of the head
          to the other.
        - The head may lie anywhere, up to the border of the image. The image
          may be much larger than the head: margins are up to 1.4 brains wide.
        - The ventricles may be missing.

    Returns
    -------
    ndarray of shape (M, N)
        A new array of the image's dtype: 0 outside the brain, unchanged in the
        brain.

    Notes
    -----
    No grey value suits every head: compute the threshold from the image. A
    small footprint suits most heads; one that grows with the head is safer.
    You may use any function of NumPy, SciPy and scikit-image.

    References
    ----------
    R. C. Gonzalez and R. E. Woods, *Digital Image Processing*, 4th edition
    (2018), chapter 9.
    P. Soille, *Morphological Image Analysis*, 2nd edition (2003), chapters 3
    and 4.

    Examples
    --------
    A toy head: scalp of 8, bone of 1 and a brain of 5, in which a 2 stands for
    a ventricle.

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
    # Write your code here.
    ...


def remove_skull_3d(volume):
    """Set everything outside the brain to 0, in a whole head.

    In a formula, the result is ``volume * mask``, as in `remove_skull`. This
    is more than the same slice by slice. Slices through the top of the head
    show scalp and bone alone. Only their neighbours show that there is no
    brain in them.

    Parameters
    ----------
    volume : ndarray of shape (P, M, N)
        A whole head, in planes, rows and columns: integers or floats, none
        below 0. Not changed. The promises of `remove_skull` hold here too,
        with voxels for pixels, except for these:

        - The brain is at least 28 voxels across.
        - If the gap is at least 4 voxels wide, bridges may be up to 4 voxels
          wide.
        - A bright neck may join the brain to the last plane: a stalk, at most
          0.22 of the brain's width across. What is below the brain in it may
          stay or go.
        - The first and the last planes may show nothing but scalp and bone.

        The checks also try one real head that breaks five of these rules. Its
        fluid is up to 2 times as bright as the brain, and its scalp is dim. It
        has 24 planes only. The lowest plane cuts the brain stem, and the scalp
        is open there. So the checks only look at voxels whose tissue is easy
        to see.

    Returns
    -------
    ndarray of shape (P, M, N)
        A new array of the volume's dtype: 0 outside the brain, unchanged in
        the brain.

    References
    ----------
    J. Serra, *Image Analysis and Mathematical Morphology* (1982), chapter 2.
    K. H. Höhne and W. A. Hanson, "Interactive 3D segmentation of MRI and CT
    volumes using morphological operations", Journal of Computer Assisted
    Tomography 16 (1992).

    Examples
    --------
    The toy head again, as a cube: a row through the middle, where 5 voxels in
    a line are brain.

    >>> head = np.zeros((11, 11, 11))
    >>> head[1:10, 1:10, 1:10] = 8
    >>> head[2:9, 2:9, 2:9] = 1
    >>> head[3:8, 3:8, 3:8] = 5
    >>> remove_skull_3d(head)[5, 5]
    array([0., 0., 0., 5., 5., 5., 5., 5., 0., 0., 0.])
    """
    # Write your code here.
    ...


def dice_by_radius(mask, radii):
    """Measure how much of a mask an opening keeps, for disks of several radii.

    Dice's coefficient is twice the number of pixels in both masks, divided by
    the sum of the sizes of the two. Nobody has to write this function. You may
    use any function of NumPy, SciPy and scikit-image, and `dice` of
    `autograder.imaging.overlap`.

    Parameters
    ----------
    mask : ndarray of bool, of shape (M, N)
        True in the brain, False elsewhere and along the border of the array.
        Not changed.
    radii : ndarray of integers, of shape (R,)
        Radii of disks in pixels, each at least 1, in any order. Not changed.

    Returns
    -------
    ndarray of floats, of shape (R,)
        For each radius Dice's coefficient of two masks: `mask`, and its
        opening with ``skimage.morphology.disk(radius)``.

    Examples
    --------
    A square of 5 x 5 pixels. A disk of radius 1 does not fit into its 4
    corners, so the opening has 21 pixels, and Dice is ``2 * 21 / (21 + 25)``.
    A disk of radius 3 fits nowhere.

    >>> mask = np.zeros((9, 9), dtype=bool)
    >>> mask[2:7, 2:7] = True
    >>> dice_by_radius(mask, np.array([1, 3])).round(3)
    array([0.913, 0.   ])
    """
    # Write your code here.
    ...
