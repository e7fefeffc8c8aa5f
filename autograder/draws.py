"""The examples that a check is tried on, and the search for the smallest one that fails.

The same seed gives the same examples, whatever else the process has imported. They are drawn once
and then tried on every submission; Hypothesis runs again only to shrink a failure.
"""

from __future__ import annotations

import hashlib
import inspect
from base64 import b64decode, b64encode
from functools import cache

import hypothesis
from hypothesis import HealthCheck, Phase, Verbosity, reproduce_failure
from hypothesis.control import current_build_context
from hypothesis.core import encode_failure
from hypothesis.internal.conjecture import providers


class Enough(BaseException):
    """Ends a search from within; Hypothesis lets it through."""


class Example(dict):
    """The arguments that were drawn for one try, by name.

    Attributes
    ----------
    choices : tuple
        What Hypothesis chose on the way there; see `Draws.repeat`.
    cleared : tuple of (str, int)
        Pixels that were set to zero afterwards: name of the image, and position in it.
    """

    choices = ()
    cleared = ()


class NoSuchExample(Exception):
    """These bytes lead to no example of this check."""


class Draws:
    """The examples of one property.

    Parameters
    ----------
    test : callable
        A function wrapped by ``hypothesis.given``, whose own parameters are taken over here; or a
        plain function, which has one example without drawn arguments.
    examples : int
        How many to draw.
    most_visits : int
        How many examples a search for the smallest failure may look at.
    """

    def __init__(self, test, examples, most_visits=600):
        self._name = test.__name__
        self._most_visits = most_visits
        self._test = None
        self._visit = None
        self.examples = cache(self._examples)
        if hasattr(test, "hypothesis"):
            self._free = tuple(inspect.signature(test).parameters)
            test.hypothesis.inner_test = self._dispatch
            self._test = settings(examples)(test)

    def _dispatch(self, **arguments):
        example = Example({k: v for k, v in arguments.items() if k not in self._free})
        example.choices = current_build_context().data.choices
        self._visit(example)

    def repeat(self, choices):
        """Return the example to which choices lead, as bytes from `bytes_of`.

        Raises
        ------
        NoSuchExample
            If they lead to none, as those of another check or version may.
        """
        if self._test is None:
            return Example()
        met = []
        self._visit = met.append
        try:
            reproduce_failure(hypothesis.__version__, b64encode(choices))(self._test)
            self._test(**dict.fromkeys(self._free))
        except Exception as error:
            if not met:
                raise NoSuchExample from error
        finally:
            self._visit = None
            self._test._hypothesis_internal_use_reproduce_failure = None
        return met[0]

    def visit(self, seed, visitor):
        """Call ``visitor(drawn)`` on every example of this seed.

        Where the visitor raises, it is called on ever simpler examples, up to a limit.
        What it raised comes through; a visitor that wants the simplest example keeps it.
        """
        if self._test is None:
            visitor(Example())
            return
        visits = iter(range(self._most_visits))

        def counted(drawn):
            if next(visits, None) is None:
                raise Enough
            visitor(drawn)

        self._visit = counted
        try:
            hypothesis.seed(derived_seed(seed, self._name))(self._test)
            self._test(**dict.fromkeys(self._free))
        except Enough:
            pass
        finally:
            self._visit = None

    def _examples(self, seed):
        """Return the examples of this seed, as a tuple of `Example`."""
        drawn = []
        self.visit(seed, drawn.append)
        return tuple(drawn)


def bytes_of(example):
    """Return the choices that lead to an example, as bytes for `Draws.repeat`."""
    return b64decode(encode_failure(example.choices)) if example.choices else b""


def settings(examples):
    """Return the Hypothesis settings of every check: no database, no clock, no explanations."""
    return hypothesis.settings(
        max_examples=examples,
        phases=(Phase.explicit, Phase.generate, Phase.shrink),
        database=None,
        deadline=None,
        derandomize=False,
        report_multiple_bugs=False,
        print_blob=False,
        verbosity=Verbosity.quiet,
        suppress_health_check=list(HealthCheck),
    )


def derived_seed(seed, name):
    """Return the seed of one check, so that no two checks of a course see the same numbers."""
    return int.from_bytes(hashlib.sha256(f"{seed}/{name}".encode()).digest()[:8], "big")


def ignore_constants_of_loaded_modules():
    """Keep Hypothesis from drawing numbers that it finds in the source of loaded modules.

    It does so since 6.131, and then the draws depend on what is imported and on how the kit is
    installed. There is no public switch.
    """
    if hasattr(providers, "_get_local_constants"):
        nothing = providers.Constants()
        providers._get_local_constants = lambda: nothing


ignore_constants_of_loaded_modules()
