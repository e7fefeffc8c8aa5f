"""What is imported before any submission is: what students use, and what of the kit they may."""

from __future__ import annotations

STACK = (
    "autograder.imaging.figures",
    "autograder.imaging.images",
    "autograder.imaging.kernels",
    "matplotlib.pyplot",
    "numpy",
    "scipy.ndimage",
    "scipy.signal",
    "skimage.filters",
    "skimage.measure",
    "skimage.morphology",
    "skimage.restoration",
    "skimage.segmentation",
    "skimage.util",
)


def mentioned_in(source, names=STACK):
    """Return those of the modules that a file's text may use.

    Importing them takes longer than checking, and a student's own check needs no more than these.

    Parameters
    ----------
    source : bytes
        The file.
    names : iterable of str
        Dotted names of modules, or of functions in them.

    Returns
    -------
    mentioned : tuple of str
        Those whose module is named anywhere in the file; NumPy's always are.

    Examples
    --------
    >>> mentioned_in(b"from scipy import ndimage as ndi")
    ('numpy', 'scipy.ndimage')
    """
    modules = {name: name.encode().split(b".")[:2] for name in names}
    return tuple(n for n, parts in modules.items() if parts[0] == b"numpy" or parts[-1] in source)
