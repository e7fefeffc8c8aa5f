"""Convolution3d: write the bodies of the functions below.

The docstrings say what each function should do. To see how far you are, run

    autograder check convolution3d.py
"""

import numpy as np


def convolve3d(volume, kernel):
    """Filter a volume with a kernel.

    A volume is a stack of images, its planes. Each voxel of the result is the
    weighted sum of a neighbourhood. This is a block of the volume: it has the
    kernel's shape, and that voxel is in its middle. So it reaches into the
    planes before and behind as well. The kernel holds the weights. Use it as
    it is, neither flipped nor turned. Voxels beyond the border of the volume,
    on any of its six sides, count as 0.

    Parameters
    ----------
    volume : ndarray of shape (P, M, N)
        Grey values, in P planes of M rows and N columns, of any real dtype:
        bytes, signed integers, floating-point numbers, bool. A side may be as
        short as 1, and the values may lie in memory in any order. Not
        modified.
    kernel : ndarray of shape (I, J, K)
        Weights of any real dtype. I, J and K are odd; they may be 1, they may
        differ, and each may be larger than the volume. Not modified.

    Returns
    -------
    result : ndarray of shape (P, M, N), floating-point
        A new array. Compute products and sums with floating-point numbers,
        even if the volume and the kernel both hold integers: the product of
        two bytes does not fit in a byte. Do not divide, clip, round or stretch
        the sums.

    Notes
    -----
    With zeros beyond the border, ``result[p, i, j]`` is [1]_

        ``sum over t, u, v of
        kernel[t, u, v] * volume[p + t - I//2, i + u - J//2, j + v - K//2]``

    References
    ----------
    .. [1] R. C. Gonzalez and R. E. Woods, *Digital Image Processing*, 4th ed.,
       section 3.4, for two dimensions; the third adds a sum.

    Examples
    --------
    A volume of two planes, and a kernel of three planes with one row and two
    neighbours::

                  volume            kernel
        plane 0   1  2  3           0  10  0
        plane 1   4  5  6           1   0  1
        plane 2                     0 100  0

    Element [0, 0, 1] is 1 + 3 from its own plane, and 100*5 from the plane
    behind: 504. Element [1, 0, 1] is 4 + 6 from its own plane, and 10*2 from
    the plane before: 30.

    >>> volume = np.array([[[1, 2, 3]],
    ...                    [[4, 5, 6]]])
    >>> kernel = np.array([[[0,  10, 0]],
    ...                    [[1,   0, 1]],
    ...                    [[0, 100, 0]]])
    >>> convolve3d(volume, kernel)
    array([[[402., 504., 602.]],
    <BLANKLINE>
           [[ 15.,  30.,  35.]]])
    """
    # Write your code here.
    ...


def convolve_axis_by_axis(volume, weights):
    """Filter a volume along planes, rows and columns, with the same weights.

    The result is that of `convolve3d` with one large kernel, but it takes far
    fewer products. For 5 weights, each voxel takes 5 + 5 + 5 of them instead
    of 5 * 5 * 5. Nobody has to write this function. You may call `convolve3d`.
    The same library functions are forbidden as there.

    Parameters
    ----------
    volume : ndarray of shape (P, M, N)
        Grey values, as for `convolve3d`. Not modified.
    weights : ndarray of shape (K,), floating-point
        A short kernel. K is odd and may be 1. It is neither flipped nor
        turned. Not modified.

    Returns
    -------
    result : ndarray of shape (P, M, N), floating-point
        A new array. Voxels beyond the border of the volume count as 0.

    Notes
    -----
    The large kernel has the weights
    ``kernel[t, u, v] = weights[t] * weights[u] * weights[v]``.

    Examples
    --------
    One bright voxel in a single plane. Only the middle weight, 2, reaches no
    other plane.

    >>> volume = np.zeros((1, 3, 3))
    >>> volume[0, 1, 1] = 1
    >>> convolve_axis_by_axis(volume, np.array([1.0, 2.0, 1.0]))
    array([[[2., 4., 2.],
            [4., 8., 4.],
            [2., 4., 2.]]])
    """
    # Write your code here.
    ...
