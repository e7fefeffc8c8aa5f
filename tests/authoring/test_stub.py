"""The stub holds signatures and docstrings, and nothing else of a solution."""

import pytest

from autograder.authoring.stub import StubError, stub_of
from autograder.sandbox.worker.loading import load
from autograder.sandbox.worker.stubs import is_stub

SOLUTION = '''\
"""How the kernel is applied, in secret."""

from __future__ import annotations

import numpy as np
import scipy.secret
from numpy import ndarray as Image, zeros  # secret

SECRET = {"secret": 1}
print("secret")


def _secret(image):
    """A secret helper."""
    return image


@_secret  # secret
def blur(image: Image, *, width=3):  # secret
    # secret
    r"""Blur an image, as in \\mu.

    >>> blur(np.ones((1, 1)))
    array([[1.]])
    """; secret = 1  # secret
    secret += 1
    return _secret(image)

# secret

def identity(image):
    """Do nothing."""
    def secret():
        """A secret."""
    return image


if True:
    def secret(image):
        """A secret."""


class Secret:
    """A secret."""
'''

STUB = '''\
"""Two functions."""

import numpy as np
from numpy import ndarray as Image


def blur(image: Image, *, width=3):
    r"""Blur an image, as in \\mu.

    >>> blur(np.ones((1, 1)))
    array([[1.]])
    """
    # Write your code here.
    ...


def identity(image):
    """Do nothing."""
    # Write your code here.
    ...
'''


def test_only_signatures_docstrings_and_needed_imports_are_left():
    assert stub_of(SOLUTION).module("Two functions.") == STUB


def test_a_function_of_the_stub_is_recognised_as_not_written():
    source = stub_of(SOLUTION).module("Two functions.")
    loaded = load(source.encode(), ".py")
    assert not loaded.problems
    assert is_stub(loaded.namespace["blur"])
    assert is_stub(loaded.namespace["identity"])


def test_a_cell_holds_one_function_and_the_imports_once():
    stub = stub_of(SOLUTION)
    assert stub.cell("identity", with_imports=False).startswith("def identity(image):")
    assert stub.cell("blur", with_imports=True).startswith("import numpy as np\nfrom")


def test_parameters_are_those_of_the_public_functions():
    assert stub_of(SOLUTION).parameters == {"blur": ("image",), "identity": ("image",)}


@pytest.mark.parametrize(
    ("source", "complaint"),
    [
        ("def f(image):\n    return image\n", "docstring"),
        ("SECRET = 3\ndef f(image, width=SECRET):\n    'Blur.'\n", "literal"),
        ("def f(image: Secret):\n    'Blur.'\n", "not import"),
        ("def f(image):\n    ('Blur.'  # secret\n     'More.')\n", "single string"),
    ],
)
def test_what_cannot_be_published_as_it_is_is_refused(source, complaint):
    with pytest.raises(StubError, match=complaint):
        stub_of(source)
