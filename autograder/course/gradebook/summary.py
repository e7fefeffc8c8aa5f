"""What people read when a gradebook was filled."""

from __future__ import annotations

from autograder.course.gradebook.filling import same_points

# What is worth a word: no mark in the file and no rule says that it is so.
GUESSED = {
    "cp1252": "Latin-1 as Windows writes it (Windows-1252)",
    "latin-1": "Latin-1 (ISO 8859-1)",
}
KNOWN_BY = {
    "student": "the names of their results",
    "id": "their ids",
    "email": "their e-mails",
    "name": "their names",
}


def sentences_on(filling):
    """Return the sentences on a gradebook that was filled.

    Parameters
    ----------
    filling : Filling

    Returns
    -------
    sentences : list of str
        What was filled first, then what was not.
    """
    gradebook, found = filling.gradebook, filling.found
    sentences = [
        f"{filling.filled} of {_rows(len(gradebook.keys))} have their points in the column "
        f"{gradebook.name!r}; students were matched by {KNOWN_BY[filling.known_by]}."
    ]
    if filling.encoding in GUESSED:
        sentences.append(f"The file is not UTF-8; it was read as {GUESSED[filling.encoding]}.")
    if filling.replaced:
        sentences.append(_said_of_replaced(filling.replaced))
    for several, students in found.ambiguous:
        keys = _listed(dict.fromkeys(gradebook.keys[row] for row in several))
        could_be = f"{_rows(len(several))} with {keys} could be {_listed(students)}"
        sentences.append(f"Not certain, so not filled: {could_be}.")
    if filling.ungraded:
        unknown = _listed(filling.ungraded)
        sentences.append(f"Not filled, since their points are not known yet: {unknown}.")
    if found.students:
        sentences.append(f"Graded, but not in the gradebook: {_listed(found.students)}.")
    if found.rows:
        keys = _listed(gradebook.keys[row] for row in found.rows)
        sentences.append(f"In the gradebook, but not graded: {keys}.")
    if gradebook.without_key:
        sentences.append(f"Left as they are: {_rows(gradebook.without_key)} without a key.")
    return sentences


def _said_of_replaced(replaced):
    """Return the sentence on what stood in the column before."""
    words = [f"{each} ({old})" for each, old in replaced.items() if not same_points(old, old)]
    named = f", among them what is no number: {_listed(words)}" if words else ""
    return f"{_rows(len(replaced))} had another value before, which was replaced{named}."


def _rows(number):
    """Return a number of rows in words."""
    return f"{number} row{'' if number == 1 else 's'}"


def _listed(keys):
    """Return keys as they stand in a sentence."""
    return ", ".join(keys)
