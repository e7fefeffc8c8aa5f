"""From a solution to what students receive: signatures and docstrings, with the bodies deleted.

The stub is put together from the parts that may be published. Whatever else a solution holds, such
as helpers, constants, comments and decorators, has no way into it, whether it is marked or not.
"""

from __future__ import annotations

import ast
import builtins
import io
import tokenize
from dataclasses import dataclass

BODY = "    # Write your code here.\n    ...\n"
ALWAYS_KEPT = "np"


class StubError(ValueError):
    """A solution from which no stub can be made; the message says what to change."""


@dataclass(frozen=True)
class _Stub:
    """The public functions of a solution without their bodies.

    Attributes
    ----------
    imports : tuple of str
        The import statements that the signatures need, and ``import numpy as np`` if the
        solution has it.
    functions : dict of str to str
        Source of each function, by name, in the order of the solution.
    parameters : dict of str to tuple of str
        Names of the parameters of each function.
    """

    imports: tuple[str, ...]
    functions: dict[str, str]
    parameters: dict[str, tuple[str, ...]]

    def module(self, docstring):
        """Return the source of a script that holds all functions, under this docstring."""
        head = [f'"""{docstring}"""\n']
        head += ["\n".join(self.imports) + "\n"] if self.imports else []
        return "\n".join(head) + "".join(f"\n\n{source}" for source in self.functions.values())

    def cell(self, name, with_imports):
        """Return the source of a notebook's cell that holds one function."""
        head = "\n".join(self.imports) + "\n\n\n" if with_imports and self.imports else ""
        return (head + self.functions[name]).rstrip("\n")


def stub_of(source):
    """Return the `_Stub` of a solution's source.

    Raises
    ------
    StubError
        If a public function has no docstring, or a signature that cannot be published.
    """
    tree = ast.parse(source)
    functions = [s for s in tree.body if isinstance(s, ast.FunctionDef) and s.name[0] != "_"]
    available = {_local_name(s, alias): s for s in tree.body for alias in _imported(s)}
    needed = {ALWAYS_KEPT}.union(*map(_names_in_signature, functions))
    for name in sorted(needed - {ALWAYS_KEPT} - set(available) - set(dir(builtins))):
        raise StubError(f"A signature uses {name}, which the solution does not import.")
    return _Stub(
        tuple(_import_of(available[name], name) for name in available if name in needed),
        {function.name: _bare(function, source) for function in functions},
        {function.name: _parameters_of(function) for function in functions},
    )


def _bare(function, source):
    """Return the source of a function that has only its signature and its docstring."""
    empty = ast.FunctionDef(
        name=function.name,
        args=function.args,
        body=[ast.Pass()],
        decorator_list=[],
        returns=function.returns,
        type_params=[],
    )
    signature = ast.unparse(ast.fix_missing_locations(empty)).partition("\n")[0]
    return f"{signature}\n    {_docstring_source(function, source)}\n{BODY}"


def _docstring_source(function, source):
    """Return a function's docstring as it is written, quotes included."""
    first = function.body[0]
    if ast.get_docstring(function) is None:
        raise StubError(
            f"{function.name} needs a docstring: students learn the task from it alone."
        )
    text = ast.get_source_segment(source, first)
    tokens = [each.type for each in tokenize.generate_tokens(io.StringIO(text).readline)]
    if tokens != [tokenize.STRING, tokenize.NEWLINE, tokenize.ENDMARKER]:
        raise StubError(f"The docstring of {function.name} should be a single string.")
    return text


def _parameters_of(function):
    """Return the names of the parameters that may be given by position."""
    return tuple(each.arg for each in [*function.args.posonlyargs, *function.args.args])


def _names_in_signature(function):
    """Return the names that a signature refers to; StubError if a default is not a literal."""
    arguments = function.args
    for default in [*arguments.defaults, *filter(None, arguments.kw_defaults)]:
        try:
            ast.literal_eval(default)
        except ValueError:
            raise StubError(
                f"A default of {function.name} should be a literal, not {ast.unparse(default)}."
            ) from None
    parts = [arguments, *filter(None, [function.returns])]
    return {n.id for part in parts for n in ast.walk(part) if isinstance(n, ast.Name)}


def _imported(statement):
    """Return the aliases of an import statement; of any other statement, none."""
    return statement.names if isinstance(statement, ast.Import | ast.ImportFrom) else []


def _local_name(statement, alias):
    """Return the name that an import binds."""
    return alias.asname or (
        alias.name.partition(".")[0] if isinstance(statement, ast.Import) else alias.name
    )


def _import_of(statement, name):
    """Return source that imports one name as a statement does, and nothing else with it."""
    aliases = [alias for alias in statement.names if _local_name(statement, alias) == name]
    if isinstance(statement, ast.Import):
        return ast.unparse(ast.Import(aliases))
    return ast.unparse(ast.ImportFrom(statement.module, aliases, statement.level))
