"""Under Otter nothing is graded where grades are not safe, unless the zip says so."""

import sys
from functools import partial

import nbformat
import pytest

from autograder.notebooks.otter_plugin import IsolatedSubmission
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


def test_a_zip_refuses_without_isolation_of_files_and_touches_nothing(plugin, handed_in):
    before = sorted(handed_in.iterdir())
    with pytest.raises(RuntimeError, match=r"Nothing was graded, .* A submission CAN read files"):
        plugin(("calls", "privileges")).before_grading(None)
    assert sorted(handed_in.iterdir()) == sorted([*before, handed_in / "convolution.py"])


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
