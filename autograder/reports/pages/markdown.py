"""Markdown from students as HTML that can do nothing: no links, no pictures, no other HTML."""

from __future__ import annotations

from functools import cache
from html import escape

from markdown_it import MarkdownIt
from markupsafe import Markup
from mdit_py_plugins.dollarmath import dollarmath_plugin

from autograder.reports.terminal import harmless

PASSIVE = ("link", "autolink", "reference", "html_block", "html_inline")


def rendered(text):
    """Return Markdown as HTML.

    Headings become bold lines, since the page has headings of its own; formulas stay as they were
    typed; a link shows its source, and a picture its description.
    """
    lines = "\n".join(text.splitlines()).expandtabs(4)
    return Markup(harmless(_renderer().render(lines)))


@cache
def _renderer():
    """Return the renderer of all answers."""
    made = MarkdownIt("commonmark", {"html": False}).enable("table").disable(list(PASSIVE))
    made.use(dollarmath_plugin, double_inline=True)
    rules = made.renderer.rules
    rules["heading_open"] = lambda *_: "<p><strong>"
    rules["heading_close"] = lambda *_: "</strong></p>\n"
    rules["image"] = lambda tokens, index, *_: f"[picture: {escape(tokens[index].content)}]"
    rules["math_inline"] = lambda tokens, index, *_: _formula(tokens[index].content, "$")
    for kind in ("math_inline_double", "math_block"):
        rules[kind] = lambda tokens, index, *_: _formula(tokens[index].content, "$$")
    return made


def _formula(source, dollars):
    """Return a formula as it was typed."""
    return f"<code>{dollars}{escape(source.strip())}{dollars}</code>"
