"""Grade a class: what still stands from before is kept, the rest goes to a pool of processes."""

from __future__ import annotations

from pathlib import Path

from autograder.course.policy.counting import Counting
from autograder.grading.jobs import job_of, not_run, result_key, result_of
from autograder.grading.ledger import Ledger
from autograder.grading.lock import locked
from autograder.grading.results import (
    UNKNOWN,
    read_record,
    summary,
    write_grades,
    write_records_alike,
)
from autograder.grading.retrying import Dispatch


class ClassGrading:
    """A class that is graded into a folder: what stands, what is left, and the grading.

    Parameters
    ----------
    submissions : list of Submission
        The class.
    out : path
        The folder for ``results/`` and ``grades.csv``.
    terms : Terms
        On which all are graded.
    folder : path, optional
        Where the submissions are, to be remembered for a regrading.
    force : bool
        Whether to grade all of them, even if a result stands.
    ledger : Ledger, optional
        That of `out`, if it is read already.
    typed_points : callable, optional
        Returns the points that were typed for written answers, as `Typed`.
    on_read : callable, optional
        Called with each submission and its `Source` when this is read to be graded.
    counting : Counting, optional
        What checks are worth and what counts, by the course file.
    class_list : ClassList, optional
        The whole class, if some of it stands from other downloads. It is saved as grading
        begins.

    Attributes
    ----------
    left : list of Submission
        Those that have to be graded.
    total : int
        How many there are in all.
    summaries : dict of (str, str) to dict
        The results of the others and, as they come, of these, by student and exercise; without
        their checks.
    """

    def __init__(
        self,
        submissions,
        out,
        terms,
        folder=None,
        *,
        force=False,
        ledger=None,
        typed_points=lambda: None,
        on_read=lambda submission, source: None,
        counting=None,
        class_list=None,
    ):
        self.out, self.terms, self.folder = Path(out), terms, folder
        self.ledger = Ledger(out) if ledger is None else ledger
        self._typed_points, self._on_read = typed_points, on_read
        self.left, self.summaries = [], {}
        self.total = len(submissions)
        self._class_list, self._counting = class_list, counting or Counting()
        self._students = sorted({each.student for each in submissions})
        for each in class_list.beside if class_list else ():
            result = self.ledger.result(each)
            if result is not None:
                self.total += 1
                self._note(self._counting.valued(result))
        self._dispatch = None
        for each in submissions:
            result = None if force else self.ledger.standing(each, result_key(each, terms))
            if result is None:
                self.left.append(each)
            else:
                self._note(self._counting.valued(result))

    @property
    def running(self):
        """The jobs that are worked on, and since when by `time.monotonic`."""
        return self._dispatch.running if self._dispatch else {}

    @property
    def done(self):
        """How many of the submissions have a result, and how many there are."""
        done = [each for each in self.summaries.values() if each["status"] != "not_run"]
        return len(done), self.total

    def results(self, pool):
        """Grade what is left, and write the results; yield each as it is done.

        Whatever ends it, the folder is left consistent, and the same call again does the rest.

        Parameters
        ----------
        pool : LocalPool or Cluster
            What grades.

        Raises
        ------
        Stopped
            If the pool cannot go on, or another process grades into the folder.
        OSError
            If a result cannot be written.
        """
        with locked(self.out):
            self.ledger.begin(self.folder, self.terms)
            if self._class_list:
                self._class_list.save()
            yield from self._graded(pool)

    def _graded(self, pool):
        left, known = self.left, {}
        try:
            while left:
                left = yield from self._graded_once_each(pool, left, known)
        finally:
            self.write_grades()

    def _leave_no_gap(self):
        """Write a record for each submission that has none, for nothing else is known of it yet."""
        alike = {}
        for each in self.left:
            if (each.student, each.exercise) not in self.summaries:
                alike.setdefault(each.exercise, []).append(each)
        for works in alike.values():
            result = self._counting.valued(not_run(works[0]))
            students = [each.student for each in works]
            write_records_alike(self.out, result, students)
            for student in students:
                self._note(result | {"student": student})
        self.write_grades()

    def _graded_once_each(self, pool, left, known):
        """Grade submissions, the same file only once; return those that have to wait for another.

        `known` has the student whose result is that of a key.
        """
        first, alike = {}, []

        def jobs():
            for each in left:
                key = result_key(each, self.terms)
                if key in known or first.setdefault(key, each) is not each:
                    alike.append(each)
                else:
                    job = job_of(each, self.terms)
                    self._on_read(each, job.source)
                    yield job

        self._dispatch = Dispatch(pool, jobs(), self._leave_no_gap)
        for job, future in self._dispatch:
            result = result_of(job, future)
            if result["status"] not in UNKNOWN:
                known[job.key] = job.student
            yield self._written(result, job.key, job.source.digest)
        return (yield from self._copied(alike, known))

    def _copied(self, submissions, known):
        """Give submissions the results of the same files; return those that have none after all."""
        left = []
        for each in submissions:
            key = result_key(each, self.terms)
            if key in known:
                result = read_record(self.out, known[key], each.exercise)
                yield self._written(result | {"student": each.student}, key, each.digest)
            else:
                left.append(each)
        return left

    def _written(self, result, key, source):
        result = self._counting.valued(result)
        self.ledger.write(result, key, source)
        self._note(result)
        return result

    def write_grades(self):
        """Write the table of grades, as far as they are known."""
        typed = self._typed_points()
        students, unsure = self._students, ()
        if self._class_list:
            students, unsure = self._class_list.students, self._class_list.unsure
        write_grades(self.out, students, self.summaries.values(), typed, unsure, self._counting)

    def _note(self, result):
        self.summaries[result["student"], result["exercise"]] = summary(result)
