"""What right solutions answered on the images that students have, kept from one run to the next.

Judging is determined by what was answered so far. A submission that answers the same questions to
the bit as one that passed every check passes, too, and neither checks nor right answers are needed
for that. Anything else is judged as if nothing were known.
"""

from __future__ import annotations

import hashlib
import json
import os
import stat
from contextlib import closing, suppress
from dataclasses import dataclass
from pathlib import Path

from autograder.files import replace_bytes
from autograder.judging.grade import grade_worker, remarks_of
from autograder.sandbox.transcript import Transcript, answer_digest

# Of so many right solutions that round otherwise the answers are kept, the newest first.
MOST_CHAINS = 16
LARGEST_FILE = 64 * 1024**2


@dataclass(frozen=True)
class _Kept:
    """What is known of an exercise.

    Attributes
    ----------
    record : dict
        The result record of a submission that passed.
    questions : list of (bytes, bytes)
        What its worker was asked.
    chains : list of list of str
        For each solution that passed on these questions, the digest of every answer.
    """

    record: dict
    questions: list[tuple[bytes, bytes]]
    chains: list[list[str]]


class KnownPasses:
    """What right solutions of one exercise answered, in a file.

    Parameters
    ----------
    path : path
        The file. It may be missing or damaged, or somebody else's: then nothing is known.
    version : str
        Tells apart all that decides a verdict; what was kept with another one is not used.
    """

    def __init__(self, path, version):
        self._path, self._version = Path(path), version
        self._kept = _unpacked(_own_content(self._path), version)

    def __bool__(self):
        return self._kept is not None

    def grade(self, sandbox, declaration, source, load, session):
        """Return the result record of a student's own file, as `grade.grade` does.

        Parameters
        ----------
        sandbox : Sandbox
            Where it runs.
        declaration : Declaration
            What is known of the exercise without its checks.
        source : Source
            The file.
        load : callable
            Returns the `Exercise`, if that is needed.
        session : Session
            One with the examples that students have.
        """

        def opened(part, seconds=None):
            rules = part.forbidden
            found = source.content, source.suffix, declaration.functions, rules, source.helpers
            return closing(sandbox.open(*found, seconds))

        with opened(declaration) as worker:
            written = {name for name, each in worker.subjects.items() if each.is_written}
            is_usual = written == set(declaration.required)
            worker.record_in(transcript := Transcript())
            if is_usual and self._passes(worker, transcript):
                return self._kept.record | {"notes": remarks_of(worker)}
            record = grade_worker(worker, opened, load(), session)
            is_whole = transcript.is_whole and transcript.exchanges
            if is_usual and is_whole and record["status"] == "passed":
                self._keep(record, transcript.exchanges)
        return record

    def _passes(self, worker, transcript):
        """Return whether a submission answers as one that passed; if not, nothing is lost."""
        if self._kept is None:
            return False
        chains, place = self._kept.chains, 0
        for place, answer in enumerate(worker.ask_again(self._kept.questions), start=1):
            found = answer_digest(*answer)
            chains = [each for each in chains if each[place - 1] == found]
            if not chains:
                break
        transcript.rewind()
        return bool(chains) and place == len(self._kept.questions) and transcript.is_whole

    def _keep(self, record, exchanges):
        """Keep what a submission that passed was asked, and what it answered."""
        questions = [each.question for each in exchanges]
        chains = [[each.digest for each in exchanges]]
        if self._kept is not None and self._kept.questions == questions:
            chains += self._kept.chains
        kept = _Kept(record | {"seconds": 0.0, "notes": []}, questions, chains[:MOST_CHAINS])
        with suppress(OSError):  # the next check takes a little longer then
            self._path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            replace_bytes(self._path, _packed(kept, self._version), sync=False)


def _packed(kept, version):
    """Return what is known as the bytes of a file: a digest, a line of JSON, and the bodies."""
    header = {
        "version": version,
        "record": kept.record,
        "questions": [[header.decode(), len(body)] for header, body in kept.questions],
        "chains": kept.chains,
    }
    content = json.dumps(header).encode() + b"\n" + b"".join(body for _, body in kept.questions)
    return hashlib.sha256(content).hexdigest().encode() + b"\n" + content


def _unpacked(content, version):
    """Return what is known by the bytes of a file; None if these are not what was written."""
    try:
        digest, content = content.split(b"\n", 1)
        if hashlib.sha256(content).hexdigest().encode() != digest:
            return None
        line, rest = content.split(b"\n", 1)
        header = json.loads(line)
        if header["version"] != version:
            return None
        questions = []
        for text, size in header["questions"]:
            questions.append((text.encode(), rest[:size]))
            rest = rest[size:]
        return _Kept(header["record"], questions, header["chains"])
    except (ValueError, LookupError, TypeError, AttributeError, RecursionError):
        return None


def _own_content(path):
    """Return the bytes of a file; b"" if it is not one that only this user can write."""
    try:
        with open(path, "rb", opener=_not_through_a_link) as file:
            found = os.fstat(file.fileno())
            return file.read() if _is_own(found) and found.st_size <= LARGEST_FILE else b""
    except OSError:
        return b""


def _not_through_a_link(path, flags):
    return os.open(path, flags | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0))


def _is_own(found):
    """Return whether a file is a regular one that nobody else owns or may write to."""
    of_this_user = not hasattr(os, "getuid") or found.st_uid == os.getuid()
    for_others = stat.S_IWGRP | stat.S_IWOTH if hasattr(os, "getuid") else 0
    return stat.S_ISREG(found.st_mode) and of_this_user and not found.st_mode & for_others
