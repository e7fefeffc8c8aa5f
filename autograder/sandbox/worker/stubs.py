"""Tell a function that is still as it was handed out from one that somebody has written."""

from __future__ import annotations

import ast
import linecache
import types

NOT_WRITTEN = "NotImplementedError"


def is_stub(function):
    """Return whether a function's body is still a docstring and ``...``, or NotImplementedError.

    A function whose source cannot be found counts as written.
    """
    code = getattr(function, "__code__", None)
    if not isinstance(code, types.CodeType) or not set(code.co_names) <= {NOT_WRITTEN}:
        return False  # most functions that are written end here, so that few files are parsed
    definition = _definition_of(code)
    return definition is not None and _is_empty(definition.body)


def _definition_of(code):
    """Return the function definition that was compiled to `code`, or None."""
    try:
        tree = ast.parse("".join(linecache.getlines(code.co_filename)))
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return None
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef) and node.name == code.co_name:
            first = min(each.lineno for each in (node, *node.decorator_list))
            if first == code.co_firstlineno:
                return node
    return None


def _is_empty(body):
    *before, last = body
    return all(map(_does_nothing, before)) and (_does_nothing(last) or _says_not_written(last))


def _does_nothing(statement):
    if isinstance(statement, ast.Expr):
        return isinstance(statement.value, ast.Constant)
    return isinstance(statement, ast.Pass) or (
        isinstance(statement, ast.Return)
        and (statement.value is None or ast.unparse(statement.value) == "None")
    )


def _says_not_written(statement):
    return isinstance(statement, ast.Raise) and ast.unparse(statement) == f"raise {NOT_WRITTEN}"
