"""What submissions find: environment variables, and what is imported before they are.

That is what students use, and what of the kit they may.
"""

from __future__ import annotations

import os
import re
import sys
from pathlib import Path

from autograder.authoring.origins import hidden_from_submissions
from autograder.sandbox.worker.wires import KEPT

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
# It imports SciPy's statistics, which takes as long as all else. If nothing is forbidden, the
# few who use it import it for themselves; elsewhere no compiled code can be loaded any more.
_SELDOM_USED = ("scipy.signal",)


def environment():
    """Return the environment of workers: little, and nothing secret.

    Freed memory is filled with a pattern, so that a forgotten pixel shows.
    """
    package_home = str(Path(__file__).resolve().parents[2])
    return {
        "PATH": os.defpath,
        "HOME": str(Path.home()),
        "LANG": "C.UTF-8",
        "PYTHONPATH": package_home,
        "PYTHONHASHSEED": "0",
        "PYTHONDONTWRITEBYTECODE": "1",
        "MPLBACKEND": "agg",
        "MALLOC_PERTURB_": "165",
        **dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"), "1"),
        **{k: v for k, v in os.environ.items() if k in ("OPENBLAS_CORETYPE", "SYSTEMROOT")},
    }


def task_for(forbidden, only=None, of_all=None):
    """Return what a process imports, and what is not there, before workers are forked from it.

    Parameters
    ----------
    forbidden : iterable of str
        What an exercise forbids.
    only : bytes, optional
        The one file that will be run. Importing takes longer than checking, and a student's own
        check needs no more than this mentions. It is not sealed: no grade comes from it.
    of_all : bytes, optional
        All files that will be run, one after the other. What none of them mentions is not imported
        if it may come later: whoever finds another way to it imports it for themselves.
    """
    names = tuple(forbidden)
    paths, packages = hidden_from_submissions()
    hidden = {"paths": paths, "packages": packages}
    if only is None:
        stack = STACK if names else tuple(name for name in STACK if name not in _SELDOM_USED)
        if of_all is not None:
            wanted = mentioned_in(of_all)
            stack = tuple(n for n in stack if n in wanted or not _may_come_later(n, names))
        shell = of_all is None or _may_need_a_shell(of_all)
        whole = {"stack": stack, "forbidden": names, "sealed": True}
        return whole | {"hidden": hidden, "shell": shell}
    libraries = _libraries_in(only)
    if not libraries:
        names = tuple(
            name for name in names if name.startswith((KEPT, "numpy.")) or name[-1] == "*"
        )
    stack = mentioned_in(only, (*STACK, "numba")) if libraries else ("numpy",)
    own = {"stack": stack, "forbidden": names, "sealed": False}
    return own | {"hidden": hidden, "shell": "IPython" in libraries or _is_notebook(only)}


def _may_come_later(name, forbidden):
    """Return whether no function has to be taken out of the library of a module."""
    library = f"{name.partition('.')[0]}."
    return not any(each.startswith(library) and each[-1] != "*" for each in forbidden)


def _may_need_a_shell(sources):
    """Return whether one of some files, one after the other, may be a notebook or use IPython.

    Whoever finds another way to it imports it for themselves: it has no compiled code.
    """
    return re.search(rb"(?i:ipython)|^(\xef\xbb\xbf)?\s*\{", sources, re.MULTILINE) is not None


def _is_notebook(source):
    return source.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{")


def _libraries_in(source):
    """Return the packages besides NumPy and the kit that a file's text may import."""
    found = {name.decode() for name in re.findall(rb"\b(?:import|from)\s+([a-zA-Z]\w*)", source)}
    return found - {"numpy", "autograder"} - sys.stdlib_module_names


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
