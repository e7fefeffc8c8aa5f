"""The pages in a real browser: they ask for nothing, fit a telephone, and shut nobody out."""

import os
from pathlib import Path

import pytest

from autograder.commands.publishing import collect_answers
from autograder.course.written.tables import WrittenTables
from autograder.exercises import declarations
from autograder.grading.results import write_record
from autograder.reports.pages import records_in, write_pages
from tests.course.written.sample import hand_in
from tests.reports.pages.sample import check, failing, record

PAGES = (
    "report.html",
    "feedback/ada/convolution.html",
    "feedback/dora/convolution.html",
    "written/convolution-why-these-greys.html",
)
RUBRIC = "## Why these greys? (4 points)\n\n### Rubric\n\n- 4 points: all of it.\n"
ANSWER = "# Green\n\n**Most** of it, $0.72 g$:\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n```\nx\n```\n"


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    """The folder of a class that was graded, one student with a name that is not a name."""
    out = tmp_path_factory.mktemp("site")
    others = ["crashed", "timed_out", "not_written", "not_run", "grader_error"]
    checks = [check(n, status, hint="Begin here.") for n, status in enumerate(others)]
    for each in (failing("ada"), failing("bert"), record("carl"), record("dora", checks=checks)):
        write_record(out, each)
    write_record(out, failing("<b>" + "very-long-name-" * 12, value=3))
    write_record(out, record("ada", "skull_removal", seconds=9))
    answers = [hand_in(out / "class", each, [ANSWER * 3]) for each in ("ada", "bert")]
    (out / "convolution-rubric.md").write_text(RUBRIC)
    notes = collect_answers(out, answers, "a-seed", out, WrittenTables(out, declarations()))
    write_pages(out, records_in(out, notes), ["One file was left out."])
    return out


@pytest.fixture
def opened(page, site):
    """Open a page of the site, all that is folded unfolded; return it."""

    def open_page(name, width=1200, scheme="light"):
        page.set_viewport_size({"width": width, "height": 900})
        page.emulate_media(color_scheme=scheme)
        page.goto((site / name).as_uri())
        page.evaluate("document.querySelectorAll('details').forEach(each => each.open = true)")
        return page

    return open_page


def test_on_a_narrow_page_the_parts_of_a_picture_stand_below_each_other(opened):
    page = opened("feedback/ada/convolution.html", 400)
    boxes = [each.bounding_box() for each in page.locator(".pieces svg").all()]
    assert len(boxes) >= 4
    assert len({box["y"] for box in boxes}) > 1
    assert all(box["x"] + box["width"] <= 400 for box in boxes)
    assert page.locator(".whole").first.bounding_box()["width"] <= 1
    assert opened("feedback/ada/convolution.html").locator(".pieces").first.is_hidden()


# All pages in one test, since it is the browser's start that takes time.
def test_no_page_asks_for_anything_or_complains(opened, page, site):
    heard, asked = [], []
    page.on("console", lambda message: heard.append(message.text))
    page.on("pageerror", lambda error: heard.append(str(error)))
    page.on("request", lambda request: asked.append(request.url))
    for name in PAGES:
        opened(name).wait_for_load_state("networkidle")
    assert heard == []
    assert [url for url in asked if not url.startswith("data:")] == [
        (site / name).as_uri() for name in PAGES
    ]


def test_every_figure_is_to_be_seen_and_has_its_words(opened):
    for name, count in zip(PAGES, (3, 1, 0, 0), strict=True):
        figures = opened(name).locator("[role=img]").all()
        assert len(figures) == count, name
        for figure in figures:
            box = figure.locator("svg").bounding_box()
            assert min(box["width"], box["height"]) > 50
            assert len(figure.get_attribute("aria-label")) > 30


@pytest.mark.parametrize("width", [320, 400, 800, 1200])
def test_no_page_scrolls_sideways(opened, width):
    for name in PAGES:
        page = opened(name, width)
        assert page.evaluate("document.documentElement.scrollWidth") <= width, name


def test_the_first_key_leads_to_the_content(opened):
    for name in PAGES:
        page = opened(name)
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.textContent") == "To the content", name
        page.keyboard.press("Enter")
        assert page.evaluate("document.activeElement.id") == "content", name


UNREACHABLE = """[...document.querySelectorAll('*')].filter(each =>
    ['auto', 'scroll'].includes(getComputedStyle(each).overflowX)
    && each.scrollWidth > each.clientWidth && each.tabIndex < 0
).map(each => each.outerHTML.slice(0, 200))"""


def test_what_scrolls_can_be_reached_by_the_keyboard(opened):
    for name in PAGES:
        assert opened(name, 400).evaluate(UNREACHABLE) == [], name


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_serious(opened, scheme):
    if "AXE_CORE" not in os.environ:
        pytest.skip("no check by axe without AXE_CORE, the path of axe-core's axe.min.js")
    axe = Path(os.environ["AXE_CORE"]).read_text(encoding="utf-8")
    for name in PAGES:
        page = opened(name, scheme=scheme)
        page.evaluate(axe)
        found = page.evaluate("axe.run()")
        assert "color-contrast" in {each["id"] for each in found["passes"]}
        serious = [v for v in found["violations"] if v["impact"] in ("serious", "critical")]
        assert [(v["id"], v["nodes"][0]["html"]) for v in serious] == [], name


def test_pages_can_be_printed(opened):
    for name in PAGES:
        page = opened(name, scheme="dark")
        page.emulate_media(media="print")
        paper = page.evaluate("getComputedStyle(document.body).backgroundColor")
        assert paper == "rgb(255, 255, 255)", name
        assert page.pdf(format="A4").startswith(b"%PDF"), name
