"""How late something came, and what a late policy lets count of its points.

Days are those of the calendar: what is due on Monday at 18:00 is one day late until Tuesday at
18:00, also in the night that summer time begins.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta, timezone
from decimal import ROUND_HALF_UP, Decimal
from typing import NamedTuple

DAY, MINUTE = timedelta(days=1), timedelta(minutes=1)
CENT = Decimal("0.01")
OF = ("possible", "earned")


class Lateness(NamedTuple):
    """How late a submission came: days begun, and the time that went by; (0, 0) is in time."""

    days: int
    elapsed: timedelta


class Points(NamedTuple):
    """What an exercise was given before lateness, the possible points, and its weight in the total.

    All are of type `Decimal`.
    """

    raw: Decimal
    possible: Decimal
    weight: Decimal = Decimal(1)


IN_TIME = Lateness(0, timedelta(0))


def how_late(came, due, grace=timedelta(0)):
    """Return the `Lateness` of what came at one time and was due at another.

    Parameters
    ----------
    came, due : datetime
        With their time zones; days are counted in that of `due`. A due time without seconds lasts
        until its minute ends.
    grace : timedelta
        What came so long after the due time is in time. What came later is late from the due time.

    Examples
    --------
    >>> from datetime import datetime
    >>> due = datetime(2026, 3, 9, 18, 0, tzinfo=timezone.utc)
    >>> how_late(due + timedelta(hours=30), due).days
    2
    """
    came, end = _utc(came), end_of(due)
    if came < end + grace:
        return IN_TIME
    elapsed = max(came - end, timedelta(0))
    days = max(elapsed // DAY - 1, 0)
    while _utc(_days_later(due, days)) + (end - _utc(due)) <= came:
        days += 1
    return Lateness(days, elapsed)


def end_of(due):
    """Return the first moment after a due time, in UTC."""
    lasts = MINUTE if not (due.second or due.microsecond) else timedelta(microseconds=1)
    return _utc(due) + lasts


def _days_later(due, days):
    """Return the same time of the day so many days later; summer time may begin in between."""
    return (due.replace(tzinfo=None) + days * DAY).replace(tzinfo=due.tzinfo)


def _utc(moment):
    # Two times of one zone are compared by their clocks, which summer time sets.
    return moment.astimezone(timezone.utc)


@dataclass(frozen=True)
class Amount:
    """A share, such as 0.1 for 10 %, or a number of points."""

    value: Decimal
    is_share: bool

    def of(self, whole):
        """Return the amount in points."""
        return self.value * whole if self.is_share else self.value

    def __str__(self):
        return in_percent(self.value) if self.is_share else f"{self.value:f} points"


@dataclass(frozen=True)
class PerDay:
    """A deduction for each day begun, up to a cap.

    Attributes
    ----------
    deduction, cap : Amount
        What each day costs, and the most that all days cost.
    of : {"possible", "earned"}
        What shares are taken of.
    """

    deduction: Amount
    cap: Amount
    of: str = "possible"

    def counted(self, points, lateness):
        """Return what counts of some `Points`."""
        if not lateness.days:
            return points.raw
        whole = points.possible if self.of == "possible" else points.raw
        lost = min(lateness.days * self.deduction.of(whole), self.cap.of(whole))
        return _rounded(points.raw - lost, points.raw)


@dataclass(frozen=True)
class Curve:
    """A share of the points that falls with the time gone by, in straight lines between corners.

    Attributes
    ----------
    corners : tuple of (timedelta, Decimal)
        Times after the due time, ascending, and what share counts then. It starts with the whole
        at the due time, and keeps the last share after the last corner.
    """

    corners: tuple[tuple[timedelta, Decimal], ...]

    def counted(self, points, lateness):
        """Return what counts of some `Points`."""
        if not lateness.days:
            return points.raw
        return _rounded(points.raw * self._share(lateness.elapsed), points.raw)

    def _share(self, elapsed):
        before, high = timedelta(0), Decimal(1)
        for time, low in self.corners:
            if elapsed < time:
                part = Decimal((elapsed - before) // timedelta(microseconds=1))
                part /= Decimal((time - before) // timedelta(microseconds=1))
                return high - (high - low) * part
            before, high = time, low
        return high


@dataclass(frozen=True)
class LateDays:
    """Days for the whole term, of which each takes back one day of lateness.

    Attributes
    ----------
    days : int
        How many a student has.
    most : int
        How many may be spent on one exercise.
    beyond : PerDay
        What the days cost that are not taken back.
    """

    days: int
    most: int
    beyond: PerDay

    def counted(self, points, lateness, spent=0):
        """Return what counts of some `Points` if so many days are spent on them."""
        left = Lateness(max(lateness.days - spent, 0), lateness.elapsed)
        return self.beyond.counted(points, left)

    def spending(self, work):
        """Return how many days to spend on each of several exercises, so that most counts.

        Of several ways that count the same, it is the one with the fewest days, and then the one
        that spends them earlier.

        Parameters
        ----------
        work : sequence of (Points, Lateness)
            What a student handed in, in the order in which it was due.
        """
        best = {0: (Decimal(0), ())}  # by the days spent so far: what counts, and on what
        for points, lateness in work:
            several = {}
            for used, (total, spent) in best.items():
                for more in range(min(lateness.days, self.most, self.days - used) + 1):
                    gain = points.weight * self.counted(points, lateness, more)
                    way = total + gain, (*spent, more)
                    several[used + more] = max(several.get(used + more, way), way)
            best = several
        return max(best.items(), key=lambda item: (item[1][0], -item[0], item[1][1]))[1][1]


def in_percent(share):
    """Return a share as people write it.

    Examples
    --------
    >>> in_percent(Decimal("0.10"))
    '10 %'
    """
    return f"{(100 * share).normalize():f} %"


def _rounded(counted, raw):
    """Return what counts to the hundredth, and never more than there was."""
    counted = max(counted, Decimal(0)).quantize(CENT, ROUND_HALF_UP)
    return min(counted, raw)
