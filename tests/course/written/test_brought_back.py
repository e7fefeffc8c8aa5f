"""A table that a page of answers made is taken into ``written.csv`` as a whole, or not at all."""

import pytest

from autograder.course.csv_cells import BadTable
from autograder.course.written.brought_back import bring_back
from autograder.course.written.tables import WrittenTables
from autograder.exercises import declarations
from autograder.reports.pages.marking import show_typed, shown_digests
from tests.classes import typed_points

GREYS = "why-these-greys"
HEAD = "answer,exercise,question,possible,points,comment,text"


class Brought:
    """A class whose answers are labelled, and what brings tables back."""

    def __init__(self, course):
        self.course, self.tables = course, WrittenTables(course.out, declarations())
        course.collect()

    def row(self, student, points, comment="", text=None, question=GREYS):
        """A row as the page makes it, on the answer of a student to the first question."""
        key = self.course.rows("written-key.csv")
        found = next(r for r in key if r["student"] == student and r["question"] == question)
        text = found["text"] if text is None else text
        return f'{found["answer"]},convolution,{question},4,{points},"{comment}",{text}'

    def table(self, *rows, name="typed.csv"):
        path = self.course.folder / name
        path.write_text("\n".join([HEAD, *rows]) + "\n", encoding="utf-8-sig")
        return path

    def bring(self, *paths):
        bring_back(self.tables, paths, declarations(), shown_digests(self.course.out))
        show_typed(self.course.out, *self.tables.read())
        return typed_points(self.course.out)

    def comments(self, student):
        found = typed_points(self.course.out).of(student, "convolution")
        return [each.comment for each in found]


@pytest.fixture
def brought(course):
    return Brought(course)


def test_points_and_comments_of_a_table_are_those_of_the_class(brought):
    path = brought.table(brought.row("ada", "2,5".replace(",", "."), "See page 3"))
    assert brought.bring(path).total("ada", "convolution") == 2.5
    assert brought.comments("ada") == ["See page 3"]
    other = brought.table(brought.row("bert", "4"), brought.row("ada", "1", "Less."))
    found = brought.bring(other)
    assert (found.total("ada", "convolution"), found.total("bert", "convolution")) == (1, 4)
    assert brought.comments("ada") == ["Less."]


def test_rows_without_points_change_no_points_and_empty_rows_nothing(brought):
    brought.bring(brought.table(brought.row("ada", "3", "Good.")))
    before = (brought.course.out / "written.csv").read_bytes()
    brought.bring(brought.table(brought.row("ada", ""), brought.row("bert", "")))
    assert (brought.course.out / "written.csv").read_bytes() == before
    brought.bring(brought.table(brought.row("ada", "", "Very good.")))
    assert typed_points(brought.course.out).total("ada", "convolution") == 3
    assert brought.comments("ada") == ["Very good."]


def test_the_table_of_the_class_is_such_a_table(brought):
    brought.course.type_points(ada="3")
    before = brought.course.bytes()
    brought.bring(brought.course.out / "written.csv")
    assert brought.course.bytes() == before | {
        path: content for path, content in brought.course.bytes().items() if path.suffix == ".html"
    }


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        (("ROW", "bcd-fgh-jkm,convolution,why-these-greys,4,3,,"), "there is no answer 'bcd-fgh"),
        ((f",{GREYS},", ",why-not,"), "belongs to convolution, why-these-greys, and not to"),
        ((",convolution,", ",tophat,"), "and not to tophat"),
        ((",3,", ",5,"), "a number from 0 to 4, not '5'"),
        ((",3,", ",-1,"), "a number from 0 to 4, not '-1'"),
        ((",3,", ",=1+1,"), "a number from 0 to 4, not '=1+1'"),
        ((",t", ",t0"), "is another one in this class"),
    ],
)
def test_a_row_that_cannot_be_used_refuses_all_tables(brought, change, sentence):
    good, row = brought.row("bert", "1"), brought.row("ada", "3")
    bad = change[1] if change[0] == "ROW" else row.replace(*change)
    before = brought.course.bytes()
    for paths in (
        [brought.table(good, bad)],
        [brought.table(good, name="first.csv"), brought.table(bad, name="second.csv")],
    ):
        with pytest.raises(BadTable) as caught:
            brought.bring(*paths)
        assert sentence in str(caught.value)
        assert f"{paths[-1].name}, line {4 - len(paths)}: " in str(caught.value)
        assert str(caught.value).endswith("No points were brought back.")
        assert brought.course.bytes() == before


def test_two_tables_that_say_different_things_of_an_answer_are_refused(brought):
    one = brought.table(brought.row("ada", "3"))
    two = brought.table(brought.row("ada", "2"), name="two.csv")
    with pytest.raises(BadTable, match="stands twice, differently"):
        brought.bring(one, two)
    brought.bring(one, brought.table(brought.row("ada", "3"), name="same.csv"))


@pytest.mark.parametrize("content", [b"", b"a,b\n1,2\n", b"\0\1\2", b'answer,"'])
def test_what_is_no_such_table_is_refused_in_a_sentence(brought, content):
    path = brought.course.folder / "photo.csv"
    path.write_bytes(content)
    with pytest.raises(BadTable, match=r"\w.*\."):
        brought.bring(path)


def test_points_for_an_answer_that_changed_count_for_the_one_that_the_page_showed(brought):
    course = brought.course
    brought.bring(brought.table(brought.row("ada", "1")))
    old = brought.row("ada", "2")
    course.hand_in("ada", ["Blue counts.", "Edges."])
    assert [note for note in course.collect() if "has changed" in note]
    page = shown_digests(course.out)
    label = old.partition(",")[0]
    brought.bring(brought.table(brought.row("ada", "3", text=page[label])))
    assert not [note for note in course.collect() if "has changed" in note]
    with pytest.raises(BadTable, match="is another one in this class"):
        brought.bring(brought.table(old))


def test_comments_that_a_spreadsheet_would_run_are_text_there_and_as_typed_for_students(brought):
    for comment in ("=1+1", "-1 for the weights", "@home", "'quoted'"):
        brought.bring(brought.table(brought.row("ada", "3", comment)))
        cells = {row["comment"] for row in brought.course.rows()}
        assert f"'{comment}" in cells
        assert brought.comments("ada") == [comment]


def test_a_table_that_excel_saved_keeps_its_form_and_takes_new_letters(brought):
    path = brought.course.out / "written.csv"
    text = path.read_text().replace(",", ";").replace("\n", "\r\n")
    path.write_bytes(text.replace(";;", ";;Für später", 1).encode("cp1252"))
    brought.bring(brought.table(brought.row("ada", "3", "Ωmega, and; more")))
    assert "Für später" in path.read_text("utf-8-sig") or "Ωmega" in path.read_text("utf-8-sig")
    assert path.read_bytes().count(b"\r\n") == text.count("\r\n")
    assert brought.comments("ada") == ["Ωmega, and; more"]


def test_the_page_shows_what_is_typed_now_and_nothing_that_closes_its_script(brought):
    page = brought.course.out / "written" / f"convolution-{GREYS}.html"
    before = page.read_text()
    brought.bring(brought.table(brought.row("ada", "3", "</script><script>alert(1)")))
    after = page.read_text()
    assert r"\u003c/script\u003e\u003cscript\u003ealert(1)" in after
    assert after.count("<script") == before.count("<script") == 2
    assert brought.course.collect() == brought.course.collect()
    assert page.read_text() == after


def test_equal_answers_stand_on_the_page_once(course):
    course.hand_in("ada", ["Green  counts.\n\n\nMost."])
    course.hand_in("bert", ["Green counts.\nMost. "])
    course.hand_in("emil", ["Green counts. most."])
    course.collect()
    page = course.page()
    assert page.text.count("Equal answers") == 1
    groups = [a["data-answers"].split() for tag, a in page.tags if tag == "article"]
    assert sorted(map(len, groups)) == [1, 2]
    entries = course.rows("written-key.csv")
    labels = {row["answer"]: row["student"] for row in entries if row["question"] == GREYS}
    assert {labels[each] for each in max(groups, key=len)} == {"ada", "bert"}
