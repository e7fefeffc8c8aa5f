"""Gradebooks of systems and languages of all kinds, several columns, and comments."""

import csv
import io

import pytest

from autograder.course.identities import Identity, write_identities
from autograder.grading.results import write_record
from tests.reports.pages.sample import failing, record

EXERCISE = ("--exercise", "convolution")
PARTICIPANTS = [
    Identity(student, name, f"Participant {1000 + number}")
    for number, (student, name) in enumerate([("ada", "Ada"), ("ben", "Ben"), ("cleo", "Cleo")])
]


@pytest.mark.parametrize(
    "word",
    [
        *("Participant ", "Participant", "Teilnehmer/in", "Partecipante", "Deelnemer "),
        *("Participante ", "Deltaker", "Kat\u0131l\u0131mc\u0131 ", "\u53c2\u4e0e\u8005"),
        "\u0423\u0447\u0430\u0441\u0442\u043d\u0438\u043a ",
    ],
)
def test_a_moodle_worksheet_is_matched_by_its_numbers_in_any_language(graded, fill, word):
    write_identities(graded, PARTICIPANTS)
    text = f"Id,Full name,Grade\n{word}1002,C,\n{word}1000,A,\n{word}1001,B,\n"
    result, data = fill(text, "Id", "Grade", *EXERCISE)
    assert result.exit_code == 0, result.output
    expected = text.replace("C,", "C,0").replace("A,", "A,25").replace("B,", "B,20")
    assert data.decode() == expected


@pytest.mark.parametrize(
    "keys", [["stud1000", "stud1001"], ["A1000", "B1001"], ["s1000@x.org", "s1001@x.org"]]
)
def test_a_number_in_a_user_name_is_no_participant(graded, fill, keys):
    write_identities(graded, PARTICIPANTS)
    result, data = fill("id,points\n" + "".join(f"{each},\n" for each in keys), "id", "points")
    assert (result.exit_code, data) == (2, None)


D2L = (
    "OrgDefinedId,Last Name,First Name,Convolution Points Grade <Numeric MaxPoints:25 Weight:5>,"
    "End-of-Line Indicator\n#3031,Example,Ada,,#\n#3032,Example,Ben,3,#\n#9,Other,Dora,,#\n"
)


@pytest.mark.parametrize(
    "column",
    [
        "Convolution Points Grade <Numeric MaxPoints:25 Weight:5>",
        *("Convolution Points Grade", "convolution", "CONVOLUTION points  grade"),
    ],
)
def test_a_brightspace_gradebook_is_filled_by_its_short_name(fill, column):
    result, data = fill(D2L, "OrgDefinedId", column, *EXERCISE)
    assert data.decode() == D2L.replace("Ada,,", "Ada,25,").replace("Ben,3,", "Ben,20,")
    assert "In the gradebook, but not graded: Other Dora (#9)." in result.output


@pytest.mark.parametrize("column", ["convolution", "convolution [25]"])
def test_a_sakai_gradebook_is_filled_by_its_short_name(fill, column):
    text = "Student ID,Student Name,convolution [25],# tophat [30]\nada,A,,\nben,B,,\ncleo,C,,\n"
    result, data = fill(text, "Student ID", column, *EXERCISE)
    assert result.exit_code == 0, result.output
    assert data.decode().splitlines()[1:] == ["ada,A,25,", "ben,B,20,", "cleo,C,0,"]


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ('id;points\n3033;\n9;"3,5"\n', "12,5"),
        ("id;points\n3033;\n9;3,5\n", "12,5"),
        ("id;other;points\n3033;1,25;\n", "12,5"),
        ('id,points\n3033,\n9,"3,5"\n', '"12,5"'),
        ("id\tpoints\n3033\t7,0\n", "12,5"),
        ("id;points\n3033;\n9;3.5\n", "12.5"),
        ("id;other;points\n3033;1,25;\n9;;3.5\n", "12.5"),
        ("id;other;points\n3033;1,25;\n9;7.5;\n", "12.5"),
        ("id;points\n3033;\n9;3\n", "12.5"),
    ],
)
def test_a_number_has_a_comma_if_the_table_writes_it_so(fill, text, written):
    data = fill(text, "id", "points", "--exercise", "tophat")[1].decode()
    assert f"{written}\n" in data
    assert data.count("12") == 1


def with_records(graded):
    for student in ("ada", "ben"):
        write_record(graded, record(student) | {"possible": 25})


COLUMN_OUT_OF_10 = {
    "Canvas": "ID,x (12)\n    Points Possible,10\n3031,\n3032,\n",
    "Brightspace": "ID,x Points Grade <Numeric MaxPoints:10 Weight:5>\n3031,\n3032,\n",
    "Sakai": "ID,x [10]\n3031,\n3032,\n",
    "Blackboard": "ID,x [Total Pts: up to 10 Score] |98\n3031,\n3032,\n",
    "Moodle": "ID,Maximum Grade,x\n3031,10.00,\n3032,10.00,\n",
}


@pytest.mark.parametrize("text", COLUMN_OUT_OF_10.values(), ids=COLUMN_OUT_OF_10)
def test_another_number_of_points_is_said_and_scaled_only_if_asked(graded, fill, text):
    with_records(graded)
    result, data = fill(text, "ID", "x", *EXERCISE)
    assert [line.split(",")[-1] for line in data.decode().splitlines()[-2:]] == ["25", "20"]
    assert "maximum is 10 points, and the maximum of these is 25." in result.output
    result, data = fill(text, "ID", "x", *EXERCISE, "--scale", name="other.csv")
    assert [line.split(",")[-1] for line in data.decode().splitlines()[-2:]] == ["10", "8"]
    assert "Take care" not in result.output


def test_points_out_of_an_unknown_number_are_not_scaled(graded, fill):
    with_records(graded)
    result, data = fill("id,points\n3031,\n", "id", "points", *EXERCISE, "--scale")
    assert (result.exit_code, data) == (2, None)
    assert "is not known: leave out --scale" in result.output


def test_several_exercises_are_filled_in_one_run(fill):
    text = "id,one,two,three\n3031,,,\n3032,,,\n3033,,,\n"
    more = ("--exercise", "convolution", "--column", "two", "--exercise", "tophat")
    result, data = fill(text, "id", "one", *more)
    assert result.exit_code == 0, result.output
    assert data.decode().splitlines()[1:] == ["3031,25,30,", "3032,20,0,", "3033,0,12.5,"]


def test_columns_and_exercises_that_do_not_go_together_are_refused(fill):
    result, data = fill("id,a,b\n3031,,\n", "id", "a", "--column", "b", *EXERCISE)
    assert (result.exit_code, data) == (2, None)
    assert "There are 2 --column and 1 --exercise" in result.output


def test_comments_are_filled_on_request(graded, fill):
    write_record(graded, failing("ada"))
    write_record(graded, record("ben", "tophat"))
    text = "id,Grade,Feedback comments\n3031,,\n3032,,old\n3033,,\n"
    result, data = fill(text, "id", "Grade", *EXERCISE, "--comments", "Feedback comments")
    (_, *first), (_, *second), (_, *third) = list(csv.reader(io.StringIO(data.decode())))[1:]
    assert first[0] == "25"
    assert first[1].splitlines() == [
        "convolution: 1 of 3 checks, 2 of 6 points",
        "- You flipped it.",
    ]
    assert second == ["20", "old"]  # only of the exercise that was asked for
    assert third == ["0", ""]
    assert "Not filled, without comments: Ben Example (ben), Ada Example (cleo)." in result.output


def test_a_comment_is_no_formula_and_keeps_its_quotation_marks(graded, fill):
    odd = failing("ada")
    odd["checks"][1]["hint"] = '"Quoted"; a,b'
    write_record(graded, odd | {"exercise": "=tophat"})
    data = fill("id,note\n3031,\n", "id", "note", "--comments", "note")
    data = fill("id;p;note\n3031;;\n", "id", "p", "--comments", "note", name="two.csv")[1]
    (row,) = list(csv.reader(io.StringIO(data.decode()), delimiter=";"))[1:]
    assert row[2].startswith("'=tophat: 1 of 3 checks")
    assert '"Quoted"; a,b' in row[2]
