"""Tophat: write the bodies of the functions below.

The docstrings say what each function should do. To see how far you are, run

    autograder check tophat.py
"""

import numpy as np


def opening(image, footprint):
    """Remove the bright features that the footprint does not fit into.

    This opens the image. A bright thing that the footprint fits into stays as
    it is, in its full size. A bright thing that it does not fit into sinks to
    the level of what lies around it. No pixel becomes brighter. Opening twice
    gives the same as opening once.

    You may use ``skimage.morphology.erosion(image, footprint)`` and
    ``dilation(image, footprint)``, SciPy's `grey_erosion` and `grey_dilation`,
    and all of NumPy. You may not use the openings, closings and top-hats of
    any library. The chapter calls the argument ``selem``; today its name is
    ``footprint``.

    Parameters
    ----------
    image : ndarray of shape (M, N) or (P, M, N)
        Grey values of any range: uint8, signed integers or floating-point
        numbers, negative ones and fractions too, in any order in memory. It
        may be smaller than the footprint. Not modified.
    footprint : ndarray of bool or integers
        0s and 1s, with as many axes as the image and at least one 1. Its sides
        are odd and may differ, and it is symmetric about each axis. Put its
        middle on a pixel: the neighbourhood of that pixel is what lies under
        the 1s. Pixels under the 0s do not count, not even the middle itself.
        Not modified.

    Returns
    -------
    opened : ndarray
        A new array of the image's shape and dtype.

    Notes
    -----
    Put the footprint at each place where it covers a pixel, and take the least
    value under its 1s. The pixel's new value is the largest of these [1]_.
    Beyond the border lies the mirrored image, its outermost pixels first
    (``... c b a | a b c ...``), in each step. This is scikit-image's default.

    References
    ----------
    .. [1] R. C. Gonzalez and R. E. Woods, *Digital Image Processing*, 4th ed.,
       section 9.8.

    Examples
    --------
    A spot one pixel wide vanishes under a footprint of three, and one three
    pixels wide stays.

    >>> import numpy as np
    >>> image = np.array([[2, 9, 2, 5, 5, 5, 2]])
    >>> opening(image, np.ones((1, 3), bool))
    array([[2, 2, 2, 5, 5, 5, 2]])
    """
    # Write your code here.
    ...


def closing(image, footprint):
    """Fill the dark features that the footprint does not fit into.

    This closes the image. A dark thing that the footprint fits into stays as
    it is. A dark gap that it does not fit into rises to the level of what lies
    around it. No pixel becomes darker. Closing twice gives the same as closing
    once.

    Parameters
    ----------
    image : ndarray of shape (M, N) or (P, M, N)
        Grey values of any range: uint8, signed integers or floating-point
        numbers, as for `opening`. Not modified.
    footprint : ndarray of bool or integers
        0s and 1s, with as many axes as the image, odd sides and at least one
        1, symmetric about each axis, as for `opening`. Not modified.

    Returns
    -------
    closed : ndarray
        A new array of the image's shape and dtype.

    Notes
    -----
    Closing does to dark features what opening does to bright ones [1]_. The
    closing of the negative image is the negative of the opening. The border is
    that of `opening`.

    References
    ----------
    .. [1] R. C. Gonzalez and R. E. Woods, *Digital Image Processing*, 4th ed.,
       section 9.8.

    Examples
    --------
    A gap one pixel wide is filled by a footprint of three, and one three
    pixels wide stays.

    >>> import numpy as np
    >>> image = np.array([[7, 1, 7, 4, 4, 4, 7]])
    >>> closing(image, np.ones((1, 3), bool))
    array([[7, 7, 7, 4, 4, 4, 7]])
    """
    # Write your code here.
    ...


def white_tophat(image, footprint):
    """Keep only the bright features that the footprint does not fit into.

    This is what an opening removes. The value of each feature is its height
    above what the opening leaves there. The result is 0 where the opening
    changes nothing, and nowhere negative.

    Parameters
    ----------
    image : ndarray of shape (M, N) or (P, M, N)
        Grey values of any range: uint8, signed integers or floating-point
        numbers, as for `opening`. If they are integers, every difference of
        two of them fits their dtype. Not modified.
    footprint : ndarray of bool or integers
        0s and 1s, with as many axes as the image, odd sides and at least one
        1, symmetric about each axis, as for `opening`. Not modified.

    Returns
    -------
    bright : ndarray
        A new array of the image's shape and dtype.

    Notes
    -----
    The opening and the white top-hat add up to the image, pixel by pixel [1]_.

    References
    ----------
    .. [1] R. C. Gonzalez and R. E. Woods, *Digital Image Processing*, 4th ed.,
       section 9.8.

    Examples
    --------
    The 9 rises 7 above its surroundings; the plateau is as wide as the
    footprint.

    >>> import numpy as np
    >>> image = np.array([[2, 9, 2, 5, 5, 5, 2]])
    >>> white_tophat(image, np.ones((1, 3), bool))
    array([[0, 7, 0, 0, 0, 0, 0]])
    """
    # Write your code here.
    ...


def black_tophat(image, footprint):
    """Keep only the dark features that the footprint does not fit into.

    This is what a closing fills. The value of each feature is its depth below
    what the closing leaves there, so dark features are bright in the result.
    The result is 0 where the closing changes nothing, and nowhere negative.
    (In some texts, and in the chapter, it has a minus sign.)

    Parameters
    ----------
    image : ndarray of shape (M, N) or (P, M, N)
        Grey values of any range: uint8, signed integers or floating-point
        numbers, as for `opening`. If they are integers, every difference of
        two of them fits their dtype. Not modified.
    footprint : ndarray of bool or integers
        0s and 1s, with as many axes as the image, odd sides and at least one
        1, symmetric about each axis, as for `opening`. Not modified.

    Returns
    -------
    dark : ndarray
        A new array of the image's shape and dtype.

    Notes
    -----
    It is the white top-hat of the negative image [1]_.

    References
    ----------
    .. [1] R. C. Gonzalez and R. E. Woods, *Digital Image Processing*, 4th ed.,
       section 9.8.

    Examples
    --------
    The 1 lies 6 below its surroundings; the other gap is as wide as the
    footprint.

    >>> import numpy as np
    >>> image = np.array([[7, 1, 7, 4, 4, 4, 7]])
    >>> black_tophat(image, np.ones((1, 3), bool))
    array([[0, 6, 0, 0, 0, 0, 0]])
    """
    # Write your code here.
    ...


def erode(image, footprint):
    """Give each pixel the least value under the footprint, by your own hand.

    Bright features shrink, dark ones grow. Nobody has to write this function.
    You may use all of NumPy, also `np.pad` and `sliding_window_view`, but no
    library's erosion or rank filter.

    Parameters
    ----------
    image : ndarray of shape (M, N) or (P, M, N)
        Grey values of any range, as for `opening`. It may be smaller than the
        footprint. Not modified.
    footprint : ndarray of bool or integers
        0s and 1s, with as many axes as the image, odd sides and at least one
        1, symmetric about each axis, as for `opening`. Not modified.

    Returns
    -------
    eroded : ndarray
        A new array of the image's shape and dtype.

    Notes
    -----
    With the 1s of the footprint at the places ``(u, v)`` around its middle
    [1]_,

        ``eroded[i, j] = min(image[i + u, j + v])``

    Beyond the border lies the mirrored image, its outermost pixels first:
    ``c b a | a b c``.

    References
    ----------
    .. [1] R. C. Gonzalez and R. E. Woods, *Digital Image Processing*, 4th ed.,
       section 9.8.

    Examples
    --------
    >>> import numpy as np
    >>> erode(np.array([[2, 9, 2, 5, 5, 5, 2]]), np.ones((1, 3), bool))
    array([[2, 2, 2, 2, 5, 2, 2]])
    """
    # Write your code here.
    ...


def dilate(image, footprint):
    """Give each pixel the largest value under the footprint, by your own hand.

    Dark features shrink, bright ones grow. Nobody has to write this function.
    You may use the same as for `erode`.

    Parameters
    ----------
    image : ndarray of shape (M, N) or (P, M, N)
        Grey values of any range, as for `opening`. It may be smaller than the
        footprint. Not modified.
    footprint : ndarray of bool or integers
        0s and 1s, with as many axes as the image, odd sides and at least one
        1, symmetric about each axis, as for `opening`. Not modified.

    Returns
    -------
    dilated : ndarray
        A new array of the image's shape and dtype.

    Notes
    -----
    With the border of `erode` [1]_,

        ``dilated[i, j] = max(image[i + u, j + v])``

    References
    ----------
    .. [1] R. C. Gonzalez and R. E. Woods, *Digital Image Processing*, 4th ed.,
       section 9.8.

    Examples
    --------
    >>> import numpy as np
    >>> dilate(np.array([[2, 9, 2, 5, 5, 5, 2]]), np.ones((1, 3), bool))
    array([[9, 9, 9, 5, 5, 5, 5]])
    """
    # Write your code here.
    ...


def find_letters(page):
    """Find the letters on a page in uneven light: dark, thin strokes.

    Nobody has to write this function. You may use your four functions, and
    everything that these may use; `threshold_otsu` and the footprints of
    scikit-image, such as `disk`, are fine, too.

    Parameters
    ----------
    page : ndarray of uint8, of shape (M, N)
        A photograph of a page. Not modified. You may count on the following:

        - Strokes are 2 or 3 pixels wide, and letters lie at least 4 pixels
          apart.
        - Ink is 60 darker than the paper beside it.
        - Light comes from the left or from the right, and changes by 1.5 from
          column to column. So the darkest paper may be darker than the
          brightest ink.
        - The paper has grain: each pixel is up to 3 brighter or darker than it
          should be.

    Returns
    -------
    letters : ndarray of bool, of shape (M, N)
        A new array, True where the page has ink and False where it has none.
        At least 90 % of the ink should be True, and at most 2 % of the paper.

    Examples
    --------
    A stroke in a page that becomes brighter from left to right:

    >>> import numpy as np
    >>> row = [100, 102, 44, 46, 108, 110, 112, 114, 116, 118]
    >>> page = np.array([row], np.uint8)
    >>> find_letters(page).astype(int)
    array([[0, 0, 1, 1, 0, 0, 0, 0, 0, 0]])
    """
    # Write your code here.
    ...
