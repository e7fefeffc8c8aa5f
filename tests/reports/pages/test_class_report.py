"""The report on a class: numbers that add up, and every name in its place."""

import re

import pytest

from autograder.reports.pages import histogram
from autograder.reports.pages.alike import Briefs, groups_alike
from autograder.reports.pages.class_report import MOST_GROUPS, report_page
from autograder.reports.pages.heat_map import heat_map
from autograder.reports.pages.statistics import (
    Distribution,
    broken,
    check_rates,
    distribution,
    mistakes,
    slowest,
)
from tests.reports.pages.sample import Page, check, failing, record


def some_class():
    """Four students: two who fail alike, one whose file crashes, one who passes; one does both."""
    crashed = record("dora", checks=[check(n, "crashed", message="It broke.") for n in (1, 2, 3)])
    return [
        failing("ada", seconds=3),
        failing("bert", seconds=1),
        record("carl", checks=[check(n) for n in (1, 2, 3)]),
        crashed,
        record("ada", "tophat", seconds=8.25),
    ]


def test_points_are_summed_up_by_exercise():
    found = distribution(some_class()[:4])
    assert found.points == (0, 2, 2, 6)
    assert (found.possible, found.mean, found.full) == (6, 2.5, 1)
    assert found.quartiles[1] == 2


def test_bins_hold_every_submission_whatever_can_be_had():
    for possible in (1, 6, 31, 100, 257):
        points = tuple(range(possible + 1))
        bins = Distribution(possible, points, 0).bins
        assert sum(count for *_, count in bins) == len(points)
        assert len(bins) <= 31
        assert bins[0][0] == 0
        assert bins[-1][1] == possible


@pytest.mark.parametrize("possible", [0.5, 19.5, 33.25, 100.5])
def test_bins_hold_half_points_too(possible):
    points = (0, 0.5, possible / 3, possible)
    bins = Distribution(possible, points, 0).bins
    assert sum(count for *_, count in bins) == len(points)
    assert all(any(first <= each <= last for first, last, _ in bins) for each in points)
    assert "to" in histogram.words(bins, possible)
    histogram.histogram(bins, possible)


def test_rates_count_every_status_of_every_check():
    first, second, third = check_rates(some_class()[:4])
    assert first.counts == {"passed": 3, "crashed": 1}
    assert second.counts == third.counts == {"failed": 2, "passed": 1, "crashed": 1}
    assert [each.number for each in (first, second, third)] == [1, 2, 3]


def test_a_mistake_is_counted_once_a_student():
    (mistake,) = mistakes(some_class())
    assert mistake.students == ("ada", "bert")
    assert mistake.hint == "You flipped it."


def test_the_slowest_and_the_broken_are_found():
    assert [each["seconds"] for each in slowest(some_class())][:2] == [8.25, 3]
    assert [each["student"] for each, _ in broken(some_class())] == ["dora"]


def test_a_check_that_had_to_wait_for_another_is_no_trouble():
    waits = record("ada", checks=[check(1, "failed"), check(2, "not_run", message="It waits.")])
    not_run = record("bert", checks=[check(1, "not_run", message="Killed."), check(2, "not_run")])
    assert [each["student"] for each, _ in broken([waits, not_run])] == ["bert"]


def test_those_who_fail_alike_are_a_group_and_those_who_pass_are_in_none():
    alike, alone = groups_alike(some_class())
    assert alike.students == ("ada", "bert")
    assert alike.misconceptions == ["flipped_it"]
    assert alone.students == ("dora",)


def test_another_mistake_behind_the_same_checks_is_another_group():
    groups = groups_alike([failing("ada"), failing("bert", misconception="shifted_it")])
    assert [each.students for each in groups] == [("ada",), ("bert",)]


def test_the_heat_map_puts_those_who_fail_alike_together():
    records = [failing("c"), failing("b", misconception=None), failing("a"), record("d")]
    found = heat_map(records, check_rates(records), mistakes(records))
    assert [row.student for row in found.rows] == ["a", "c", "b"]
    assert found.rows[0].cells[1] == ("failed", "flipped_it")
    assert found.letters == {"flipped_it": "A"}
    assert found.all_passed == 1


def test_a_brief_keeps_one_counterexample_of_those_who_fail_alike():
    briefs = Briefs()
    for each in some_class():
        briefs.add(each)
    has_any = {
        (r["student"], r["exercise"]): any(c["counterexample"] for c in r["checks"])
        for r in briefs.records
    }
    assert [key for key, value in has_any.items() if value] == [("ada", "convolution")]
    assert briefs.records[0]["checks"][1]["sentence"] == "Rule 2. It is 1 instead of 0."


def test_the_report_names_all_and_links_every_feedback_page(gallery):
    page = Page(report_page(some_class(), ["b.txt: left out."], gallery, ["tophat-why.html"]))
    assert "3 of 4" in page.text
    assert "b.txt: left out." in page.text
    assert "written/tophat-why.html" in page.references
    linked = {each for each in page.references if each.startswith("feedback/")}
    assert linked == {f"feedback/{r['student']}/{r['exercise']}.html" for r in some_class()}


def test_each_group_has_one_picture_and_each_exercise_a_histogram(gallery):
    page = Page(report_page(some_class(), [], gallery))
    labels = [a["aria-label"] for _, a in page.tags if a.get("role") == "img"]
    assert len(labels) == page.html.count("<svg xmlns") == 3
    assert "Histogram of points, out of 6: 1 with 0, 2 with 2, 1 with 6." in labels


def test_every_link_within_the_page_leads_somewhere(gallery):
    page = Page(report_page(some_class(), ["A note."], gallery))
    ids = {a["id"] for _, a in page.tags if "id" in a}
    assert {each[1:] for each in page.references if each.startswith("#")} <= ids
    assert {a["aria-labelledby"] for _, a in page.tags if "aria-labelledby" in a} <= ids


def test_tables_have_captions_and_their_headings_a_scope(gallery):
    page = Page(report_page(some_class(), [], gallery))
    assert len(page.all("table")) == len(page.all("caption"))
    assert all(each.get("scope") in ("row", "col") for each in page.all("th"))


def test_a_class_in_which_all_pass_and_an_empty_one_have_a_report(gallery):
    page = report_page([record("ada")], [], gallery)
    assert "No submission failed." in page
    assert "None crashed or took too long." in page
    assert "0 students" in report_page([], [], gallery)


def test_a_hostile_name_is_text_in_links_and_elsewhere(gallery):
    name = '../"><script>alert(1)</script>?#'
    page = Page(report_page([failing(name)], [name], gallery))
    assert not page.all("script")
    assert all("<" not in each and '"' not in each for each in page.references)
    (link,) = {each for each in page.references if each.startswith("feedback/")}
    assert re.fullmatch(r"feedback/[^/?#]+/convolution\.html", link)


def test_four_hundred_students_fit_into_a_page_of_a_few_megabytes(gallery):
    records = [failing(f"s{n:03}", value=1 + n % 3, misconception=f"m{n % 70}") for n in range(400)]
    page = report_page(records, [], gallery)
    assert len(page.encode()) < 3_000_000
    assert page.count('<article class="group">') == MOST_GROUPS
    assert f"{70 - MOST_GROUPS} smaller groups" in page
    assert all(page.count(f"feedback/s{n:03}/convolution.html") >= 3 for n in range(400))
