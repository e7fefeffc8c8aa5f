"""What `grade` says at its end of files that nobody handed in."""

from types import SimpleNamespace

import pytest

from autograder.commands.accounts import what_was_left


@pytest.mark.parametrize(
    ("names", "said"),
    [
        (["a.py"], "1 of these lies outside every student's folder: a.py."),
        (["a.py", "b.py"], "2 of these lie outside every student's folder: a.py, b.py."),
    ],
)
def test_files_outside_every_folder_are_counted_and_named(names, said):
    notes = [SimpleNamespace(sentence=f"{name}: left out, it is empty.") for name in names]
    found = SimpleNamespace(counts=(0, 0, len(names)), not_graded={"": notes})
    assert said in what_was_left(found, [])
