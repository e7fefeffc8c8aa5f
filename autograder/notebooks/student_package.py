"""What students get of an exercise, in a folder and a zip: all that it takes to begin anywhere."""

from __future__ import annotations

import json
import sys
from importlib.metadata import PackageNotFoundError, version

from autograder.notebooks.kit_wheel import requirements_of, write_zip
from autograder.notebooks.wheels import needs_of

PYTHON = f"{sys.version_info.major}.{sys.version_info.minor}"
THE_KITS = "image_processing_assignments"  # how its wheel begins
REQUIREMENTS, ALSO = "requirements.txt", "pytest"
INSTALL = f"python -m pip install -r {REQUIREMENTS}"
README = """\
# {title}

You need Python; this was tested with {python}. In a terminal, in this folder, run

    {install}

Write your functions in `{name}.ipynb` (`jupyter lab` opens it) or in `{name}.py`.
Check your work as often as you like: `autograder check {name}.ipynb` (or `.py`).
The same checks decide your grade, on other images. Stuck? `autograder hint {name}` helps.
Visual Studio Code and codespaces show the checks under Testing; `pytest` runs them too.
Hand in the file in which you wrote your functions.
"""
BADGE = "[![Open in Colab](https://colab.research.google.com/assets/colab-badge.svg)]({})\n"
PYTEST = """\
[pytest]
autograder = true
"""
POST_BUILD = f"#!/bin/bash\nset -e\n{INSTALL}\n"


def student_files(exercise, handout, wheels, install="", colab=""):
    """Return what students get of one exercise.

    Parameters
    ----------
    exercise : Exercise
        The exercise.
    handout : Path
        The folder with its notebook and script.
    wheels : tuple of Path
        The kit's, from `build_wheel`, and that of the package that brings the exercise.
    install : str
        What ``pip install`` takes in this course, instead of the kit's wheel.
    colab : str
        The address at which Colab opens the notebook, if there is one.

    Returns
    -------
    files : dict of str to bytes
        Their contents, by path.
    """
    name = exercise.name
    files = {path: (handout / path).read_bytes() for path in (f"{name}.ipynb", f"{name}.py")}
    beside = wheels[1:] if install else wheels
    files |= {wheel.name: wheel.read_bytes() for wheel in beside}
    lines = (*_pins(wheels), *filter(None, [install]), *(f"./{each.name}" for each in beside))
    files[REQUIREMENTS] = "".join(f"{line}\n" for line in lines).encode()
    readme = README.format(title=exercise.title, name=name, python=PYTHON, install=INSTALL)
    files["README.md"] = (BADGE.format(colab) * bool(colab) + readme).encode()
    files["pytest.ini"] = PYTEST.encode()
    return files | _places_to_work(exercise)


def write_student_package(out, name, files):
    """Write what students get as a folder and a zip.

    Parameters
    ----------
    out : Path
        Folder for both.
    name : str
        Of both: that of the exercise.
    files : dict of str to bytes
        From `student_files`.

    Returns
    -------
    written : list of Path
        The folder and the zip.
    """
    archive = out / f"{name}.zip"
    write_folder(out / name, files)
    write_zip(archive, {f"{name}/{path}": content for path, content in files.items()})
    archive.chmod(0o644)  # it is handed out
    return [out / name, archive]


def write_folder(folder, files):
    """Write files into a folder, and remove other wheels of the kit and of what has one there.

    Parameters
    ----------
    folder : Path
        Where to; what else is there stays.
    files : dict of str to bytes
        The contents, by path in the folder.
    """
    for path, content in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(content)
    ours = {THE_KITS, *(name.partition("-")[0] for name in files if name.endswith(".whl"))}
    for path in folder.glob("*.whl"):
        if path.name.partition("-")[0] in ours and path.name not in files:
            path.unlink()


def _places_to_work(exercise):
    """Return the files by which a codespace and Binder get ready by themselves, by path."""
    container = {
        "name": exercise.title,
        "image": f"python:{PYTHON}",
        "postCreateCommand": INSTALL,
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
        ".binder/postBuild": POST_BUILD.encode(),
    }


def _pins(wheels):
    """Return what some wheels need in a notebook and for its tests, in the versions used here.

    The build runs where the tests have passed. What is not installed there has the wheels' bounds.
    """
    tests = [each for each in requirements_of(wheels[0], "test") if each.name == ALSO]
    wanted = [*needs_of(wheels), *requirements_of(wheels[0], "notebook"), *tests]
    for each in wanted:
        try:
            each.specifier = f"=={version(each.name)}"
        except PackageNotFoundError:
            continue
    return sorted({str(each) for each in wanted})
