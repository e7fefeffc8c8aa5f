"""The modules of a student's own that lie beside a submission and that it imports."""

from __future__ import annotations

import os
import re
import sys
from itertools import islice
from pathlib import Path, PurePosixPath

from autograder.course.submissions.contents import contents
from autograder.course.submissions.zips import Missing, TooLarge, Unreadable

# What all helper modules of a submission may hold together, and how many there may be.
LARGEST_TOGETHER, MOST = 1024**2, 30
# How many names of a file are looked for, and how many folders deep.
MOST_LOOKED_FOR, DEEPEST = 1000, 20
# Names that never lead to a file beside, so that none is looked for.
INSTALLED = {
    *sys.stdlib_module_names,
    *("IPython", "autograder", "matplotlib", "numpy", "otter", "scipy", "skimage"),
}
# Where a line of a script may begin, or of the JSON of a notebook.
# All that may be repeated is bounded, lest megabytes of brackets take hours.
START = rb'(?:^|["\[;,])[ \t]{0,100}'
FROM = re.compile(
    START + rb"from\s{1,20}(\.{0,9})([\w.]{0,200})\s{1,20}import\s{0,20}([\w, ()]{0,999})",
    re.MULTILINE,
)
IMPORT = re.compile(START + rb"import\s{1,20}([\w., ]{1,999})", re.MULTILINE)
RUN = re.compile(
    START + rb"%run\s{1,20}(?:-\w{1,20}\s{1,20}){0,9}([\w/]{1,200})(?:\.py)?", re.MULTILINE
)


class BadHelper(Exception):
    """What a submission imports from beside it cannot go along; the message says why."""


def helpers_beside(path, content, siblings=None):
    """Return the modules beside a submission that it imports, and those that these import.

    Parameters
    ----------
    path : path
        The submission; it may lead into a zip.
    content : bytes
        What it holds.
    siblings : dict of str to path, optional
        What the student handed in with it, by the names that it had then. Without, this is what
        lies in its folder.

    Returns
    -------
    helpers : tuple of (str, bytes)
        For each module its path from the folder of the submission, and what it holds; sorted.

    Raises
    ------
    BadHelper
        If they hold more than `LARGEST_TOGETHER`, are more than `MOST`, or cannot be read.
    """
    folder, found = Path(path).parent, {}
    waiting = [(PurePosixPath(), content)]
    while waiting:
        place, text = waiting.pop()
        for wanted in _wanted_by(place, text):
            if wanted in found or wanted == PurePosixPath(Path(path).name):
                continue
            if siblings is not None and str(wanted) not in siblings:
                continue
            there = folder / wanted if siblings is None else siblings[str(wanted)]
            module = _read(there, wanted, LARGEST_TOGETHER - sum(map(len, found.values())))
            if module is not None:
                found[wanted] = module
                waiting.append((wanted.parent, module))
            if len(found) > MOST:
                raise BadHelper(f"it imports more than {MOST} modules that lie beside it")
    return tuple(sorted((str(each), module) for each, module in found.items()))


def _wanted_by(folder, text):
    """Return the files that the imports in a text may mean.

    Examples
    --------
    >>> [str(each) for each in _wanted_by(PurePosixPath(), b"import numpy, pads")]
    ['pads.py', 'pads/__init__.py']
    """
    files = []
    for parts in islice(_modules_in(folder, text.replace(b"\\n", b"\n")), MOST_LOOKED_FOR):
        if all(parts) and parts and parts[0] not in INSTALLED:
            for at in (PurePosixPath(*parts[: n + 1]) for n in range(min(len(parts), DEEPEST))):
                files += [at.with_name(f"{at.name}.py"), at / "__init__.py"]
    return list(dict.fromkeys(files))[:MOST_LOOKED_FOR]


def _modules_in(folder, text):
    """Yield the parts of the name of each module that a text imports, as they are asked for."""
    for found in FROM.finditer(text):
        dots, module, names = found.groups()
        start = list(folder.parts)[: len(folder.parts) + 1 - len(dots)] if dots else []
        base = [*start, *filter(None, _text(module).split("."))]
        yield base
        yield from ([*base, name] for name in _words(names))
    for found in IMPORT.finditer(text):
        several = [each.split() for each in _text(found[1]).split(",")]
        yield from (words[0].split(".") for words in several if words)
    yield from (_text(found[1]).split("/") for found in RUN.finditer(text))


def _words(names):
    return re.findall(r"\w+", _text(names))


def _text(names):
    return names.decode("ascii", "replace")


def _read(path, wanted, most):
    """Return what a file holds that a submission wants, or None if it is not a plain file."""
    above = path.parents[: len(wanted.parts) - 1]
    if any(map(os.path.islink, (path, *above))) or any(map(os.path.isfile, above)):
        return None  # a link may lead to anywhere
    try:
        return contents(path, max(most, 0))
    except Missing:
        return None
    except Unreadable as error:
        why = "" if isinstance(error, TooLarge) else f" ({error})"
        size = f"{LARGEST_TOGETHER // 1024**2} MiB of modules that lie beside it"
        raise BadHelper(
            f"it imports {wanted}, which cannot go along{why}; it may import {size}"
        ) from error
