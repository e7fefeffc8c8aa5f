"""A function is a stub if its source says nothing, and written if it says anything."""

import pytest

from autograder.sandbox.worker.loading import load
from autograder.sandbox.worker.stubs import is_stub


def function(source):
    loaded = load(source.encode(), ".py")
    assert not loaded.problems
    return loaded.namespace["f"]


@pytest.mark.parametrize(
    "body",
    [
        "...",
        "pass",
        "return None",
        "'Doc.'",
        "'Doc.'; ...",
        "raise NotImplementedError",
        "'Doc.'; raise NotImplementedError",
    ],
)
@pytest.mark.parametrize("before", ["", "import functools\n@staticmethod\n", "\ufeff", "x = 1\n"])
def test_a_body_that_says_nothing_is_a_stub(before, body):
    made = function(f"{before}def f(image): {body}")
    assert is_stub(getattr(made, "__func__", made))


@pytest.mark.parametrize(
    "body",
    [
        "return 1",
        "return ...",
        "return image",
        "image += 1",
        "raise ValueError",
        "raise NotImplementedError('yet')",
        "return NotImplementedError",
        "yield",
        "print(image)",
        "'Doc.'; return 'Doc.'",
    ],
)
def test_a_body_that_says_anything_is_written(body):
    assert not is_stub(function(f"def f(image): {body}"))


@pytest.mark.parametrize("source", ["f = lambda image: ...", "f = 3", "f = print", "class f: ..."])
def test_what_is_no_definition_is_no_stub(source):
    assert not is_stub(function(source))


def test_a_function_without_source_counts_as_written():
    namespace = {}
    exec("def f(image): ...", namespace)
    assert not is_stub(namespace["f"])


def test_a_file_that_was_changed_is_not_taken_for_the_one_before():
    assert is_stub(function("def f(image): ..."))
    assert not is_stub(function("def f(image): return image"))
    assert is_stub(function("\ndef f(image): ..."))
