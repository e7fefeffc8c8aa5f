"""The option of commands that meet no class: a course file, whose folders bring exercises."""

from __future__ import annotations

from pathlib import Path

import click


def _bring(_, __, path):
    if path is not None:
        from autograder.commands.counted import course_at  # most have no such file

        course_at(path)


brings_option = click.option(
    "--course",
    metavar="FILE",
    type=click.Path(path_type=Path),
    expose_value=False,
    is_eager=True,
    callback=_bring,
    help="A course.toml whose folders bring more exercises.",
)
