"""``autograder doctor``: what a submission could do on this machine."""

from __future__ import annotations

import sys

import click

from autograder.commands.console import FAILED, PASSED, console
from autograder.sandbox.self_test import findings_here


@click.command("doctor")
def command():
    """Try what a submission must not do, and say which of it this machine stops."""
    found = findings_here()
    for finding in found:
        console.print(str(finding), style="green" if finding.stopped else "red")
    sys.exit(PASSED if all(finding.stopped for finding in found) else FAILED)
