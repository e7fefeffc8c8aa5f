"""What lies beside downloads is told of, and students are never taken for downloads of one."""

import pytest

from autograder.course.submissions.submission import BadSubmission
from tests.classes import find_all
from tests.course.submissions.samples import FLIPPED, NOTEBOOK, RIGHT, SKULL, as_zip, put, zip_of
from tests.course.submissions.test_downloads import LABS, students_of

MOODLE = "{}_{}_assignsubmission_file/hw.py"


def downloads(folder):
    """Two downloads from Moodle, of two people each."""
    for lab, sample in LABS:
        for number, name in enumerate(("Ada Example", "Ben Example")):
            put(folder, f"{lab}/{MOODLE.format(name, 10 + number)}", sample)


@pytest.mark.parametrize("name", ["late.py", "late.ipynb.txt", "late.rar"])
def test_work_beside_downloads_is_told_of(tmp_path, name):
    downloads(tmp_path / "all")
    path = put(tmp_path / "all", name, NOTEBOOK if "ipynb" in name else FLIPPED)
    found = find_all([tmp_path / "all"])
    assert len(found.submissions) == 4
    assert [each.path for each in found.notes if each.is_work] == [path]


LATE = {
    "late/late.py": FLIPPED,
    "late.zip": as_zip({"work/hw.py": FLIPPED}),
    "x/x.ipynb.txt": NOTEBOOK,
}


@pytest.mark.parametrize("place", LATE)
def test_students_beside_downloads_are_refused_in_words(tmp_path, place):
    downloads(tmp_path / "all")
    put(tmp_path / "all", place, LATE[place])
    with pytest.raises(BadSubmission, match="Some look like downloads of a system, some like"):
        find_all([tmp_path / "all"])


@pytest.mark.parametrize("name", ["Bob_5_assignsubmission_file_x.py", "bob_5_77_x.py"])
def test_students_whose_files_are_named_like_one_persons_download_are_not_made_one(tmp_path, name):
    for student, sample in (("ada", RIGHT), ("ben", FLIPPED)):
        put(tmp_path / "class", f"{student}/{name}", sample)
    with pytest.raises(BadSubmission, match="name one person each"):
        find_all([tmp_path / "class"])
    graded = students_of([tmp_path / "class"], folders_are="students")
    assert sorted(graded) == ["ada", "ben"]


CANVAS = "{}_{}_77_hw.py"
MIXED = [(3, 1), (3, 2), (2, 2), (1, 3)]


@pytest.mark.parametrize(("canvas", "moodle"), MIXED)
@pytest.mark.parametrize("form", ["folder", "zip"])
def test_one_folder_with_files_of_two_systems_is_refused_in_words(tmp_path, canvas, moodle, form):
    for number in range(canvas):
        put(tmp_path, f"class/{CANVAS.format('ada', number)}", RIGHT)
    for number in range(moodle):
        put(tmp_path, f"class/{MOODLE.format('Ben', number)}", RIGHT)
    path = tmp_path / "class"
    if form == "zip":
        path = zip_of(path, tmp_path / "class.zip")
    with pytest.raises(BadSubmission, match=r"Canvas|It is not clear"):
        find_all([path])


def test_a_student_cannot_make_a_download_look_like_that_of_two_systems(tmp_path):
    for number in range(4):
        put(tmp_path, f"class/{MOODLE.format('Ben', number)}", RIGHT)
    put(tmp_path, "class/Eve_9_assignsubmission_file_/eve_1_2_hw.py", RIGHT)
    put(tmp_path, "class/Eve_9_assignsubmission_file_/eve_1_3_hw.py", FLIPPED)
    assert len(find_all([tmp_path / "class"]).students) == 5


LETTERS = ("Çelik", "李小龙", "Zoë")
LAB_ONE = {MOODLE.format("Ada", 1): RIGHT, MOODLE.format("Ben", 2): RIGHT}
LAB_TWO = {MOODLE.format("Ada", 3): SKULL, MOODLE.format("Ben", 4): SKULL}
ODD = {
    "zips in a zip": (
        {
            "all.zip": as_zip(
                {
                    f"{lab}.zip": as_zip(
                        {MOODLE.format("Ada", n): sample, MOODLE.format("B", n + 1): sample}
                    )
                    for lab, n, sample in (("one", 1, RIGHT), ("two", 3, SKULL))
                }
            )
        },
        (4, 0, 0),
        4,
    ),
    "a zip in a student's zip": (
        {
            "class/ada/hw.zip": as_zip({"inner.zip": as_zip({"hw.py": RIGHT})}),
            "class/ben/hw.py": RIGHT,
            "class/zoe/hw.py": RIGHT,
        },
        (2, 0, 1),
        3,
    ),
    "sections with letters of every kind": (
        {
            f"Übung {n}/{MOODLE.format(name, n)}": RIGHT
            for n, name in enumerate(("Çelik", "李小龙", "Zoë"))
        },
        (3, 0, 0),
        3,
    ),
    "students with nothing and with no work": (
        {"c/ada/hw.py": RIGHT, "c/ben/.keep": "", "c/zoe/essay.pdf": "%PDF", "c/eve/hw.7z": "7z"},
        (1, 0, 2),
        4,
    ),
    "one download as folder and as zip": (
        {
            f"one/{MOODLE.format('Ada', 1)}": RIGHT,
            f"one/{MOODLE.format('Ben', 2)}": RIGHT,
            "one.zip": as_zip(LAB_ONE),
        },
        (2, 2, 0),
        2,
    ),
    "downloads of two systems, each a zip": (
        {
            "one.zip": as_zip(LAB_ONE),
            "two.zip": as_zip({CANVAS.format("ada", 3): SKULL, CANVAS.format("ben", 4): SKULL}),
        },
        (4, 0, 0),
        4,
    ),
}


@pytest.mark.parametrize("name", ODD)
def test_nothing_of_an_odd_download_is_lost(tmp_path, name):
    files, counts, students = ODD[name]
    for path, content in files.items():
        put(tmp_path, path, content)
    found = find_all([tmp_path])
    assert (found.counts, len(found.students)) == (counts, students), found.sentences


def test_one_student_whose_file_is_named_like_a_systems_is_not_renamed(tmp_path):
    put(tmp_path, "class/ada/Bob_5_assignsubmission_file_x.py", RIGHT)
    put(tmp_path, "class/ben/essay.pdf", "%PDF")
    with pytest.raises(BadSubmission, match="name one person each"):
        find_all([tmp_path / "class"])


def test_students_in_folders_that_a_program_put_around_them_are_no_folders_of_one(tmp_path):
    put(tmp_path, "all/group 1/export/ada/hw.py", RIGHT)
    put(tmp_path, "all/group 2/export/ben/hw.py", RIGHT)
    with pytest.raises(BadSubmission, match="may be students, or sections or downloads"):
        find_all([tmp_path / "all"])
    sections = students_of([tmp_path / "all"], folders_are="sections")
    assert {student for student, work in sections.items() if work} == {"ada", "ben"}


def test_students_whose_folders_are_alike_inside_are_students(tmp_path):
    for student in ("ada", "ben"):
        put(tmp_path, f"all/{student}/lab/src/hw.py", RIGHT)
    assert sorted(students_of([tmp_path / "all"])) == ["ada", "ben"]
