"""Gradescope shows each failure as HTML; points and everything else are as Otter wrote them."""

import json

import pytest

from autograder.notebooks.otter_run import run_otter
from autograder.reports.gradescope_results import completed

HOSTILE = "<script>alert(1)</script><img src=x onerror=alert(1)>"
SOURCE = """\
def convolve2d(image, kernel):
    if image.shape[0] > 4:
        raise ValueError({})
    return image * 2.0
"""


@pytest.fixture(scope="module")
def failures(graded):
    source = SOURCE.format(repr(HOSTILE))
    return {each["name"]: each for each in graded(source)["checks"] if each["status"] != "passed"}


def results_with(names):
    tests = [{"name": each, "score": 0.0, "max_score": 1, "output": "Otter's"} for each in names]
    return {"tests": [*tests, {"name": "passed", "score": 1.0, "output": "Otter's"}]}


def test_points_and_names_and_what_passed_stay_as_they_are(failures):
    before = results_with(failures)
    after = completed(before, failures)
    kept = [{**each, "output": "Otter's"} for each in after["tests"]]
    for each in kept[:-1]:
        assert each.pop("output_format") == "html"
    assert kept == before["tests"]
    assert after["tests"][-1] == before["tests"][-1]


def test_nothing_that_a_student_wrote_is_markup(failures):
    shown = "".join(each["output"] for each in completed(results_with(failures), failures)["tests"])
    assert "alert(1)" in shown
    assert "<script" not in shown
    assert "onerror" not in shown.replace("&lt;img src=x onerror=alert(1)&gt;", "")


def test_of_failures_with_one_cause_the_first_has_the_picture(failures):
    outputs = [e["output"] for e in completed(results_with(failures), failures)["tests"]]
    drawn = sum("<img" in each for each in outputs)
    assert 1 <= drawn < len(failures)


def test_a_report_that_cannot_be_completed_stays_as_it_is(tmp_path, monkeypatch, capsys):
    (tmp_path / "submission").mkdir()
    (tmp_path / "results").mkdir()
    report = tmp_path / "results" / "results.json"

    def otter(folder):
        report.write_text(json.dumps(results_with(["one"])))

    def broken(results, checks):
        raise ZeroDivisionError

    monkeypatch.setattr("otter.run.run_autograder.main", otter)
    monkeypatch.setattr("autograder.notebooks.otter_run.completed", broken)
    run_otter(tmp_path)
    assert json.loads(report.read_text()) == results_with(["one"])
    assert "because of a fault of the kit" in capsys.readouterr().err


def test_a_run_that_fails_or_refuses_leaves_a_report_without_points(tmp_path, monkeypatch):
    (tmp_path / "submission").mkdir()
    report, pickled = tmp_path / "results" / "results.json", tmp_path / "results" / "results.pkl"

    def fails(folder):
        report.write_text('{"score": 0, "tests": [{"name": "Autograder Error"}]}')
        raise OSError("no space")

    def refuses(folder):
        report.write_text('{"tests": [], "output": "refused"}')
        pickled.touch()

    for main, error, said in ((fails, OSError, "unknown"), (refuses, SystemExit, "refused")):
        monkeypatch.setattr("otter.run.run_autograder.main", main)
        with pytest.raises(error):
            run_otter(tmp_path)
        left = json.loads(report.read_text())
        assert left == {"tests": [], "output": left["output"]}
        assert said in left["output"]
    assert not pickled.exists()
