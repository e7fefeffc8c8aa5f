"""Moodle numbers people anew in each assignment; who is one person is joined, or said."""

import pytest

from tests.classes import find_all
from tests.course.submissions.samples import FLIPPED, RIGHT, TOPHAT, put, zip_of

HEAD = 'Identifier,Full name,"Email address",Status,Grade\n'
ONE = f"""{HEAD}Participant 12,Ada Example,ada@example.org,Submitted,
Participant 13,Ben Example,ben@example.org,Submitted,
"""
TWO = (
    HEAD
    + """Participant 77,Ada Example,{email},Submitted,
Participant 78,Ben Example,ben@example.org,No submission,
Participant 79,Zoe Example,zoe@example.org,Submitted,
"""
)
MOODLE = "{}_{}_assignsubmission_file/hw.py"


@pytest.fixture
def labs(tmp_path):
    """Two downloads: Ada has a number in each, Ben is in the first alone."""
    put(tmp_path, f"one/{MOODLE.format('Ada Example', 12)}", RIGHT)
    put(tmp_path, f"one/{MOODLE.format('Ben Example', 13)}", FLIPPED)
    put(tmp_path, f"two/{MOODLE.format('Ada Example', 77)}", TOPHAT)
    put(tmp_path, f"two/{MOODLE.format('Zoe Example', 79)}", TOPHAT)
    return tmp_path


def found_in(*folders, **options):
    found = find_all(folders, **options)
    return sorted(found.students), found.doubts


def test_one_name_under_two_numbers_is_said_and_not_joined(labs):
    students, (doubt,) = found_in(labs / "one", labs / "two")
    assert students == ["Ada Example_12", "Ada Example_77", "Ben Example_13", "Zoe Example_79"]
    assert doubt.startswith("Ada Example may be one person with several rows: Ada Example_12 and")
    before = find_all([labs / "one"]).students.values()
    assert found_in(labs / "two", known=before)[1] == [doubt]


def put_sheets(folder, email="Ada@example.org", word="Participant ", delimiter=","):
    """Put the worksheets of both assignments beside the downloads."""
    for name, sheet in (("1.csv", ONE), ("2.csv", TWO.format(email=email))):
        text = sheet.replace("Participant ", word).replace(",", delimiter)
        put(folder, name, f"\ufeff{text}")


@pytest.mark.parametrize("word", ["Participant ", "Teilnehmer/in"])
@pytest.mark.parametrize("delimiter", [",", ";"])
def test_worksheets_join_people_by_their_addresses(labs, word, delimiter):
    put_sheets(labs, word=word, delimiter=delimiter)
    students, doubts = found_in(labs / "one", labs / "two")
    assert students == ["Ada Example_12", "Ben Example_13", "Zoe Example_79"]
    assert doubts == []


def test_worksheets_in_the_downloads_join_people_too(labs):
    put(labs, "one/sheet.csv", ONE)
    put(labs, "two/sheet.csv", TWO.format(email="ada@example.org"))
    assert len(found_in(labs / "one", labs / "two")[0]) == 3


def test_worksheets_beside_zips_join_people_too(labs):
    zips = [zip_of(labs / name, labs / f"{name}.zip") for name in ("one", "two")]
    put_sheets(labs)
    assert found_in(*zips)[0] == ["Ada Example_12", "Ben Example_13", "Zoe Example_79"]


def test_two_with_different_addresses_are_two_people_and_nothing_is_said(labs):
    put_sheets(labs, email="other.ada@example.org")
    students, doubts = found_in(labs / "one", labs / "two")
    assert len(students) == 4
    assert doubts == []


def test_two_of_one_name_in_one_download_are_two_people(labs):
    for number in (80, 81):
        put(labs, f"three/{MOODLE.format('Eve Example', number)}", RIGHT)
    assert found_in(labs / "three") == (["Eve Example_80", "Eve Example_81"], [])


@pytest.mark.parametrize("text", ["", "a,b\n1,2\n", 'x,"', "Participant 12,ada@example.org\n"])
def test_a_table_that_is_no_worksheet_joins_nobody(labs, text):
    put(labs, "other.csv", text)
    assert len(found_in(labs / "one", labs / "two")[0]) == 4


def test_an_address_that_two_numbers_of_one_worksheet_have_joins_nobody(labs):
    put_sheets(labs, email="zoe@example.org")
    assert len(found_in(labs / "one", labs / "two")[0]) == 4


def test_a_table_that_a_student_handed_in_joins_nobody(labs):
    for lab, sheet in (("one", ONE), ("two", TWO.format(email="ada@example.org"))):
        put(labs, f"{lab}/Zoe Example_79_assignsubmission_file_sheet.csv", sheet)
    students, doubts = found_in(labs / "one", labs / "two")
    assert "Ada Example_77" in students
    assert len(doubts) == 1
