"""Give each answer a label, an entry in the key, and a row in the table."""

from __future__ import annotations

from dataclasses import replace

from autograder.course.written import typed
from autograder.course.written.gather import entry_key
from autograder.course.written.key import Entry, label_for, write_key


def label_answers(tables, asked, seed):
    """Label the answers and sort them by their labels; add to ``written.csv`` what is new.

    Parameters
    ----------
    tables : WrittenTables
        The two tables. What was typed stays as it is: they are only added to.
    asked : list of Asked
        The questions, and the answers to them.
    seed : int or str
        The course's seed.

    Returns
    -------
    asked : list of Asked
        The same, whose answers have labels.
    notes : list of str
        A sentence for each answer that is not what it was when its points were typed.

    Raises
    ------
    BadTable
        If a table cannot be read; then nothing is written.
    """
    sheet, entries = tables.read()
    key = {entry.of: entry for entry in entries}
    taken = {entry.answer for entry in entries}
    listed = {row.cells["answer"].strip(): row for row in sheet.rows}
    graded = {label for label, row in listed.items() if row.cells["points"].strip()}
    has_lost_points = key and not sheet.text
    notes = [f"{typed.GONE} `grade` writes it again, without points."] if has_lost_points else []
    labelled, rows = [], []
    for each in asked:
        notes += _gone(each, key, graded)
        for answer in each.answers:
            _enter(answer, key, taken, graded, seed)
        answers = sorted((_labelled(answer, key) for answer in each.answers), key=_by_label)
        labelled.append(replace(each, answers=answers))
        rows += [_row_for(answer) for answer in answers if answer.label not in listed]
        notes += [_changed(answer) for answer in answers if answer.has_changed]
    # The key first: a row without its entry could not be understood.
    if key:
        write_key(tables.folder, key.values())
    sheet.add(rows)
    return labelled, notes


def _enter(answer, key, taken, graded, seed):
    """Enter in the key what an answer says; once it has points, its entry stays as it is."""
    of = entry_key(answer.student, answer.question)
    if of not in key:
        label = label_for(seed, answer.student, answer.question, taken)
        taken.add(label)
        key[of] = Entry(label, of[1], of[2], of[0], answer.digest)
    if key[of].answer not in graded:
        key[of] = replace(key[of], text=answer.digest)


def _labelled(answer, key):
    """Return an answer with its label, and whether it still says what its entry says."""
    entry = key[entry_key(answer.student, answer.question)]
    return replace(answer, label=entry.answer, has_changed=entry.text != answer.digest)


def _by_label(answer):
    """Return what answers are sorted by, so that their order says nothing about names."""
    return answer.label


def _row_for(answer):
    """Return the row of an answer, for points to be typed into."""
    question = answer.question
    cells = (answer.label, question.exercise, question.name, str(question.possible))
    return dict(zip(typed.COLUMNS, cells, strict=False))


def _changed(answer):
    """Return the sentence on an answer that has changed since its points were typed."""
    return (
        f"{_named(answer.label, answer.question)}: the answer has changed since its points were "
        "typed. The points stay. To clear this note, delete them, run `grade`, and type them again."
    )


def _gone(asked, key, graded):
    """Yield a sentence for each answer that has points and is not there any more."""
    for student in (*asked.unanswered, *asked.missing):
        entry = key.get(entry_key(student, asked.question))
        if entry is not None and entry.answer in graded:
            yield (
                f"{_named(entry.answer, asked.question)}: the answer was taken back after its "
                "points were typed. The points stay."
            )


def _named(label, question):
    """Return how an answer is called in a sentence."""
    return f"{typed.NAME}, answer {label} ({question.exercise}, {question.name})"
