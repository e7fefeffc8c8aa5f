"""A class that has not changed is looked at without the libraries that grading needs."""

import os
import subprocess
import sys

from click.testing import CliRunner

from autograder.cli import main

HEAVY = ("IPython", "hypothesis", "matplotlib", "scipy", "skimage")
AGAIN = """
import sys
from autograder.cli import main
try:
    main(sys.argv[1:])
finally:
    print("imported:", *(name for name in {heavy} if name in sys.modules))
"""


def test_an_unchanged_class_imports_nothing_that_takes_long(
    class_of, pool, tmp_path, root, monkeypatch
):
    monkeypatch.setattr("autograder.grading.pool.LocalPool", lambda *_: pool)
    folder = class_of(a="1", b="22")[0].path.parents[1]
    words = ["grade", str(folder), "--out", str(tmp_path / "out")]
    assert CliRunner().invoke(main, words).exit_code == 1
    again = subprocess.run(
        [sys.executable, "-c", AGAIN.format(heavy=HEAVY), *words],
        env=os.environ | {"PYTHONPATH": str(root)},
        capture_output=True,
        text=True,
    )
    assert again.returncode == 1
    assert "2 of 2 have not changed since they were graded." in again.stdout
    assert again.stdout.splitlines()[-1] == "imported:"
