"""The option for the course's seed, which neither other users nor submissions may see."""

from __future__ import annotations

import ctypes
import sys
from pathlib import Path

import click
from click.core import ParameterSource

from autograder.commands.console import Fault

VARIABLE = "AUTOGRADER_SEED"
_FILE = f"{__name__}.file"


def seed_options(text, default=None):
    """Return a decorator that gives a command ``--seed`` and ``--seed-file``.

    Parameters
    ----------
    text : str
        The help on ``--seed``.
    default : str, optional
        The seed if none is given.
    """
    seed = click.option(
        "--seed", envvar=VARIABLE, default=default, callback=_seed, help=text, show_envvar=True
    )
    file = click.option(
        "--seed-file",
        type=click.Path(path_type=Path),
        is_eager=True,
        expose_value=False,
        callback=_remember_file,
        help="A file that holds only the seed, so that other users of the computer cannot see the "
        "seed.",
    )
    return lambda command: seed(file(command))


def require_one_seed(given, of_course):
    """Do nothing unless two seeds are given: one would grade all on other images in silence."""
    if None not in (given, of_course) and str(given) != str(of_course):
        raise Fault(
            "You gave another seed than the course file. Give the seed in one place only: leave "
            "out --seed (or AUTOGRADER_SEED), or change the course file."
        )


def _remember_file(context, _, path):
    context.meta[_FILE] = path


def _seed(context, parameter, given):
    """Return the seed that was typed, or that of the file; take what was typed out of sight."""
    path = context.meta[_FILE]
    is_typed = context.get_parameter_source(parameter.name) is ParameterSource.COMMANDLINE
    if is_typed:
        _hide_from_lists_of_processes(given)
    if path is None:
        return given
    if is_typed:
        raise Fault("Give --seed or --seed-file.")
    try:
        text = path.read_text(encoding="utf-8").strip()
    except (OSError, UnicodeError) as error:
        raise Fault(f"The seed cannot be read from {path}: {error}.") from error
    if not text:
        raise Fault(f"{path} holds no seed: expected a word or a number.")
    return text


def _hide_from_lists_of_processes(word):
    """Write over a word of this process's command line, on Linux: every user can read that."""
    if sys.platform != "linux" or not word:
        return
    fields = Path("/proc/self/stat").read_text().rpartition(")")[2].split()
    start, end = int(fields[45]), int(fields[46])
    before = ctypes.string_at(start, end - start)
    secret = word.encode("utf-8", "surrogateescape")
    after = b"\0".join(_without(each, secret) for each in before.split(b"\0"))
    ctypes.memmove(start, after, len(after))


def _without(argument, secret):
    """Return an argument without the secret at its end, as long as before."""
    if argument in (secret, b"--seed=" + secret):
        return argument.removesuffix(secret) + b"x" * len(secret)
    return argument
