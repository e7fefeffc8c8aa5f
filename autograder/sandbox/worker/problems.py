"""What went wrong while a submission was loaded, and which of it a function suffers from."""

from __future__ import annotations

import ast
import json
import re
from dataclasses import dataclass
from itertools import accumulate

from autograder.sandbox.worker.errors import FILENAME, describe

# So many are kept, and so many of these are shown.
MOST_PROBLEMS, MOST_SHOWN = 50, 8
# Bytes in a record, which every check of a function can hold: the last that is shown may go beyond.
_MOST_AS_JSON = 1500
_DEFINED = re.compile(r"^[ \t]*(?:async[ \t]+)?(?:def|class)[ \t]+(\w+)", re.MULTILINE)
_MISSED = re.compile(r"\bname '(\w+)' is not defined")


@dataclass(frozen=True)
class Problem:
    """One statement, or one cell that is not Python, that could not be run.

    Attributes
    ----------
    text : str
        What went wrong, as a sentence with the student's own line.
    names : tuple of str
        The names that are missing for it.
    """

    text: str
    names: tuple[str, ...] = ()

    @classmethod
    def of(cls, error, statement=None, text=""):
        """Return the problem of an error.

        Parameters
        ----------
        error : BaseException
            The error.
        statement : ast.AST, optional
            What was run; without, it could not be parsed.
        text : str
            What could not be parsed.
        """
        names = _DEFINED.findall(text) if statement is None else bound_in(statement)
        return cls(describe(error, FILENAME), tuple(names))


def bound_in(statement):
    """Return the names that a statement gives to something, sorted.

    Examples
    --------
    >>> bound_in(ast.parse("from scipy import signal as s; x = s.f()"))
    ['s', 'x']
    """
    found = set()
    for node in _outside_of_functions(statement):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
            found.add(node.name)
        elif isinstance(node, ast.alias):
            found.add(node.asname or node.name.partition(".")[0])
        elif isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
            found.add(node.id)
    return sorted(found)


def _outside_of_functions(node):
    """Yield a node and all below it, but for what is in the bodies of functions and classes."""
    yield node
    if not isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef | ast.Lambda):
        for child in ast.iter_child_nodes(node):
            yield from _outside_of_functions(child)


def told(problems, name="", error=""):
    r"""Return problems as text, what is behind a missing function or an error first.

    Parameters
    ----------
    problems : iterable of Problem
        In the order in which they came up.
    name : str
        The function that is missing.
    error : str
        The error with which it stopped. Only what is behind it is returned, if anything is; if
        not, all that did not stop on the same line.

    Examples
    --------
    >>> told([Problem("a", ("x",)), Problem("b", ("f",))], "f")
    'b\n\nAlso, while it was loaded: a'
    """
    missed = _MISSED.findall(error)
    front = [each for each in problems if name in each.names or {*missed} & {*each.names}]
    for each in front:  # what these miss may be missing for another problem
        cause = _MISSED.findall(each.text)
        front += [one for one in problems if one not in front and {*cause} & {*one.names}]
    if error:  # what has nothing to do with it would hide it
        problems = front or [each for each in problems if _line_of(each.text) != _line_of(error)]
    texts = [each.text for each in (*reversed(front), *problems)]
    first, *more = dict.fromkeys(texts) or [""]
    sizes = accumulate(len(json.dumps(each)) for each in (first, *more))
    fitting = sum(size <= _MOST_AS_JSON for size in sizes)
    shown = more[: min(fitting, MOST_SHOWN - 1)]
    hidden = [f"(And {len(more) - len(shown)} more.)"] if len(more) > len(shown) else []
    also = [f"Also, while it was loaded: {each}" for each in shown]
    return "\n\n".join([first, *also, *hidden])


def _line_of(text):
    """Return the line that a problem or an error names, up to its code."""
    return text.partition("): ")[0]
