"""What runs on Gradescope and in Docker: Otter, and then the report with pictures."""

from __future__ import annotations

import json
import os
import sys
import tempfile
from pathlib import Path

from autograder.files import replace
from autograder.notebooks.handed_in import set_aside
from autograder.reports.gradescope_results import completed

# The variable that names the folder for records to the kernel in which Otter runs its tests. It
# belongs to the user who grades, and no submission gets at it.
RECORDS = "AUTOGRADER_RECORDS"


def run_otter(folder):
    """Grade what lies in a container, and complete the report that Otter writes.

    Parameters
    ----------
    folder : path
        Such as ``/autograder``: it holds ``submission``, ``source`` and ``results``.
    """
    from otter.run.run_autograder import main

    set_aside(Path(folder) / "submission")
    with tempfile.TemporaryDirectory(prefix="records-") as records:
        os.environ[RECORDS] = records
        try:
            main(str(folder))
        finally:
            del os.environ[RECORDS]
        _complete(Path(folder) / "results" / "results.json", Path(records))


def _complete(path, records):
    """Rewrite a report with what the records of checks show; it stays as it is if that fails."""
    try:
        results, mode = json.loads(path.read_text(encoding="utf-8")), path.stat().st_mode
        checks = {each.stem: json.loads(each.read_text()) for each in records.glob("*.json")}
        replace(path, json.dumps(completed(results, checks), indent=4))
        path.chmod(mode)
    except Exception as error:  # noqa: BLE001 - the points must not be lost for want of a picture
        print(f"The report has no pictures, by a fault of the kit's: {error!r}", file=sys.stderr)
