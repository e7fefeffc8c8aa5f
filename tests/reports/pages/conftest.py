"""What tests of pages share."""

from __future__ import annotations

import pytest

from autograder.reports.pages.gallery import Gallery


@pytest.fixture(scope="session")
def gallery():
    """One for all tests, since drawing takes time."""
    return Gallery()
