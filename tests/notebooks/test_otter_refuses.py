"""Under Otter nothing is graded where grades are not safe, unless the zip says so."""

import sys
from functools import partial
from types import SimpleNamespace

import nbformat
import pytest
from otter.run import AutograderConfig
from otter.test_files import GradingResults

from autograder.notebooks.otter_plugin import REFUSAL, IsolatedSubmission
from autograder.sandbox import self_test
from autograder.sandbox.host import Sandbox
from tests.notebooks.test_otter_plugin import CONFIG, handed_in, results_with

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="the layers are Linux's")
__all__ = ["handed_in"]


@pytest.fixture
def plugin(handed_in, monkeypatch):
    """Return a plugin, with more in its configuration, on a machine that has these layers."""

    def make(layers, **more):
        monkeypatch.setattr(self_test, "Sandbox", partial(Sandbox, layers=layers))
        path = handed_in / "convolution.py"
        path.write_text("")
        return IsolatedSubmission(str(path), {}, CONFIG | more)

    return make


def test_a_zip_that_refuses_leaves_a_report_without_points_that_says_so(plugin, handed_in, capsys):
    running = plugin(("calls", "privileges"))
    running.before_grading(None)
    (cell,) = running.before_execution(None).cells
    assert "open_submission" not in cell.source
    failed = SimpleNamespace(score=0, possible=1, all_public=True, summary=lambda: "no submission")
    results = GradingResults([], nbformat.v4.new_notebook(cells=[cell]))
    results.results["a_check"] = failed
    running.after_grading(results)
    config = AutograderConfig({"show_hidden": True, "force_public_test_summary": False})
    report = results.to_gradescope_dict(config)
    assert report == {"tests": [], "output": REFUSAL}
    assert "CAN read files" in capsys.readouterr().err


def test_a_zip_that_refuses_gives_no_0_points_where_otter_has_no_results(plugin):
    running = plugin(("calls", "privileges"))
    running.before_grading(None)
    running.before_execution(None)
    with pytest.raises(RuntimeError, match="points are unknown"):
        running.after_grading(results_with([], EOFError("no results")))


@pytest.mark.parametrize(
    ("layers", "more"), [(("calls",), {"unsafe": True}), (("files", "privileges"), {})]
)
def test_what_is_missing_is_said_first_and_last_where_students_do_not_look(
    plugin, capsys, layers, more
):
    running = plugin(layers, **more)
    running.before_grading(None)
    first = capsys.readouterr()
    results = results_with([nbformat.v4.new_output("stream", name="stdout", text="of the kit\n")])
    running.before_execution(None)
    running.after_grading(results)
    last = capsys.readouterr()
    assert first.err.startswith("On this machine: A submission CAN ")
    assert last.err == first.err
    assert (first.out, last.out, results.printed) == ("", "", "of the kit\n")
