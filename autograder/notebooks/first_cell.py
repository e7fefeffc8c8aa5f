"""The first cell of a student's notebook, which works anywhere or says what to install."""

from __future__ import annotations

import sys
from importlib.metadata import version

if sys.version_info >= (3, 11):
    import tomllib
else:  # the build's own needs bring it
    import tomli as tomllib

COURSE = "course.toml"
WHEEL = "image_processing_assignments-{version}-py3-none-any.whl"
CELL = """\
# Run this cell first. It needs the course's kit; install that once, in a terminal:
#     pip install {install}
KIT = "{install}"
try:
    from autograder import notebook
except ImportError:
    import subprocess
    import sys

    if "google.colab" not in sys.modules:
        raise ImportError(f"First install the kit, in a terminal: pip install {{KIT}}") from None
    subprocess.run([sys.executable, "-m", "pip", "install", "--quiet", KIT], check=True)
    from autograder import notebook
grader = notebook("{name}")"""


def first_cell(name, root):
    """Return the source of the first cell.

    Parameters
    ----------
    name : str
        The exercise.
    root : Path
        The repository: `install` in its ``course.toml`` is what ``pip install`` takes. Without one,
        it is the kit's wheel beside the notebook.

    Raises
    ------
    ValueError
        If `install` is no text of one line.
    """
    install = course_install(root) or WHEEL.format(version=version("image-processing-assignments"))
    return CELL.format(name=name, install=install)


def course_install(root):
    """Return what a course says that ``pip install`` takes for the kit, or "".

    Raises
    ------
    ValueError
        If `install` in the ``course.toml`` of this folder is no text of one line.
    """
    path = root / COURSE
    if not path.is_file():
        return ""
    install = tomllib.loads(path.read_text(encoding="utf-8")).get("install", "")
    if not isinstance(install, str) or not set(install).isdisjoint('\n"\\'):
        raise ValueError(
            f"{path}: install should be text of one line, such as a URL, not {install!r}."
        )
    return install.removeprefix("pip install ").strip()
