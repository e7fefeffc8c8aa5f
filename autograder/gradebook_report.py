"""What people read when a gradebook was filled: one sentence a line."""

from __future__ import annotations

# What is not worth a word.
USUAL = ("utf-8", "utf-16-le", "utf-16-be", "utf-32-le")
NAMES = {"cp1252": "Latin-1 as Windows writes it (Windows-1252)", "latin-1": "Latin-1 (ISO 8859-1)"}
KNOWN_BY = {
    "student": "the names of their results",
    "id": "their id",
    "email": "their e-mail",
    "name": "their name",
}


def report(filling):
    """Return the sentences on a gradebook that was filled.

    Parameters
    ----------
    filling : Filling

    Returns
    -------
    sentences : list of str
        What was filled first, then what was not.
    """
    found = filling.found
    filled = f"{len(found.pairs)} of {len(filling.keys)} rows have their points"
    sentences = [
        f"{filled} in the column {filling.column!r}; students were matched by "
        f"{KNOWN_BY[filling.known_by]}."
    ]
    if filling.encoding not in USUAL:
        sentences.append(f"The file is not UTF-8; it was read as {NAMES[filling.encoding]}.")
    if filling.replaced:
        sentences.append(said_of_replaced(filling.replaced))
    for rows, students in found.ambiguous:
        keys = named(dict.fromkeys(filling.keys[row] for row in rows))
        sentences.append(
            f"Not certain, so not filled: {len(rows)} rows with {keys} could be {named(students)}."
        )
    if found.students:
        sentences.append(f"Graded, but not in the gradebook: {named(found.students)}.")
    if found.rows:
        keys = named(filling.keys[row] for row in found.rows)
        sentences.append(f"In the gradebook, but not graded: {keys}.")
    return sentences


def said_of_replaced(replaced):
    """Return the sentence on what stood in the column before."""
    sentence = f"{len(replaced)} had another value before, which was replaced"
    words = [f"{student} ({old})" for student, old in replaced.items() if not is_number(old)]
    return (
        f"{sentence}, among them what is no number: {', '.join(words)}."
        if words
        else sentence + "."
    )


def is_number(text):
    """Return whether text is a number, with a decimal point or comma."""
    return text.replace(",", ".").replace(".", "", 1).isdecimal()


def named(keys):
    """Return keys as they stand in a sentence."""
    return ", ".join(keys)
