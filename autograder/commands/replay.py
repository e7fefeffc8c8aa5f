"""``autograder replay``: one failure again."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from autograder.commands.brings import brings_option
from autograder.commands.console import Fault, console, exit_status, own_sandbox
from autograder.course.submissions.submission import BadSubmission, read_source
from autograder.judging.replay import NothingToDebug, debug, replay
from autograder.judging.token_text import BadToken
from autograder.judging.tokens import case_of
from autograder.reports.terminal import check_lines


@click.command("replay")
@click.argument("token")
@click.argument("file", type=click.Path(path_type=Path))
@click.option(
    "--pdb",
    "stop",
    is_flag=True,
    help="First stop in your function, in Python's debugger; then print the verdict.",
)
@brings_option
def command(token, file, stop):
    """Run the case of one failure again, on your own FILE.

    Every message about a failure ends with a TOKEN. It gives the same case on any machine that has
    the kit.
    """
    try:
        source = read_source(file)
        case = case_of(token)
    except (BadSubmission, BadToken) as error:
        raise Fault(str(error)) from error
    if stop:
        sys.path.insert(0, str(file.absolute().parent))  # for the modules beside it
        try:
            debug(case, source.content, source.suffix)
        except NothingToDebug as error:
            raise Fault(str(error)) from error
    with own_sandbox(source.whole, case.exercise.name) as sandbox:
        outcome = replay(case, sandbox, source.content, source.suffix, source.helpers)
    console.print(check_lines(outcome.record(), str(file)), end="")
    sys.exit(exit_status([{"status": outcome.status}]))
