"""Run a notebook in an IPython shell in which nothing needs a screen or another program."""

from __future__ import annotations

import json
from functools import cache

from IPython.core.compilerop import CachingCompiler
from IPython.core.interactiveshell import ExecutionResult, InteractiveShell
from traitlets.config import Config

from autograder.sandbox.worker.errors import FILENAME
from autograder.sandbox.worker.graders import stand_in_for_graders

OTHER_PROGRAMS = (
    *("bash", "cmd", "sh", "script", "sx", "system"),
    *("perl", "pypy", "python", "python2", "python3", "ruby"),
    *("file", "html", "javascript", "js", "latex", "svg", "writefile"),
)


class NotANotebook(Exception):
    """A file whose name ends in .ipynb and that holds none; the message says what it holds."""


class _NamingCompiler(CachingCompiler):
    """Names cells so that a traceback can tell the student's lines from a library's."""

    def get_code_name(self, raw_code, transformed_code, number):
        """Return the file name under which a cell's lines are kept."""
        return f"{FILENAME} cell {number}"


class _QuietShell(InteractiveShell):
    """Runs cells; its graphical, system and pager hooks do nothing."""

    compiler_class = _NamingCompiler

    def ran(self, statement, error=None):
        """Do nothing after each statement, unless a submission is loaded."""

    async def run_ast_nodes(self, nodelist, *args, result=None, **kwargs):
        """Run the statements of a cell one by one: one that fails does not stop the next."""
        failed = False
        for node in nodelist:
            # only the last may be displayed
            shown = {} if node is nodelist[-1] else {"interactivity": "none"}
            outcome = ExecutionResult(None)
            one = super().run_ast_nodes([node], *args, result=outcome, **kwargs | shown)
            failed |= bool(await one)
            self.ran(node, outcome.error_before_exec or outcome.error_in_exec)
        return failed

    def enable_gui(self, gui=None):
        """Have no windows."""

    def enable_matplotlib(self, gui=None):
        """Keep the backend that draws into memory."""
        return "agg", "agg"

    def system(self, cmd):
        """Run no other program."""

    system_raw = system_piped = getoutput = system

    def showtraceback(self, *args, **kwargs):
        """Print no traceback: the error is in the result of the cell."""

    showsyntaxerror = showtraceback

    def ask_exit(self):
        """Ignore ``exit`` and ``quit``."""


def _do_nothing(line, cell):
    """Stand in for a cell in another language, which would start another program."""


@cache
def shell():
    """Return the shell of this process; it takes a moment to make, so make it before forking."""
    config = Config()
    config.HistoryManager.enabled = False
    config.InteractiveShell.colors = "NoColor"
    made = _QuietShell.instance(config=config)
    for name in OTHER_PROGRAMS:
        made.register_magic_function(_do_nothing, "cell", name)
    stand_in_for_graders()
    return made


def run_cells(cells, loaded):
    """Run the code cells of a notebook one by one, in the shell of this process.

    Parameters
    ----------
    cells : list of str
        Their sources.
    loaded : Loaded
        Notes the result of each statement.
    """
    session = shell()
    session.ran = loaded.ran
    for cell in cells:
        result = session.run_cell(cell, store_history=True)
        error = result.error_before_exec or result.error_in_exec
        if error is not None:
            loaded.could_not_be_parsed(cell, error)


def code_cells(source):
    """Return the sources of the code cells of a notebook of format 3 or 4.

    Parameters
    ----------
    source : bytes
        The file.

    Raises
    ------
    NotANotebook
        If it holds no cells.
    """
    notebook = _parsed(source)
    cells = notebook.get("cells") if isinstance(notebook, dict) else None
    if cells is None and isinstance(notebook, dict) and notebook.get("worksheets"):
        cells = [cell for sheet in notebook["worksheets"] for cell in sheet.get("cells", [])]
    if not isinstance(cells, list):
        raise NotANotebook("The file is not a notebook: it holds no list of cells.")
    code = [c for c in cells if isinstance(c, dict) and c.get("cell_type") == "code"]
    return [_text_of(cell.get("source", cell.get("input", ""))) for cell in code]


def _parsed(source):
    """Return the contents of a notebook file; NotANotebook if it holds no JSON."""
    try:
        return json.loads(source)
    except ValueError as error:  # no JSON, or no text
        raise NotANotebook("The file is not a notebook: it holds no JSON.") from error


def _text_of(source):
    """Return a cell's source, which a file may hold as one string or as a list of lines."""
    return "".join(map(str, source)) if isinstance(source, list) else str(source)
