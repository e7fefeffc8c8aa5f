"""``autograder figures``: the pictures of a handout alone, for a projector."""

from __future__ import annotations

import base64
import html
import re
from pathlib import Path

import click

from autograder.commands.console import EXERCISE, Fault
from autograder.exercises import load_exercise
from autograder.files import replace, replace_bytes

PAGE = """\
<!DOCTYPE html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>{title}</title>
<style>body {{ font: 18px sans-serif; max-width: 70em; margin: 1em auto; padding: 0 1em }}
img {{ max-width: 100%; height: auto }}</style>
<main>
<h1>{title}</h1>
{figures}
</main>
</html>
"""
FIGURE = """\
<h2 id="{number}">{number}. {heading}</h2>
<figure><img src="{file}" alt="{words}"></figure>
"""


@click.command("figures")
@click.argument("name", metavar="EXERCISE", type=EXERCISE)
@click.option(
    "--out",
    type=click.Path(path_type=Path, file_okay=False),
    metavar="DIR",
    required=True,
    help="Write them there, and a page index.html with all of them.",
)
def command(name, out):
    """In a checkout, save the figures of an EXERCISE's handout, as right functions make them."""
    try:
        from autograder.notebooks.build import read_reference
        from autograder.notebooks.handout import BuildError
    except ImportError as error:
        raise Fault(f"Figures of handouts need the extra 'instructor': {error}.") from error
    try:
        _, parts = read_reference(load_exercise(name), Path("reference").resolve())
    except BuildError as error:
        raise Fault(str(error)) from error
    try:
        count = _written(name, parts, out)
    except OSError as error:
        raise Fault(f"{error.filename or out} cannot be written: {error.strerror}.") from error
    click.echo(f"{count} figures and {out / 'index.html'} are new.")


def _written(name, parts, out):
    """Write the figures and the page that shows them; return how many there are."""
    from autograder.notebooks.handout_figures import handout_figures

    shown = []
    found = handout_figures(parts, Path("reference", name, "solution.py"))
    for number, (heading, figure) in enumerate(found, start=1):
        file = f"{number:02}-{re.sub(r'[^a-z0-9]+', '-', heading.casefold()).strip('-')}.png"
        replace_bytes(out / file, base64.b64decode(figure["image/png"]), sync=False)
        heading, words = html.escape(heading), html.escape(figure["text/plain"])
        shown.append(FIGURE.format(number=number, file=file, heading=heading, words=words))
    title = load_exercise(name).title
    replace(out / "index.html", PAGE.format(title=title, figures="".join(shown)), sync=False)
    return len(shown)
