"""``autograder gradebook``: grades back into the course."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from autograder.commands.console import FAILED, PASSED, Fault, console
from autograder.course.csv_cells import BadTable
from autograder.course.gradebook.filling import fill
from autograder.course.gradebook.summary import sentences_on
from autograder.files import write_new
from autograder.reports.terminal import harmless


@click.command("gradebook")
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
@click.option(
    "--into",
    metavar="EXPORTED",
    type=click.Path(path_type=Path),
    required=True,
    help="The gradebook.",
)
@click.option("--key", metavar="COLUMN", required=True, help="Its column of ids, e-mails or names.")
@click.option("--column", metavar="NAME", required=True, help="Its column to fill.")
@click.option("--exercise", metavar="NAME", default="total", show_default=True, help="What with.")
@click.option("--out", type=click.Path(path_type=Path), help="By default, EXPORTED-filled.")
def command(folder, into, key, column, exercise, out):
    """Fill a column of a gradebook that Canvas, Moodle, Blackboard or another system exported.

    DIR is what `grade` wrote. EXPORTED is a table as text, with any delimiter and encoding; a new
    file is written beside it, in which every byte is the same but those of the cells filled. Names
    of columns may leave out what the system added, such as the number in "convolution (12345)".

    Exit status 1 says that somebody's points are not in the new file.
    """
    out = out or into.with_name(f"{into.stem}-filled{into.suffix}")
    try:
        filling = fill(folder, into.read_bytes(), key, column, exercise)
        write_new(out, filling.data)
    except BadTable as error:
        raise Fault(harmless(str(error))) from error
    except FileExistsError as error:
        raise Fault(
            f"{out} is there already, and was not touched; choose another --out."
        ) from error
    except OSError as error:
        raise Fault(f"{error.filename or out}: {error.strerror}. Nothing was written.") from error
    for sentence in sentences_on(filling):
        console.print(harmless(sentence), markup=False)
    console.print(f"The filled gradebook is {out}.", markup=False)
    left_out = filling.found.students or filling.found.ambiguous or filling.ungraded
    sys.exit(FAILED if left_out else PASSED)
