"""A table is taken apart as the csv module does it, and put together again to the byte."""

import csv
import io

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from autograder.course.csv_cells import DELIMITERS, BadTable, decoded, rows, with_changes

ENCODINGS = ("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252")
# Few characters, so that quotation marks, ends of lines and delimiters meet often.
texts = st.text(st.sampled_from('a1"\r\n,;\t |é'), max_size=40)


def by_the_csv_module(text, delimiter):
    return list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter))


def values(text, delimiter):
    return [[cell.value for cell in row] for row in rows(text, delimiter)]


@settings(deadline=None)
@given(text=texts, delimiter=st.sampled_from(DELIMITERS))
@example(text='"a""b"c"d,\r\r\n\n"x\r\ny"', delimiter=",")
def test_cells_hold_what_the_csv_module_says(text, delimiter):
    try:
        found = values(text, delimiter)
    except BadTable:
        assert by_the_csv_module(text + "\nend", delimiter)[-1] != ["end"]
    else:
        assert found == by_the_csv_module(text, delimiter)
        assert by_the_csv_module(text + "\nend", delimiter)[-1] == ["end"]


tables = st.lists(st.lists(texts, min_size=1, max_size=4), min_size=1, max_size=5)
dialects = st.fixed_dictionaries(
    {
        "delimiter": st.sampled_from(DELIMITERS),
        "quoting": st.sampled_from([csv.QUOTE_MINIMAL, csv.QUOTE_ALL, csv.QUOTE_NONNUMERIC]),
        "lineterminator": st.sampled_from(["\n", "\r\n", "\r"]),
    }
)


def written(table, dialect):
    file = io.StringIO()
    csv.writer(file, **dialect).writerows(table)
    return file.getvalue()


@settings(deadline=None)
@given(
    table=tables,
    dialect=dialects,
    encoding=st.sampled_from(ENCODINGS),
    places=st.sets(st.tuples(st.integers(0, 4), st.integers(0, 5))),
)
def test_only_the_cells_that_are_filled_change(table, dialect, encoding, places):
    data = ("name" + dialect["delimiter"] + "\n" + written(table, dialect)).encode(encoding)
    text, found = decoded(data)
    assert text.encode(found) == data
    body = list(rows(text, dialect["delimiter"]))[1:]
    last = {row: column for row, column in sorted(places) if row < len(body) and body[row]}
    after = with_changes(
        text, dialect["delimiter"], [(body[row], column, "25") for row, column in last.items()]
    )
    expected = [[cell.value for cell in row] for row in body]
    for row, column in last.items():
        expected[row] += [""] * (column + 1 - len(expected[row]))
        expected[row][column] = "25"
    assert by_the_csv_module(after.removeprefix("\ufeff"), dialect["delimiter"])[1:] == expected


@settings(deadline=None)
@given(table=tables, dialect=dialects)
def test_every_character_outside_of_the_cells_is_kept(table, dialect):
    text = written(table, dialect)
    body = [row for row in rows(text, dialect["delimiter"]) if row]
    left = with_changes(text, dialect["delimiter"], [(row, 0, "25") for row in body])
    at = 0
    for row in body:
        before = text[at : row[0].start]
        cell = '"25"' if text[row[0].start :].startswith('"') else "25"
        assert left.startswith(before + cell)
        left, at = left[len(before + cell) :], row[0].end
    assert left == text[at:]


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        ("Zoë".encode(), "utf-8"),
        ("Zoë".encode("utf-8-sig"), "utf-8"),
        ("Zoë".encode("utf-16"), "utf-16-le"),
        ("\ufeffZoë".encode("utf-16-be"), "utf-16-be"),
        ("Zoe,1".encode("utf-16-le"), "utf-16-le"),
        ("Zoe,1".encode("utf-16-be"), "utf-16-be"),
        ("\ufeffZoë".encode("utf-32-le"), "utf-32-le"),
        ("Zoë".encode("cp1252"), "cp1252"),
        (b"Zo\x81", "latin-1"),
        (b"", "utf-8"),
    ],
)
def test_the_encoding_is_found_out(data, encoding):
    text, found = decoded(data)
    assert found == encoding
    assert text.encode(found) == data


@pytest.mark.parametrize("data", [b"PK\3\4\0\0", b"\0", b"\xff\xfea", b"a\0b\xff"])
def test_what_is_no_text_is_refused(data):
    with pytest.raises(BadTable, match="not text"):
        decoded(data)
