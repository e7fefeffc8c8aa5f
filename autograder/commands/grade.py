"""``autograder grade``: a class."""

from __future__ import annotations

import secrets
import sys
from functools import partial
from pathlib import Path

import click

from autograder.commands.accounts import what_was_left
from autograder.commands.class_run import (
    require_ours_or_fault,
    require_writable_or_fault,
    rubrics_option,
    run,
    sound_declarations,
)
from autograder.commands.console import EXERCISE, FAILED, FAULT, PASSED, Fault, console
from autograder.commands.counted import (
    counting_of,
    course_for,
    course_option,
    write_course_note,
)
from autograder.commands.course_seed import require_one_seed, seed_options
from autograder.commands.pools import pool_options
from autograder.commands.publishing import publish
from autograder.course.class_list import ClassList
from autograder.course.submissions.finding import find
from autograder.course.submissions.recognise import SECTIONS, STUDENTS
from autograder.course.submissions.submission import BadSubmission
from autograder.course.written.kept_answers import keep_answers
from autograder.course.written.tables import WrittenTables
from autograder.grading.class_grading import ClassGrading
from autograder.grading.jobs import Terms
from autograder.grading.ledger import Ledger
from autograder.grading.results import UNKNOWN
from autograder.grading.typed_points import table_of_grades
from autograder.reports.pages import FeedbackPages
from autograder.reports.terminal import harmless


@click.command("grade")
@click.argument(
    "folders", metavar="FOLDER...", nargs=-1, required=True, type=click.Path(path_type=Path)
)
@click.option(
    "--out",
    type=click.Path(path_type=Path),
    required=True,
    help="The folder for grades, results and pages.",
)
@seed_options("The course's seed; by default the last one for this OUT, or a new one.")
@click.option(
    "--exercise",
    "chosen",
    type=EXERCISE,
    help="The exercise of files whose functions and name do not show it.",
)
@click.option(
    "--folders-are",
    type=click.Choice([STUDENTS, SECTIONS]),
    help="Say what the folders in FOLDER are, if `grade` asks for it.",
)
@click.option(
    "--force", is_flag=True, help="Also grade work that has not changed since the last grading."
)
@click.option("--require-isolation", is_flag=True, help="Refuse if `doctor` finds a gap.")
@course_option
@rubrics_option
@pool_options
def command(
    folders,
    out,
    seed,
    chosen,
    folders_are,
    force,
    require_isolation,
    course_file,
    rubrics,
    where,
):
    """Grade a class: FOLDER/<student>/<exercise>.ipynb or .py.

    FOLDER may also be a download from Gradescope, Canvas, Moodle, Sakai, Brightspace or Blackboard,
    what nbgrader collected, clones of Classroom 50's or GitHub Classroom's repositories, a zip of
    any of these, or a folder with several. Zips that Otter exported count as the notebook in them.
    Give several FOLDERs for one class.

    The folder OUT gets grades.csv and results/<student>/<exercise>.json. If the export has more
    of students than their key, such as e-mails, it also gets identities.csv. Work is graded again
    only if the file, the checks or the seed have changed.

    For people, OUT gets report.html and feedback/<student>/<exercise>.html. Answers to written
    questions are in written/. Type their points into written.csv, and then grade again or run
    `autograder report`: this brings the points into grades.csv.

    Exit status 0 means that everything was graded, whatever the points. 1 means that something
    needs a look: work was left out, or the kit failed. Points that a fault of the kit leaves
    unknown stay empty until the same command grades that work again. The last lines name such work.
    2 means that the command was wrong, a folder was not understood, or nothing could be graded.
    """
    for folder in folders:
        if folder.resolve() in (out.resolve(), *out.resolve().parents) and folder.is_dir():
            raise Fault(f"--out {out} lies in the folder of submissions; give one beside it.")
    require_writable_or_fault(out)
    course, course_path = course_for(out, course_file, folders)
    known = course.chosen(sound_declarations())
    tables = WrittenTables(out, known)
    try:
        ledger, class_list = Ledger(out), ClassList(out)
        before = class_list.people.values()
        found = find(folders, known, chosen=chosen, folders_are=folders_are or "", known=before)
        submissions, notes = found.submissions, found.sentences
        class_list.take(found, ledger.source_of)
        require_one_seed(seed, course.seed)
        given = seed or course.seed
        seed = given or _seed_for(ledger)
        counting = counting_of(course, class_list)
        write_course_note(out, course, course_path)
        grading = ClassGrading(
            submissions,
            out,
            Terms(seed, isolated=require_isolation),
            class_list.folders[-1],
            force=force,
            ledger=ledger,
            typed_points=tables.typed_points,
            on_read=partial(_keep_answers, out, known),
            counting=counting,
            class_list=class_list,
        )
    except BadSubmission as error:
        raise Fault(harmless(str(error))) from error
    except OSError as error:
        raise Fault(
            f"{error.filename or out} cannot be read or written: {error.strerror}."
        ) from error
    for note in (*notes, *_notes_on(grading, submissions, class_list.beside, given)):
        console.print(harmless(note), markup=False)
    pages = FeedbackPages(out, tables.typed_points(), course)
    missing = run(grading, where, pages.write)
    publish(out, submissions, class_list, counting, ledger, rubrics, tables, notes, pages.gallery)
    _print_table(out, grading)
    console.print(f"Grades are in {out / 'grades.csv'}.", markup=False)
    if missing:
        console.print(missing, markup=False)
    for line in what_was_left(found, grading.summaries.values()):
        console.print(harmless(line), markup=False)
    sys.exit(_exit_status(grading) or (FAILED if found.not_graded or found.doubts else PASSED))


def _print_table(out, grading):
    """Print the table of the class, between empty lines."""
    from autograder.reports.class_table import class_table

    table = table_of_grades(out)
    rows = [[row.cells[name] for name in table.columns] for row in table.rows]
    text = class_table(table.columns, rows, grading.summaries.values())
    console.print(f"\n{text}\n", markup=False)


def _exit_status(grading):
    """Return the exit status of a grading: lost points are nothing to look at, unknown ones are."""
    unknown = [each["status"] in UNKNOWN for each in grading.summaries.values()]
    if all(unknown):
        return FAULT
    return FAILED if any(unknown) else PASSED


def _keep_answers(out, known, submission, source):
    """Keep the written answers of a submission, while it is read to be graded."""
    is_notebook = source.suffix == ".ipynb" and not source.problem
    if is_notebook and known[submission.exercise].questions:
        keep_answers(out, submission, source)


def _seed_for(ledger):
    """Return the seed of the last grading; a new one, that nobody can guess, if there was none.

    One that is forgotten would give other images, and to some other points; one that somebody else
    wrote may be known to students.
    """
    require_ours_or_fault(ledger)
    return secrets.token_hex(16) if ledger.terms is None else ledger.terms.seed


def _notes_on(grading, submissions, beside, given):
    """Yield sentences on a seed that was not `given`, and on results that are there already."""
    before = grading.ledger.terms
    if given is None and before is None:
        yield (
            f"No --seed was given, so the grader made one; it is kept in {grading.ledger.path} for "
            "later gradings into this folder."
        )
    if before is not None and before.seed != str(grading.terms.seed):
        yield "The seed changed, so everything is graded again on new images."
    if changed := grading.ledger.misfits:
        names = ", ".join("/".join(each) for each in changed)
        yield (
            "Graded again, because something other than `grade` on this computer has written "
            f"these results: {names}."
        )
    if kept := len(submissions) - len(grading.left):
        yield f"{kept} of {len(submissions)} have not changed since they were graded."
    if gone := grading.ledger.without_submission([*submissions, *beside]):
        names = ", ".join("/".join(each) for each in gone)
        yield f"No longer in the download, so not in grades.csv (their results stay): {names}."
