"""``autograder gradebook``: grades back into the course."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from autograder.commands.console import FAILED, PASSED, Fault, console
from autograder.course.csv_cells import BadTable
from autograder.course.gradebook.filling import fill, fill_in
from autograder.course.gradebook.points import read_points
from autograder.course.gradebook.summary import sentences_on
from autograder.files import cell_text, write_new
from autograder.reports.terminal import harmless


@click.command("gradebook")
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path, file_okay=False))
@click.option(
    "--into",
    metavar="EXPORTED",
    type=click.Path(path_type=Path),
    required=True,
    help="The gradebook that the system exported.",
)
@click.option("--key", metavar="COLUMN", required=True, help="The column of ids, e-mails or names.")
@click.option("--column", "columns", metavar="NAME", multiple=True, help="The column to fill.")
@click.option(
    "--exercise",
    "exercises",
    metavar="NAME",
    multiple=True,
    help="The exercise whose points go into the column; by default the total. To fill several "
    "columns, give as many --exercise as --column.",
)
@click.option("--comments", metavar="NAME", help="The column for what the checks found, in words.")
@click.option("--scale", is_flag=True, help="Scale points to the maximum of a column.")
@click.option(
    "--out", type=click.Path(path_type=Path), help="The new file; by default EXPORTED-filled."
)
def command(folder, into, key, columns, exercises, comments, scale, out):
    """Fill columns of a gradebook that Canvas, Moodle, Brightspace, Sakai or Blackboard exported.

    DIR is the folder that `grade` wrote. EXPORTED is a table as text, with any delimiter and
    encoding. The command writes a new file beside it. Only the filled cells differ. You may leave
    out what the system added to the name of a column, such as the number in "convolution (12345)".
    If the table has decimal commas, the points have them too.

    With --comments, a column such as Moodle's "Feedback comments" gets what the checks found: on
    the exercises given with --exercise, or on all.

    Exit status 1 means that somebody's points are not in the new file.
    """
    out = out or into.with_name(f"{into.stem}-filled{into.suffix}")
    pairs = _pairs(columns, exercises, comments)
    try:
        read_points(folder, "total")  # whatever else is missing, this comes first
        data, fillings = into.read_bytes(), []
        for column, exercise in pairs:
            fillings.append((fill(folder, data, key, column, exercise, scale=scale), "points"))
            data = fillings[-1][0].data
        if comments:
            texts = _comments(folder, exercises)
            fillings.append((fill_in(folder, data, key, comments, texts), "comments"))
            data = fillings[-1][0].data
        write_new(out, data)
    except BadTable as error:
        raise Fault(harmless(str(error))) from error
    except FileExistsError as error:
        raise Fault(
            f"{out} is there already, and was not touched; choose another --out."
        ) from error
    except FileNotFoundError as error:
        raise Fault(f"There is no file {error.filename or out}. Nothing was written.") from error
    except OSError as error:
        raise Fault(f"{error.filename or out}: {error.strerror}. Nothing was written.") from error
    for sentence in dict.fromkeys(each for one in fillings for each in sentences_on(*one)):
        console.print(harmless(sentence), markup=False)
    console.print(f"The filled gradebook is {out}.", markup=False)
    sys.exit(FAILED if any(_is_left_out(*one) for one in fillings) else PASSED)


def _pairs(columns, exercises, comments):
    """Return each column with the exercise that fills it; a sentence if they do not go together."""
    if not columns and not comments:
        raise Fault("Give the column to fill with --column.")
    if len(columns) == 1 and not exercises:
        return [(columns[0], "total")]
    if columns and len(columns) != len(exercises):
        raise Fault(
            f"There are {len(columns)} --column and {len(exercises)} --exercise: give as many of "
            "one as of the other, in the same order."
        )
    return list(zip(columns, exercises, strict=False))


def _comments(folder, exercises):
    """Return what the checks found, as text, for each student."""
    from autograder.reports.failure_text import comment_on
    from autograder.reports.pages import BadRecords, records_in

    wanted = [each for each in exercises if each != "total"]
    texts = dict.fromkeys(read_points(folder, "total"), "")
    try:
        for record in records_in(folder, [], lambda student, _: student in texts):
            if record["exercise"] in (wanted or [record["exercise"]]):
                before = texts[record["student"]]
                texts[record["student"]] = f"{before}\n\n{comment_on(record)}".strip()
    except BadRecords as error:
        raise Fault(str(error)) from error
    return {student: cell_text(text) for student, text in texts.items()}


def _is_left_out(filling, what):
    """Return whether somebody is not in the new gradebook; whoever has no comment lacks nothing."""
    found = filling.found
    return bool(found.students or found.ambiguous or (what == "points" and filling.without))
