"""Pages stand beside the results that they are made from, and change only when those do."""

import json
import re
from urllib.parse import unquote

import pytest

from autograder.grading.results import result_path, write_record
from autograder.reports.pages import BadRecords, FeedbackPages, records_in, write_pages
from tests.reports.pages.sample import Page, failing, record


@pytest.fixture
def written(tmp_path):
    """Write records and their pages; return the contents of all pages by their relative path."""

    def write(*records, notes=(), anew=False):
        for each in records:
            write_record(tmp_path, each)
        said = list(notes)
        write_pages(tmp_path, records_in(tmp_path, said), said, anew)
        return {p.relative_to(tmp_path).as_posix(): p.read_bytes() for p in pages_in(tmp_path)}

    return write


def pages_in(folder):
    return sorted(folder.rglob("*.html"))


def moments(folder):
    return {path: path.stat().st_mtime_ns for path in pages_in(folder)}


def test_there_is_a_page_for_each_submission_and_one_for_the_class(written):
    pages = written(failing("ada"), record("ada", "tophat"), record("bert"))
    assert set(pages) == {
        "feedback/ada/convolution.html",
        "feedback/ada/course.html",
        "feedback/ada/tophat.html",
        "feedback/bert/convolution.html",
        "feedback/bert/course.html",
        "report.html",
    }


@pytest.mark.parametrize(
    "name", ["a b", "what?", "50%", "#1", "é", "a&b", "'=1+1", "x:y", "\udcff"]
)
def test_links_in_the_report_lead_to_files_whatever_a_student_is_called(written, tmp_path, name):
    page = Page(written(failing(name))["report.html"].decode())
    links = {each for each in page.references if each.startswith("feedback/")}
    (link,) = links
    assert (tmp_path / unquote(link, errors="surrogateescape")).is_file()


def test_the_same_records_give_the_same_bytes(written, tmp_path):
    once = written(failing("ada"), record("bert"))
    assert written(anew=True) == once


def test_pages_are_written_again_only_where_a_record_has_changed(written, tmp_path):
    written(failing("ada"), record("bert"))
    before = moments(tmp_path)
    written(failing("ada", seconds=3.5), record("bert"))
    changed = {path.name for path, moment in moments(tmp_path).items() if moment != before[path]}
    assert changed == {"report.html"}
    written(record("ada"))
    assert moments(tmp_path).keys() == before.keys()
    assert b"2 of 6" not in (tmp_path / "feedback/ada/convolution.html").read_bytes()


def test_pages_made_by_other_templates_are_written_again(written, tmp_path, monkeypatch):
    written(record("ada"))
    before = moments(tmp_path)
    monkeypatch.setattr(
        "autograder.reports.pages.templating.fingerprint_of_templates", lambda: "another"
    )
    written()
    assert all(moment != before[path] for path, moment in moments(tmp_path).items())


def test_a_page_that_was_written_while_others_were_graded_stays(written, tmp_path):
    FeedbackPages(tmp_path).write(failing("ada"))
    before = moments(tmp_path)
    (page,) = before
    alone = page.read_bytes()
    assert written(failing("ada"))["feedback/ada/convolution.html"] == alone
    assert moments(tmp_path)[page] == before[page]
    assert written(failing("ada"), anew=True)["feedback/ada/convolution.html"] == alone


def test_a_record_without_a_page_does_not_stop_the_grading(tmp_path):
    FeedbackPages(tmp_path).write(failing("ada") | {"checks": [{}]})
    assert pages_in(tmp_path) == []


def test_only_the_wanted_records_are_read(tmp_path):
    for name in ("ada", "bert"):
        write_record(tmp_path, record(name))
    found = list(records_in(tmp_path, [], lambda student, exercise: student == "bert"))
    assert [each["student"] for each in found] == ["bert"]


def test_a_folder_without_results_is_told_what_was_expected(tmp_path):
    with pytest.raises(BadRecords, match=re.escape("expected results/<student>/<exercise>.json")):
        list(records_in(tmp_path, []))


def damaged(**changes):
    return json.dumps(record("bert") | changes)


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("", "it is not JSON"),
        ('{"student": "be', "it is not JSON"),
        ("[" * 100_000, "it is not JSON"),
        ("[]", "the record is not a JSON object"),
        ("{}", "the record has no 'student'"),
        (damaged(points="20"), "the 'points' of the record is '20'"),
        (damaged(checks=[1]), "check 1 is not a JSON object"),
        (damaged(checks=[{"name": "a"}]), "check 1 has no 'claim'"),
        (damaged(status="excellent"), "it has the status 'excellent', which is not a status"),
        (damaged(student="../../ada"), "it is about '../../ada/convolution'"),
        (damaged(points=float("nan")), "the 'points' of the record is nan"),
    ],
)
def test_a_damaged_result_is_left_out_and_said(written, tmp_path, text, problem):
    path = result_path(tmp_path, "bert", "convolution")
    path.parent.mkdir(parents=True)
    path.write_text(text)
    notes = []
    write_record(tmp_path, record("ada"))
    found = list(records_in(tmp_path, notes))
    assert [each["student"] for each in found] == ["ada"]
    (note,) = notes
    assert note == f"results/bert/convolution.json: left out, {problem}. Grade it again."


def before(record):
    """Return a record as it was when it had neither a check's sentence nor a token."""
    checks = [{k: v for k, v in each.items() if k != "sentence"} for each in record["checks"]]
    for each in filter(lambda each: each["counterexample"], checks):
        each["counterexample"] = {k: v for k, v in each["counterexample"].items() if k != "token"}
    return record | {"checks": checks}


def test_what_records_of_before_lack_is_put_in(tmp_path):
    write_record(tmp_path, before(failing("ada")))
    (read,) = records_in(tmp_path, [])
    assert [each["sentence"] for each in read["checks"]] == [
        each["sentence"] for each in failing("ada")["checks"]
    ]
    assert [each["counterexample"]["token"] for each in read["checks"][1:]] == ["", ""]


def test_the_page_of_a_record_of_before_has_its_sentence_and_no_command(written):
    page = Page(written(before(failing("ada")))["feedback/ada/convolution.html"].decode())
    assert page.text.count("Rule 2. It is 1 instead of 0.") == 1
    assert "autograder replay" not in page.text


def test_a_result_that_is_one_truth_value_is_no_damage(tmp_path):
    checks = failing("ada")["checks"]
    checks[1]["counterexample"] |= {"yours": True, "expected": False}
    write_record(tmp_path, failing("ada") | {"checks": checks})
    assert list(records_in(tmp_path, []))


def test_a_folder_in_which_every_result_is_damaged_is_an_error(tmp_path):
    path = result_path(tmp_path, "ada", "convolution")
    path.parent.mkdir(parents=True)
    path.write_text("{")
    with pytest.raises(
        BadRecords, match=r"no result of the class that can be read\. results/ada/convolution"
    ):
        list(records_in(tmp_path, []))
