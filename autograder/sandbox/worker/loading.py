"""Run a submission, a script or a notebook, and return the names that it defines.

One part that fails does not stop the next: the statements of a script and the cells of a notebook
run each on their own, and the last definition counts.
"""

from __future__ import annotations

import ast
import json
import linecache
import sys
import types

from autograder.sandbox.worker.caller import describe

FILENAME = "<submission>"


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
        return load_notebook(source) if suffix == ".ipynb" else load_script(source)
    except BaseException as error:  # noqa: BLE001 - an unreadable file may raise anything
        return {}, describe(error, FILENAME)


def load_script(source):
    """Run the statements of a script one by one."""
    module = types.ModuleType("submission")
    sys.modules["submission"] = module
    tree = ast.parse(source, FILENAME)
    remember(FILENAME, source)
    problems = []
    for statement in tree.body:
        part = compile(ast.Module([statement], []), FILENAME, "exec")
        try:
            exec(part, vars(module))
        except BaseException as error:  # noqa: BLE001 - SystemExit too must not stop the next
            problems.append(describe(error, FILENAME))
    return vars(module), "".join(problems[:1])


def load_notebook(source):
    """Run the code cells of a notebook one by one, in an IPython shell."""
    from autograder.sandbox.worker.notebooks import shell

    notebook = json.loads(source or b"{}")  # one without a byte has no cells either
    session = shell()
    problems = []
    for cell in code_cells(notebook):
        result = session.run_cell(cell, store_history=True)
        error = result.error_before_exec or result.error_in_exec
        if error is not None:
            problems.append(describe(error, FILENAME))
    return session.user_ns, "".join(problems[:1])


def code_cells(notebook):
    """Return the sources of the code cells of a notebook of format 3 or 4.

    Raises
    ------
    ValueError
        If there are no cells to be found.
    """
    cells = notebook.get("cells") if isinstance(notebook, dict) else None
    if cells is None and isinstance(notebook, dict) and notebook.get("worksheets"):
        cells = [cell for sheet in notebook["worksheets"] for cell in sheet.get("cells", [])]
    if not isinstance(cells, list):
        raise ValueError("The file is not a notebook: it holds no list of cells.")
    code = [c for c in cells if isinstance(c, dict) and c.get("cell_type") == "code"]
    return [text_of(cell.get("source", cell.get("input", ""))) for cell in code]


def text_of(source):
    """Return a cell's source, which a file may hold as one string or as a list of lines."""
    return "".join(source) if isinstance(source, list) else str(source)


def remember(filename, source):
    """Let tracebacks and ``inspect.getsource`` show the lines of a submission."""
    lines = source.decode("utf-8", "replace").splitlines(keepends=True)
    linecache.cache[filename] = (len(source), None, lines, filename)
