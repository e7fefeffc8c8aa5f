"""Late policies, for every due time, time zone and number of points."""

from datetime import datetime, timedelta, timezone
from decimal import Decimal
from itertools import product
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from autograder.course.policy.lateness import (
    OF,
    Amount,
    Curve,
    LateDays,
    PerDay,
    Points,
    how_late,
)

BERLIN = ZoneInfo("Europe/Berlin")
ZONES = (*map(ZoneInfo, ("Europe/Berlin", "America/New_York", "Asia/Kolkata")), timezone.utc)
spans = st.timedeltas(timedelta(0), timedelta(days=20))
shares = st.integers(0, 100).map(lambda each: Decimal(each) / 100)
amounts = st.builds(Amount, shares, st.just(True)) | st.builds(
    Amount, st.integers(0, 20).map(Decimal), st.just(False)
)
per_days = st.builds(PerDay, amounts, amounts, st.sampled_from(OF))


@st.composite
def curves(draw):
    """Curves with up to four corners."""
    times = sorted(draw(st.sets(st.integers(0, 20), min_size=1, max_size=4)))
    falling = sorted((draw(shares) for _ in times), reverse=True)
    return Curve(tuple((timedelta(days=t), s) for t, s in zip(times, falling, strict=True)))


@st.composite
def due_times(draw):
    """Due times, many of them in the weeks in which summer time begins or ends."""
    day = draw(
        st.sampled_from([datetime(2026, 3, 20), datetime(2026, 10, 20), datetime(2026, 6, 1)])
    )
    later = draw(st.timedeltas(timedelta(0), timedelta(days=14)))
    zone = draw(st.sampled_from(ZONES))
    return (day + timedelta(seconds=later // timedelta(seconds=1))).replace(tzinfo=zone)


@st.composite
def several_points(draw):
    """Points that were earned, and those possible."""
    possible = draw(st.integers(0, 40))
    raw = Decimal(draw(st.integers(0, possible * 4))) / 4
    weight = draw(st.sampled_from([Decimal(1), Decimal(2), Decimal("0.5")]))
    return Points(raw, Decimal(possible), weight)


late_days = st.builds(LateDays, st.integers(0, 6), st.integers(0, 6), per_days)
policies = per_days | curves()


def later(due, span):
    return due.astimezone(timezone.utc) + span


@given(policies, several_points(), due_times(), spans, spans)
def test_what_counts_is_never_more_than_there_was_nor_less_than_nothing(
    policy, points, due, span, grace
):
    counted = policy.counted(points, how_late(later(due, span), due, grace))
    assert 0 <= counted <= points.raw


@given(policies, several_points(), due_times(), spans, spans, spans)
def test_what_counts_falls_with_time(policy, points, due, span, more, grace):
    early, late = (how_late(later(due, each), due, grace) for each in (span, span + more))
    assert policy.counted(points, late) <= policy.counted(points, early)


@given(policies, several_points(), due_times(), spans, spans, spans)
def test_an_extension_never_hurts(policy, points, due, span, extension, grace):
    came, until = later(due, span), later(due, extension).astimezone(due.tzinfo)
    without, extended = (how_late(came, each, grace) for each in (due, until))
    assert policy.counted(points, extended) >= policy.counted(points, without)


@given(policies, several_points(), due_times(), spans)
def test_what_comes_by_the_due_time_counts_whole(policy, points, due, span):
    came = due.astimezone(timezone.utc) - span
    assert policy.counted(points, how_late(came, due)) == points.raw


def work_of(data, count):
    """Return pairs of points and lateness that have up to a week of lateness each."""
    week = st.timedeltas(timedelta(0), timedelta(days=7))
    due = datetime(2026, 3, 25, 23, 59, tzinfo=BERLIN)
    return [
        (data.draw(several_points()), how_late(later(due, data.draw(week)), due))
        for _ in range(count)
    ]


def total(policy, work, spent):
    pairs = zip(work, spent, strict=True)
    return sum(points.weight * policy.counted(points, late, n) for (points, late), n in pairs)


@given(late_days, st.data(), st.integers(0, 4))
def test_late_days_are_spent_so_that_no_other_way_counts_more(policy, data, count):
    work = work_of(data, count)
    spent = policy.spending(work)
    ways = [
        each for each in product(range(policy.most + 1), repeat=count) if sum(each) <= policy.days
    ]
    best = max(total(policy, work, each) for each in ways)
    assert total(policy, work, spent) == best
    assert sum(spent) == min(sum(each) for each in ways if total(policy, work, each) == best)
    assert all(n <= policy.most for n in spent)


@given(late_days, st.data(), several_points(), due_times(), spans, spans)
def test_an_extension_never_hurts_where_days_are_spent(policy, data, points, due, span, more):
    came, others = later(due, span), work_of(data, 2)
    until = later(due, more).astimezone(due.tzinfo)
    totals = []
    for each in (due, until):
        work = [*others, (points, how_late(came, each))]
        totals.append(total(policy, work, policy.spending(work)))
    assert totals[1] >= totals[0]


@pytest.mark.parametrize(
    ("due", "came", "days"),
    [
        # Summer time begins on 29 March 2026, so that the day has 23 hours.
        ((2026, 3, 28, 18), (2026, 3, 29, 17, 59), 1),
        ((2026, 3, 28, 18), (2026, 3, 29, 18, 1), 2),
        # It ends on 25 October 2026, so that the day has 25 hours.
        ((2026, 10, 24, 18), (2026, 10, 25, 17, 59), 1),
        ((2026, 10, 24, 18), (2026, 10, 25, 18, 1), 2),
    ],
)
def test_a_late_day_ends_by_the_clock_on_the_wall_also_across_summer_time(due, came, days):
    due, came = (datetime(*each, tzinfo=BERLIN) for each in (due, came))
    assert how_late(came, due).days == days


@pytest.mark.parametrize(("seconds", "days"), [(59, 0), (60, 1), (86_459, 1), (86_460, 2)])
def test_the_minute_of_the_due_time_is_in_time(seconds, days):
    due = datetime(2026, 3, 1, 23, 59, tzinfo=timezone.utc)
    assert how_late(due + timedelta(seconds=seconds), due).days == days


def test_after_the_grace_lateness_counts_from_the_due_time():
    due = datetime(2026, 3, 1, 12, tzinfo=timezone.utc)
    found = [how_late(due + timedelta(hours=h), due, timedelta(hours=6)).days for h in (6, 7, 25)]
    assert found == [0, 1, 2]


def test_a_deduction_counts_days_begun_up_to_its_cap():
    policy = PerDay(Amount(Decimal("0.1"), True), Amount(Decimal("0.5"), True))
    due, points = datetime(2026, 3, 1, tzinfo=timezone.utc), Points(Decimal(18), Decimal(20))
    counted = [
        policy.counted(points, how_late(due + timedelta(days=n, hours=1), due)) for n in (0, 1, 9)
    ]
    assert counted == [16, 14, 8]


def test_a_curve_is_straight_between_its_corners():
    policy = Curve(((timedelta(days=2), Decimal("0.5")), (timedelta(days=4), Decimal(0))))
    due, points = datetime(2026, 3, 1, tzinfo=timezone.utc), Points(Decimal(20), Decimal(20))
    counted = [
        policy.counted(points, how_late(due + timedelta(minutes=1, days=n), due))
        for n in (1, 2, 3, 9)
    ]
    assert counted == [15, 10, 5, 0]
