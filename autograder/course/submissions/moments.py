"""When something was handed in, as systems write it."""

from __future__ import annotations

import re
from datetime import datetime, timezone

MOMENT = re.compile(
    r"(\d{4}-\d\d-\d\d)[ T](\d\d:\d\d:\d\d)(?:\.(\d{1,6})\d*)?\s*(?:([+-]\d\d):?(\d\d))?"
)
# Sakai's 20260131120000000, Blackboard's 2026-01-31-12-00-00.
DIGITS = re.compile(r"(\d{4})-?(\d\d)-?(\d\d)-?(\d\d)-?(\d\d)-?(\d\d)(\d{3})?")
# Brightspace's "Jan 31, 2026 1200 PM" and "31 January, 2026 1200".
WORDS = (
    *("%b %d, %Y %I%M %p", "%B %d, %Y %I%M %p", "%d %b, %Y %I%M %p", "%d %B, %Y %I%M %p"),
    *("%b %d, %Y %H%M", "%B %d, %Y %H%M", "%d %b, %Y %H%M", "%d %B, %Y %H%M"),
)


def seconds(year, month, day, hour, minute, second, fraction="0"):
    """Return a time in UTC in seconds since 1970, or None if there is no such time."""
    try:
        whole = [int(each) for each in (year, month, day, hour, minute, second)]
        micro = int(str(fraction).ljust(6, "0"))
        return datetime(*whole, micro, tzinfo=timezone.utc).timestamp()
    except ValueError:
        return None


def moment(text):
    """Return a time as a system writes it in seconds since 1970, or None.

    Without a zone it is taken for UTC: of two by one system the later is the later all the same.

    Examples
    --------
    >>> moment("2026-01-31 12:00:00.500000000 Z") - moment("2026-01-31 13:00:00 +01:00")
    0.5
    >>> moment("20260131120001000") - moment("2026-01-31-12-00-00")
    1.0
    >>> moment("Jan 31, 2026 900 PM") == moment("31 January, 2026 2100")
    True
    """
    found = MOMENT.search(text)
    if not found:
        return _in_digits_or_words(text.strip())
    day, clock, fraction, hours, minutes = found.groups()
    time = seconds(*day.split("-"), *clock.split(":"), fraction or "0")
    offset = int(hours or 0) * 3600
    offset += int(minutes or 0) * (-60 if (hours or "").startswith("-") else 60)
    return time and time - offset


def _in_digits_or_words(text):
    if found := DIGITS.fullmatch(text):
        *whole, milliseconds = found.groups()
        return seconds(*whole, milliseconds or "0")
    padded = re.sub(r"(\d{4})\s+(\d)(?!\d{3})", r"\1 0\2", text)
    for form in WORDS:
        try:
            return datetime.strptime(padded, form).replace(tzinfo=timezone.utc).timestamp()
        except ValueError:
            continue
    return None


def utc_text(time):
    """Return a time in seconds since 1970 as people and programs read it, or "" for 0.

    Examples
    --------
    >>> utc_text(0.5), utc_text(0)
    ('1970-01-01T00:00:00Z', '')
    """
    return f"{datetime.fromtimestamp(time, timezone.utc):%Y-%m-%dT%H:%M:%SZ}" if time else ""
