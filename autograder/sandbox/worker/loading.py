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

from autograder.sandbox.worker.absent import NotHere
from autograder.sandbox.worker.definitions import Definitions
from autograder.sandbox.worker.errors import FILENAME
from autograder.sandbox.worker.problems import Problem

# What a script can ask the compiler for, as ``from __future__ import annotations`` does.
_FUTURE = __future__.annotations.compiler_flag | __future__.barry_as_FLUFL.compiler_flag


class Loaded:
    """A submission that is run, statement by statement.

    Parameters
    ----------
    namespace : dict
        Where it is run.
    names : iterable of str
        The functions that are graded.

    Attributes
    ----------
    namespace : dict
        The names that it defined.
    problems : list of Problem
        What could not be run.
    remarks : dict of str to str
        What there is to say of functions that are missing, or whose names were taken, by name.
    """

    def __init__(self, namespace, names=()):
        self.namespace, self.problems, self.remarks = namespace, [], {}
        self._definitions = Definitions(namespace, names)
        self._is_cut_short = False

    def ran(self, statement, error=None):
        """Note the result of a statement."""
        self._is_cut_short = self._is_cut_short or isinstance(error, NotHere)
        # a demonstration stops where it calls what is not here, and then lacks a name
        is_problem = not (self._is_cut_short and isinstance(error, NotHere | NameError))
        if error is not None and is_problem:
            self.problems.append(Problem.of(error, statement))
        self._definitions.follow(statement)

    def could_not_be_parsed(self, text, error):
        """Note that a text is not Python."""
        self.problems.append(Problem.of(error, text=text))

    def finish(self):
        """Let the last definitions count."""
        self.remarks = self._definitions.settle()
        return self


def load(source, suffix, names=()):
    """Run a submission.

    Parameters
    ----------
    source : bytes
        The file as it was handed in.
    suffix : {".py", ".ipynb"}
        What kind of file it is.
    names : iterable of str
        The functions that are graded: of these, the last definition counts, even if something else
        takes the name later.

    Returns
    -------
    loaded : Loaded
        The names that it defined, and what went wrong.
    """
    if not source.strip():
        return _without(names, "The file is empty.")
    try:
        if suffix == ".ipynb":
            return _load_notebook(source, names).finish()
        return _load_script(source, names).finish()
    except BaseException as error:  # noqa: BLE001 - an unreadable file may raise anything
        failed = Loaded({}, names)
        failed.could_not_be_parsed("", error)
        return failed


def _without(names, remark):
    """Return a submission in which none of the functions is, with a sentence on that."""
    loaded = Loaded({}, names)
    loaded.remarks = dict.fromkeys(names, remark)
    return loaded


def _load_notebook(source, names):
    # IPython takes its time
    from autograder.sandbox.worker.notebooks import NotANotebook, code_cells, run_cells, shell

    try:
        cells = code_cells(source)
    except NotANotebook as error:  # it needs no shell, and there may be none
        loaded = Loaded({}, names)
        loaded.problems.append(Problem(str(error)))
        return loaded
    loaded = Loaded(shell().user_ns, names)
    run_cells(cells, loaded)
    return loaded


def _load_script(source, names):
    """Run the statements of a script one by one."""
    # of its own for each source: lines that are kept under a name are not read again
    filename = f"{FILENAME} {hashlib.sha256(source).hexdigest()[:8]}"
    tree = ast.parse(source, filename)
    lines = _Lines(importlib.util.decode_source(source))
    module = importlib.util.module_from_spec(importlib.util.spec_from_loader("submission", lines))
    sys.modules["submission"] = module
    linecache.lazycache(filename, vars(module))
    loaded, flags = Loaded(vars(module), names), 0
    for statement in tree.body:
        problem = None
        try:
            part = compile(ast.Module([statement], []), filename, "exec", flags, dont_inherit=True)
            flags |= part.co_flags & _FUTURE  # holds for the statements that follow, too
            exec(part, vars(module))
        except BaseException as error:  # noqa: BLE001 - SystemExit too must not stop the next
            problem = error
        loaded.ran(statement, problem)
    return loaded


class _Lines(importlib.abc.InspectLoader):
    """Lets tracebacks and ``inspect.getsource`` show the lines of a submission."""

    def __init__(self, text):
        self._text = text

    def get_source(self, fullname):
        """Return the text of the submission, the only module that this loader knows."""
        return self._text
