"""A small class with written answers, and what a grader does to their table."""

from __future__ import annotations

import csv

import pytest

from autograder.commands.publishing import collect_answers
from autograder.course.submissions.submission import Submission
from autograder.course.written import typed
from autograder.course.written.tables import WrittenTables
from autograder.exercises import declarations
from tests.course.written.sample import hand_in
from tests.reports.pages.sample import Page

GREYS = "convolution-why-these-greys.html"
SEED = "a-course"


@pytest.fixture
def course(tmp_path):
    """A class of four, with a script among them, and the folder of its results."""
    return Course(tmp_path)


class Course:
    def __init__(self, folder):
        self.folder, self.out = folder / "class", folder / "out"
        self.submissions = {
            "ada": hand_in(self.folder, "ada", ["Green *counts*.", "Edges."]),
            "bert": hand_in(self.folder, "bert", ["The eye sees green best."]),
            "carl": hand_in(self.folder, "carl"),
            "dora": self.script("dora"),
        }

    def script(self, student):
        path = self.folder / student / "convolution.py"
        path.parent.mkdir(parents=True)
        path.write_text("def convolve2d(image, kernel): ...")
        return Submission(student, "convolution", path)

    def hand_in(self, student, answers):
        self.submissions[student] = hand_in(self.folder, student, answers)

    def collect(self, seed=SEED, rubrics="nowhere"):
        found = self.submissions.values()
        submissions = [Submission(each.student, each.exercise, each.path) for each in found]
        tables = WrittenTables(self.out, declarations())
        return collect_answers(self.out, submissions, seed, rubrics, tables)

    def rows(self, name="written.csv"):
        with open(self.out / name, newline="", encoding="utf-8") as file:
            return list(csv.DictReader(file))

    def type_points(self, **points):
        """Type points into the rows of some students' answers to the first question."""
        entries = {row["answer"]: row for row in self.rows("written-key.csv")}
        rows = self.rows()
        for row in rows:
            entry = entries[row["answer"]]
            if "greys" in row["question"] and entry["student"] in points:
                row["points"] = points[entry["student"]]
        with open(self.out / "written.csv", "w", newline="", encoding="utf-8") as file:
            writer = csv.DictWriter(file, typed.COLUMNS, lineterminator="\n")
            writer.writeheader()
            writer.writerows(rows)

    def page(self, name=GREYS):
        return Page((self.out / "written" / name).read_text(encoding="utf-8"))

    def bytes(self):
        files = (path for path in self.out.rglob("*") if path.is_file())
        return {path.relative_to(self.out): path.read_bytes() for path in files}
