"""A student's function while its submission is judged, with what it has answered so far."""

from __future__ import annotations

import math
from collections import deque

from autograder.authoring.conduct import why_no_answer
from autograder.sandbox.worker.caller import Reply

# So few answers may be to the images that everybody knows; fewer calls do not tell.
FEW_ANSWERS, FEWEST_CALLS = 2, 12
# Elements of a result for each of the largest argument, and how many it may have anyway.
MOST_TIMES, MOST_ANYWAY = 2, 1024


class JudgedFunction:
    """A function under test that is asked each thing once, unless a check wants it again.

    Its answers are not a cache: they last as long as the judging of the submission, and none is
    forgotten, for a second answer may be another one.

    Parameters
    ----------
    function : StudentFunction
        What is called.

    Attributes
    ----------
    forbidden : list of str
        The forbidden library functions that were called so far, over all examples.
    history : list of Call
        Some calls of every check so far, to recognise a mistake by; the first that failed too.
    """

    def __init__(self, function):
        self._function = function
        self.name, self.is_written = function.name, function.is_written
        self.require_written, self.raise_for = function.require_written, function.raise_for
        self.forbidden, self.history = [], []
        self._replies = {}  # by `Call.key`
        self._first = None  # of the arrays among them
        self._is_alone, self._is_constant = True, True
        self._answers = 0
        self._expected = deque()  # keys and replies of calls to be made again
        self._in_history = set()

    def reply(self, call):
        """Return the `Reply` to a `Call`, which is made unless its reply is known."""
        reply = self._again(call) if call.again else self._once(call)
        if reply.forbidden:
            self.forbidden.append(reply.forbidden)
        return reply

    def _once(self, call):
        if call.key not in self._replies:
            self._keep_for_good(call, self._performed(call))
        return self._replies[call.key]

    def _keep_for_good(self, call, reply):
        """Keep a reply, and whether it is the array that all others are."""
        self._replies[call.key] = reply
        if reply.array is None:
            return
        if self._answers <= FEW_ANSWERS and not why_no_answer(reply.array, call.arguments[0]):
            self._answers += 1
        if self._first is None:
            self._first = reply.array
        else:
            self._is_alone = False
            self._is_constant = self._is_constant and _is_same(self._first, reply.array)

    def _again(self, call):
        if self._expected and self._expected[0][0] == call.key:
            return self._expected.popleft()[1]
        self._expected.clear()
        return self._performed(call)

    def _performed(self, call):
        return _of_fitting_size(self._function.perform(call.arguments), call)

    def knows(self, call):
        """Return whether a `Call` need not be made, for its reply is known."""
        return not call.again and call.key in self._replies

    def keep(self, call, reply):
        """Keep the reply to a `Call` that was made ahead of its check."""
        reply = _of_fitting_size(reply, call)
        if call.again:
            self._expected.append((call.key, reply))
        else:
            self._keep_for_good(call, reply)

    def kept(self, calls):
        """Yield the replies to some calls, all of which are kept, in their order."""
        again = iter(self._expected)
        for call in calls:
            yield next(again)[1] if call.again else self._replies[call.key]

    def expect_nothing(self):
        """Forget what is kept of calls that were to be made again."""
        self._expected.clear()

    @property
    def looks_at_nothing(self):
        """Whether all calls so far, with whatever arguments, came to the same array."""
        return self._is_constant and not self._is_alone

    @property
    def answers_nothing(self):
        """Whether there were many calls, and all but a few gave the image itself or one number."""
        return self._answers <= FEW_ANSWERS and len(self._replies) >= FEWEST_CALLS

    def always_stops(self, most):
        """Return whether all calls stopped with an error, and there were at least `most`."""
        errors = sum(reply.kind == "exception" for reply in self._replies.values())
        return errors == len(self._replies) >= most

    def remember(self, call):
        """Add a `Call` to the history, unless it is there."""
        if call.again or call.key not in self._in_history:
            self._in_history.add(call.key)
            self.history.append(call)


def _of_fitting_size(reply, call):
    """Return a reply; one that says so if the result is far larger than it can be.

    Hundreds of these would be kept otherwise. No function of an exercise makes more of an image.
    """
    if reply.array is None:
        return reply
    most = MOST_TIMES * max((each.size for each in call.arguments), default=0) + MOST_ANYWAY
    if math.prod(side or 1 for side in reply.array.shape) <= most:
        return reply
    text = f"returned an array of shape {reply.array.shape}, which is far too large"
    return Reply("object", text=text, changed=reply.changed, forbidden=reply.forbidden)


def _is_same(one, other):
    """Return whether two arrays are the same to the bit."""
    return (one.dtype, one.shape) == (other.dtype, other.shape) and one.tobytes() == other.tobytes()


def judged(functions):
    """Return a `JudgedFunction` for each `StudentFunction`, by name, without any answers yet."""
    return {name: JudgedFunction(function) for name, function in functions.items()}
