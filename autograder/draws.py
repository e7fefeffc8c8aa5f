"""The examples that a check is tried on, and the search for the smallest one that fails.

The same seed gives the same examples, whatever else the process has imported. They are drawn once
and then tried on every submission; Hypothesis runs again only to shrink a failure.
"""

from __future__ import annotations

import hashlib
import inspect
from functools import cache

import hypothesis
from hypothesis import HealthCheck, Phase, Verbosity
from hypothesis.internal.conjecture import providers


class Enough(BaseException):
    """Ends a search from within; Hypothesis lets it through."""


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
        self._visit({name: v for name, v in arguments.items() if name not in self._free})

    def visit(self, seed, visitor):
        """Call ``visitor(drawn)`` on every example of this seed.

        Where the visitor raises, it is called on ever simpler examples, up to a limit.
        What it raised comes through; a visitor that wants the simplest example keeps it.
        """
        if self._test is None:
            visitor({})
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
        """Return the examples of this seed, as a tuple of dicts of drawn arguments."""
        drawn = []
        self.visit(seed, drawn.append)
        return tuple(drawn)


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
