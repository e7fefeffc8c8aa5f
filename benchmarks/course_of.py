"""A course from downloads to a filled gradebook and zips of feedback, by the commands of the kit.

    python -m benchmarks.course_of --students 200 --system canvas

Each command is one of docs/instructors.md; after each, what must hold is asserted.
"""

from __future__ import annotations

import argparse
import csv
import re
import tempfile
import zipfile
from html import unescape
from pathlib import Path

from click.testing import CliRunner

from autograder.cli import main as autograder
from benchmarks.course_class import LABS, answer_of, class_of, files_in, write_downloads

SYSTEMS = ("canvas", "gradescope", "moodle")
DUE = """
time_zone = "UTC"
exercises = ["convolution", "tophat"]
regrades = "Write to me."
[exercise.convolution]
due = 2026-01-30T09:00:00
[exercise.tophat]
due = 2026-02-07T09:00:00
[late]
policy = "per day"
deduction = 2
unknown = "in time"
"""
SAID = re.compile(r"said of ([a-z-]{11})")
EXTENSION = '[extensions."{student}"]\nconvolution = 2026-02-07T09:00:00\n'


class CourseRun:
    """A course in a folder.

    Parameters
    ----------
    folder : Path
        An empty folder.
    students : int
        How many there are.
    system : str
        One of `SYSTEMS`.
    """

    def __init__(self, folder, students, system):
        self.folder, self.out, self.system = folder, folder / "graded", system
        self.people = class_of(students)
        self.zips = write_downloads(folder, self.people, system)
        self.course = folder / "course.toml"

    def __call__(self, *words, status=0):
        """Run a command; return what it prints, with single spaces."""
        result = CliRunner().invoke(autograder, [str(each) for each in words])
        told = " ".join(result.output.split())
        assert result.exit_code == status, (words, result.exit_code, told)
        return told

    def table(self, name="grades.csv", key="student"):
        """Return the rows of a table by a column."""
        text = (self.out / name).read_text(encoding="utf-8-sig")
        return {row[key]: row for row in csv.DictReader(text.splitlines())}

    def run(self):
        """Take the course from its first day to its last."""
        self.begin()
        self.grade()
        self.extend()
        self.read_answers()
        self.fill_gradebook()
        self.give_back()

    def begin(self):
        """Write the course file, and let it say what it means."""
        self("course", "init", self.course)
        seed = re.search(r"^seed = .*$", self.course.read_text(), re.MULTILINE)[0]
        self.course.write_text(f"{seed}\n{DUE}")
        assert "30 January" in self("course", "check", self.course)

    def grade(self):
        """Grade download by download; each file is accounted for, and each student has a row."""
        told = [
            self("grade", each, "--out", self.out, "--course", self.course, status=status)
            for each, status in zip(self.zips, (0, 1), strict=True)
        ]
        counts = re.compile(
            r"(\d+) files may be work: (\d+) graded, (\d+) replaced by another, (\d+) left out"
        )
        found = [[int(n) for n in counts.search(each).groups()] for each in told]
        assert sum(all_ for all_, *_ in found) == files_in(self.zips)
        assert all(all_ == sum(parts) for all_, *parts in found)
        assert [left for *_, left in found] == [0, 1]
        assert told[1].rstrip().count("1 student has work that was not graded") == 1
        assert len(self.table()) == len(self.people)
        again = self("grade", *self.zips, "--out", self.out, status=1)
        assert "have not changed since they were graded" in again

    def extend(self):
        """Give an extension: only what counts for this student changes, and nothing is graded."""
        before, ledger = self.table(), (self.out / ".graded.jsonl").stat().st_size
        late = sorted(key for key, row in before.items() if int(row["convolution late"] or 0))
        assert bool(late) == (self.system == "gradescope")
        student = late[0] if late else sorted(before)[0]
        with open(self.course, "a", encoding="utf-8") as file:
            file.write(EXTENSION.format(student=student))
        self("report", self.out)
        after = self.table()
        moved = [key for key in before if before[key] != after[key]]
        assert moved == ([student] if late else [])
        assert "All" in self("regrade", self.out, "--dry-run")
        assert (self.out / ".graded.jsonl").stat().st_size >= ledger

    def read_answers(self):
        """Give points to all answers, in a table like those that the pages make."""
        rows = list(self.table("written.csv", "answer").values())
        assert len(rows) == 2 * len(self.people)
        path = self.folder / "typed.csv"
        with open(path, "w", newline="", encoding="utf-8") as file:
            writer = csv.DictWriter(file, rows[0].keys())
            writer.writeheader()
            for row in rows:
                comment = f"said of {row['answer']}"
                writer.writerow(row | {"points": row["possible"], "comment": comment})
        self("report", self.out, "--written", path)
        assert {row["convolution written"] for row in self.table().values()} == {"10"}
        assert len(list(self.table("decisions.csv", "student"))) >= len(self.people) - 1

    def fill_gradebook(self):
        """Fill both columns of an export of the course's gradebook."""
        identities = self.table("identities.csv")
        export = self.folder / "export.csv"
        with open(export, "w", newline="", encoding="utf-8") as file:
            rows = [[each["id"], "", ""] for each in identities.values()]
            csv.writer(file).writerows([["ID", *LABS], *rows])
        pairs = [word for lab in LABS for word in ("--column", lab, "--exercise", lab)]
        self("gradebook", self.out, "--into", export, "--key", "ID", *pairs, status=1)
        text = (self.folder / "export-filled.csv").read_text(encoding="utf-8")
        filled = {row["ID"]: row for row in csv.DictReader(text.splitlines())}
        grades = self.table()
        assert len(filled) == len(self.people)
        for key, each in identities.items():
            assert filled[each["id"]]["convolution"], key
            assert bool(filled[each["id"]]["tophat"]) == bool(grades[key]["tophat"])

    def give_back(self):
        """Make zips of feedback: under the names that came in, nobody's in another's place."""
        self("return", self.out, "--for", self.system)
        came = {name for each in self.zips for name in zipfile.ZipFile(each).namelist()}
        for path in (self.out / "return").glob(f"{self.system}-*.zip"):
            with zipfile.ZipFile(path) as archive:
                for name in archive.namelist():
                    place = re.sub(r"[a-z0-9]+\.html$", "", name)
                    assert any(each.startswith(place) for each in came), name
        self("return", self.out, "--for", "files")
        self._require_no_mixture(self.out / "return" / "files.zip")
        told = self("return", self.out, "--for", "files", "--only-changed")
        assert "Nothing has changed" in told

    def _require_no_mixture(self, path):
        """Require that no page tells of another student, and that all students have theirs."""
        entries = self.table("written-key.csv", "answer")
        owners = {answer: each["student"] for answer, each in entries.items()}
        with zipfile.ZipFile(path) as archive:
            names = archive.namelist()
            assert {name.partition("/")[0] for name in names} == set(self.table())
            for name in names:
                text, own = unescape(archive.read(name).decode()), name.partition("/")[0]
                told = {owners[each] for each in SAID.findall(text)}
                assert told == ({own} if "convolution" in name else set()), (name, told)
                assert not any(answer_of(each) in text for each in self.people)


def main():
    """Take a course of so many students through a term."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--students", type=int, default=200)
    parser.add_argument("--system", choices=SYSTEMS, default="canvas")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        CourseRun(Path(folder), given.students, given.system).run()
    print(f"A course of {given.students}, with {given.system}: all that must hold held.")


if __name__ == "__main__":
    main()
