"""How long the next call may take, after what the calls before it did."""

from __future__ import annotations

from autograder.sandbox.limits import are_small
from autograder.sandbox.worker.caller import Reply


class Patience:
    """Counts the calls of one submission that were late, or that ended its process.

    Parameters
    ----------
    limits : Limits
        How long a call may take, and after how many of these none is made.
    """

    def __init__(self, limits):
        self._limits, self._strikes = limits, 0
        self._first, self._has_ended = "", False

    @property
    def refusal(self):
        """The `Reply` to a call that is not made any more; None if it is made."""
        if self._strikes < self._limits.strikes:
            return None
        return Reply("timeout", text=f"{self._first} It was not called again.")

    def seconds(self, arguments):
        """Return how long a call with these arguments may take.

        If no call ended so far and one was late, the next small one may take less: a loop that
        never ends in one small image does not end in the next, and nothing else takes that long.
        """
        is_short = self._strikes and not self._has_ended and are_small(arguments)
        return min(self._limits.again, self._limits.call) if is_short else self._limits.call

    def ended(self):
        """Note that a call ended."""
        self._has_ended = True

    def late(self, seconds):
        """Note that a call took longer than some seconds; return the `Reply` that says so."""
        return self.strike("timeout", f"A call took longer than {seconds:g} s.")

    def strike(self, kind, text):
        """Note a call that did not end as it should; return the `Reply` that says so."""
        self._strikes += 1
        self._first = self._first or text
        return Reply(kind, text=text)
