"""The zip file that Gradescope and ``otter run`` take: a test file for each check, and the kit.

It is the same to the byte whenever and wherever it is made.
"""

from __future__ import annotations

import contextlib
import json
import os
import shutil
import tempfile
import warnings
from importlib.metadata import version
from pathlib import Path

from autograder.notebooks.kit_wheel import normalise
from autograder.notebooks.otter_tests import grading_test
from autograder.notebooks.wheels import needs_of

with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    from otter import generate

ON_THE_GRADING_MACHINE = "/autograder"
FILES_ON_THE_GRADING_MACHINE = f"{ON_THE_GRADING_MACHINE}/source/files"
RUN_OTTER = "run_otter.py"
GENERATED = "generated.zip"
SCRIPT = """\
\"""Run Otter on an empty file: what was handed in is set aside, for the kit alone to read.\"""

from autograder.notebooks.otter_run import run_otter

if __name__ == "__main__":
    run_otter("{folder}")
"""
PLUGIN = "autograder.notebooks.otter_plugin.IsolatedSubmission"
OTTER = version("otter-grader")
_SETUP = "setup.sh"
# Python lies in root's home there: so that submissions can run as a user who owns nothing, others
# may enter it; and they see neither the tests nor the seed.
_MORE_SETUP = b"""
chmod a+x /root
chmod -R go= /autograder/source
"""


def write_grading_zip(path, exercise, wheels, plugin_config):
    """Write the autograder of one exercise, in one step; nobody but the user may read it.

    Parameters
    ----------
    path : Path
        The zip file to write.
    exercise : Exercise
        Each of its checks becomes a test file of its own, so that results tell them apart.
    wheels : tuple of Path
        The kit's, from `build_wheel`, and that of the package that brings the exercise.
    plugin_config : dict
        What `IsolatedSubmission` is configured with.
    """
    with tempfile.TemporaryDirectory() as name, _working_in(name) as folder:
        for wheel in wheels:
            shutil.copy(wheel, folder)
        (folder / "tests").mkdir()
        for number, check in enumerate(exercise.checks, start=1):
            test = folder / "tests" / f"{number:02}_{check.name}.py"
            test.write_text(grading_test(check), encoding="utf-8")
        config = _otter_config(plugin_config)
        (folder / "config.json").write_text(json.dumps(config), encoding="utf-8")
        (folder / "needs.txt").write_text("\n".join(_requirements(wheels)), encoding="utf-8")
        generate.main(
            tests_dir="tests",
            output_path=GENERATED,
            config="config.json",
            requirements="needs.txt",
            overwrite_requirements=True,
            no_environment=True,
            files=[wheel.name for wheel in wheels],
        )
        script = SCRIPT.format(folder=ON_THE_GRADING_MACHINE).encode()
        more, others = {_SETUP: _MORE_SETUP}, {RUN_OTTER: script}
        normalise(folder / GENERATED, path, more, others)


def _otter_config(plugin_config):
    """Return Otter's configuration: isolate submissions, and show students every check."""
    return {
        "plugins": [{PLUGIN: plugin_config}],
        "show_all_public": True,
        "show_hidden": True,
        "force_public_test_summary": False,
    }


def _requirements(wheels):
    """Return what the grading machine installs: Otter, a kernel, the wheels and their needs."""
    return [
        f"otter-grader[grading]=={OTTER}",
        "ipykernel",
        *(f"{FILES_ON_THE_GRADING_MACHINE}/{wheel.name}" for wheel in wheels),
        *map(str, needs_of(wheels)),
    ]


@contextlib.contextmanager
def _working_in(folder):
    """Work in a folder, as Otter Generate needs it, and come back."""
    before = os.getcwd()
    os.chdir(folder)
    try:
        yield Path(folder).resolve()
    finally:
        os.chdir(before)
