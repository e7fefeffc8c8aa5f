"""What `grade` and `regrade` write for people when all is graded."""

from __future__ import annotations

from autograder.commands.console import Fault, Interrupted, console
from autograder.course.csv_cells import BadTable
from autograder.course.identities import write_identities
from autograder.course.written.gather import gather
from autograder.course.written.labelling import label_answers
from autograder.exercises import declarations
from autograder.files import cell_text
from autograder.grading.results import is_known
from autograder.grading.settling import settle
from autograder.grading.typed_points import merge_into_grades, table_of_grades
from autograder.reports.terminal import harmless


def publish(
    out, submissions, class_list, counting, ledger, rubrics, tables, notes=(), gallery=None
):
    """Write who is who, the pages and the table of written answers; print what should be known.

    Parameters
    ----------
    out : Path
        The folder of the results.
    submissions : list of Submission
        What was graded.
    class_list : ClassList
        The whole class.
    counting : Counting
        What counts, by the course file.
    ledger : Ledger
        That of the folder, as it is after grading.
    rubrics : Path
        The folder of the rubrics, if there is one.
    tables : WrittenTables
        What was typed for written answers.
    notes : list of str
        What is known already, for the report.
    gallery : Gallery, optional
        Pictures that are drawn already.
    """
    from autograder.reports.pages import records_in, write_pages

    submissions = [*submissions, *class_list.beside]
    current = {(each.student, each.exercise) for each in submissions}
    told = list(notes)
    try:
        write_identities(out, class_list.people.values(), class_list.moments)
        told += collect_answers(out, submissions, ledger.terms.seed, rubrics, tables)
        typed = tables.typed_points()
        told += [*typed.notes, *counting.notes]
        results = settle(out, lambda *of: of in current, counting, typed, ledger)
        unknown = {each["student"] for each in results if not is_known(each)}
        course, unsure = counting.course, class_list.unsure | unknown
        records = records_in(out, told, lambda *of: of in current)
        write_pages(out, records, told, gallery=gallery, typed=typed, course=course, unsure=unsure)
        if typed.possible():  # of answers that may have come just now
            grades, names = table_of_grades(out), {*map(cell_text, unsure)}
            merge_into_grades(grades, results, typed, names, counting)
    except BadTable as error:
        told.append(str(error))
    except OSError as error:
        text = f"{error.filename or out} cannot be read or written: {error.strerror}."
        raise Fault(f"{text} The results and the grades are safe.") from error
    except KeyboardInterrupt as error:
        text = "The results and the grades are safe; `autograder report` writes the pages."
        raise Interrupted(text) from error
    for note in told[len(notes) :]:
        console.print(harmless(note), markup=False)
    console.print(f"The report on the class is in {out / 'report.html'}.", markup=False)


def collect_answers(out, submissions, seed, rubrics, tables):
    """Write ``written/``, ``written.csv`` and its key for the answers of a class; return notes.

    What was typed stays as it is: the table is only added to.
    """
    from autograder.reports.pages.written_page import write_written_pages

    asked, notes = gather(out, submissions, declarations())
    try:
        asked, more = label_answers(tables, asked, seed)
    except BadTable as error:
        return [*notes, f"{error} Until you mend it, written answers stay as they are."]
    notes += more
    write_written_pages(out, asked, rubrics, tables, notes)
    return notes
