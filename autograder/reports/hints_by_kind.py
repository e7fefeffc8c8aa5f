"""Three hints on a failure: those of the known mistake behind it, or those of its kind.

An error asks for shapes, a mask for its outline, numbers for paper.
"""

from __future__ import annotations

import re
import shlex
from math import prod

# Below so many elements in all arguments, no loop that ends takes long.
_FEW = 1000


def hints_on(exercise, trouble):
    """Return the hints on a trouble, the first of which its report may have shown.

    Parameters
    ----------
    exercise : Exercise
        Knows the mistakes.
    trouble : dict
        From `trouble_in`, perhaps of an earlier version.
    """
    known = {each.name: each.hints for each in exercise.misconceptions}
    if trouble["misconception"] in known:
        return known[trouble["misconception"]]
    first, second, third = _OF_KIND[trouble.get("kind", "numbers")](exercise, trouble)
    return (trouble["relation"] or first, second, third)


def replay_of(exercise, trouble):
    """Return the command that runs the case of a trouble again, or "" if it has no case.

    Parameters
    ----------
    exercise : Exercise
        What was checked.
    trouble : dict
        From `trouble_in`.
    """
    if not trouble["token"]:
        return ""
    return f"autograder replay {trouble['token']} {_file_of(exercise, trouble)} --pdb"


def _file_of(exercise, trouble):
    """Return the file that was checked, for a command; a check cell does not know its file."""
    return shlex.quote(trouble.get("file") or f"{exercise.name}.ipynb")


def _line_by_line(exercise, trouble):
    """Return the last hint on whatever has a case."""
    if not (replay := replay_of(exercise, trouble)):
        return "Print what your function has after each of its steps: which is the first wrong one?"
    return (
        f"Go through your function line by line on this case: {replay}. There, n runs the next "
        "line, p and a name show a variable, and q ends it."
    )


def _asked_for(trouble):
    return f"Begin with what the check asks for: {trouble['claim']}"


def _on_a_file(exercise, trouble):
    file = _file_of(exercise, trouble)
    is_script = file.strip("'").endswith(".py")
    again = "Restart the kernel, and run all cells from the top"
    alone = f"Run the file by itself: python {file}" if is_script else again
    return (
        "The checks read your whole file before they call a function, so an error anywhere in it "
        "stops them all.",
        f"{alone}. The last line of the output names the error, and the lines above it the place.",
        "Put a # before the lines that you added last, until the file loads again. The line that "
        "made the difference is wrong, or it uses what is not there yet.",
    )


def _on_an_error(exercise, trouble):
    seen = trouble.get("seen", "")
    if "It is called with" in seen:
        return _on_parameters(exercise, trouble)
    if re.search(r"\): (?:ImportError|ModuleNotFoundError)\b", seen):
        return _on_an_import(exercise, trouble)
    if re.search(r"\): (?:NameError|UnboundLocalError)\b", seen):
        return _on_a_name(exercise, trouble)
    shapes = trouble["shapes"].items()
    was = " and ".join(f"{name} has shape {tuple(shape)}" for name, shape in shapes)
    told = f"In this call {was}. " if was else ""
    return (
        _asked_for(trouble),
        f"{told}Print the shapes of all arrays in {_line_of(trouble)} just before it runs.",
        _line_by_line(exercise, trouble),
    )


def _line_of(trouble):
    return f"line {trouble['line']}" if trouble["line"] else "the line that stops"


def _on_parameters(exercise, trouble):
    function = trouble.get("function") or "your function"
    return (
        _asked_for(trouble),
        "Look at the line of your function that begins with def. The checks pass as many arguments "
        "as the docstring lists under Parameters, in the same order.",
        f"In an empty folder, run autograder start {exercise.name}. It writes a new file: copy the "
        f"def line of {function} from there.",
    )


def _on_a_name(exercise, trouble):
    return (
        _asked_for(trouble),
        f"Read {_line_of(trouble)} letter by letter. Then look for the line above it that gives "
        "the name its meaning: an import, a def, a parameter, or an =.",
        "An import stands at the top of the file. Python tells capital letters from small ones. "
        "A variable of one function is not known in another.",
    )


def _on_an_import(exercise, trouble):
    return (
        _asked_for(trouble),
        f"Read the import in {_line_of(trouble)} letter by letter, and compare it with the imports "
        "at the top of the file that you got.",
        "The checks can import only what the course installs. Remove the import, or use what the "
        "imports at the top of the file that you got bring.",
    )


def _on_time(exercise, trouble):
    shapes = trouble["shapes"].values()
    is_small = shapes and sum(map(prod, shapes)) < _FEW
    return (
        "Take each while loop, and write down the values in its condition for the first three "
        "turns: which line changes them?"
        if is_small
        else "Call your function on a very small image first, and then on one twice as long and "
        "twice as wide: how many times as long does it take?",
        "Print a number in each turn of your loops: which of them goes on, and what ends it?",
        _line_by_line(exercise, trouble),
    )


def _on_a_rule(exercise, trouble):
    called = trouble["forbidden"]
    return (
        _asked_for(trouble),
        f"Look for what calls {called}, and write the steps of it yourself.",
        f"Write down what {called} does to one pixel, a line for each step. Then put a line of "
        "code below each, and delete the call.",
    )


def _on_a_mask(exercise, trouble):
    is_volume = any(len(shape) > 2 for shape in trouble["shapes"].values())
    kept = "plt.contour(result[p] != 0) for a plane p" if is_volume else "plt.contour(result != 0)"
    return (
        _asked_for(trouble),
        f"After each of your steps, draw the outline of what you keep over the image, with {kept}. "
        "Which step is the first with a wrong outline?",
        _line_by_line(exercise, trouble),
    )


def _on_numbers(exercise, trouble):
    first = trouble.get("spread") or _asked_for(trouble)
    return first, _on_paper(trouble), _line_by_line(exercise, trouble)


def _on_paper(trouble):
    if one := trouble.get("first"):
        return (
            f"With pencil and paper, work out only {one}: write down the numbers that count for "
            "it, and what becomes of each. Then let your function print the same numbers: which "
            "is the first that differs?"
        )
    where = (
        "Paste the call from the message below your function"
        if trouble.get("has_call")
        else "Go to the line of your function that returns"
    )
    return (
        f"{where}, and print the result, its shape and its dtype. Compare each of them with what "
        "the docstring says under Returns."
    )


_OF_KIND = {
    "file": _on_a_file,
    "error": _on_an_error,
    "time": _on_time,
    "rule": _on_a_rule,
    "mask": _on_a_mask,
    "numbers": _on_numbers,
}
