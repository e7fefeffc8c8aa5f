"""Repositories for students on GitHub and GitLab: each push is checked, with the public seed."""

from __future__ import annotations

import json
from importlib.metadata import version

from autograder.notebooks.student_package import INSTALL, PYTHON, REQUIREMENTS, write_folder

# Of notebook and script, the one that was committed last: so does the grade choose.
CHOOSE = "file=$(git log -1 --format= --name-only -- {name}.ipynb {name}.py | head -n 1)"
GITHUB = f"""\
name: Checks

on:
  push:
  workflow_dispatch:

permissions:
  contents: read

jobs:
  checks:
    runs-on: ubuntu-latest
    timeout-minutes: 15
    steps:
      - uses: actions/checkout@v4
        with:
          fetch-depth: 0
      - uses: actions/setup-python@v5
        with:
          python-version: "{PYTHON}"
          cache: pip
      - run: {INSTALL}
      - name: Points check by check are in this job's summary
        run: |
          {CHOOSE}
          autograder check "$file" --exercise {{name}} --summary "$GITHUB_STEP_SUMMARY"
"""
GITLAB = f"""\
checks:
  image: python:{PYTHON}
  variables:
    GIT_DEPTH: "0"
  script:
    - {INSTALL}
    - {CHOOSE}
    - python -m pytest "$file" --exercise {{name}} --junitxml=report.xml
  artifacts:
    when: always
    reports:
      junit: report.xml
"""
CLASSROOM50 = """\
\"\"\"Grade one submission for Classroom 50, with the checks and the images that students have.

Put this folder into your configuration repository as <classroom>/autograders/<assignment>/, and
give runtime.json to the assignment: gh teacher assignment add ... --runtime runtime.json
\"\"\"

import importlib
import subprocess
import sys
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

HERE = Path(__file__).resolve().parent


def is_installed():
    try:
        return version("image-processing-assignments") == "{version}"
    except PackageNotFoundError:
        return False


if not is_installed():
    command = (sys.executable, "-m", "pip", "install", "--quiet", "-r", "{requirements}")
    subprocess.run(command, cwd=HERE, check=True)
    importlib.invalidate_caches()
# The kit has the name of this file, and students may hand in a file of that name.
sys.path = [each for each in sys.path if Path(each).resolve() not in (HERE, Path.cwd())]

from autograder.commands.classroom50 import grade_checkout  # noqa: E402

sys.exit(grade_checkout("{name}"))
"""


def write_repositories(dist, exercise, files):
    """Write what goes to code hosts for one exercise.

    Parameters
    ----------
    dist : Path
        Folder for ``github/<exercise>/template``, ``github/<exercise>/classroom50`` and
        ``gitlab/<exercise>``.
    exercise : Exercise
        The exercise.
    files : dict of str to bytes
        What students get of it, from `student_files`.

    Returns
    -------
    written : list of Path
        The three folders.
    """
    name = exercise.name
    kit = {each: files[each] for each in files if each == REQUIREMENTS or each.endswith(".whl")}
    script = CLASSROOM50.format(
        name=name, version=version("image-processing-assignments"), requirements=REQUIREMENTS
    )
    runtime = json.dumps({"runs-on": "ubuntu-latest", "python": PYTHON}, indent=2)
    folders = {
        dist / "github" / name / "template": files
        | {".github/workflows/checks.yml": GITHUB.format(name=name).encode()},
        dist / "github" / name / "classroom50": kit
        | {"autograder.py": script.encode(), "runtime.json": f"{runtime}\n".encode()},
        dist / "gitlab" / name: files | {".gitlab-ci.yml": GITLAB.format(name=name).encode()},
    }
    for folder, content in folders.items():
        write_folder(folder, content)
    return list(folders)
