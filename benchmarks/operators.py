"""What a mutant may have instead of an expression or a statement: slips of one hand."""

from __future__ import annotations

import ast
import copy
from functools import singledispatch

ARITHMETIC = {
    ast.Add: (ast.Sub, ast.Mult),
    ast.Sub: (ast.Add, ast.Mult),
    ast.Mult: (ast.Add, ast.Div),
    ast.Div: (ast.Mult, ast.FloorDiv),
    ast.FloorDiv: (ast.Div, ast.Mult),
    ast.Mod: (ast.FloorDiv,),
    ast.Pow: (ast.Mult,),
    ast.BitAnd: (ast.BitOr,),
    ast.BitOr: (ast.BitAnd,),
}
COMPARISONS = {
    ast.Lt: (ast.LtE, ast.Gt, ast.GtE),
    ast.LtE: (ast.Lt, ast.Gt, ast.GtE),
    ast.Gt: (ast.GtE, ast.Lt, ast.LtE),
    ast.GtE: (ast.Gt, ast.Lt, ast.LtE),
    ast.Eq: (ast.NotEq, ast.LtE, ast.GtE),
    ast.NotEq: (ast.Eq,),
}
# Functions and dtypes that are taken for one another.
MIXED_UP = {
    "argmax": ("argmin",),
    "binary_closing": ("binary_opening", "binary_dilation"),
    "binary_dilation": ("binary_erosion", "binary_closing"),
    "binary_erosion": ("binary_dilation", "binary_opening"),
    "bool": ("int",),
    "closing": ("opening",),
    "dilation": ("erosion",),
    "erosion": ("dilation",),
    "float": ("int", "bool"),
    "max": ("min", "mean"),
    "mean": ("max", "min"),
    "median": ("mean", "max", "min"),
    "min": ("max",),
    "opening": ("closing",),
    "round": ("int",),
    "sum": ("max", "mean"),
    "zeros": ("ones", "empty"),
}
WORDS = {"taxicab": ("chessboard",), "constant": ("edge", "reflect")}


@singledispatch
def replacements(node, function):
    """Yield what may stand instead of a node; `function` is the definition that it is in."""
    return ()


@replacements.register
def _(node: ast.Constant, function):
    if isinstance(node.value, str):
        others = WORDS.get(node.value, ())
    elif isinstance(node.value, bool):
        others = (not node.value,)
    elif isinstance(node.value, int | float):
        others = {node.value + 1, node.value - 1, 0, -node.value} - {node.value}
    else:
        others = ()
    return [ast.Constant(other) for other in others]


@replacements.register
def _(node: ast.Name, function):
    """Another function, or another variable of the same function."""
    variables = variables_of(function) if isinstance(node.ctx, ast.Load) else []
    others = variables if node.id in variables else MIXED_UP.get(node.id, ())
    return [ast.Name(other, node.ctx) for other in others if other != node.id]


@replacements.register
def _(node: ast.Attribute, function):
    return [ast.Attribute(node.value, other, node.ctx) for other in MIXED_UP.get(node.attr, ())]


@replacements.register
def _(node: ast.BinOp, function):
    others = ARITHMETIC.get(type(node.op), ())
    return [ast.BinOp(node.left, other(), node.right) for other in others] + [node.left, node.right]


@replacements.register
def _(node: ast.Compare, function):
    others = COMPARISONS.get(type(node.ops[0]), ())
    return [ast.Compare(node.left, [other()], node.comparators) for other in others]


@replacements.register
def _(node: ast.UnaryOp, function):
    return [node.operand]


@replacements.register
def _(node: ast.Call, function):
    """Two arguments swapped, one or a keyword left out, a range off by one, or no call at all."""
    instead = [node.args[0]] if node.args else []
    instead += [node.func.value] if isinstance(node.func, ast.Attribute) else []
    arguments = shorter(node.args) + swapped(node.args)
    if isinstance(node.func, ast.Name) and node.func.id == "range":
        arguments += [[*node.args[:-1], other] for other in off_by_one(node.args[-1])]
    instead += [altered(node, args=args) for args in arguments]
    return instead + [altered(node, keywords=keywords) for keywords in shorter(node.keywords)]


@replacements.register
def _(node: ast.Tuple, function):
    return [altered(node, elts=elts) for elts in shorter(node.elts) + swapped(node.elts)]


@replacements.register
def _(node: ast.Slice, function):
    """One bound left out, or off by one."""
    found = []
    for name in ("lower", "upper", "step"):
        bound = getattr(node, name)
        others = [] if bound is None else [None, *off_by_one(bound)]
        found += [altered(node, **{name: other}) for other in others]
    return found


@replacements.register
def _(node: ast.comprehension, function):
    return [altered(node, ifs=ifs) for ifs in shorter(node.ifs)]


@replacements.register
def _(node: ast.IfExp, function):
    return [node.body, node.orelse]


@replacements.register
def _(node: ast.Return, function):
    """Nothing, or an argument as it came."""
    arguments = [ast.Name(argument.arg, ast.Load()) for argument in function.args.args]
    return [ast.Return(value) for value in (None, *arguments)]


@replacements.register(ast.Assign)
@replacements.register(ast.AugAssign)
@replacements.register(ast.Expr)
@replacements.register(ast.For)
@replacements.register(ast.If)
def _(node, function):
    """The statement left out."""
    return [ast.Pass()]


def variables_of(function):
    """Return the names of a function's arguments and of what it assigns, in their order."""
    names = [argument.arg for argument in function.args.args]
    names += [
        node.id
        for node in ast.walk(function)
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store)
    ]
    return list(dict.fromkeys(names))


def altered(node, **fields):
    """Return a copy of a node with other fields."""
    other = copy.copy(node)
    for name, value in fields.items():
        setattr(other, name, value)
    return other


def shorter(items):
    """Return a list without its first item, without its second, and so on."""
    return [items[:i] + items[i + 1 :] for i in range(len(items))]


def swapped(items):
    """Return a list with two neighbours exchanged, for all neighbours."""
    return [[*items[:i], items[i + 1], items[i], *items[i + 2 :]] for i in range(len(items) - 1)]


def off_by_one(bound):
    """Return an expression plus one and minus one."""
    return [ast.BinOp(bound, operator(), ast.Constant(1)) for operator in (ast.Add, ast.Sub)]
