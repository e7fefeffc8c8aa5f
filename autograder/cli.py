"""The command line: ``list``, ``check``, ``grade``, ``build``, ``verify`` and ``doctor``."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import click
from rich.console import Console

from autograder.seeds import COURSE_SEED, STUDENT_SEED

PASSED, FAILED, FAULT = 0, 1, 2

console = Console(highlight=False, soft_wrap=True)


class Fault(click.ClickException):
    """Wrong usage, or a fault of our own: one sentence, and exit status 2."""

    exit_code = FAULT


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(package_name="image-processing-assignments")
def main():
    """Check, grade, build and verify assignments in image processing.

    Exit status: 0 when all passed, 1 when something failed, 2 for wrong usage or our own fault.
    """


@main.command("list")
def list_():
    """List the exercises, their functions and their points."""
    from autograder.exercise import exercises

    for each in exercises():
        calls = ", ".join(f"{f}({', '.join(names)})" for f, names in each.parameters.items())
        click.echo(f"{each.name:<16} {each.points:>3} points  {calls}")


@main.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--exercise", "name", metavar="NAME", help="Which one; by default, the file's name.")
@click.option("--json", "as_json", is_flag=True, help="Print the result record.")
@click.option("--all", "every_detail", is_flag=True, help="Show every counterexample.")
@click.option("--seed", default=STUDENT_SEED, help="Draw other examples.", show_default=True)
def check(file, name, as_json, every_detail, seed):
    """Check your own FILE, a .py or .ipynb, as it will be checked for the grade."""
    from autograder.submissions import BadSubmission, read

    try:
        source = read(file)
    except BadSubmission as error:
        raise Fault(str(error)) from error
    from autograder.sandbox.host import Sandbox

    with Sandbox() as sandbox:  # gets ready while the rest is imported
        from autograder.grading import grade as grade_one
        from autograder.report import check_report

        exercise = exercise_or_fault(name or file.stem)
        result = grade_one(sandbox, exercise, source, file.suffix, seed)
    if as_json:
        click.echo(json.dumps(result, indent=1, ensure_ascii=False))
    else:
        console.print(check_report(result, every_detail), end="")
    sys.exit(exit_status([result]))


@main.command()
@click.argument("folder", type=click.Path(path_type=Path))
@click.option("--out", type=click.Path(path_type=Path), required=True, help="Where to write.")
@click.option("--seed", default=COURSE_SEED, show_default=True, help="The course's seed; keep it.")
@click.option("--jobs", type=click.IntRange(min=1), help="Processes; by default one a processor.")
@click.option("--require-isolation", is_flag=True, help="Refuse where `doctor` finds a gap.")
def grade(folder, out, seed, jobs, require_isolation):
    """Grade a class: FOLDER/<student>/<exercise>.ipynb or .py.

    Writes grades.csv and results/<student>/<exercise>.json into the folder given with --out.
    Exit status 1 says that some submission did not get full marks, not that grading failed.
    """
    from autograder.grading import grade_class
    from autograder.progress import tracked
    from autograder.submissions import BadSubmission, find

    if require_isolation:
        require_isolation_or_fault()
    try:
        submissions, notes = find(folder)
        for note in notes:
            console.print(note, markup=False)
        results = grade_class(submissions, out, seed, jobs=jobs)
        graded = list(tracked(console, results, len(submissions)))
    except BadSubmission as error:
        raise Fault(str(error)) from error
    except OSError as error:
        raise Fault(f"{error.filename or out} cannot be written: {error.strerror}.") from error
    console.print(f"Grades are in {out / 'grades.csv'}.", markup=False)
    sys.exit(exit_status(graded))


@main.command()
@click.option("--out", type=click.Path(path_type=Path), default=Path("dist"), show_default=True)
@click.option("--seed", default=COURSE_SEED, show_default=True, help="The course's seed.")
def build(out, seed):
    """Build assignments/ and the zips for Otter, from reference/ in the current folder."""
    try:
        from autograder.build import BuildError, build_exercise
    except ImportError as error:
        raise Fault(f"Building needs the extra 'instructor': {error}.") from error
    from autograder.exercise import names

    for name in names():
        try:
            for path in build_exercise(name, Path.cwd(), out, seed):
                console.print(path, markup=False)
        except BuildError as error:
            raise Fault(str(error)) from error


@main.command()
@click.option("--seed", default=COURSE_SEED, show_default=True, help="Draw other examples.")
@click.option("--exercise", "names", multiple=True, metavar="NAME", help="Only these exercises.")
def verify(seed, names):
    """Test the autograder: the reference passes, the stub fails, every known mistake is caught."""
    from autograder.exercise import names as all_names
    from autograder.sandbox.host import Sandbox
    from autograder.verify import NoReference
    from autograder.verify import verify as verify_one

    held = []
    with Sandbox() as sandbox:
        for name in names or all_names():
            exercise_or_fault(name)
            try:
                for claim, holds in verify_one(name, sandbox, Path.cwd(), seed):
                    word = "[green]holds[/]" if holds else "[red]FAILS[/]"
                    console.print(f"{word}  {name}: {claim}")
                    held.append(holds)
            except NoReference as error:
                raise Fault(str(error)) from error
    console.print(f"{sum(held)} of {len(held)} claims hold.")
    sys.exit(PASSED if all(held) else FAILED)


@main.command()
def doctor():
    """Try what a submission must not do, and say what is stopped here and what is not."""
    from autograder.sandbox.doctor import examine
    from autograder.sandbox.host import Sandbox

    with Sandbox() as sandbox:
        findings = examine(sandbox)
    for finding in findings:
        console.print(str(finding), style="green" if finding.stopped else "red")
    sys.exit(PASSED if all(finding.stopped for finding in findings) else FAILED)


def require_isolation_or_fault():
    """Do nothing where submissions are isolated fully; else say what is not, with status 2."""
    from autograder.sandbox.doctor import examine
    from autograder.sandbox.host import Sandbox

    with Sandbox() as sandbox:
        loose = [str(finding) for finding in examine(sandbox) if not finding.stopped]
    if loose:
        raise Fault(f"Nothing was graded, since isolation is required. {' '.join(loose)}")


def exercise_or_fault(name):
    """Return the exercise of this name; a sentence and exit status 2 where there is none."""
    from autograder.exercise import exercise

    try:
        return exercise(name)
    except ValueError as error:
        raise Fault(f"{error} Name one with --exercise.") from error


def exit_status(results):
    """Return the exit status for result records."""
    statuses = {result["status"] for result in results}
    if "grader_error" in statuses:
        return FAULT
    return PASSED if statuses == {"passed"} else FAILED
