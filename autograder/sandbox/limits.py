"""How long a submission may take."""

from __future__ import annotations

from dataclasses import dataclass

# Seconds in which a submission is loaded, if it is not to keep others waiting.
SHORT_LOAD = 3.0
# Below so many elements in all arguments, no function that ends takes long.
_FEW = 1000


class TookLong(BaseException):
    """A submission that was not to keep others waiting did so; nothing is known of it yet.

    It is not an `Exception`, so no check takes it for a fault of the result.
    """


@dataclass(frozen=True)
class Limits:
    """Wall-clock limits in seconds, and how many broken calls end the calling.

    A worker that is late is ended and started again; after `strikes` of these no call is made.
    If no call ended so far and one was late, the next with few elements may take `again`.
    Calls that are made ahead of a check take `ahead` together, or are made one by one after all.
    """

    load: float = 30.0
    call: float = 10.0
    submission: float = 120.0
    ahead: float = 2.0
    strikes: int = 3
    again: float = 2.0


def are_small(arguments):
    """Return whether no function that ends takes long with such arrays."""
    return sum(each.size for each in arguments) < _FEW
