"""First-order mutants: every version of a program with one small mistake in it.

Of the kept libraries, mutmut runs mutants under pytest alone and cosmic-ray one shell command each,
on files that it rewrites; neither leaves a statement out, and cosmic-ray no argument. Here mutants
are submissions, to be graded like any other, and so they are made as text.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass

from benchmarks.operators import replacements


@dataclass(frozen=True)
class Mutant:
    """A program with one mistake.

    Attributes
    ----------
    change : str
        The function and what became of its line, ``"name: before -> after"``.
    source : str
        The whole program.
    """

    change: str
    source: str


def mutants(source) -> Iterator[Mutant]:
    """Yield the mutants of a program, each once; docstrings and imports stay as they are."""
    tree = ast.parse(source)
    original = ast.unparse(tree)
    seen = {original}
    for function in (node for node in tree.body if isinstance(node, ast.FunctionDef)):
        for _ in one_at_a_time(function, function):
            mutated = ast.unparse(ast.fix_missing_locations(tree))
            if mutated not in seen:
                seen.add(mutated)
                change = f"{function.name}: {difference(original, mutated)}"
                yield Mutant(change, mutated + "\n")


def one_at_a_time(node, function):
    """Put each replacement of each node below `node` in its place, and yield while it is there."""
    for place, name, child in children(node):
        for replacement in replacements(child, function):
            put(place, name, replacement)
            yield
        put(place, name, child)
        yield from one_at_a_time(child, function)


def children(node):
    """Return ``(container, key, child)`` for the parts of a node that may be mutated."""
    found = []
    for name, value in ast.iter_fields(node):
        if isinstance(value, list):
            found += [(value, i, each) for i, each in enumerate(value)]
        else:
            found.append((node, name, value))
    return [each for each in found if isinstance(each[2], ast.AST) and not is_docstring(each[2])]


def put(container, key, node):
    """Set an item of a list, or a field of a node."""
    if isinstance(container, list):
        container[key] = node
    else:
        setattr(container, key, node)


def is_docstring(node):
    """Return whether a node is a bare string."""
    return isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)


def difference(before, after):
    """Return the lines in which two programs differ, as ``"before -> after"``."""
    one, other = before.splitlines(), after.splitlines()
    while one and other and one[0] == other[0]:
        one, other = one[1:], other[1:]
    while one and other and one[-1] == other[-1]:
        one, other = one[:-1], other[:-1]
    return " -> ".join("; ".join(line.strip() for line in lines) for lines in (one, other))
