"""The command line: the group of commands, each imported only when it is called."""

from __future__ import annotations

from importlib import import_module

import click

from autograder.authoring.failures import NoSandbox
from autograder.commands.console import Fault, Interrupted
from autograder.exercises import BadExercise, faults_noticed

# In the order of the help, with the first sentence of each: who checks first, who builds last.
COMMANDS = {
    "list": "List the exercises with functions and points, or the checks of one EXERCISE.",
    "start": "Write the notebook and the script of an EXERCISE here, and overwrite no file.",
    "check": "Check your own FILE (.py, .ipynb or a zip) with the same checks that decide the "
    "grade.",
    "hint": "Give the next of three hints on the first failure of your last check of EXERCISE.",
    "replay": "Run the case of one failure again, on your own FILE.",
    "course": "Write or check course.toml, the file with dates, extensions, late policy and "
    "points.",
    "grade": "Grade a class: FOLDER/<student>/<exercise>.ipynb or .py.",
    "regrade": "Grade a class again after a check has changed, and say whose points change.",
    "report": "Update grades.csv and write the pages in DIR again, without grading.",
    "return": "Put the feedback pages in DIR into zips, with the names that the download had.",
    "gradebook": "Fill columns of a gradebook that Canvas, Moodle, Brightspace, Sakai or "
    "Blackboard exported.",
    "build": "Build assignments/ and the zips for students and for Otter from reference/ in "
    "this folder.",
    "figures": "In a checkout, save the figures of an EXERCISE's handout, as right functions make "
    "them.",
    "verify": "Test the autograder: the reference passes, the stub fails, every known mistake "
    "is caught.",
    "doctor": "Try what a submission must not do, and say which of it this machine stops.",
}


class _OnDemand(click.Group):
    """A group whose commands stand in modules of `autograder.commands`, named like them."""

    def list_commands(self, ctx):
        """Return the names of all commands."""
        return list(COMMANDS)

    def format_commands(self, ctx, formatter):
        """Write the list of commands without importing them."""
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))

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
