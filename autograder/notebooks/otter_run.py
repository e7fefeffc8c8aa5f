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
UNKNOWN = "Nothing was graded, so the points are unknown; the autograder's log says why."


def run_otter(folder):
    """Grade what lies in a container, and complete the report that Otter writes.

    Parameters
    ----------
    folder : path
        Such as ``/autograder``: it holds ``submission``, ``source`` and ``results``.

    Raises
    ------
    SystemExit
        If nothing was graded; the report then says so, and has no points.
    """
    from otter.run.run_autograder import main

    results = Path(folder) / "results"
    report = results / "results.json"
    _leave_unknown(report)
    set_aside(Path(folder) / "submission")
    with tempfile.TemporaryDirectory(prefix="records-") as records:
        os.environ[RECORDS] = records
        try:
            main(str(folder))
        except BaseException:
            _leave_unknown(report)  # Otter may have written 0 points
            raise
        finally:
            del os.environ[RECORDS]
        _complete(report, Path(records))
    if not json.loads(report.read_text(encoding="utf-8"))["tests"]:
        (results / "results.pkl").unlink(missing_ok=True)  # `otter grade` would read 0 points in it
        sys.exit(1)


def _leave_unknown(report):
    """Write a report without points: so it stays if nothing is graded."""
    replace(report, json.dumps({"tests": [], "output": UNKNOWN}, indent=4))
    report.chmod(0o644)  # as Otter's; whoever reads it may be another user


def _complete(path, records):
    """Rewrite a report with what the records of checks show; it stays as it is if that fails."""
    try:
        results, mode = json.loads(path.read_text(encoding="utf-8")), path.stat().st_mode
        checks = {each.stem: json.loads(each.read_text()) for each in records.glob("*.json")}
        replace(path, json.dumps(completed(results, checks), indent=4))
        path.chmod(mode)
    except Exception as error:  # noqa: BLE001 - the points must not be lost for want of a picture
        print(
            f"The report has no pictures, because of a fault of the kit: {error!r}", file=sys.stderr
        )
