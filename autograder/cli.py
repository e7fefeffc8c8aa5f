"""The command line: the group of commands, each imported only when it is called."""

from __future__ import annotations

from importlib import import_module

import click

from autograder.authoring.failures import NoSandbox
from autograder.commands.console import Fault, Interrupted
from autograder.exercises import BadExercise

# In the order of the help: who checks first, who builds last.
COMMANDS = (
    *("list", "start", "check", "hint", "replay"),
    *("grade", "regrade", "report", "gradebook"),
    *("build", "verify", "doctor"),
)


class _OnDemand(click.Group):
    """A group whose commands stand in modules of `autograder.commands`, named like them."""

    def list_commands(self, ctx):
        """Return the names of all commands."""
        return list(COMMANDS)

    def get_command(self, ctx, cmd_name):
        """Return a command, or None where there is none of this name."""
        if cmd_name not in COMMANDS:
            return None
        return import_module(f"autograder.commands.{cmd_name}").command

    def invoke(self, ctx):
        """Run the command; put Ctrl-C, and a sandbox that cannot be had, into a sentence."""
        try:
            return super().invoke(ctx)
        except (NoSandbox, BadExercise) as error:
            raise Fault(str(error)) from error
        except KeyboardInterrupt as error:
            raise Interrupted("") from error


@click.group(
    cls=_OnDemand,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@click.version_option(package_name="image-processing-assignments")
def main():
    """Check, grade, build and verify assignments in image processing.

    Exit status: 0 when all passed, 1 when something failed, 2 for wrong usage or our own fault.
    For `grade`, 0 when everything was graded, whatever the points.
    """
