"""What `grade` and `regrade` share: grade what is left of a class, then write what people read."""

from __future__ import annotations

from contextlib import closing, nullcontext
from pathlib import Path

import click

from autograder.commands.console import Fault, Interrupted, console
from autograder.commands.progress import tracked
from autograder.course.csv_cells import BadTable
from autograder.course.identities import write_identities
from autograder.course.written.gather import gather
from autograder.course.written.labelling import label_answers
from autograder.exercises import BadExercise, declarations, require_whole
from autograder.files import cell_text, require_writable
from autograder.grading.retrying import Stopped
from autograder.grading.typed_points import merge_into_grades, noting_possible, table_of_grades
from autograder.reports.terminal import harmless
from autograder.sandbox.host import require_fork
from autograder.sandbox.self_test import gaps_here
from autograder.sandbox.worker.process import hide_memory

WHERE_BUILT = Path("dist")

rubrics_option = click.option(
    "--rubrics",
    type=click.Path(path_type=Path, exists=True, file_okay=False),
    callback=lambda _, __, given: given or WHERE_BUILT,
    help="Folder of the rubrics that `build` wrote, for the pages of written answers; "
    f"{WHERE_BUILT} by default, where there is one.",
)


def pool_options(command):
    """Give a command the options that say where submissions run."""
    jobs = click.option(
        "--jobs", type=click.IntRange(min=1), help="Processes; by default one a processor."
    )
    scheduler = click.option(
        "--scheduler", metavar="ADDRESS", help="Grade on a Dask cluster, such as tcp://host:8786."
    )
    unsafe = click.option(
        "--unsafe", is_flag=True, help="Grade also if submissions can read or write files here."
    )
    return jobs(scheduler(unsafe(command)))


def require_writable_or_fault(out):
    """Do nothing if results can be written to a folder; else a sentence, and exit status 2."""
    try:
        require_writable(out)
    except OSError as error:
        text = f"The results cannot be written to {out}: {error.strerror or error}."
        raise Fault(f"{text} Nothing has been graded yet.") from error


def require_ours_or_fault(ledger):
    """Do nothing if seed and limits of the last grading are this user's; else exit status 2."""
    if not ledger.is_ours:
        raise Fault(
            f"The seed in {ledger.path} was not written by you on this computer. Say it with "
            "`autograder grade --seed`; then all is graded again."
        )


def run(grading, jobs, scheduler, unsafe, each=lambda result: None):
    """Grade what is left of a class; end with exit status 2 or 130 if that is cut short.

    Parameters
    ----------
    grading : ClassGrading
        The class.
    jobs, scheduler, unsafe
        What the options of `pool_options` say.
    each : callable
        Called with each result as it comes.

    Returns
    -------
    missing : str
        What submissions can do here that they should not, to be said once more at the end, or "".
    """
    _require_whole_or_fault(grading)
    if jobs and scheduler:
        raise Fault("Give --jobs or --scheduler; a cluster has as many processes as its workers.")
    hide_memory()
    missing = "" if scheduler or not grading.left else _missing(grading.terms.isolated, unsafe)
    try:
        with _pool_for(grading, jobs, scheduler) as pool, closing(grading.results(pool)) as results:
            for result in tracked(console, results, len(grading.left), lambda: grading.running):
                each(result)
    except KeyboardInterrupt as error:
        raise Interrupted(_what_is_safe(grading)) from error
    except Stopped as error:
        raise Fault(f"{error} {_what_is_safe(grading)}") from error
    except OSError as error:
        text = f"The results cannot be written to {grading.out}: {error.strerror or error}."
        raise Fault(f"{text} {_what_is_safe(grading)}") from error
    return missing


def _require_whole_or_fault(grading):
    """Do nothing if all that is left can be graded with the whole kit; else say why not."""
    try:
        require_whole(sorted({each.exercise for each in grading.left}))
    except BadExercise as error:
        text = "Nothing was graded, and the grades of before stay as they are."
        raise Fault(f"{error} {text}") from error


def _pool_for(grading, jobs, scheduler):
    """Return a context manager of what grades a class; of None if nothing is left to grade."""
    if not grading.left:
        return nullcontext()
    if scheduler:
        from autograder.grading.cluster import Cluster

        return Cluster(scheduler, {each.exercise for each in grading.left}, grading.terms)
    from autograder.grading.pool import LocalPool

    return LocalPool(jobs, grading.terms.limits, grading.forbidden, grading.rehearse)


def _missing(isolated, unsafe):
    """Return what submissions can do here though they should not, and say it; or refuse, status 2.

    Parameters
    ----------
    isolated : bool
        Whether full isolation is required.
    unsafe : bool
        Whether to grade even if grades are in danger.
    """
    require_fork()
    gaps = gaps_here()
    if gaps.text and isolated:
        raise Fault(f"Nothing was graded, since isolation is required. {gaps.text}")
    if gaps.endanger_grades and not unsafe:
        raise Fault(
            f"Nothing was graded, since grades are not safe on this machine. {gaps.text} "
            "Grade on another one, or with --unsafe if you trust all who handed in."
        )
    missing = gaps.text and f"On this machine: {gaps.text}"
    if missing:
        console.print(missing, markup=False)
    return missing


def _what_is_safe(grading):
    """Return what has come of a grading that was cut short, and what to do."""
    done, total = grading.done
    if not done:
        return "Nothing has been graded yet."
    return f"{done} of {total} results are there and stay; the same command does the rest."


def publish(out, submissions, class_list, seed, rubrics, tables, notes=(), gallery=None):
    """Write who is who, the pages and the table of written answers; print what should be known.

    Parameters
    ----------
    out : Path
        The folder of the results.
    submissions : list of Submission
        What was graded.
    class_list : ClassList
        The whole class.
    seed : int or str
        The course's seed.
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
        told += collect_answers(out, submissions, seed, rubrics, tables)
        typed = tables.typed_points()
        told += typed.notes
        possible, unsure = {}, set(class_list.unsure)
        records = records_in(out, told, lambda *of: of in current)
        records = noting_possible(records, possible, unsure)
        write_pages(out, records, told, gallery=gallery, typed=typed)
        if typed.possible():  # of answers that may have come just now
            grades = table_of_grades(out)
            merge_into_grades(grades, possible, typed, {*map(cell_text, unsure)})
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
        return [*notes, f"{error} Until it is mended, nothing is done about written answers."]
    notes += more
    write_written_pages(out, asked, rubrics, notes)
    return notes
