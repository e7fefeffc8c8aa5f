"""The texts in a file, however they are held, and the functions in a text."""

from __future__ import annotations

import ast
import html
import json
import re
import textwrap
import warnings
from functools import lru_cache

FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)
DEFINITION = re.compile(r"^([ \t]*)(?:async )?def \w+\(", re.MULTILINE)


def decoded(content):
    """Return bytes as a text, or "" where they are none."""
    return "" if b"\0" in content else content.decode("utf-8", "replace")


def texts_in(text):
    """Yield a text, and those that it holds: strings of JSON or Python, and what HTML escapes."""
    yield text
    if "&" in text and (plain := html.unescape(text)) != text:
        yield from texts_in(plain)
    for inner in (*_strings_of_json(text), *_strings_of_python(text)):
        if "\n" in inner or DEFINITION.search(inner):
            yield from texts_in(inner)


def _strings_of_json(text):
    """Return the strings of a JSON document; lists of strings, as of a notebook's lines, as one."""
    try:
        waiting, found = [json.loads(text)], []
    except (ValueError, RecursionError):
        return []
    while waiting:
        value = waiting.pop()
        if isinstance(value, list) and value and all(isinstance(each, str) for each in value):
            value = "".join(value)
        if isinstance(value, dict | list):
            waiting += value.values() if isinstance(value, dict) else value
        elif isinstance(value, str):
            found.append(value)
    return found


def _strings_of_python(text):
    tree = parsed(text)
    nodes = [] if tree is None else ast.walk(tree)
    return [n.value for n in nodes if isinstance(n, ast.Constant) and isinstance(n.value, str)]


@lru_cache(maxsize=16)
def parsed(text):
    """Return the tree of a text, not to be changed, or None where it is not Python."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return ast.parse(text)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return None


def functions_in(text):
    """Return the functions in a text, of which some parts may be no Python."""
    tree = parsed(text)
    trees = [parsed(each) for each in _blocks_of(text)] if tree is None else [tree]
    nodes = (node for each in trees if each is not None for node in ast.walk(each))
    return [node for node in nodes if isinstance(node, FUNCTIONS)]


def _blocks_of(text):
    """Yield each definition in a text, up to the next line that is indented no further."""
    lines = text.splitlines()
    for number, line in enumerate(lines):
        if found := DEFINITION.match(line):
            deeper = re.compile(rf"\s*$|{found[1]}\s")
            last = number + 1
            while last < len(lines) and deeper.match(lines[last]):
                last += 1
            yield textwrap.dedent("\n".join(lines[number:last]))
