"""Points given on a page of answers, by keyboard, come back by `report` as they were given."""

import csv

import pytest
from click.testing import CliRunner

from autograder.cli import main
from autograder.commands.publishing import collect_answers
from autograder.course.decisions import read_decisions
from autograder.course.written.tables import WrittenTables
from autograder.exercises import declarations
from autograder.grading.results import write_record
from tests.course.written.sample import hand_in
from tests.reports.pages.sample import failing

HOSTILE = (
    "<script>document.title='run'</script> <img src=x onerror=\"document.title='run'\">\n\n"
    "[a](javascript:document.title='run') </script><fieldset class='marking'>"
)
ANSWERS = {"ada": "Green counts.", "bert": " Green\n counts. ", "carl": HOSTILE, "dora": "Blue."}
RUBRIC = """# convolution

## Why these greys? (4 points)

Say why.

### Rubric

- 1 point: low. <script>document.title='run'</script>
- 3 points: where (1 point); why, with a sum (2 points).
"""
PAGE = "written/convolution-why-these-greys.html"


@pytest.fixture(scope="module")
def out(tmp_path_factory):
    """The folder of a class that was graded; two students answered the same."""
    folder = tmp_path_factory.mktemp("class")
    out = folder / "out"
    answers = [hand_in(folder / "class", who, [text]) for who, text in ANSWERS.items()]
    for student in ANSWERS:
        write_record(out, failing(student))
    lines = ["student,convolution,total,possible", *(f"{each},2,2,6" for each in ANSWERS)]
    (out / "grades.csv").write_text("\n".join(lines) + "\n")
    (folder / "convolution-rubric.md").write_text(RUBRIC)
    collect_answers(out, answers, "a-seed", folder, WrittenTables(out, declarations()))
    return out


def report(out, *words):
    return CliRunner().invoke(main, ["report", str(out), *map(str, words)])


def marking(page, out, student):
    """The article with the answer of a student."""
    with open(out / "written-key.csv", newline="") as file:
        label = next(r["answer"] for r in csv.DictReader(file) if r["student"] == student)
    return page.locator(f"article[data-answers~={label}]")


def test_points_by_keyboard_are_the_points_that_come_back(page, out, tmp_path):
    heard = []
    page.on("console", lambda message: heard.append(message.text))
    page.on("pageerror", lambda error: heard.append(str(error)))
    page.goto((out / PAGE).as_uri())
    keys, said = page.keyboard, page.locator("#said")
    assert page.locator("article").count() == 3
    equal = marking(page, out, "ada")
    assert "Points for" in equal.locator("legend").inner_text()
    assert "and 1 equal answer" in equal.locator("legend").inner_text()
    equal.locator("[type=checkbox]").first.focus()
    for key in ("Space", "Tab", "Tab", "Space", "Tab"):  # the first item and the third
        keys.press(key)
    assert page.evaluate("document.activeElement.value") == "3"
    keys.press("Tab")
    keys.insert_text('-1 for the sum, "Grün"')
    other = marking(page, out, "carl")
    other.locator(".given").focus()
    keys.insert_text("4,5")
    assert "a number from 0 to 4" in other.locator(".wrong").inner_text()
    assert "1 cannot be used" in said.inner_text()
    page.locator("#download").focus()
    keys.press("Enter")
    assert page.evaluate("document.activeElement.className") == "given"
    keys.press("ControlOrMeta+A")
    keys.insert_text("2,5")
    options = page.locator("#comments option").evaluate_all("all => all.map(each => each.value)")
    assert options == ['-1 for the sum, "Grün"']
    assert said.inner_text() == "3 of 4 answers have points; the table has 3 new rows."
    page.locator("#download").focus()
    with page.expect_download() as download:
        keys.press("Enter")
    table = tmp_path / download.value.suggested_filename
    download.value.save_as(table)

    report(out)  # what counted before, for the decisions
    result = report(out, "--written", table)
    assert "written.csv: 1 of 4 answers have no points yet." in result.output
    with open(out / "grades.csv", newline="", encoding="utf-8-sig") as file:
        given = {row["student"]: row["convolution written"] for row in csv.DictReader(file)}
    assert {each: given[each] for each in ("ada", "bert", "carl")} == {
        **{"ada": "3", "bert": "3", "carl": "2.5"}
    }
    assert {each["why"] for each in read_decisions(out)} == {"typed points"}
    feedback = (out / "feedback/ada/convolution.html").read_text(encoding="utf-8")
    assert ">-1 for the sum, &#34;Grün&#34;<" in feedback

    page.reload()
    assert said.inner_text() == "3 of 4 answers have points; the table has 0 new rows."
    assert marking(page, out, "bert").locator(".given").input_value() == "3"
    assert page.title() == "Written answers: Why these greys?"
    assert heard == []


def test_no_script_but_the_pages_own_runs(page, out, tmp_path):
    text, path = (out / PAGE).read_text(), tmp_path / "page.html"
    injected = "<script>document.title='run'</script><b onclick=\"document.title='run'\">here</b>"
    path.write_text(text.replace("<h2 ", f"{injected}<h2 ", 1))
    page.goto(path.as_uri())
    page.locator("b", has_text="here").click()
    assert page.title() == "Written answers: Why these greys?"
    assert page.locator("fieldset").first.is_visible()
    assert page.locator("article fieldset").count() == 3
