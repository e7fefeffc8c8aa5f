"""Markdown from students as HTML that can do nothing: no links, no other HTML.

Of pictures only those are shown that come with it; none is fetched from anywhere.
"""

from __future__ import annotations

from functools import cache
from html import escape
from urllib.parse import unquote

from markdown_it import MarkdownIt
from markupsafe import Markup
from mdit_py_plugins.dollarmath import dollarmath_plugin

from autograder.reports.terminal import harmless

PASSIVE = ("link", "autolink", "reference", "html_block", "html_inline")


def rendered(text, pictures=()):
    """Return Markdown as HTML.

    Headings become bold lines, since the page has headings of its own; formulas stay as they were
    typed; a link shows its source, and a picture that is not there its description.

    Parameters
    ----------
    text : str
        The Markdown.
    pictures : iterable of (str, str)
        The names and addresses of those that are attached. One that the text does not show comes
        below it.
    """
    lines = "\n".join(text.splitlines()).expandtabs(4)
    left = dict(pictures)
    html = harmless(_renderer().render(lines, {"pictures": dict(pictures), "left": left}))
    return Markup(html + "".join(f"<p>{_picture(*each)}</p>\n" for each in left.items()))


def _picture(description, address):
    return f'<img alt="{escape(harmless(description))}" src="{escape(address)}">'


def _image(tokens, index, options, env):
    """Return a picture that is attached, or in its own address; of any other its description."""
    source, description = tokens[index].attrGet("src") or "", tokens[index].content
    name = unquote(source.removeprefix("attachment:"))
    if source.startswith("attachment:") and name in env["pictures"]:
        env["left"].pop(name, None)
        return _picture(description or name, env["pictures"][name])
    return f"[picture: {escape(description)}]"


@cache
def _renderer():
    """Return the renderer of all answers."""
    made = MarkdownIt("commonmark", {"html": False}).enable("table").disable(list(PASSIVE))
    made.use(dollarmath_plugin, double_inline=True)
    rules = made.renderer.rules
    rules["heading_open"] = lambda *_: "<p><strong>"
    rules["heading_close"] = lambda *_: "</strong></p>\n"
    rules["image"] = _image
    rules["math_inline"] = lambda tokens, index, *_: _formula(tokens[index].content, "$")
    for kind in ("math_inline_double", "math_block"):
        rules[kind] = lambda tokens, index, *_: _formula(tokens[index].content, "$$")
    return made


def _formula(source, dollars):
    """Return a formula as it was typed."""
    return f"<code>{dollars}{escape(source.strip())}{dollars}</code>"
