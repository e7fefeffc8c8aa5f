"""What check cells show, in a real browser: nobody is shut out, light or dark, wide or narrow."""

import os
from pathlib import Path

import pytest

from autograder.reports.cells import cell_as_html
from tests.reports.pages.sample import failing

# As JupyterLab has them: the colours come from the page.
PAGE = """
<!doctype html><html lang="en"><title>Cells</title>
<style>
body {{ font-family: sans-serif; background: #ffffff; color: #212121; }}
@media (prefers-color-scheme: dark) {{ body {{ background: #111111; color: #ffffff; }} }}
</style>
<main><h1>Cells</h1>{0}{0}</main>
"""


@pytest.fixture
def cells(page):
    """Open a page with two check cells, all that is folded unfolded."""
    shown = cell_as_html(failing("ada")["checks"], hints=["Look there.", "Do that."])

    def open_cells(scheme, width):
        page.set_viewport_size({"width": width, "height": 900})
        page.emulate_media(color_scheme=scheme)
        page.set_content(PAGE.format(shown))
        page.evaluate("document.querySelectorAll('details').forEach(each => each.open = true)")
        return page

    return open_cells


def test_axe_finds_nothing_in_cells(cells):
    if "AXE_CORE" not in os.environ:
        pytest.skip("no check by axe without AXE_CORE, the path of axe-core's axe.min.js")
    axe = Path(os.environ["AXE_CORE"]).read_text(encoding="utf-8")
    for scheme in ("light", "dark"):
        page = cells(scheme, 1300)
        page.evaluate(axe)
        found = page.evaluate("axe.run()")
        assert "color-contrast" in {each["id"] for each in found["passes"]}
        assert [(each["id"], each["nodes"][0]["html"]) for each in found["violations"]] == []


def test_a_narrow_cell_cuts_nothing_off(cells):
    page = cells("light", 400)
    assert page.evaluate("document.documentElement.scrollWidth") <= 400
    box = page.locator("img").first.bounding_box()
    assert box["x"] + box["width"] <= 400
