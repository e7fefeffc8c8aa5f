"""An environment as a student has it: the kit from its wheel, and nothing of a checkout."""

import os
import subprocess
import sys
import venv
from pathlib import Path

import numpy
from build import ProjectBuilder

LIBRARIES = Path(numpy.__file__).parents[1]


def clean_environment(root, folder):
    """Make an environment with the kit in a folder; return its Python."""
    return environment_with(folder, ProjectBuilder(root).build("wheel", folder))


def environment_with(folder, *wheels):
    """Make an environment of wheels in a folder, with the libraries of this one; its Python."""
    venv.create(folder / "venv", symlinks=os.name != "nt")
    python = folder / "venv" / ("Scripts" if os.name == "nt" else "bin") / "python"
    where = run(python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))").stdout
    # A path alone: what lies there as an editable installation is not followed. The prefix, since
    # a worker may read what is installed, and nothing else.
    lines = f"{LIBRARIES}\nimport site; site.PREFIXES.append({sys.prefix!r})\n"
    Path(where.strip(), "libraries.pth").write_text(lines, encoding="utf-8")
    install = ("-m", "pip", "--python", python, "install", "--no-deps", "--no-index", "--quiet")
    run(sys.executable, *install, *wheels)
    return python


def run(*words, cwd=None, check=True, **variables):
    """Run a command without a checkout on its path; return what it printed."""
    left = {k: v for k, v in os.environ.items() if not k.startswith(("PYTHON", "PYTEST"))}
    return subprocess.run(
        [str(each) for each in words],
        cwd=cwd,
        check=check,
        env=left | variables,
        capture_output=True,
        text=True,
    )
