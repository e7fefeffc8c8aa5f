"""Who moved, by how much and why is kept beside the grades, and shown in the report."""

import csv
from datetime import datetime, timezone

import pytest

from autograder.course.decisions import FILE, Made, note_decisions, read_decisions
from tests.commands.course_files import CAME, DUE, EXTENDED, table

NOW = datetime(2026, 3, 20, 12, tzinfo=timezone.utc)
PLACE = ("ada", "tophat")
ONE = Made(20, "file", "verdict", "worth", 0, "", "2026-03-07", "2026-03-08")


def decisions(out):
    with open(out / FILE, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def whys(folder, *several):
    for each in several:
        note_decisions(folder, {PLACE: each}, NOW)
    return [row["why"] for row in reversed(read_decisions(folder))]


def test_the_first_points_of_somebody_are_no_decision(tmp_path):
    assert whys(tmp_path, ONE) == []


@pytest.mark.parametrize(
    ("change", "why"),
    [
        ({"verdict": "other"}, "regrade"),
        ({"verdict": "other", "source": "other"}, "handed in again"),
        ({"worth": "other"}, "changed points"),
        ({"written": 3}, "typed points"),
        ({"extension": "2026-03-14", "due": "2026-03-14"}, "extension"),
        ({"due": "2026-03-14"}, "changed due date"),
        ({"came": "2026-03-14"}, "another time of handing in"),
        ({}, "late policy or late days"),
        ({"worth": "other", "written": 3}, "changed points, typed points"),
    ],
)
def test_a_decision_has_its_reason(tmp_path, change, why):
    assert whys(tmp_path, ONE, ONE._replace(counted=23, **change)) == [why]


def test_what_counts_the_same_is_no_decision_whatever_it_is_made_of(tmp_path):
    assert whys(tmp_path, ONE, ONE._replace(extension="2026-03-14")) == []


def test_a_decision_has_time_points_and_change(tmp_path):
    whys(tmp_path, ONE, ONE._replace(counted=17.5, verdict="other"), ONE._replace(counted=None))
    first, second = decisions(tmp_path)
    assert first == {
        "when": "2026-03-20T12:00:00+00:00",
        "student": "ada",
        "exercise": "tophat",
        "before": "20",
        "after": "17.5",
        "change": "-2.5",
        "why": "regrade",
    }
    assert (second["before"], second["after"], second["change"]) == ("17.5", "unknown", "")


def test_every_decision_is_kept(tmp_path):
    moves = [ONE._replace(counted=n, worth=str(n)) for n in (1, 2, 1, 2)]
    assert len(whys(tmp_path, ONE, *moves)) == 4


def test_a_grading_that_was_killed_between_the_files_writes_no_decision_twice(tmp_path):
    whys(tmp_path, ONE)
    before = (tmp_path / ".counted.json").read_bytes()
    whys(tmp_path, ONE._replace(counted=3))
    (tmp_path / ".counted.json").write_bytes(before)
    assert len(whys(tmp_path, ONE._replace(counted=3))) == 1


def test_a_name_is_no_formula(tmp_path):
    place = ("=1+1", "tophat")
    for counted in (1, 2):
        note_decisions(tmp_path, {place: ONE._replace(counted=counted)}, NOW)
    assert decisions(tmp_path)[0]["student"] == "'=1+1"


def test_an_extension_is_kept_and_shown(graded_by):
    out, _ = graded_by(DUE + CAME)
    assert not (out / FILE).exists()
    graded_by(DUE + CAME + EXTENDED, "report")
    (row,) = decisions(out)
    assert (row["student"], row["change"], row["why"]) == ("ben", "+4", "extension")
    assert "extension" in (out / "report.html").read_text("utf-8").split('id="decisions"')[1]


def test_changed_points_and_a_policy_are_kept(graded_by):
    out, _ = graded_by(DUE + CAME)
    graded_by(DUE.replace("[late]", "points = 50\n[late]") + CAME)
    graded_by(DUE.replace("[late]", "points = 50\n[late]").replace("= 2\n", "= 3\n") + CAME)
    kept = [(row["student"], row["why"]) for row in decisions(out)]
    assert ("anna", "changed points") in kept
    assert kept[-1] == ("ben", "late policy or late days")
    assert table(out)["ben"]["total"] == "44"


def test_feedback_says_how_to_ask_for_a_regrade(graded_by):
    out, _ = graded_by('regrades = "Write to me."\n' + DUE + CAME)
    assert "If you doubt your points: Write to me." in (
        out / "feedback/ben/convolution.html"
    ).read_text("utf-8")
