"""Convolution in two dimensions: every pixel becomes a weighted sum of its neighbourhood."""

import numpy as np


def convolve2d(image, kernel):
    """Filter an image with a kernel.

    Each pixel of the result is the weighted sum of a neighbourhood. This is a
    window of the image: it has the kernel's shape, and that pixel is in its
    middle. The kernel holds the weights. Use it as it is, neither flipped nor
    turned. Pixels beyond the border of the image count as 0.

    Parameters
    ----------
    image : ndarray of shape (M, N)
        Grey values of any real dtype: bytes, signed integers, floating-point
        numbers, bool. A side may be as short as 1, and the values may lie in
        memory in any order. Not modified.
    kernel : ndarray of shape (J, K)
        Weights of any real dtype. J and K are odd; they may be 1, they may
        differ, and either may be larger than the image. Not modified.

    Returns
    -------
    result : ndarray of shape (M, N), floating-point
        A new array. Compute products and sums with floating-point numbers,
        even if the image and the kernel both hold integers: the product of two
        bytes does not fit in a byte. Do not divide, clip, round or stretch the
        sums.

    Notes
    -----
    With zeros beyond the border, the chapter's convolution is [1]_

        ``result[i, j] = sum over u, v of
        kernel[u, v] * image[i + u - J//2, j + v - K//2]``

    Mathematicians flip the kernel first and call what is done here a
    correlation. With a kernel that is symmetric, as a Gaussian is, nobody can
    tell the two apart.

    References
    ----------
    .. [1] R. C. Gonzalez and R. E. Woods, *Digital Image Processing*, 4th ed.,
       section 3.4.

    Examples
    --------
    In the image below, the neighbourhood of the 5 is the whole image, and that
    of the 1 reaches beyond the border on two sides::

        image       kernel         neighbourhood of the 1
        1  2  3     0   1   0      0  0  0
        4  5  6     1  -4   2      0  1  2
        7  8  9     0   1   0      0  4  5

    Element [1, 1] is 2 + 4 - 4*5 + 2*6 + 8 = 6.
    Element [0, 0] is -4*1 + 2*2 + 4 = 4.

    >>> image = np.array([[1, 2, 3],
    ...                   [4, 5, 6],
    ...                   [7, 8, 9]])
    >>> kernel = np.array([[0,  1, 0],
    ...                    [1, -4, 2],
    ...                    [0,  1, 0]])
    >>> convolve2d(image, kernel)
    array([[  4.,   4.,  -4.],
           [  2.,   6.,  -7.],
           [ -8.,  -2., -22.]])
    """
    image = image.astype(float)
    rows, columns = kernel.shape
    padded = np.pad(image, ((rows // 2, rows // 2), (columns // 2, columns // 2)))
    result = np.zeros(image.shape)
    for i in range(image.shape[0]):
        for j in range(image.shape[1]):
            neighbourhood = padded[i : i + rows, j : j + columns]
            result[i, j] = np.sum(neighbourhood * kernel)
    return result
