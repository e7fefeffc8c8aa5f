"""What code is known by, whatever its layout, its comments and the names of its variables."""

from __future__ import annotations

import ast
import dis
import importlib.util
import marshal
import re
from dataclasses import dataclass
from types import CodeType

from benchmarks.texts import FUNCTIONS, decoded, functions_in, parsed, texts_in

# A body of fewer nodes is a phrase that anybody writes, such as `return image - opening(image)`.
LEAST_NODES, LEAST_INSTRUCTIONS = 30, 25
LINES, LEAST_LETTERS = 3, 70
COMMENT = re.compile(r"(^|\s)#.*")
BYTECODE_HEAD = 16  # of a .pyc file: the mark of its Python, and what the source was like


@dataclass(frozen=True)
class Marks:
    """What some code is known by.

    Attributes
    ----------
    telling : frozenset
        Of these one is enough: a body that is more than a phrase, or lines that follow each other.
    source, bytecode : frozenset
        Of these all count together: the body of every function, short ones too.
    """

    telling: frozenset = frozenset()
    source: frozenset = frozenset()
    bytecode: frozenset = frozenset()

    def __or__(self, other):
        """Return the marks of both."""
        return Marks(*(getattr(self, k) | getattr(other, k) for k in self.__dataclass_fields__))

    def all_in(self, other):
        """Return whether other code has each function of this one."""
        kinds = ((self.source, other.source), (self.bytecode, other.bytecode))
        return any(ours and ours <= theirs for ours, theirs in kinds)


def marks_to_look_for(content):
    """Return the `Marks` of the functions in the bytes of a script or a notebook.

    All that its Python makes of them as bytecode is among them.
    """
    marks = Marks()
    for text in texts_in(decoded(content)):
        marks |= _marks_of_source(text)
        for function in functions_in(text):
            marks |= Marks(_runs_of(_lines_of_body(function, text)))
        if parsed(text) is not None:
            marks |= _marks_of_code(compile(text, "solution", "exec"))
    return marks


def marks_in(content):
    """Return the `Marks` of all code in the bytes of a file: scripts, notebooks, text, bytecode.

    Raises
    ------
    ValueError
        If it is bytecode of another Python, which cannot be looked through.
    """
    if content[2:4] == b"\r\n" and len(content) > BYTECODE_HEAD:
        return _marks_of_bytecode(content)
    marks = Marks()
    for text in texts_in(decoded(content)):
        marks |= _marks_of_source(text) | Marks(_runs_of(text.splitlines()))
    return marks


def _marks_of_source(text):
    marks = Marks()
    for function in functions_in(text):
        body = _bare(function)
        mark, nodes = ast.dump(body), sum(not isinstance(n, ast.Load) for n in ast.walk(body))
        marks |= Marks(frozenset({mark} if nodes >= LEAST_NODES else ()), frozenset({mark}))
    return marks


def _bare(function):
    """Return the body of a function without what does not run, its variables numbered."""
    tree = ast.parse(ast.unparse(function)).body[0]
    tree.returns, tree.decorator_list = None, []
    for node in ast.walk(tree):
        if isinstance(node, (*FUNCTIONS, ast.ClassDef, ast.Module)) and ast.get_docstring(node):
            node.body = node.body[1:] or [ast.Pass()]
    nodes = list(ast.walk(tree))
    arguments = [each.arg for each in nodes if isinstance(each, ast.arg)]
    names = [each for each in nodes if isinstance(each, ast.Name)]
    stored = [each.id for each in names if isinstance(each.ctx, ast.Store)]
    numbers = {name: f"v{n}" for n, name in enumerate(dict.fromkeys([*arguments, *stored]))}
    for each in nodes:
        if isinstance(each, ast.arg):
            each.arg, each.annotation = numbers[each.arg], None
    for each in names:
        each.id = numbers.get(each.id, each.id)
    tree.name = ""
    return tree


def _lines_of_body(function, text):
    """Return the lines of a function's body without its docstring."""
    body = function.body[1:] if ast.get_docstring(function) else function.body
    if not body or parsed(text) is None:  # its lines would be those of a part of the text
        return []
    return text.splitlines()[body[0].lineno - 1 : function.end_lineno]


def _runs_of(lines):
    """Return the marks of lines that follow each other, without spaces and comments."""
    bare = [line for each in lines if (line := "".join(COMMENT.sub("", each).split()))]
    runs = ("\n".join(bare[n : n + LINES]) for n in range(len(bare) - LINES + 1))
    return frozenset(run for run in runs if len(run) >= LEAST_LETTERS)


def _marks_of_bytecode(content):
    if content[:4] != importlib.util.MAGIC_NUMBER:
        raise ValueError("it is bytecode of another Python than this one.")
    return _marks_of_code(marshal.loads(content[BYTECODE_HEAD:]))


def _marks_of_code(code):
    """Return the `Marks` of the functions in a code object."""
    marks, waiting = Marks(), [code]
    while waiting:
        one = waiting.pop()
        waiting += [each for each in one.co_consts if isinstance(each, CodeType)]
        if not one.co_name.startswith("<") and one.co_flags & 1:  # optimized: of a function
            mark = _instructions(one)
            telling = {mark} if len(mark) >= LEAST_INSTRUCTIONS else ()
            marks |= Marks(frozenset(telling), bytecode=frozenset({mark}))
    return marks


def _instructions(code):
    """Return what a code object does, with numbers for its variables.

    Where it jumps to is left out: that moves where a docstring was.
    """
    found = (each for each in dis.get_instructions(code) if each.opname != "NOP")
    return tuple((each.opname, _value_of(each)) for each in found)


def _value_of(instruction):
    if isinstance(instruction.argval, CodeType):
        return _instructions(instruction.argval)
    if instruction.opcode in dis.haslocal:
        return instruction.arg
    left_out = {*dis.hasfree, *dis.hasjrel, *dis.hasjabs}  # free variables go by the alphabet
    return "" if instruction.opcode in left_out else repr(instruction.argval)
