"""Points get into the rows of the right students, or into none."""

from autograder.course.identities import Identity, write_identities
from autograder.exercises import load_exercise
from autograder.grading.results import write_grades
from autograder.judging.grade import without_running
from tests.course.gradebook.tables import IDENTITIES


def test_rows_of_one_key_are_not_filled_and_that_is_said(fill):
    text = "id,points\n3031,1\n3031,2\n3032,\n3033,\n"
    result, data = fill(text, "id", "points")
    assert data.decode() == text.replace("3032,", "3032,20").replace("3033,", "3033,12.5")
    assert result.exit_code == 1
    assert "Not certain, so not filled: 2 rows with 3031 could be ada." in result.output


def test_students_of_one_name_are_not_filled_and_that_is_said(fill):
    text = "name,points\nada example,\nBen Example,\n"
    result, data = fill(text, "name", "points")
    assert data.decode() == text.replace("Ben Example,", "Ben Example,20")
    assert "1 row with ada example could be ada, cleo." in result.output


def test_the_same_key_is_preferred_to_one_in_capitals(fill):
    text = "e-mail,points\nADA@example.org,\nada@example.org,\n ben@Example.org ,\n"
    result, data = fill(text, "e-mail", "points")
    assert data.decode().splitlines()[1:] == [
        "ADA@example.org,",
        "ada@example.org,55",
        " ben@Example.org ,20",
    ]
    assert "In the gradebook, but not graded: ADA@example.org." in result.output


def test_nobody_takes_anothers_points_by_calling_himself_by_anothers_number(graded, fill):
    mallory = Identity("cleo", "3031", "3033", "cleo@example.org")
    write_identities(graded, [*IDENTITIES[:2], mallory])
    data = fill("id,points\n3031,\n3032,\n3033,\n", "id", "points")[1]
    assert data == b"id,points\n3031,55\n3032,20\n3033,12.5\n"


def test_a_student_who_lacks_what_the_others_are_matched_by_is_not_forgotten(graded, fill):
    write_identities(graded, [*IDENTITIES[:2], Identity("cleo", "Cleo Example")])
    result, data = fill("id,points\n3031,\n3032,\n3033,\n", "id", "points")
    assert data == b"id,points\n3031,55\n3032,20\n3033,\n"
    assert "Graded, but not in the gradebook: Cleo Example (cleo)." in result.output
    assert result.exit_code == 1


def test_a_folder_without_identities_is_matched_by_its_students(graded, fill):
    (graded / "identities.csv").unlink()
    data = fill("user,points\nAda,\nben,\n", "user", "points")[1]
    assert data == b"user,points\nAda,55\nben,20\n"


def test_a_student_who_looks_like_a_formula_is_matched(tmp_path, graded, fill):
    one = load_exercise("convolution")
    write_grades(graded, ["=1+1", "-b"], [without_running(one, "=1+1", "crashed")])
    write_identities(graded, [Identity("=1+1", "@name", "+7")])
    assert fill("id,points\n=1+1,\n-b,\n", "id", "points")[1] == b"id,points\n=1+1,0\n-b,\n"
    data = fill("id,points\n+7,\n", "id", "points", name="other.csv")[1]
    assert data == b"id,points\n+7,0\n"


def test_who_is_not_graded_yet_is_not_filled_and_that_is_said(graded, fill):
    (graded / "grades.csv").write_text("student,total\nada,\nben,20\n")
    result, data = fill("id,points\n3031,7\n3032,\n", "id", "points")
    assert data == b"id,points\n3031,7\n3032,20\n"
    assert result.exit_code == 1
    assert "1 of 2 rows have their points" in result.output
    assert "Not filled, since their points are not known yet: Ada Example (ada)." in result.output
