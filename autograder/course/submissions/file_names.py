"""What a file's name says: which exercise it is, and when it was exported."""

from __future__ import annotations

import re
from datetime import datetime, timezone
from pathlib import PurePath

# What notebooks, browsers and learning-management systems append to the name of a second copy.
DECORATIONS = (
    r"\s*\(\d{1,3}\)",  # convolution (1)
    r"\s*-?\s*copy(\s*\d{1,3})?",  # convolution-Copy1, convolution copy 2, convolution - Copy
    r"[-_ ]\d{1,3}",  # convolution-2
    r"[-_ ]\d{4}_\d\d_\d\dT\d\d_\d\d_\d\d_\d{1,6}",  # convolution_2026_01_31T12_00_00_000000
)
DECORATION = re.compile(rf"({'|'.join(DECORATIONS)})\Z", re.IGNORECASE)
EXPORTED = re.compile(r"(\d{4})_(\d\d)_(\d\d)T(\d\d)_(\d\d)_(\d\d)_(\d{1,6})")
MOMENT = re.compile(
    r"(\d{4}-\d\d-\d\d)[ T](\d\d:\d\d:\d\d)(?:\.(\d{1,6})\d*)?\s*(?:([+-]\d\d):?(\d\d))?"
)


class KnownExercises:
    """The exercises that files are looked through for; tells from a name which one it is.

    Parameters
    ----------
    declarations : dict of str to Declaration
        What each exercise declares, by its name.

    Attributes
    ----------
    names : tuple of str
        The names of the exercises, sorted.
    """

    def __init__(self, declarations):
        self.names = tuple(sorted(declarations))
        self._declarations = declarations
        self._by_letters = {_letters(each): each for each in self.names}

    def functions_of(self, exercise):
        """Return the names of the functions that students write for an exercise."""
        return self._declarations[exercise].functions

    def exercise_of(self, name):
        """Return the exercise that a file's name stands for, or None.

        Examples
        --------
        >>> known = KnownExercises(dict.fromkeys(["convolution", "skull_removal"]))
        >>> known.exercise_of("Convolution-2 (1).ipynb"), known.exercise_of("skull-removal.py")
        ('convolution', 'skull_removal')
        >>> known.exercise_of("convolution_2026_01_31T12_00_00_000000.zip")
        'convolution'
        >>> known.exercise_of("homework.ipynb")
        """
        stem = PurePath(name).stem
        while _letters(stem) not in self._by_letters:
            shorter = DECORATION.sub("", stem)
            if shorter == stem:
                return None
            stem = shorter
        return self._by_letters[_letters(stem)]

    def owner_and_exercise(self, name):
        """Return whose an exported zip is by its name, or "", and which exercise, or None.

        Examples
        --------
        >>> known = KnownExercises({"convolution": None})
        >>> known.owner_and_exercise("ada_convolution_2026_01_31T12_00_00_000000.zip")
        ('ada', 'convolution')
        >>> known.owner_and_exercise("ada lovelace.zip")
        ('ada lovelace', None)
        >>> known.owner_and_exercise("convolution (1).zip")
        ('', 'convolution')
        """
        stem = EXPORTED.sub("", PurePath(name).stem).strip("-_ ")
        parts = re.split(r"([-_ ])", stem)
        for start in range(0, len(parts), 2):
            if found := self.exercise_of("".join(parts[start:]) + ".zip"):
                return "".join(parts[:start]).strip("-_ "), found
        return stem, None


def _letters(text):
    """Return the letters and digits of a name in lower case, which tell exercises apart."""
    return "".join(c for c in text.casefold() if c.isalnum())


def exported_at(name):
    """Return the time in the name of Otter's export, in seconds since 1970, or None.

    The name holds the time of the student's own clock; it is taken for UTC.
    """
    found = EXPORTED.search(name)
    return found and _seconds(*found.groups())


def _seconds(year, month, day, hour, minute, second, fraction="0"):
    """Return a time in UTC in seconds since 1970, or None where there is no such time."""
    try:
        whole = [int(each) for each in (year, month, day, hour, minute, second)]
        micro = int(str(fraction).ljust(6, "0"))
        return datetime(*whole, micro, tzinfo=timezone.utc).timestamp()
    except ValueError:
        return None


def moment(text):
    """Return a time as nbgrader and Gradescope write it in seconds since 1970, or None.

    Examples
    --------
    >>> moment("2026-01-31 12:00:00.500000000 Z") - moment("2026-01-31 13:00:00 +01:00")
    0.5
    """
    found = MOMENT.search(text)
    if not found:
        return None
    day, clock, fraction, hours, minutes = found.groups()
    time = _seconds(*day.split("-"), *clock.split(":"), fraction or "0")
    offset = int(hours or 0) * 3600
    offset += int(minutes or 0) * (-60 if (hours or "").startswith("-") else 60)
    return time and time - offset
