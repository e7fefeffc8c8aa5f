"""Classes at random, and how they lie in downloads."""

from __future__ import annotations

import io
import zipfile
from dataclasses import dataclass, field
from pathlib import Path

from hypothesis import strategies as st

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
    may_be_refused : bool
        Whether two shapes may fit, as no system says what the folders are.
    count : int
        How many files there were so far.
    """

    folders: list[Path] = field(default_factory=list)
    people: dict[int, Person] = field(default_factory=dict)
    named: set[Person] = field(default_factory=set)
    loose: set[int] = field(default_factory=set)
    may_be_refused: bool = False
    count: int = 0


def _as_zip(members):
    """Return the bytes of a zip."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return file.getvalue()


def _marked(number, text=""):
    """Return the bytes of a file in which its number stands."""
    return f"# file {number} of the class\n{text}".encode()


def _number_in(data):
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
    made = Made(may_be_refused=shape is plain)
    for lab, handed_in in enumerate(downloads):
        filled = [(p, [_filled(made, p, a) for a in attempts]) for p, attempts in handed_in]
        if shape in LAST_ALONE:
            for _, attempts in filled:
                for attempt in attempts[:-1]:
                    for data in attempt.values():
                        for number in numbers_in(data):
                            made.people.pop(number, None)
        made.named |= {person for person, _ in handed_in}
        files = shape(filled, lab)
        if handout and shape is plain and not together:
            number = 10_000 + lab
            files["lost.py"] = _marked(number, DEFINITIONS["tophat"])
            made.loose.add(number)
        path = folder / "all" / f"download {lab}"
        if form == "zip":
            path = path.with_suffix(".zip")
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(_as_zip(files))
        else:
            is_wrapped = "in a" in form and not (shape is plain and _is_of_one(filled))
            inner = path / "export" if is_wrapped else path
            for name, data in files.items():
                (inner / name).parent.mkdir(parents=True, exist_ok=True)
                (inner / name).write_bytes(data)
        made.folders.append(path)
    if together:
        made.folders = [folder / "all"]
    return made


def _is_of_one(handed_in):
    """Return whether at most one person of a download has work.

    In a folder in a folder, the folder of an only person is like one of a student's own folders.
    """
    work = [
        person
        for person, attempts in handed_in
        if any(name.lower().endswith((".py", ".zip")) for name in attempts[-1])
    ]
    return len(work) < 2


def _filled(made, person, attempt):
    """Return the files of an attempt, and note whose they are."""
    files = {}
    for kind, (work, no_work, unclear) in attempt:
        made.count += 1
        number = made.count
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
        return _as_zip({"work/hw.py": _marked(number, DEFINITIONS["convolution"])})
    if kind == "unclear":
        both = DEFINITIONS["convolution"] + DEFINITIONS["skull_removal"].replace(
            "skull(", "skull_3d("
        )
        return _marked(number, both if "two" in name else "x = 1\n")
    return _marked(number, DEFINITIONS[kind])


def numbers_in(data):
    """Return the numbers of the files that some bytes hold."""
    if data.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return [_number_in(archive.read(name)) for name in archive.namelist()]
    return [_number_in(data)] if data.startswith(b"#") else []
