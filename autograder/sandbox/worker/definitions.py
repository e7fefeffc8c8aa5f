"""The last definition of a function counts, whatever takes its name after that."""

from __future__ import annotations

import ast
import difflib
import types

from autograder.sandbox.worker.stubs import is_stub

# Where what wraps a function keeps it: functools, Numba, NumPy's vectorize, methods.
WRAPPERS = ("__wrapped__", "func", "py_func", "pyfunc", "__func__")
DEEPEST = 3
LONGEST_LINE = 80
ALIKE = 0.7


class Definitions:
    """Follows what the graded names stand for while a submission is run.

    Parameters
    ----------
    namespace : dict
        The names of the submission, as it is run.
    names : iterable of str
        Those that are graded.
    """

    def __init__(self, namespace, names):
        self._namespace, self._names = namespace, tuple(names)
        self._now, self._own, self._taken, self._inside = {}, {}, {}, {}

    def follow(self, statement):
        """Note which names a statement that was run has given to what."""
        within = _named_within(statement)
        for name in self._names:
            value = self._namespace.get(name)
            if value is self._now.get(name):
                if name in within:
                    self._inside[name] = within[name]
                continue
            self._now[name] = value
            if self._defines(statement, name, value):
                self._own[name] = value
            else:
                self._taken[name] = _line_of(statement)

    def _defines(self, statement, name, value):
        if not callable(value):
            return False
        return name in _defined_in(statement) or self.is_own(value)

    def is_own(self, value, deepest=DEEPEST):
        """Return whether a function, or what wraps one, is the submission's own code.

        Parameters
        ----------
        value : object
            What a name stands for.
        deepest : int
            How many wrappers are looked into.
        """
        if isinstance(value, types.FunctionType) and value.__globals__ is self._namespace:
            return True
        if not callable(value):
            return False
        inner = [getattr(value, name, None) for name in WRAPPERS]
        if not isinstance(value, type | types.FunctionType):
            inner.append(type(value).__call__)
        return deepest > 0 and any(self.is_own(each, deepest - 1) for each in inner)

    def settle(self):
        """Put the student's own functions back in place; return what to say of that.

        A function that is as it was handed out gives way to what took its name.

        Returns
        -------
        remarks : dict of str to str
            A sentence for each name that needs one.
        """
        remarks = {}
        for name in self._names:
            own, now = self._own.get(name), self._namespace.get(name)
            if own is None:
                remarks[name] = self._remark_on_missing(name, now)
            elif now is not own and not is_stub(own):
                self._namespace[name] = own
                remarks[name] = (
                    f"After your function, the line '{self._taken[name]}' gives the name {name} to "
                    "something else. Your function counts."
                )
        return {name: remark for name, remark in remarks.items() if remark}

    def _remark_on_missing(self, name, now):
        """Return what may help if there is no function of this name."""
        if callable(now):
            return ""
        if now is not None:
            return f"The name stands for an object of type {type(now).__name__}."
        if name in self._inside:
            return (
                f"It stands inside '{self._inside[name]}', where the checks do not find it: begin "
                f"its def line at the left margin."
            )
        others = {
            each.casefold(): each
            for each, value in list(self._namespace.items())
            if each not in self._names and not each.startswith("_") and self.is_own(value)
        }
        near = difflib.get_close_matches(name, sorted(others), 1, ALIKE)
        return f"Did you mean {others[near[0]]}? The name must be {name}." if near else ""


def _defined_in(statement):
    """Return the names of the functions and classes that a statement defines."""
    if isinstance(statement, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
        return [statement.name]
    blocks = [*ast.iter_child_nodes(statement)] if hasattr(statement, "body") else []
    return [name for each in blocks for name in _defined_in(each)]


def _named_within(statement):
    r"""Return the functions that a statement defines further in, with its first line for each.

    Examples
    --------
    >>> _named_within(ast.parse("class A:\n    def f(self): pass").body[0])
    {'f': 'class A:'}
    """
    further_in = {
        node.name
        for node in ast.walk(statement)
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and node is not statement
    }
    return dict.fromkeys(sorted(further_in), _line_of(statement)) if further_in else {}


def _line_of(statement):
    """Return the first line of a statement, not too long."""
    line = ast.unparse(statement).partition("\n")[0]
    return line if len(line) <= LONGEST_LINE else f"{line[: LONGEST_LINE - 3]}..."
