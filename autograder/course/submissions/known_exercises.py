"""Which exercise a file is of: what it holds decides, and its name is a hint."""

from __future__ import annotations

import re
from functools import cached_property
from pathlib import PurePath

from autograder.course.submissions.file_names import DECORATION, EXPORTED, stem_of
from autograder.course.submissions.near_names import near_names

# A line of a script, or of a cell in a notebook's JSON, begins behind one of these.
LINE = rb'(?:^(?:\xef\xbb\xbf)?|"|\\n)'
DEFINES = rb"[ \t]*(?:async[ \t]+)?def[ \t]+(%s)[ \t]*\("
ASSIGNS = rb"(%s)[ \t]*=[ \t]*(?:lambda\b|[A-Za-z_][A-Za-z_0-9]*[ \t]*(?:$|\"|\\n|\r|#))"

_ANY_NAME = rb"[A-Za-z_][A-Za-z_0-9]*"


class KnownExercises:
    """The exercises that files are looked through for; tells which one a file is of.

    Parameters
    ----------
    declarations : dict of str to Declaration
        What each exercise declares, by its name.
    chosen : str, optional
        The exercise of a file of which nothing else says which one it is.

    Attributes
    ----------
    names : tuple of str
        The names of the exercises, sorted.
    """

    def __init__(self, declarations, chosen=None):
        self.names = tuple(sorted(declarations))
        self._declarations, self._chosen = declarations, chosen
        self._by_letters = {_letters(each): each for each in self.names}

    def functions_of(self, exercise):
        """Return the names of the functions that all students write for an exercise."""
        return self._declarations[exercise].required

    def defined_in(self, exercise, text):
        """Return how many functions of an exercise a text defines, the optional ones among them."""
        names = b"|".join(
            re.escape(name.encode()) for name in self._declarations[exercise].functions
        )
        return len(set(re.findall(LINE + DEFINES % names, text, re.MULTILINE)))

    def by_optional(self, text):
        """Return the only exercise of which a text defines an optional function, or None.

        This is for a student's own file. In a class, such a file may be a helper beside the work.
        """
        found = [each for each in self.names if self.defined_in(each, text)]
        return found[0] if len(found) == 1 and not self.holds_any(text) else None

    def exercise_of(self, name):
        """Return the exercise that a file is named after, or None.

        Examples
        --------
        >>> known = KnownExercises(dict.fromkeys(["convolution", "skull_removal"]))
        >>> known.exercise_of("Convolution-2 (1).ipynb"), known.exercise_of("skull-removal.py")
        ('convolution', 'skull_removal')
        >>> known.exercise_of("convolution_2026_01_31T12_00_00_000000.zip")
        'convolution'
        >>> known.exercise_of("homework.ipynb")
        """
        stem = stem_of(name)
        while _letters(stem) not in self._by_letters:
            shorter = DECORATION.sub("", stem)
            if shorter == stem:
                return None
            stem = shorter
        return self._by_letters[_letters(stem)]

    def hint_in(self, name):
        """Return the only exercise whose name stands in a file's name, or None.

        Examples
        --------
        >>> known = KnownExercises(dict.fromkeys(["convolution", "convolution3d"]))
        >>> known.hint_in("Kopie von Convolution.ipynb"), known.hint_in("ana_convolution_3d.py")
        ('convolution', 'convolution3d')
        >>> known.hint_in("convolution and convolution3d.ipynb")
        """
        words = re.findall(r"[^\W_]+", stem_of(name).casefold())
        spans = {}
        for start in range(len(words)):
            for end in range(start + 1, len(words) + 1):
                if found := self._by_letters.get("".join(words[start:end])):
                    spans[start, end] = found
        longest = {
            found
            for (start, end), found in spans.items()
            if not any(s <= start and end <= e and (s, e) != (start, end) for s, e in spans)
        }
        return self.exercise_of(name) or (longest.pop() if len(longest) == 1 else None)

    def judged(self, names, text):
        """Return which exercise a file is of, and what to say of that.

        Parameters
        ----------
        names : iterable of str
            What may give a hint, the best first.
        text : bytes
            What the file holds.

        Returns
        -------
        exercise : str or None
            None if that is not clear.
        clause : str
            Why it is not clear, or why it is not the exercise that its name says; else "".
        """
        names = tuple(names)
        hint = next(filter(None, map(self.hint_in, names)), None)
        held = self._held(text)
        fits = [name for name in held if held[name]] or list(held)
        if hint in held or (not held and hint):
            return hint, ""
        if len(fits) == 1:
            clause = f"it holds the functions of {fits[0]} and counts as that, not as {hint}"
            return fits[0], clause if hint else ""
        if fits:
            which = self._chosen if self._chosen in held else None
            clause = (
                f"it holds functions of {' and '.join(fits)}; say which with --exercise. "
                "For another one, run the command again with its name"
            )
            return which, "" if which else clause
        clause = self._of_none(text) if text.strip() else "it is empty"
        return self._chosen, "" if self._chosen else clause

    def _of_none(self, text):
        """Return why a text is of no exercise; a function in it may have nearly the right name."""
        found = re.findall(LINE + DEFINES % _ANY_NAME, text, re.MULTILINE)
        asked = {name: each for each in self.names for name in self.functions_of(each)}
        if near := near_names({each.decode() for each in found}, asked):
            mine, name = near
            return f"it defines {mine}, but the exercise {asked[name]} asks for {name}"
        return "it defines no function of an exercise, and its file name names no exercise"

    def holds_any(self, text):
        """Return whether a text defines a function that students write."""
        return bool(self._held(text))

    def _held(self, text):
        """Return the exercises of which a text defines functions, and whether it has them all."""
        found = set(self._definitions.findall(text)) or set(self._assignments.findall(text))
        defined = {each.decode() for each in found}
        functions = {each: set(self.functions_of(each)) for each in self.names}
        return {each: names <= defined for each, names in functions.items() if names & defined}

    @cached_property
    def _definitions(self):
        return self._lines_with(DEFINES)

    @cached_property
    def _assignments(self):
        return self._lines_with(ASSIGNS)

    def _lines_with(self, pattern):
        functions = {name for each in self.names for name in self.functions_of(each)}
        names = b"|".join(re.escape(name.encode()) for name in sorted(functions))
        return re.compile(LINE + pattern % names, re.MULTILINE)

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
