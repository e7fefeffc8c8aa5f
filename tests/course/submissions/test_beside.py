"""What lies beside downloads is told of, and students are never taken for downloads of one."""

import pytest

from autograder.course.submissions.submission import BadSubmission
from tests.classes import find_all
from tests.course.submissions.samples import FLIPPED, NOTEBOOK, RIGHT, as_zip, put
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
    with pytest.raises(BadSubmission, match="Several name one person"):
        find_all([tmp_path / "class"])
    graded = students_of([tmp_path / "class"], folders_are="students")
    assert sorted(graded) == ["ada", "ben"]
