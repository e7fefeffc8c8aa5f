"""Packages that do not belong to the Python that grades: a submission does not read them."""

import sys

import pytest

from autograder.sandbox.worker.compiled import packages_of_others

PLACES = (
    "lib/python3.11/site-packages",
    "lib64/python3.11/site-packages",
    "lib/python3/dist-packages",
    "local/lib/python3.11/dist-packages",
    "lib/python3.11/ensurepip/_bundled",
    "share/python-wheels",
)


@pytest.mark.parametrize("place", PLACES)
def test_packages_of_the_python_that_an_environment_was_made_from_are_hidden(
    monkeypatch, tmp_path, place
):
    (tmp_path / place).mkdir(parents=True)
    monkeypatch.setattr(sys, "base_prefix", str(tmp_path))
    assert str(tmp_path / place) in packages_of_others()


def test_packages_on_the_path_stay(monkeypatch, tmp_path):
    place = tmp_path / PLACES[0]
    place.mkdir(parents=True)
    monkeypatch.setattr(sys, "base_prefix", str(tmp_path))
    monkeypatch.syspath_prepend(place)
    assert str(place) not in packages_of_others()
