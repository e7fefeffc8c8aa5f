"""A real browser: the Chromium of this machine, driven by Playwright. Without one, tests skip."""

from __future__ import annotations

import os
import shutil

import pytest

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
PATIENCE = 20_000  # milliseconds, for each step on a page


# Not for the whole session: Playwright's event loop would be in the way where notebooks are run.
@pytest.fixture
def browser():
    """A Chromium without a window, ended with the test."""
    reason = "no browser tests without playwright: pip install playwright"
    playwright = pytest.importorskip("playwright.sync_api", reason=reason)
    executable = next(filter(None, map(shutil.which, NAMES)), None)
    if executable is None:
        pytest.skip("no browser tests without a Chromium, such as Debian's package chromium")
    # Chromium refuses its own sandbox to root; the pages opened here are ours.
    is_root = hasattr(os, "geteuid") and os.geteuid() == 0
    with playwright.sync_playwright() as driver:
        running = driver.chromium.launch(
            executable_path=executable, chromium_sandbox=not is_root, args=["--disable-gpu"]
        )
        yield running
        running.close()


@pytest.fixture
def page(browser):
    """A page of that browser, for ``file:`` addresses too; whatever it waits for, it waits 20 s."""
    opened = browser.new_page(viewport={"width": 1200, "height": 900})
    opened.set_default_timeout(PATIENCE)
    return opened
