"""A class that has not changed is looked at without the libraries that grading needs."""

import os
import subprocess
import sys

HEAVY = ("IPython", "hypothesis", "matplotlib", "scipy", "skimage")
AGAIN = """
import sys
from autograder.cli import main
try:
    main(sys.argv[1:])
finally:
    print("imported:", *(name for name in {heavy} if name in sys.modules))
"""


def test_an_unchanged_class_imports_nothing_that_takes_long(class_of, run, tmp_path, root):
    folder = class_of(a="1", b="22")[0].path.parents[1]
    words = ["grade", str(folder), "--out", str(tmp_path / "out")]
    assert run(*words).exit_code == 0
    again = subprocess.run(
        [sys.executable, "-c", AGAIN.format(heavy=HEAVY), *words],
        env=os.environ | {"PYTHONPATH": str(root)},
        capture_output=True,
        text=True,
    )
    assert again.returncode == 0
    assert "2 of 2 have not changed since they were graded." in again.stdout
    assert again.stdout.splitlines()[-1] == "imported:"
