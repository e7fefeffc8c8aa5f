"""What counts of a student's points: whose name the file gives, when work came, and days spent."""

from datetime import datetime, timezone
from decimal import Decimal

import pytest

from autograder.course.arrivals import Arrival
from autograder.course.identities import Identity
from autograder.course.policy.counting import Counting
from autograder.course.policy.named_students import times_by_key
from autograder.course.policy.worth import valued

HEAD = """
time_zone = "Europe/Berlin"
[exercise.convolution]
due = 2026-03-07T23:59:00
[exercise.tophat]
due = 2026-03-14T23:59:00
[late]
"""
PER_DAY = HEAD + 'policy = "per day"\ndeduction = 2\n'
LATE_DAYS = HEAD + 'policy = "late days"\ndays = 2\ndeduction = 4\n'
TWENTY = Decimal(20), Decimal(20)


def came(day, hour=12):
    return Arrival(datetime(2026, 3, day, hour, tzinfo=timezone.utc))


@pytest.fixture
def counts(course):
    """Return what counts for Ada, by a course file and her arrivals."""

    def count(text, convolution, tophat=None, given=None):
        arrivals = {("ada", "convolution"): convolution, ("ada", "tophat"): tophat or Arrival()}
        counting = Counting(course(text), ["ada"], {}, arrivals)
        return counting.of("ada", given or {"convolution": TWENTY, "tophat": TWENTY})

    return count


def test_without_a_file_all_points_count_and_nothing_is_said():
    count = Counting().of("ada", {"tophat": TWENTY})["tophat"]
    assert (count.counted, count.days, count.why) == (20, None, "")


def test_each_exercise_is_late_by_its_own_time(counts):
    found = counts(PER_DAY, came(9), came(14))
    assert [found[name].counted for name in ("convolution", "tophat")] == [16, 20]
    assert [found[name].days for name in ("convolution", "tophat")] == [2, 0]


@pytest.mark.parametrize(
    ("arrival", "counted", "said"),
    [
        (Arrival(), None, "nothing says when it came"),
        (Arrival(None, True), None, "calls it late but does not say when"),
        (Arrival(None, False), 20, "in time"),
    ],
)
def test_what_a_system_says_of_lateness_alone_counts_only_if_it_is_in_time(
    counts, arrival, counted, said
):
    found = counts(PER_DAY, arrival)["convolution"]
    assert found.counted == counted
    assert said in found.why


def test_points_that_are_not_known_yet_do_not_count_yet(counts):
    given = {"convolution": (None, Decimal(20))}
    assert counts(PER_DAY, came(9), given=given)["convolution"].counted is None


def test_nothing_is_lost_of_no_points_whenever_they_came(counts):
    given = {"convolution": (Decimal(0), Decimal(20))}
    assert counts(PER_DAY, Arrival(), given=given)["convolution"].counted == 0


def test_late_days_go_where_they_save_most(counts):
    given = {"convolution": (Decimal(6), Decimal(20)), "tophat": TWENTY}
    found = counts(LATE_DAYS, came(9), came(16), given)
    assert (found["convolution"].counted, found["tophat"].counted) == (0, 20)
    assert "2 of 2 days for the term are spent on it" in found["tophat"].why
    assert "0 of 2 days for the term are spent on it" in found["convolution"].why


def test_no_late_day_is_spent_while_the_time_of_some_work_is_unknown(counts):
    found = counts(LATE_DAYS, came(9), Arrival())
    assert [found[name].counted for name in ("convolution", "tophat")] == [None, None]


def test_what_came_in_time_counts_also_while_other_work_is_unknown(counts):
    assert counts(LATE_DAYS, came(7), Arrival())["convolution"].counted == 20


def test_the_word_of_the_instructor_counts_more_than_the_systems(counts):
    text = f"{PER_DAY}[handed_in.ada]\nconvolution = 2026-03-07T12:00:00\n"
    assert counts(text, came(9))["convolution"].counted == 20


def test_an_extension_before_the_due_time_changes_nothing(counts):
    text = f"{PER_DAY}[extensions.ada]\nconvolution = 2026-03-01\n"
    assert counts(text, came(7))["convolution"].counted == 20


def test_a_short_delay_within_the_grace_is_in_time_and_said(counts):
    found = counts(f'{PER_DAY}grace = "1 hour"\n', came(7, 23))["convolution"]
    assert found.counted == 20
    assert "since a short delay is allowed" in found.why


IDENTITIES = {
    "a1": Identity("a1", "Ana Müller", "123", "ana@x.org"),
    "b2": Identity("b2", "Bo Lee", "124"),
    "c3": Identity("c3", "Bo Lee", "125"),
}


@pytest.mark.parametrize("name", ["a1", "ana  müller", "123", "ANA@x.org", "Ana Mu\u0308ller"])
def test_a_student_goes_by_key_name_number_and_e_mail(name):
    found, notes = times_by_key({name: {"tophat": 1}}, IDENTITIES, IDENTITIES)
    assert (found, notes) == ({"a1": {"tophat": 1}}, [])


def test_a_name_that_two_students_have_is_neithers(course):
    found, (note,) = times_by_key({"Bo Lee": {"tophat": 1}}, IDENTITIES, IDENTITIES)
    assert found == {}
    assert "b2 or c3" in note


def test_a_name_that_is_nobodys_is_said_with_the_likeliest():
    _, (note,) = times_by_key({"Ana Muller": {}}, IDENTITIES, IDENTITIES)
    assert "did you mean 'Ana Müller'?" in note


def a_record(*statuses):
    checks = [
        {"name": f"c{n}", "status": status, "points": 2 * (status == "passed"), "possible": 2}
        for n, status in enumerate(statuses)
    ]
    points = sum(each["points"] for each in checks)
    return {"points": points, "possible": 2 * len(statuses), "checks": checks}


def rules(course, text):
    return course(f"[exercise.tophat]\n{text}\n").rules("tophat")


def test_points_of_an_exercise_are_shared_out_to_the_hundredth(course):
    record = valued(a_record("passed", "failed", "passed"), rules(course, "points = 10"))
    assert [each["possible"] for each in record["checks"]] == [3.33, 3.34, 3.33]
    assert (record["points"], record["possible"]) == (6.66, 10)


@pytest.mark.parametrize("total", [10, 7, 1])
def test_checks_of_half_points_share_any_total_exactly(course, total):
    one = a_record("passed", "failed", "passed")
    for check, points in zip(one["checks"], (0.5, 1, 1.5), strict=True):
        check["possible"] = points
    record = valued(one, rules(course, f"points = {total}"))
    assert record["possible"] == total
    assert sum(Decimal(str(each["possible"])) for each in record["checks"]) == Decimal(str(total))


def test_a_dropped_check_is_worth_nothing_and_comes_back_when_it_is_dropped_no_more(course):
    one = a_record("passed", "failed")
    dropped = valued(one, rules(course, "checks = { shape_is_kept = 0 }"))
    assert dropped == one
    named = {**one, "checks": [{**each, "name": "shape_is_kept"} for each in one["checks"][:1]]}
    dropped = valued(named, rules(course, "checks = { shape_is_kept = 0 }"))
    assert (dropped["points"], dropped["possible"]) == (0, 0)
    assert valued(dropped, rules(course, ""))["checks"] == named["checks"]


def test_unknown_points_stay_unknown(course):
    one = a_record("passed", "grader_error")
    one["checks"][1]["points"] = None
    assert valued(one, rules(course, "points = 10"))["points"] is None
