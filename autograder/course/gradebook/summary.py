"""What people read when a gradebook was filled."""

from __future__ import annotations

from autograder.course.gradebook.cell_numbers import same_points
from autograder.course.gradebook.columns import NO_STUDENT
from autograder.course.gradebook.matching import folded

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


def sentences_on(filling, what="points"):
    """Return the sentences on a gradebook that was filled.

    Parameters
    ----------
    filling : Filling
    what : str
        What was filled in.

    Returns
    -------
    sentences : list of str
        What was filled first, then what was not.
    """
    gradebook, found = filling.gradebook, filling.found
    sentences = [
        f"{filling.filled} of {_rows(len(gradebook.keys))} have their {what} in the column "
        f"{gradebook.name!r}; students were matched by {KNOWN_BY[filling.known_by]}."
    ]
    if filling.encoding in GUESSED:
        sentences.append(f"The file is not UTF-8; it was read as {GUESSED[filling.encoding]}.")
    if filling.possible is not None:
        sentences.append(_said_of_most(filling))
    if filling.replaced:
        sentences.append(_said_of_replaced(filling.replaced))
    for several, students in found.ambiguous:
        keys = _listed(dict.fromkeys(gradebook.keys[row] for row in several))
        could_be = f"{_rows(len(several))} with {keys} could be {_listed(students)}"
        sentences.append(f"Not certain, so not filled: {could_be}.")
    if filling.without:
        unknown = _listed(_called(each, filling) for each in filling.without)
        why = "since their points are not known yet" if what == "points" else f"without {what}"
        sentences.append(f"Not filled, {why}: {unknown}.")
    if found.students:
        students = _listed(_called(each, filling) for each in found.students)
        sentences.append(f"Graded, but not in the gradebook: {students}.")
    if found.rows:
        people = _listed(map(gradebook.person, found.rows))
        sentences.append(f"In the gradebook, but not graded: {people}.")
    if gradebook.without_key:
        sentences.append(_said_of_rows_without_key(gradebook))
    return sentences


def _called(student, filling):
    """Return a student as people say it: the name, and the key."""
    name = filling.names.get(student, "")
    return f"{name} ({student})" if name and name != student else student


def _said_of_most(filling):
    """Return the sentence on a column that is out of another number of points."""
    return (
        f"Take care: the column's maximum is {filling.gradebook.most:g} points, and the maximum of "
        f"these is {filling.possible:g}. They are filled in as they are; --scale makes them fit."
    )


def _said_of_rows_without_key(gradebook):
    """Return the sentence on rows that are nobody's, with the names that stand in them."""
    people = [gradebook.person(row) for row in gradebook.without_key]
    named = _listed(each for each in people if folded(each) not in ("", NO_STUDENT))
    among = f", among them {named}" if named else ""
    return f"Left as they are: {_rows(len(people))} without a key{among}."


def _said_of_replaced(replaced):
    """Return the sentence on what stood in the column before."""
    words = [f"{each} ({old})" for each, old in replaced.items() if not same_points(old, old)]
    named = f", not all of them numbers: {_listed(words)}" if words else ""
    return f"{_rows(len(replaced))} had another value, which these points replace{named}."


def _rows(number):
    """Return a number of rows in words."""
    return f"{number} row{'' if number == 1 else 's'}"


def _listed(keys):
    """Return keys as they stand in a sentence."""
    return ", ".join(keys)
