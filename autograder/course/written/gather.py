"""Gather the answers of a class, question by question."""

from __future__ import annotations

from autograder.course.written.asked import Answer, Asked
from autograder.course.written.kept_answers import handed_in
from autograder.course.written.questions import questions_of

# So many names stand in a note.
MOST_NAMES = 5


def gather(out, submissions, notes):
    """Return an `Asked` for each question that stood in a notebook of the class.

    Parameters
    ----------
    out : path
        The folder of the results, where answers are kept.
    submissions : list of Submission
        The class.
    notes : list of str
        Gets a sentence for each thing that the instructor should know.
    """
    asked = []
    for name in sorted({each.exercise for each in submissions}):
        questions = questions_of(name)
        if questions:
            own = [each for each in submissions if each.exercise == name]
            notebooks = notebooks_among(own, out, notes)
            asked += [sorted_out(question, notebooks) for question in questions if notebooks]
    for each in asked:
        if each.missing:
            question = f"{each.question.exercise}, {each.question.title!r}"
            notes.append(f"{question}: not to be found in the notebook of {some(each.missing)}.")
    return asked


def notebooks_among(submissions, out, notes):
    """Return what the notebooks among the submissions to one exercise answer."""
    scripts = [each.student for each in submissions if each.path.suffix == ".py"]
    if scripts:
        notes.append(
            f"{submissions[0].exercise}: a script has no written answers, and so there are none "
            f"of {some(scripts)}."
        )
    found = []
    for each in submissions:
        if each.path.suffix == ".ipynb":
            notebook = handed_in(out, each)
            if notebook.problem:
                name = f"{each.student}/{each.exercise}"
                notes.append(f"{name}: the written answers cannot be read: {notebook.problem}.")
            else:
                found.append(notebook)
    return found


def sorted_out(question, notebooks):
    """Return what came in for one question."""
    asked = Asked(question)
    for each in notebooks:
        cells = each.answers.get(question.title)
        if cells is None:
            asked.missing.append(each.student)
        elif cells:
            asked.answers.append(Answer(question, each.student, cells))
        else:
            asked.unanswered.append(each.student)
    return asked


def some(names):
    """Return the first of some names, and how many more there are."""
    shown = ", ".join(sorted(names)[:MOST_NAMES])
    more = len(names) - MOST_NAMES
    return shown if more <= 0 else f"{shown} and {more} more"
