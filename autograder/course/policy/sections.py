"""The tables of a TOML file, read key by key: each mistake is noted with its line, none is lost."""

from __future__ import annotations

import sys
from decimal import Decimal
from difflib import get_close_matches

from autograder.course.policy.toml_hints import toml_hint
from autograder.course.policy.units import Unfit

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib


LONGEST_SHOWN = 62  # characters of a value in a message
# Of more names than this, so many are enough.
MOST_NAMED, NEAREST = 8, 3


class BadCourse(Exception):
    """A course file that cannot be used; the message says where, and what is allowed."""


class TomlFile:
    """The text of a TOML file, and the mistakes that were found in it.

    Parameters
    ----------
    name : str
        What it is called in messages.
    content : bytes
        The file.
    """

    def __init__(self, name, content):
        self.name, self._mistakes = name, []
        try:
            self._text = content.decode("utf-8-sig").replace("\r\n", "\n")
            self.data = _parsed(self._text)
        except UnicodeDecodeError as error:
            raise BadCourse(f"{name} is not UTF-8 text; save it as UTF-8.") from error
        except tomllib.TOMLDecodeError as error:
            end = f"at line {len(self._text.rstrip().splitlines())}"
            why = str(error).replace("at end of document", end).rstrip(".")
            raise BadCourse(f"{name} is not TOML: {why}.{toml_hint(why)}") from error

    def note(self, path, what):
        """Note a mistake in the value at a path of keys."""
        self._mistakes.append((_line_of(self._text, path), what))

    def require_no_mistakes(self):
        """Raise BadCourse with all mistakes that were noted, in the order of their lines."""
        if self._mistakes:
            lines = [f"{self.name}, line {line}: {what}" for line, what in sorted(self._mistakes)]
            raise BadCourse("\n".join(lines))

    def section(self, *taken):
        """Return the whole file as a `Section`; who has it has taken some of its values before."""
        return Section(self, self.data, (), taken)


class Section:
    """A table of a file, whose values are taken one by one."""

    def __init__(self, file, data, path, taken=()):
        self.file, self.data, self.path = file, data, path
        self._known = list(taken)

    def take(self, name, read, default=None):
        """Return a value as `read` makes it; the default if it is not there or a mistake."""
        self._known.append(name)
        if name not in self.data:
            return default
        try:
            return read(self.data[name])
        except Unfit as error:
            shown, end = _shown(self.data[name]), "" if str(error).endswith("?") else "."
            self.note(f"{self._said(name)} is {shown}; it should be {error}{end}", name)
            return default

    def section(self, name):
        """Return the table of this name, an empty one if it is not there."""
        self._known.append(name)
        data = self.data.get(name, {})
        if not isinstance(data, dict):
            should_be = ".".join(map(_key, (*self.path, name)))
            self.note(f"{name} should be a table: a line [{should_be}], and its keys below.", name)
            data = {}
        return Section(self.file, data, (*self.path, name))

    def sections(self):
        """Yield the name and the `Section` of each table in this one."""
        for name in self.data:
            yield name, self.section(name)

    def note(self, what, *keys):
        """Note a mistake at a key of this table, or at the table itself."""
        self.file.note((*self.path, *keys), what)

    def require(self, name, among, kind="exercise"):
        """Return whether a key is one of those allowed; note a mistake if it is not."""
        if name not in among:
            self.note(unknown(name, among, kind), name)
        return name in among

    def close(self):
        """Note each key that nobody took."""
        for name in self.data:
            if name not in self._known:
                self.note(unknown(name, self._known, "key", f" in {self._place}"), name)

    @property
    def _place(self):
        return f"[{'.'.join(map(_key, self.path))}]" if self.path else "this file"

    def _said(self, name):
        return f"{name} in {self._place}" if self.path else name


def unknown(name, among, kind="exercise", where="", listed_by=""):
    """Return the sentence on a name that there is not, with the likeliest of those there are.

    Parameters
    ----------
    name : str
        The name.
    among : collection of str
        Those there are.
    kind, where : str
        What it should name, and the place it stands in.
    listed_by : str
        The command that lists them all, which stands for most of them if they are many.

    Examples
    --------
    >>> unknown("tophats", ["convolution", "tophat"])
    "There is no exercise 'tophats'; did you mean 'tophat'?"
    """
    by_case = {each.casefold(): each for each in among}
    if near := get_close_matches(name.casefold(), by_case, 1):
        return f"There is no {kind} {name!r}{where}; did you mean {by_case[near[0]]!r}?"
    if len(by_case) > MOST_NAMED and listed_by:
        near = get_close_matches(name.casefold(), by_case, NEAREST, cutoff=0)
        nearest = ", ".join(by_case[each] for each in near)
        some = f"the nearest are {nearest}. `{listed_by}` lists all."
        return f"There is no {kind} {name!r}{where}; {some}"
    return f"There is no {kind} {name!r}{where}; there are {', '.join(among) or 'none'}."


def _parsed(text):
    return tomllib.loads(text, parse_float=Decimal)


def _line_of(text, path):
    """Return the line, counted from 1, on which the value at a path of keys begins.

    The lines up to it are the fewest that hold the value; what they hold is the parser's to say.
    """
    lines, done = text.split("\n"), 0
    for end in range(1, len(lines) + 1):
        try:
            data = _parsed("\n".join(lines[:end]))
        except tomllib.TOMLDecodeError:
            continue
        if _holds(data, path):
            new = range(done, end)
            return 1 + next(n for n in new if lines[n].strip() and lines[n].strip()[0] != "#")
        done = end
    return 1


def _holds(data, path):
    """Return whether nested tables hold a path of keys."""
    for key in path:
        if not isinstance(data, dict) or key not in data:
            return False
        data = data[key]
    return True


def _shown(value):
    """Return a value as it may stand in a sentence, as in the file; a long one is cut.

    Examples
    --------
    >>> _shown({"days": [1, "two", True]})
    '{ days = [1, "two", true] }'
    """
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, list):
        shown = f"[{', '.join(map(_shown, value))}]"
    elif isinstance(value, dict):
        pairs = ", ".join(f"{_key(key)} = {_shown(each)}" for key, each in value.items())
        shown = f"{{ {pairs} }}"
    else:
        shown = f'"{value:.60}"' if isinstance(value, str) else str(value)
    return shown if len(shown) <= LONGEST_SHOWN else f"{shown[:LONGEST_SHOWN]}..."


def _key(key):
    """Return a key as it stands in the head of a table."""
    return key if key.replace("_", "").replace("-", "").isalnum() and key.isascii() else f'"{key}"'
