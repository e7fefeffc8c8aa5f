"""The zip file that Gradescope and ``otter run`` take: a test file for each check, and the kit.

It is the same to the byte whenever and wherever it is made.
"""

from __future__ import annotations

import contextlib
import json
import os
import tempfile
import warnings
import zipfile
from importlib.metadata import distributions, version
from pathlib import Path

from build import ProjectBuilder

from autograder.notebooks.otter_tests import grading_test

with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    from otter import generate

ON_THE_GRADING_MACHINE = "/autograder"
FILES_ON_THE_GRADING_MACHINE = f"{ON_THE_GRADING_MACHINE}/source/files"
RUN_OTTER = "run_otter.py"
SCRIPT = """\
\"""Run Otter on an empty file: what was handed in is set aside, for the kit alone to read.\"""

from otter.run.run_autograder import main

from autograder.notebooks.handed_in import set_aside

if __name__ == "__main__":
    set_aside("{folder}/submission")
    main("{folder}")
"""
PLUGIN = "autograder.notebooks.otter_plugin.IsolatedSubmission"
OTTER = version("otter-grader")
LONG_AGO = (1980, 1, 1, 0, 0, 0)
RUN_BY_GRADESCOPE = ("setup.sh", "run_autograder")


def write_grading_zip(path, exercise, root, seed):
    """Write the autograder of one exercise.

    Parameters
    ----------
    path : Path
        The zip file to write.
    exercise : Exercise
        Each of its checks becomes a test file of its own, so that results tell them apart.
    root : Path
        The repository whose wheel goes in.
    seed : int
        The course's seed; it decides on which examples submissions are graded.
    """
    with tempfile.TemporaryDirectory() as name, _working_in(name) as folder:
        wheel = _build_wheel(root, folder)
        (folder / "tests").mkdir()
        for number, check in enumerate(exercise.checks, start=1):
            test = folder / "tests" / f"{number:02}_{check.name}.py"
            test.write_text(grading_test(check), encoding="utf-8")
        config = _otter_config({"exercise": exercise.name, "seed": seed})
        (folder / "config.json").write_text(json.dumps(config), encoding="utf-8")
        (folder / "needs.txt").write_text("\n".join(_requirements(wheel)), encoding="utf-8")
        generate.main(
            tests_dir="tests",
            output_path=str(path),
            config="config.json",
            requirements="needs.txt",
            overwrite_requirements=True,
            no_environment=True,
            files=[wheel.name],
        )
    _normalise(path, {RUN_OTTER: SCRIPT.format(folder=ON_THE_GRADING_MACHINE).encode()})


def _otter_config(plugin_config):
    """Return Otter's configuration: isolate submissions, and show students every check."""
    return {
        "plugins": [{PLUGIN: plugin_config}],
        "show_all_public": True,
        "show_hidden": True,
        "force_public_test_summary": False,
    }


def _requirements(wheel):
    """Return what the grading machine installs: Otter, a kernel, the kit and its needs."""
    return [
        f"otter-grader[grading]=={OTTER}",
        "ipykernel",
        f"{FILES_ON_THE_GRADING_MACHINE}/{wheel.name}",
        *_dependencies(wheel),
    ]


def _build_wheel(root, folder):
    """Build the wheel of the repository `root` into `folder` and return its path.

    The build downloads nothing: what it needs is installed with the extra ``instructor``.
    """
    builder = ProjectBuilder(root)
    path = Path(builder.build("wheel", folder))
    _normalise(path)
    return path


def _dependencies(wheel):
    """Return what a wheel needs without any of its extras, as requirements."""
    (package,) = distributions(path=[str(wheel)])
    return [each for each in package.requires if "extra ==" not in each]


def _normalise(path, others=()):
    """Rewrite a zip file: members by name, without dates, owners or compression.

    Some have `others` in their place.

    Compressed bytes differ between versions of zlib. Members keep their contents, so the hashes
    that a wheel keeps of them stay right.
    """
    with zipfile.ZipFile(path) as archive:
        members = {name: archive.read(name) for name in archive.namelist()} | dict(others)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_STORED) as archive:
        for name in sorted(members):
            info = zipfile.ZipInfo(name, LONG_AGO)
            info.create_system = 3
            info.external_attr = (0o100755 if name in RUN_BY_GRADESCOPE else 0o100644) << 16
            archive.writestr(info, members[name])


@contextlib.contextmanager
def _working_in(folder):
    """Work in a folder, as Otter Generate needs it, and come back."""
    before = os.getcwd()
    os.chdir(folder)
    try:
        yield Path(folder).resolve()
    finally:
        os.chdir(before)
