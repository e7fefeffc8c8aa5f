"""What students get of an exercise, in a folder and a zip: all that it takes to begin anywhere."""

from __future__ import annotations

import json
import sys
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from autograder.notebooks.kit_wheel import requirements_of, write_zip

PYTHON = f"{sys.version_info.major}.{sys.version_info.minor}"
REQUIREMENTS, ALSO = "requirements.txt", "pytest"
NEEDS = f"python -m pip install -r {REQUIREMENTS}"
README = """\
# {title}

You need Python; this was tested with {python}. In a terminal, in this folder, give

    {install}

Write your functions in `{name}.ipynb` (`jupyter lab` opens it) or in `{name}.py`.
See how far you are, as often as you like: `autograder check {name}.ipynb` (or `.py`).
These checks grade, on other images. When you are stuck: `autograder hint {name}`.
Visual Studio Code and codespaces show the checks under Testing; `pytest` runs them, too.
Hand in the file that you have written in.
"""
BADGE = "[![Open in Colab](https://colab.research.google.com/assets/colab-badge.svg)]({})\n"
PYTEST = """\
[pytest]
autograder = true
"""
POST_BUILD = """\
#!/bin/bash
set -e
{commands}
"""


@dataclass(frozen=True)
class Installation:
    """How students get the kit.

    Attributes
    ----------
    line : str
        The instructor's command that installs it; "" where the wheel is in the package.
    wheel : Path
        The kit.
    """

    line: str
    wheel: Path

    @property
    def commands(self):
        """The commands to give in the folder, in order."""
        return [NEEDS, *([self.line] if self.line else [])]

    @property
    def files(self):
        """What the package holds for it, by name."""
        brought = {} if self.line else {self.wheel.name: self.wheel.read_bytes()}
        return {
            **brought,
            REQUIREMENTS: _lines(_pins(self.wheel), [f"./{each}" for each in brought]),
        }


def write_student_package(out, exercise, handout, wheel, install="", colab=""):
    """Write the folder and the zip for students of one exercise.

    Parameters
    ----------
    out : Path
        Folder for both.
    exercise : Exercise
        Its name becomes that of both.
    handout : Path
        The folder with its notebook and script.
    wheel : Path
        The kit, from `build_wheel`.
    install : str
        The command by which students of this course install the kit, instead of the wheel.
    colab : str
        The address at which Colab opens the notebook, if there is one.

    Returns
    -------
    written : list of Path
        The folder and the zip.
    """
    name, kit = exercise.name, Installation(install, wheel)
    files = {path: (handout / path).read_bytes() for path in (f"{name}.ipynb", f"{name}.py")}
    files |= kit.files | _places_to_work(exercise, kit)
    files["README.md"] = _readme(exercise, kit, colab)
    files["pytest.ini"] = PYTEST.encode()
    folder, archive = out / name, out / f"{name}.zip"
    write_folder(folder, files, outdated=f"{wheel.name.partition('-')[0]}-*.whl")
    write_zip(archive, {f"{name}/{path}": content for path, content in files.items()})
    return [folder, archive]


def write_folder(folder, files, outdated):
    """Write files into a folder, and remove what a former build left.

    Parameters
    ----------
    folder : Path
        Where to; what else is there stays.
    files : dict of str to bytes
        The contents, by path in the folder.
    outdated : str
        Which files to remove that are not among these, as a pattern.
    """
    for path, content in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(content)
    for path in folder.glob(outdated):
        if path.name not in files:
            path.unlink()


def _readme(exercise, kit, colab):
    text = README.format(
        title=exercise.title,
        name=exercise.name,
        python=PYTHON,
        install="\n    ".join(kit.commands),
    )
    return (BADGE.format(colab) * bool(colab) + text).encode()


def _places_to_work(exercise, kit):
    """Return the files by which a codespace and Binder get ready by themselves, by path."""
    container = {
        "name": exercise.title,
        "image": f"python:{PYTHON}",
        "postCreateCommand": " && ".join(kit.commands),
        "customizations": {
            "vscode": {
                "extensions": ["ms-python.python", "ms-toolsai.jupyter"],
                "settings": {"python.testing.pytestEnabled": True, "python.testing.pytestArgs": []},
            },
            "codespaces": {"openFiles": ["README.md", f"{exercise.name}.ipynb"]},
        },
    }
    return {
        ".devcontainer/devcontainer.json": f"{json.dumps(container, indent=2)}\n".encode(),
        ".binder/runtime.txt": f"python-{PYTHON}\n".encode(),
        ".binder/postBuild": POST_BUILD.format(commands="\n".join(kit.commands)).encode(),
    }


def _pins(wheel):
    """Return what the kit needs in a notebook and for its tests, in the versions used here.

    The build runs where the tests have passed. What is not installed there has the kit's bounds.
    """
    tests = [each for each in requirements_of(wheel, "test") if each.name == ALSO]
    wanted = [*requirements_of(wheel), *requirements_of(wheel, "notebook"), *tests]
    for each in wanted:
        try:
            each.specifier = f"=={version(each.name)}"
        except PackageNotFoundError:
            continue
    return sorted({str(each) for each in wanted})


def _lines(*lists):
    return "".join(f"{line}\n" for each in lists for line in each).encode()
