"""What `grade` and `regrade` write for people once the results are there."""

from __future__ import annotations

from pathlib import Path

import click

from autograder.commands.console import Fault, Interrupted, console
from autograder.course.identities import write_identities
from autograder.reports.terminal import harmless

WHERE_BUILT = Path("dist")

rubrics_option = click.option(
    "--rubrics",
    type=click.Path(path_type=Path, exists=True, file_okay=False),
    callback=lambda _, __, given: given or WHERE_BUILT,
    help="Folder of the rubrics that `build` wrote, for the pages of written answers; "
    f"{WHERE_BUILT} by default, where there is one.",
)


def publish(out, submissions, seed, rubrics, notes=(), gallery=None):
    """Write who is who, the pages and the table of written answers; print what should be known.

    Parameters
    ----------
    out : Path
        The folder of the results.
    submissions : list of Submission
        The class.
    seed : int or str
        The course's seed.
    rubrics : Path
        The folder of the rubrics, if there is one.
    notes : list of str
        What is known already, for the report.
    gallery : Gallery, optional
        Pictures that are drawn already.
    """
    from autograder.course.written.collect import collect
    from autograder.course.written.typed import typed_points
    from autograder.reports.pages import records_in, write_pages

    current = {(each.student, each.exercise) for each in submissions}
    told = list(notes)
    try:
        write_identities(out, [each.identity for each in submissions])
        told += [*collect(out, submissions, seed, rubrics), *typed_points(out).notes]
        records = records_in(out, told, lambda *of: of in current)
        write_pages(out, records, told, gallery=gallery)
    except OSError as error:
        text = f"{error.filename or out} cannot be read or written: {error.strerror}."
        raise Fault(f"{text} The results and the grades are safe.") from error
    except KeyboardInterrupt as error:
        text = "The results and the grades are safe; `autograder report` writes the pages."
        raise Interrupted(text) from error
    for note in told[len(notes) :]:
        console.print(harmless(note), markup=False)
    console.print(f"The report on the class is in {out / 'report.html'}.", markup=False)
