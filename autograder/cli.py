"""The command line: the group of commands, each imported only when it is called."""

from __future__ import annotations

from importlib import import_module

import click

from autograder.authoring.failures import NoSandbox
from autograder.commands.console import Fault, Interrupted
from autograder.exercises import BadExercise, faults_noticed

# In the order of the help: who checks first, who builds last.
COMMANDS = (
    *("list", "start", "check", "hint", "replay"),
    *("course", "grade", "regrade", "report", "return", "gradebook"),
    *("build", "verify", "doctor"),
)


class _OnDemand(click.Group):
    """A group whose commands stand in modules of `autograder.commands`, named like them."""

    def list_commands(self, ctx):
        """Return the names of all commands."""
        return list(COMMANDS)

    def get_command(self, ctx, cmd_name):
        """Return a command, or None if there is none of this name."""
        if cmd_name not in COMMANDS:
            return None
        name = "hand_back" if cmd_name == "return" else cmd_name  # no module may be called that
        return import_module(f"autograder.commands.{name}").command

    def invoke(self, ctx):
        """Run the command; put Ctrl-C, and a sandbox that is not there, into a sentence.

        At the end, it names the exercises that are brought and cannot be used.
        """
        said = ""
        try:
            return super().invoke(ctx)
        except (NoSandbox, BadExercise) as error:
            said = str(error)
            raise Fault(said) from error
        except click.ClickException as error:
            said = error.message
            raise
        except KeyboardInterrupt as error:
            raise Interrupted("") from error
        finally:
            for fault in faults_noticed().values():
                if fault not in said:
                    click.echo(fault, err=True)


@click.group(
    cls=_OnDemand,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@click.version_option(package_name="image-processing-assignments")
def main():
    """Check, grade, build and verify assignments in image processing.

    Exit status: 0 if all passed, 1 if something failed, 2 for wrong usage or a fault of the kit.
    For `grade`, 0 if everything was graded, whatever the points.
    """
