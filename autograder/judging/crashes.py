"""What an error means, in a sentence, by its kind and by the shapes that it names."""

from __future__ import annotations

import re

from autograder.authoring.choices import Finding
from autograder.judging.error_meanings import MEANINGS

# The names of errors begin with a capital, and what stands behind a colon in the line seldom does.
PLACE = re.compile(
    r"Line (\d+) \((?P<code>.*?)\): (?P<kind>[A-Z]\w+)(?:: (?P<text>.*))?$", re.DOTALL
)
BEFORE = " Before, while it was loaded: "


def meaning_of(name, message):
    """Return the `Finding` on an error, or None if the message tells of none.

    Parameters
    ----------
    name : str
        The function that stopped.
    message : str
        What a check says of it.
    """
    said = message.partition("\n\n")[0]
    if "It is called with" in said:
        return Finding("error:signature", f"{name} needs other parameters than it has.", stops=True)
    _, _, loading = said.partition(BEFORE)
    found = PLACE.search(loading) or PLACE.search(said)
    if found is None:
        return None
    number, kind, text = found[1], found["kind"], found["text"] or ""
    for pattern, meaning, key in MEANINGS:
        fits = re.search(pattern, f"{kind}: {text}")
        if fits:
            groups = [each for each in fits.groups() if each]
            sentence = f"In line {number}, {meaning.format(*groups)}"
            end = "" if sentence.endswith("?") else "."
            return Finding(f"error:{key}", sentence + end, stops=True)
    if kind == "SyntaxError" or kind == "IndentationError":
        return Finding("error:syntax", f"Line {number} is no Python: {text}.", stops=True)
    return Finding(f"error:{kind}", f"Line {number} stops with a {kind}.", stops=True)
