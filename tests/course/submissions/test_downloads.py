"""Several downloads, sections and groups make one class; what is not clear is refused in words."""

import shutil

import pytest

from autograder.course.submissions.submission import BadSubmission
from tests.classes import find_all
from tests.course.submissions.samples import (
    FLIPPED,
    HANDOUT,
    NOTEBOOK,
    RIGHT,
    SKULL,
    TOPHAT,
    as_zip,
    put,
    zip_of,
)
from tests.course.submissions.shapes import SHAPES

LABS = (("one", RIGHT), ("two", SKULL))
PLAIN = {"ada/convolution.py": RIGHT, "ben/convolution.py": FLIPPED}


def students_of(folders, **options):
    """Return the exercises of each student in downloads; none for those without a submission."""
    found = find_all(folders, **options)
    graded = {student: [] for student in sorted(found.students)}
    for each in found.submissions:
        graded[each.student].append(each.exercise)
    return graded


def fill(folder, members):
    """Put samples into a folder."""
    for name, sample in members.items():
        put(folder, name, sample)


@pytest.mark.parametrize("shape", SHAPES[:-1], ids=lambda shape: shape.__name__)
@pytest.mark.parametrize("packed", [False, True])
def test_two_downloads_side_by_side_name_the_same_people_as_one(tmp_path, shape, packed):
    """The same people, and what they handed in for another exercise in a second download."""
    expected = {student for student, _ in shape(tmp_path / "both/first")}
    shape(tmp_path / "both/second")
    for path in (tmp_path / "both/second").rglob("*.*"):
        if path.suffix in (".py", ".ipynb") and path.is_file():
            path.write_bytes(SKULL.read_bytes())
    if packed:
        for name in ("first", "second"):
            zip_of(tmp_path / "both" / name, tmp_path / "both" / f"{name}.zip")
            shutil.rmtree(tmp_path / "both" / name)
    together = students_of([tmp_path / "both"])
    assert {student for student, exercises in together.items() if exercises} == expected
    assert any("skull_removal" in exercises for exercises in together.values())
    assert students_of(sorted((tmp_path / "both").iterdir())) == together


@pytest.mark.parametrize(
    ("members", "expected"),
    [
        (
            {"mon/ana/c.py": RIGHT, "mon/ben/c.py": FLIPPED, "tue/cy/c.py": RIGHT},
            {"ana": ["convolution"], "ben": ["convolution"], "cy": ["convolution"]},
        ),
        (
            {f"{lab}/{who}/hw.py": s for lab, s in LABS for who in "ab"},
            {"a": ["convolution", "skull_removal"], "b": ["convolution", "skull_removal"]},
        ),
        (
            {f"{who}/{lab}/hw.py": s for lab, s in LABS for who in "ab"},
            {"a": ["convolution", "skull_removal"], "b": ["convolution", "skull_removal"]},
        ),
        (
            {f"{who}/homework/hw.py": RIGHT for who in "abc"},
            {who: ["convolution"] for who in "abc"},
        ),
        (
            {"convolution/ana/hw.py": RIGHT, "tophat/ben/hw.py": TOPHAT},
            {"ana": ["convolution"], "ben": ["tophat"]},
        ),
        (
            {"ana/convolution/hw.py": RIGHT, "ben/tophat/hw.py": TOPHAT},
            {"ana": ["convolution"], "ben": ["tophat"]},
        ),
        (
            {"ana/hw.py": RIGHT, "ben/work/hw.py": RIGHT, "handout/convolution.ipynb": HANDOUT},
            {"ana": ["convolution"], "ben": ["convolution"], "handout": ["convolution"]},
        ),
        (
            {"mon/ana/c.py": RIGHT, "mon/ben/c.py": FLIPPED, "mon/convolution.ipynb": HANDOUT,
             "tue/cy/c.py": RIGHT, "tue/di/c.py": RIGHT, "convolution.ipynb": HANDOUT},
            {who: ["convolution"] for who in ("ana", "ben", "cy", "di")},
        ),
        (
            {"mon/ana.zip": as_zip({"c.py": RIGHT}), "mon/ben.zip": as_zip({"hw/c.py": RIGHT}),
             "tue/cy.zip": as_zip({"c.py": RIGHT}), "tue/di.zip": as_zip({"c.py": RIGHT})},
            {who: ["convolution"] for who in ("ana", "ben", "cy", "di")},
        ),
    ],
)  # fmt: skip
@pytest.mark.parametrize("form", ["folder", "zip"])
def test_folders_are_students_or_sections_as_what_is_in_them_says(
    tmp_path, members, expected, form
):
    fill(tmp_path / "class", members)
    place = tmp_path / "class"
    if form == "zip":
        place = zip_of(place, tmp_path / "class.zip")
    assert students_of([place]) == expected


@pytest.mark.parametrize(
    ("members", "shown"),
    [
        ({"mon/ana/c.py": RIGHT, "tue/cy/c.py": RIGHT}, "mon/ with ana/"),
        ({f"{a}/{b}/c.py": RIGHT for a in "ab" for b in ("new", "old")}, "a/ with new/, old/"),
        ({"ana.py": RIGHT, "ben.py": RIGHT}, "ana.py"),
        ({"ana.py": RIGHT, "ben.py": RIGHT, "cy/c.py": RIGHT}, "cy/ with work in it"),
        ({"ada/c.py": RIGHT, "m/x_1_2_c.py": RIGHT, "m/y_3_4_c.py": RIGHT}, "m/ (a download)"),
        (
            {"submission_metadata.yml": ""} | {f"{a}_1_2_c.py": RIGHT for a in "xyz"},
            "looks like a Gradescope export and like a bulk download from Canvas",
        ),
        (
            {f"{a}/{b}c.py": RIGHT for a in ("mon", "tue") for b in ("", "ana/", "ben/")},
            "mon/ with ana/, ben/",
        ),
        (
            {f"{a}/export/{b}/c.py": RIGHT for a in "ab" for b in ("ana", "ben")},
            "a/ with ana/, ben/",
        ),
    ],
)  # fmt: skip
def test_what_is_not_understood_is_refused_and_shown(tmp_path, members, shown):
    fill(tmp_path, members)
    with pytest.raises(BadSubmission) as refused:
        find_all([tmp_path])
    assert shown in str(refused.value)


def test_what_was_refused_can_be_said(tmp_path):
    fill(tmp_path, {"mon/ana/c.py": RIGHT, "tue/cy/c.py": RIGHT})
    assert students_of([tmp_path], folders_are="students").keys() == {"mon", "tue"}
    assert students_of([tmp_path], folders_are="sections").keys() == {"ana", "cy"}
    assert students_of([tmp_path / "mon", tmp_path / "tue"]).keys() == {"ana", "cy"}


def test_downloads_of_two_systems_lie_side_by_side(tmp_path):
    put(tmp_path, "canvas/exampleada_1_10_c.py", RIGHT)
    put(tmp_path, "moodle/Ada Example_1_assignsubmission_file/c.py", TOPHAT)
    assert students_of([tmp_path]) == {
        "exampleada_1": ["convolution"],
        "Ada Example_1": ["tophat"],
    }


def test_folders_of_one_name_in_two_sections_may_be_two_students_and_neither_is_graded(
    tmp_path,
):
    fill(tmp_path, {f"mon/{who}/c.py": RIGHT for who in ("alex", "ana")})
    fill(tmp_path, {f"tue/{who}/c.py": FLIPPED for who in ("alex", "cy")})
    found = find_all([tmp_path / "mon", tmp_path / "tue"])
    assert [each.student for each in found.submissions] == ["ana", "cy"]
    assert "is this one student or two?" in found.not_graded["alex"][0].clause
    assert len(found.not_graded["alex"]) == 2


def test_every_note_says_what_became_of_its_file(tmp_path):
    fill(tmp_path, PLAIN)
    put(tmp_path, "ada/Kopie von convolution.py", FLIPPED, time=1e9)
    put(tmp_path, "ben/work.rar", "Rar!")
    put(tmp_path, "cy/essay.pdf", "%PDF")
    put(tmp_path, "convolution.ipynb", HANDOUT)
    put(tmp_path, "lost.ipynb", NOTEBOOK)
    found = find_all([tmp_path])
    assert {each.path.name: (each.student, each.kind, each.is_work) for each in found.notes} == {
        "Kopie von convolution.py": ("ada", "replaced", False),
        "work.rar": ("ben", "left out", True),
        "cy": ("cy", "left out", True),
        "convolution.ipynb": ("", "left out", False),
        "lost.ipynb": ("", "left out", True),
    }
    assert found.counts == (2, 1, 3)
    assert found.students.keys() == {"ada", "ben", "cy"}


def test_of_many_files_all_are_noted_and_some_are_said(tmp_path):
    fill(tmp_path, PLAIN | {f"ada/{n}.py": "pass" for n in range(50)})
    found = find_all([tmp_path])
    assert len(found.not_graded["ada"]) == 50
    assert len(found.sentences) == 11
    assert found.sentences[-1] == "ada: the same for 40 more files."
