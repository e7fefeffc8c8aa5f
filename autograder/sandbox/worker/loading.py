"""Run a submission, a script or a notebook, and return the names that it defines.

One part that fails does not stop the next: the statements of a script, and those of a notebook's
cells, run each on their own, and the last definition counts.
"""

from __future__ import annotations
import __future__

import ast
import hashlib
import importlib.abc
import importlib.util
import linecache
import sys

from autograder.sandbox.worker.errors import FILENAME, describe

# What a script can ask the compiler for, as ``from __future__ import annotations`` does.
_FUTURE = __future__.annotations.compiler_flag | __future__.barry_as_FLUFL.compiler_flag


def load(source, suffix):
    """Run a submission.

    Parameters
    ----------
    source : bytes
        The file as it was handed in.
    suffix : {".py", ".ipynb"}
        What kind of file it is.

    Returns
    -------
    namespace : dict
        The names that it defined.
    problem : str
        Why some of it could not be run: the first error, or "".
    """
    try:
        return _load_notebook(source) if suffix == ".ipynb" else _load_script(source)
    except BaseException as error:  # noqa: BLE001 - an unreadable file may raise anything
        return {}, describe(error, FILENAME)


def _load_notebook(source):
    from autograder.sandbox.worker.notebooks import load_notebook  # IPython takes its time

    return load_notebook(source)


def _load_script(source):
    """Run the statements of a script one by one."""
    # of its own for each source: lines that are kept under a name are not read again
    filename = f"{FILENAME} {hashlib.sha256(source).hexdigest()[:8]}"
    tree = ast.parse(source, filename)
    lines = _Lines(importlib.util.decode_source(source))
    module = importlib.util.module_from_spec(importlib.util.spec_from_loader("submission", lines))
    sys.modules["submission"] = module
    linecache.lazycache(filename, vars(module))
    problems, flags = [], 0
    for statement in tree.body:
        try:
            part = compile(ast.Module([statement], []), filename, "exec", flags, dont_inherit=True)
            flags |= part.co_flags & _FUTURE  # holds for the statements that follow, too
            exec(part, vars(module))
        except BaseException as error:  # noqa: BLE001 - SystemExit too must not stop the next
            problems.append(describe(error, FILENAME))
    return vars(module), "".join(problems[:1])


class _Lines(importlib.abc.InspectLoader):
    """Lets tracebacks and ``inspect.getsource`` show the lines of a submission."""

    def __init__(self, text):
        self._text = text

    def get_source(self, fullname):
        """Return the text of the submission, the only module that this loader knows."""
        return self._text
