"""Values of ``course.toml`` from what stands there: times, spans of time, shares and numbers.

Each function takes a value as TOML has it, and raises `Unfit` if it is none of its kind.
"""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from zoneinfo import ZoneInfo

from autograder.course.policy.lateness import Amount

SPANS = {"minute": 1, "min": 1, "hour": 60, "h": 60, "day": 24 * 60, "d": 24 * 60}
SPAN = re.compile(r"\s*([0-9]{1,5})\s*(minute|min|hour|h|day|d)s?\s*")
SHARE = re.compile(r"\s*([0-9]{1,3}(?:\.[0-9]{1,4})?)\s*%\s*")
# Without the brackets that would end a link, and with no other braces.
ADDRESS, PLACE = re.compile(r"https://(?:[^\s()<>{}\"']|\{exercise\})+"), "{exercise}"
LAST_MINUTE = time(23, 59)
MOST = 10_000


class Unfit(Exception):
    """A value of another kind; the message says what is allowed, as in "it should be ..."."""


def text(value):
    """Return a text of one line."""
    if not isinstance(value, str) or not value.strip() or "\n" in value:
        raise Unfit("a text in quotation marks")
    return value.strip()


def folders(value):
    """Return a list of texts, each the path of a folder."""
    if not isinstance(value, list) or not all(isinstance(n, str) and n.strip() for n in value):
        raise Unfit('a list of folders, such as ["exercises/sobel"]')
    return value


def address_of_each(value):
    """Return an address that has ``{exercise}`` where the exercise's name belongs."""
    if not isinstance(value, str) or not ADDRESS.fullmatch(value) or PLACE not in value:
        raise Unfit(f"an address that begins with https:// and has {PLACE} for the exercise's name")
    return value


def flag(value):
    """Return true or false."""
    if not isinstance(value, bool):
        raise Unfit("true or false, without quotation marks")
    return value


def whole_number(value):
    """Return a whole number from 0."""
    if isinstance(value, bool) or not isinstance(value, int) or not 0 <= value <= MOST:
        raise Unfit(f"a whole number from 0 to {MOST}")
    return value


def decimal_number(value):
    """Return a number from 0 as a `Decimal`."""
    is_number = isinstance(value, (int, Decimal)) and not isinstance(value, bool)
    found = Decimal(value) if is_number else Decimal("nan")
    if not found.is_finite() or not 0 <= found <= MOST:
        raise Unfit(f"a number from 0 to {MOST}")
    return found


def seed(value):
    """Return a seed, a text or a whole number, as a text."""
    if isinstance(value, bool) or not isinstance(value, (str, int)) or value == "":
        raise Unfit("a text in quotation marks or a whole number")
    return str(value)


def time_span(value):
    """Return a span of time.

    Examples
    --------
    >>> time_span("90 minutes")
    datetime.timedelta(seconds=5400)
    """
    found = SPAN.fullmatch(value) if isinstance(value, str) else None
    if not found:
        raise Unfit('a time such as "15 minutes", "2 hours" or "1 day"')
    return timedelta(minutes=int(found[1]) * SPANS[found[2]])


def share(value):
    """Return a share from 0 to 1.

    Examples
    --------
    >>> share("12.5 %")
    Decimal('0.125')
    """
    found = SHARE.fullmatch(value) if isinstance(value, str) else None
    if not found or Decimal(found[1]) > 100:
        raise Unfit('a share from "0 %" to "100 %"')
    return Decimal(found[1]) / 100


def amount(value):
    """Return an `Amount`: a share, or a number of points."""
    try:
        is_share = isinstance(value, str)
        return Amount(share(value) if is_share else decimal_number(value), is_share)
    except Unfit as error:
        raise Unfit('a share such as "10 %", or a number of points such as 2') from error


def curve_corners(value):
    """Return the corners of a `Curve`."""
    example = 'pairs such as [["1 day", "90 %"], ["3 days", "50 %"]]'
    if not isinstance(value, list) or not value:
        raise Unfit(example)
    try:
        found = tuple((time_span(when), share(what)) for when, what in value)
    except (Unfit, ValueError, TypeError) as error:
        raise Unfit(example) from error
    times, shares = zip(*found, strict=True)
    if list(times) != sorted(set(times)) or list(shares) != sorted(shares, reverse=True):
        raise Unfit(f"{example}, with later and later times and shares that never rise")
    return found


def one_of(*allowed):
    """Return the function that takes one of several texts."""

    def chosen(value):
        if value not in allowed or not isinstance(value, str):
            raise Unfit(" or ".join(f'"{each}"' for each in allowed))
        return value

    return chosen


def time_zone(value):
    """Return a time zone by its name."""
    try:
        return ZoneInfo(text(value))
    except (Unfit, ValueError, OSError, LookupError) as error:
        raise Unfit('the name of a time zone, such as "Europe/Berlin" or "UTC"') from error


def moment_in(zone):
    """Return the function that takes a time; one without an offset is of a time zone.

    A date alone lasts until its last minute.

    Examples
    --------
    >>> moment_in(ZoneInfo("Europe/Berlin"))("2026-03-14").isoformat()
    '2026-03-14T23:59:00+01:00'
    """

    def moment(value):
        found = _moment(value)
        if found is None:
            raise Unfit("a date and a time, such as 2026-03-14T23:59:00 or 2026-03-14")
        if zone is None and found.tzinfo is None:
            raise Unfit(
                'a time in a time zone; name yours above, as in time_zone = "Europe/Berlin"'
            )
        return found.replace(tzinfo=zone) if found.tzinfo is None else found.astimezone(zone)

    return moment


def _moment(value):
    """Return a time as TOML or a text has it, or None."""
    if isinstance(value, str):
        try:
            is_date = re.fullmatch(r"[0-9-]+", value.strip())
            value = (date if is_date else datetime).fromisoformat(value.strip())
        except ValueError:
            return None
    if isinstance(value, datetime):
        return value
    return datetime.combine(value, LAST_MINUTE) if isinstance(value, date) else None
