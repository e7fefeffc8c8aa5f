"""A number worked out on paper, compared with the right one without giving that away."""

from __future__ import annotations

import hashlib

# A digest of so many steps: no quick loop over a few hundred numbers in a notebook.
STEPS = 20_000
LENGTH = 12


def expect(place, number, digest, hint="Go through the sum once more, one product at a time."):
    """Say whether a number that somebody worked out is right, and never which one is.

    Nothing is graded here, and nothing stops with an error.

    Parameters
    ----------
    place : str
        What the number stands for, such as ``"[3, 4]"``.
    number : float or Ellipsis
        The student's; ``...`` stands for one that is not there yet.
    digest : str
        `digest_of` the place and the right number.
    hint : str
        A sentence for whoever has another number.

    Examples
    --------
    >>> expect("2 + 2", 4, digest_of("2 + 2", 4))
    2 + 2: right.
    >>> expect("2 + 2", 5, digest_of("2 + 2", 4), hint="Use your fingers.")
    2 + 2: not 5. Use your fingers.
    >>> expect("2 + 2", ..., digest_of("2 + 2", 4))
    2 + 2: put your number in the place of the three dots, and run this cell again.
    """
    if number is ... or number is None:
        print(f"{place}: put your number in the place of the three dots, and run this cell again.")
        return
    try:
        value = float(number)
    except (TypeError, ValueError):
        print(f"{place}: give a single number, not {number!r}.")
        return
    print(f"{place}: {'right.' if digest_of(place, value) == digest else f'not {value:g}. {hint}'}")


def digest_of(place, number):
    """Return what a handout holds in place of a number, so that it does not give it away."""
    words = f"{float(number):g}".encode()
    return hashlib.pbkdf2_hmac("sha256", words, place.encode(), STEPS).hex()[:LENGTH]
