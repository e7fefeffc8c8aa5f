"""Which results still stand: for each, the key of what decided it and a digest of its file.

A line is appended when a result was written. It counts while the file is, to the byte, the one that
it was written for. So grading may be killed at any moment: a result without its line, or a line
without its result, is graded again, and no result is taken for another's. Digests are made with the
user's key: whoever rewrites a result cannot write its line.
"""

from __future__ import annotations

import contextlib
import json
from pathlib import Path

from autograder.files import replace
from autograder.grading.jobs import Terms
from autograder.grading.results import result_path, write_record
from autograder.grading.signing import signature

NAME = ".graded.jsonl"
DECIDING = ("student", "exercise", "key", "source")


class Ledger:
    """The ledger of a folder of results.

    Attributes
    ----------
    folder : str or None
        The submissions that were graded into it last.
    terms : Terms or None
        On what terms.
    is_ours : bool
        Whether it was this user, with the key on this computer, who wrote folder and terms.
    misfits : list of tuple of str
        The (student, exercise) of results that `standing` found, and that are not as they were
        written.
    """

    def __init__(self, out):
        self.out = Path(out)
        self.path = self.out / NAME
        self.folder, self.terms, self.is_ours = None, None, True
        self.misfits = []
        self._entries = {}
        for text in self._lines():
            # What a kill cut off, or another version wrote, is as if it were not there.
            with contextlib.suppress(ValueError, KeyError, TypeError, RecursionError):
                self._take(json.loads(text))

    def _lines(self):
        try:
            return self.path.read_bytes().split(b"\n")
        except (FileNotFoundError, NotADirectoryError):
            return []

    def _take(self, line):
        if "terms" in line:
            self.folder, self.terms = line["folder"], Terms.from_record(line["terms"])
            self.is_ours = line.get("digest") == _digest_of(line["folder"], line["terms"])
        else:
            entry = {name: line[name] for name in (*DECIDING, "digest")}
            if all(isinstance(each, str) for each in entry.values()):
                self._entries[line["student"], line["exercise"]] = entry

    def begin(self, folder, terms):
        """Note what is about to be graded on what terms; forget nothing that still stands."""
        self.folder, self.terms = None if folder is None else str(folder), terms
        header = {"folder": self.folder, "terms": terms.record()}
        header["digest"] = _digest_of(*header.values())
        self.is_ours = True
        lines = map(json.dumps, [header, *self._entries.values()])
        replace(self.path, "".join(f"{line}\n" for line in lines))

    def standing(self, submission, key):
        """Return the result of a submission if it was graded with this key, or None.

        A fault of the grader's own is always to be tried again.
        """
        entry = self._entries.get((submission.student, submission.exercise), {})
        if entry.get("key") != key:
            return None
        result = self.result(submission)
        return None if result is None or result["status"] == "grader_error" else result

    def result(self, submission):
        """Return the result of a submission as it was written, whatever decided it, or None."""
        place = submission.student, submission.exercise
        if place not in self._entries:
            return None
        try:
            written = result_path(self.out, *place).read_bytes()
        except OSError:
            return None
        if not self._fits(place, written):
            self.misfits.append(place)
            return None
        return json.loads(written)

    def _fits(self, place, written):
        """Return whether bytes are those of a result that was written for a line."""
        entry = self._entries[place]
        return _digest_of(*(entry[name] for name in DECIDING), written) == entry["digest"]

    def source_of(self, student, exercise):
        """Return the digest of the file that was graded last, or ""."""
        return self._entries.get((student, exercise), {}).get("source", "")

    def write(self, result, key, source, sync=True):
        """Write a result, and the line that says what it is the result of.

        Parameters
        ----------
        result : dict
            The record.
        key : str
            What decided it.
        source : str
            The digest of the file that was graded.
        sync : bool
            Whether to wait for the disk, as in `files.replace`.
        """
        of = (result["student"], result["exercise"])
        written = write_record(self.out, result, sync)
        line = dict(zip(DECIDING, (*of, key, source), strict=True))
        line["digest"] = _digest_of(*of, key, source, written)
        self._entries[of] = line
        with open(self.path, "a", encoding="utf-8") as file:
            file.write(json.dumps(line) + "\n")

    def read(self, student, exercise):
        """Return a result record, and whether it is ours: to the byte what grading wrote last."""
        place = student, exercise
        written = result_path(self.out, *place).read_bytes()
        record = json.loads(written)
        is_ours = place in self._entries and self._fits(place, written)
        return record, is_ours or (place not in self._entries and record["status"] == "not_run")

    def change(self, result):
        """Write a result again that says more or has other points; what decided it is the same."""
        entry = self._entries.get((result["student"], result["exercise"]))
        if entry is None:
            write_record(self.out, result, sync=False)
        else:
            self.write(result, entry["key"], entry["source"], sync=False)

    def graded_file(self, submission):
        """Return whether the file that was graded last is the submission's, to the byte."""
        entry = self._entries.get((submission.student, submission.exercise), {})
        return entry.get("source") == submission.digest

    def without_submission(self, submissions):
        """Return the (student, exercise) of results whose submission is not among these."""
        there = {(each.student, each.exercise) for each in submissions}
        return sorted(self._entries.keys() - there)


def _digest_of(*parts):
    """Return the signature of the bytes of a file, and of what goes with it as JSON."""
    return signature(
        *(each if isinstance(each, bytes) else json.dumps(each).encode() for each in parts)
    )
