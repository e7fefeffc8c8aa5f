"""Tell a function that is still as it was handed out from one that somebody has written."""

from __future__ import annotations


def is_stub(function):
    """Return whether a function's body is still a docstring and ``...``, or NotImplementedError."""
    code = getattr(function, "__code__", None)
    if code is None:
        return False
    says_nothing = set(code.co_consts) <= {None, function.__doc__}
    raises_nothing_else = set(code.co_names) <= {"NotImplementedError"}
    return code.co_code in EMPTY_BODIES and says_nothing and raises_nothing_else


def _dots(): ...


def _documented_dots():
    """Sit here as a stub does."""
    ...


def _not_implemented():
    raise NotImplementedError


def _documented_not_implemented():
    """Sit here as a stub does."""
    raise NotImplementedError


EMPTY_BODIES = {
    stub.__code__.co_code
    for stub in (_dots, _documented_dots, _not_implemented, _documented_not_implemented)
}
