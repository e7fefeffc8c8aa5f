"""The templates, what every text goes through on its way into a page, and what it was made from.

A digest in the head of a page says what it was made from, so that it is not made again for nothing.
"""

from __future__ import annotations

import hashlib
import json
import os
from functools import cache
from math import isnan
from pathlib import Path
from urllib.parse import quote

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from autograder.files import replace
from autograder.reports.terminal import WORDS, harmless

# What a submission prints or raises may be of any length; more than this helps nobody.
LONGEST = 20_000
# In a heat map: the class of a cell and the sign in it, so that colour is not needed to read it.
MARKS = {
    "passed": ("p", "\N{MIDDLE DOT}"),
    "failed": ("f", "f"),
    "crashed": ("c", "c"),
    "timed_out": ("t", "t"),
    "not_written": ("n", "n"),
    "not_run": ("n", "-"),
    "grader_error": ("x", "x"),
}
TEMPLATES = Path(__file__).parent / "templates"
# The digest stands within the first characters of a page.
HEAD = 400
BY_COURSE = ", by the course file "


@cache
def templates():
    """Return the environment in which all pages are rendered.

    Whatever a template shows is escaped, is cut to a bounded length, and has no characters in it
    that turn the reading direction: names and messages come from students.
    """
    made = Environment(
        loader=PackageLoader("autograder.reports.pages"),
        autoescape=True,
        finalize=_shown,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters |= {
        "short": _short,
        "spaced": _spaced,
        "status": lambda status: WORDS[status][0],
        "address_of": lambda parts: _address(*parts),
        "counted": _counted,
        "percent": _percent,
        "known": _known,
        "mean": _mean,
    }
    made.globals["marks"] = MARKS
    return made


@cache
def fingerprint_of_templates():
    """Return a digest of the templates, so that pages made from older ones are noticed."""
    digest = hashlib.sha256()
    for path in sorted(path for path in TEMPLATES.rglob("*") if path.is_file()):
        digest.update(path.read_bytes())
    return digest.hexdigest()


def fingerprint(*parts):
    """Return a digest of what a page is made from, the templates included."""
    text = json.dumps([fingerprint_of_templates(), *parts], sort_keys=True)
    return hashlib.sha256(text.encode()).hexdigest()


def by_course(made_from, course):
    """Return what a page is made from with the digest of the course file, "" without one."""
    return f"{made_from}{BY_COURSE}{course}" if course else made_from


def has_other_course_in_head(path, made_from):
    """Let a page that is made from the same name another course file; return whether it is one."""
    digest = made_from.partition(BY_COURSE)[0]
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        return False
    head, found, rest = text[:HEAD].partition(f'content="{digest}')
    if found:
        _, quote, rest = rest.partition('"')
        new = f'{head}content="{made_from}{quote}{rest}{text[HEAD:]}'
        replace(path, new, sync=False)
    return bool(found)


def is_made_from(path, made_from):
    """Return whether there is a page that names this digest in its head."""
    try:
        with open(path, encoding="utf-8") as page:
            return f'content="{made_from}"' in page.read(HEAD)
    except (OSError, UnicodeDecodeError):
        return False


def _shown(value):
    """Return a value as a template may show it; markup of our own comes through as it is."""
    if isinstance(value, str) and not isinstance(value, Markup):
        return harmless(_short(value, LONGEST))
    return value


def _short(text, length):
    """Return text of at most this length; if it was cut it ends in three dots."""
    return text if len(text) <= length else f"{text[: length - 3]}..."


def _spaced(name):
    """Return the name of a check or of a misconception as words.

    Examples
    --------
    >>> _spaced("flipped_the_kernel")
    'flipped the kernel'
    """
    return name.replace("_", " ")


def _address(*parts):
    """Return the relative address of a file, from the names of its folders and its own.

    Examples
    --------
    >>> _address("feedback", "a b?", "tophat.html")
    'feedback/a%20b%3F/tophat.html'
    """
    return "/".join(quote(os.fsencode(part), safe="") for part in parts)


def _counted(count, noun, plural=None):
    """Return a number with its noun.

    Examples
    --------
    >>> _counted(1, "check"), _counted(2, "check"), _counted(2, "person", "people")
    ('1 check', '2 checks', '2 people')
    """
    return f"{count} {noun if count == 1 else plural or noun + 's'}"


def _known(points):
    """Return points as text; a question mark if a fault of the kit leaves them unknown."""
    return "?" if points is None else str(points)


def _mean(number):
    """Return a mean as text; a dash if there is none."""
    return "-" if isnan(number) else f"{number:.1f}"


def _percent(part, whole):
    """Return a share as a whole number of percent, which is 0 or 100 only if it is exactly so.

    Examples
    --------
    >>> _percent(399, 400), _percent(1, 400), _percent(0, 4), _percent(0, 0)
    (99, 1, 0, 0)
    """
    if part in (0, whole):
        return 100 if part else 0
    return min(99, max(1, round(100 * part / whole)))
