"""Sliders in JupyterLab: one that moves changes the picture below it, and its words."""

from __future__ import annotations

import pytest

from tests.browser.test_jupyterlab import TO_START, cell, lab, run

__all__ = ["lab"]

BEFORE = ("# Initialize Otter", "photograph = data.astronaut()", "small = np.array")


def test_a_slider_that_moves_changes_the_picture_below_it(lab, page, tmp_path):
    pytest.importorskip("ipywidgets", reason="no sliders: pip install ipywidgets")
    page.goto(lab)
    page.get_by_text("(ipykernel) | Idle").wait_for(timeout=TO_START)
    moving = cell(page, "def show_step_at(row, column)")
    needed = (*BEFORE, "def show_one_step(image, window)", "padded = np.pad(small, 1)")
    for number, text in enumerate(needed, start=1):
        run(page, cell(page, text).first, number)
    run(page, moving, len(needed) + 1)
    picture, column = moving.locator("img"), moving.get_by_role("slider").nth(1)
    column.wait_for()
    assert picture.count() == 1
    assert "products: sum 58" in picture.get_attribute("alt")

    column.scroll_into_view_if_needed()
    column.focus()
    page.keyboard.press("ArrowLeft")
    moving.locator('img[alt*="products: sum 64"]').wait_for()
    page.screenshot(path=tmp_path / "moved.png")
    assert picture.count() == 1
    assert picture.evaluate("image => image.clientWidth >= image.naturalWidth * 0.9")
