"""Build downloads of every shape at random, and hold the law of conservation against them.

    python -m benchmarks.downloads --examples 2000

Every file that may be work is graded, replaced or left out, and why; the students that downloads
name are the rows; no two people are one, and no one is two. Nothing is graded.
"""

from __future__ import annotations

import argparse
import io
import tempfile
import zipfile
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from autograder.course.submissions.contents import contents
from autograder.course.submissions.finding import find
from autograder.course.submissions.submission import BadSubmission
from autograder.exercises import declarations
from benchmarks.download_shapes import LAST_ALONE, SHAPES, plain

# Names that people share, and that systems and disks write in unlike ways.
NAMES = (
    *("Ada", "ada", "Zoë Ångström", "Zoe\u0308 A\u030angstro\u0308m", "李小龙", "Jürgen Müller"),
    *("Ann-Marie O'Brien", "Ann - Marie", "Smith (Jr.)", "Bob", "Bob"),
)
# User names, no two alike but for case.
USERS = ("ada", "bob", "x-bob", "ann_e", "e", "zoë", "lab", "b.ob", "convolution", "x-bob-2")
DEFINITIONS = {
    "convolution": "def convolve2d(image, kernel):\n    return image\n",
    "tophat": "def opening(image, footprint):\n    return image\n",
    "skull_removal": "def remove_skull(volume):\n    return volume\n",
}
FILE_NAMES = (
    *("convolution.py", "Copy of tophat.py", "hw (1).PY", "Übung 3.py", "skull_removal_final.py"),
    *("1_2_hw.py", "Bob_5_assignsubmission_file_x.py", "lab_bob_attempt_2026-01-31-12-00-00_x.py"),
    *("101-77 - Eve - Jan 31, 2026 900 PM - x.py", "x(eve)_Submission attachment(s)_x.py"),
    *("hw.py.txt", "Kopie von hw.py", "LATE_x_1_2_c.py", "submission_metadata.py"),
)
NO_WORK = ("notes.txt", "figure.png", "report.pdf")
# What may be work, and cannot be graded as it is.
UNCLEAR = ("work.rar", "hw.py.bak", "broken.zip", "scratch.py", "two exercises.py")


@dataclass(frozen=True)
class Person:
    """Somebody in a class, as systems know them."""

    number: int
    name: str
    user: str


@dataclass
class Made:
    """A class as it was made.

    Attributes
    ----------
    folders : list of path
        What is to be given to `find`.
    people : dict of int to Person
        Whose each file is that may be work, by the number that stands in it.
    named : set of Person
        Whom the downloads name.
    loose : set of int
        Files that are nobody's.
    """

    folders: list[Path] = field(default_factory=list)
    people: dict[int, Person] = field(default_factory=dict)
    named: set[Person] = field(default_factory=set)
    loose: set[int] = field(default_factory=set)


def as_zip(members):
    """Return the bytes of a zip."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return file.getvalue()


def marked(number, text=""):
    """Return the bytes of a file in which its number stands."""
    return f"# file {number} of the class\n{text}".encode()


def number_in(data):
    """Return the number that stands in a file."""
    return int(data.split(b" ", 3)[2])


FORMS = ("folder", "zip", "folder in a folder")


@st.composite
def classes(draw):
    """A shape, who hands in what in one to three downloads, and how these lie.

    Each attempt is a list of (kind, file name), and each download of (person, attempts).
    """
    shape = draw(st.sampled_from(SHAPES))
    count = draw(st.integers(2, 6))
    names = [draw(st.sampled_from(NAMES)) for _ in range(count)]
    users = draw(st.permutations(USERS))[:count]
    people = [Person(100 + n, *of) for n, of in enumerate(zip(names, users, strict=True))]
    kinds = st.sampled_from((*DEFINITIONS, *DEFINITIONS, "no work", "unclear", "zip"))
    names = st.tuples(
        st.sampled_from(FILE_NAMES), st.sampled_from(NO_WORK), st.sampled_from(UNCLEAR)
    )
    attempts = st.lists(
        st.lists(st.tuples(kinds, names), min_size=1, max_size=3), min_size=1, max_size=3
    )
    downloads = [
        [(person, draw(attempts)) for person in people if draw(st.integers(0, 4))]
        for _ in range(draw(st.integers(1, 3)))
    ]
    form = draw(st.sampled_from(FORMS))
    together = draw(st.booleans())
    handout = draw(st.booleans())
    downloads = [each for each in downloads if len(each) > 1]
    downloads = downloads or [[(person, draw(attempts)) for person in people]]
    return shape, downloads, form, together, handout


def make(folder, drawn):
    """Write a class that was drawn below a folder; return it as `Made`."""
    shape, downloads, form, together, handout = drawn
    made = Made()
    for lab, handed_in in enumerate(downloads):
        filled = [(p, [_filled(made, p, a) for a in attempts]) for p, attempts in handed_in]
        if shape in LAST_ALONE:
            for _, attempts in filled:
                for attempt in attempts[:-1]:
                    for data in attempt.values():
                        for number in _numbers(data):
                            made.people.pop(number, None)
        made.named |= {person for person, _ in handed_in}
        files = shape(filled, lab)
        if handout and shape is plain:
            number = 10_000 + lab
            files["lost.py"] = marked(number, DEFINITIONS["tophat"])
            made.loose.add(number)
        path = folder / "all" / f"download {lab}"
        if form == "zip":
            path = path.with_suffix(".zip")
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(as_zip(files))
        else:
            inner = path / "export" if "in a" in form else path
            for name, data in files.items():
                (inner / name).parent.mkdir(parents=True, exist_ok=True)
                (inner / name).write_bytes(data)
        made.folders.append(path)
    if together:
        made.folders = [folder / "all"]
    return made


def _filled(made, person, attempt):
    """Return the files of an attempt, and note whose they are."""
    files = {}
    for kind, (work, no_work, unclear) in attempt:
        number = len(made.people) + 1
        if kind == "no work":
            files[no_work] = b"nothing"
            continue
        name = {"unclear": unclear, "zip": f"handed in {number}.zip"}.get(kind, work)
        while name in files:
            name = f"again {name}"
        made.people[number] = person
        files[name] = _content(kind, name, number)
    return files


def _content(kind, name, number):
    if kind == "zip":
        return as_zip({"work/hw.py": marked(number, DEFINITIONS["convolution"])})
    if kind == "unclear":
        both = DEFINITIONS["convolution"] + DEFINITIONS["skull_removal"].replace(
            "skull(", "skull_3d("
        )
        return marked(number, both if "two" in name else "x = 1\n")
    return marked(number, DEFINITIONS[kind])


def _numbers(data):
    """Return the numbers of the files that some bytes hold."""
    if data.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return [number_in(archive.read(name)) for name in archive.namelist()]
    return [number_in(data)] if data.startswith(b"#") else []


def hold_the_law(made):
    """Raise AssertionError where the law does not hold of a class; return how files are counted."""
    try:
        found = find(made.folders, declarations())
    except BadSubmission as error:
        if "There are no submissions" not in str(error):
            raise AssertionError(f"refused: {error}") from error
        return Counter({"classes without work": 1})
    became = {}
    for each in found.submissions:
        _note(became, each.path, "graded", each.student)
    graded = set(became)
    for each in found.notes:
        if (
            each.path.is_dir()
            or each.kind == "info"
            or not (each.is_work or each.kind != "left out")
        ):
            continue
        _note(became, each.path, each.kind, each.student, graded)
    assert became.keys() == made.people.keys() | made.loose, sorted(
        (made.people.keys() | made.loose) ^ became.keys()
    )
    owners = {}
    for number, (_, student) in became.items():
        assert (number in made.loose) == (not student)
        if student:
            owners.setdefault(student, set()).add(made.people[number])
    assert all(len(people) == 1 for people in owners.values()), owners
    people = [next(iter(each)) for each in owners.values()]
    assert len(people) == len(set(people)), owners
    assert len(found.students) == len(made.named), (sorted(found.students), made.named)
    return Counter(kind for kind, _ in became.values())


def _note(became, path, kind, student, graded=()):
    """Note what became of a file, which is told by the number in it."""
    try:
        numbers = _numbers(contents(path, 10**6))
    except Exception:  # noqa: BLE001 - a folder in a zip, of which the files are told
        return
    for number in numbers:
        if number in graded:
            continue
        assert number not in became or became[number] == (kind, student), (path, became[number])
        became[number] = kind, student


def main():
    """Try many classes, and print what became of their files."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--examples", type=int, default=2000)
    totals = Counter()

    @settings(
        max_examples=parser.parse_args().examples,
        deadline=None,
        database=None,
        suppress_health_check=list(HealthCheck),
    )
    @given(drawn=classes())
    def law(drawn):
        with tempfile.TemporaryDirectory() as folder:
            made = make(Path(folder), drawn)
            if made.folders:
                totals.update(hold_the_law(made))
                totals["classes"] += 1

    law()
    print(", ".join(f"{number} {what}" for what, number in sorted(totals.items())))


if __name__ == "__main__":
    main()
