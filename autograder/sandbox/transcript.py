"""What a worker was asked and what it answered, to the byte.

Whoever judges a submission asks by a seed and by what was answered so far. So the same answers lead
to the same questions, and to the same verdict.
"""

from __future__ import annotations

import hashlib
import json
from collections import deque
from dataclasses import dataclass


@dataclass(frozen=True, eq=False)
class Exchange:
    """One question and its answer, the headers and bodies of two frames.

    Attributes
    ----------
    question : (bytes, bytes)
        What was asked.
    answer : (dict, bytes-like)
        What came.
    """

    question: tuple[bytes, bytes]
    answer: tuple[dict, bytes]

    @property
    def digest(self):
        """What tells the answer from others, as hexadecimal digits."""
        return answer_digest(*self.answer)


def answer_digest(header, body):
    """Return what tells an answer from others, as hexadecimal digits."""
    digest = hashlib.sha256(json.dumps(header, sort_keys=True).encode())
    digest.update(b"\n")
    digest.update(body)
    return digest.hexdigest()


class Transcript:
    """The exchanges with one worker.

    Attributes
    ----------
    exchanges : list of Exchange
        In order.
    is_whole : bool
        Whether they are all there were, with one process, which answered each in time.
    """

    def __init__(self):
        self.exchanges, self.is_whole = [], True
        self._known = deque()

    def rewind(self):
        """Let what was asked so far be asked once more, without the worker."""
        self._known = deque(self.exchanges)

    def goes_on_with(self, header, body):
        """Return whether a question is the next one that was asked before, or a new one."""
        return not self._known or self._known[0].question == (header, body)

    def begun(self, header, body, begin):
        """Return a function that waits for the answer to a question, or that has it.

        Parameters
        ----------
        header, body : bytes
            The question.
        begin : callable
            Asks the worker, and returns a function that waits for the answer.
        """
        if self._known:
            answer = self._known.popleft().answer
            return lambda: answer
        wait = begin()

        def answer():
            self.exchanges.append(Exchange((header, body), wait()))
            return self.exchanges[-1].answer

        return answer

    def end(self):
        """Note that the worker was ended: the next one knows nothing of what was asked."""
        self._known.clear()
        self.is_whole = False
