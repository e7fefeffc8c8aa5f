"""Which results still stand: for each, the key of what decided it and a digest of its file.

A line is appended when a result was written. It counts while the file is, to the byte, the one that
it was written for. So grading may be killed at any moment: a result without its line, or a line
without its result, is graded again, and no result is taken for another's.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
from pathlib import Path

from autograder.files import replace
from autograder.grading.jobs import Terms
from autograder.grading.results import result_path, write_record

NAME = ".graded.jsonl"


class Ledger:
    """The ledger of a folder of results.

    Attributes
    ----------
    folder : str or None
        The submissions that were graded into it last.
    terms : Terms or None
        On what terms.
    """

    def __init__(self, out):
        self.out = Path(out)
        self.path = self.out / NAME
        self.folder, self.terms = None, None
        self._entries = {}
        for text in self._lines():
            # What a kill cut off, or another version wrote, is as if it were not there.
            with contextlib.suppress(ValueError, KeyError, TypeError):
                self._take(json.loads(text))

    def _lines(self):
        try:
            return self.path.read_text(encoding="utf-8").splitlines()
        except (FileNotFoundError, NotADirectoryError):
            return []

    def _take(self, line):
        if "terms" in line:
            self.folder, self.terms = line["folder"], Terms.from_record(line["terms"])
        else:
            names = ("student", "exercise", "key", "digest", "source")
            self._entries[line["student"], line["exercise"]] = {name: line[name] for name in names}

    def begin(self, folder, terms):
        """Note what is about to be graded on what terms; forget nothing that still stands."""
        self.folder, self.terms = None if folder is None else str(folder), terms
        header = {"folder": self.folder, "terms": terms.record()}
        lines = map(json.dumps, [header, *self._entries.values()])
        replace(self.path, "".join(f"{line}\n" for line in lines))

    def standing(self, submission, key):
        """Return the result of a submission if it was graded with this key, or None.

        A fault of the grader's own is always to be tried again.
        """
        entry = self._entries.get((submission.student, submission.exercise), {})
        if entry.get("key") != key:
            return None
        try:
            written = result_path(self.out, submission.student, submission.exercise).read_bytes()
        except OSError:
            return None
        if _digest_of(written) != entry["digest"]:
            return None
        result = json.loads(written)
        return None if result["status"] == "grader_error" else result

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
        digest = _digest_of(write_record(self.out, result, sync))
        of = {"student": result["student"], "exercise": result["exercise"]}
        line = {**of, "key": key, "digest": digest, "source": source}
        self._entries[tuple(of.values())] = line
        with open(self.path, "a", encoding="utf-8") as file:
            file.write(json.dumps(line) + "\n")

    def read(self, student, exercise):
        """Return a result record; None if it is not, to the byte, what grading wrote last."""
        try:
            written = result_path(self.out, student, exercise).read_bytes()
            entry = self._entries.get((student, exercise))
            fits = entry is None or _digest_of(written) == entry["digest"]
            return json.loads(written) if fits else None
        except (OSError, ValueError, RecursionError):
            return None

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


def _digest_of(data):
    """Return the digest of some bytes, as hexadecimal digits."""
    return hashlib.sha256(data).hexdigest()
