"""The examples that a check is tried on.

The same seed gives the same examples, whatever else the process has imported.
"""

from __future__ import annotations

import hashlib
import inspect

import hypothesis
from hypothesis import HealthCheck, Phase, Verbosity
from hypothesis import strategies as st
from hypothesis.internal.conjecture import providers

from autograder.authoring.strata import counting_examples


class Draws:
    """The examples of one property.

    Parameters
    ----------
    test : callable
        A function wrapped by ``hypothesis.given``, whose own parameters are taken over here; or a
        plain function, which has one example without drawn arguments.
    examples : int
        How many to draw.
    also : iterable of dict of str to strategy
        One more example is drawn of each: it has strategies by the names of the arguments.

    Attributes
    ----------
    names : tuple of str
        The names of the arguments that are drawn.
    """

    def __init__(self, test, examples, also=()):
        self.names = ()
        self._name = test.__name__
        self._test = None
        if hasattr(test, "hypothesis"):
            self._free = tuple(inspect.signature(test).parameters)
            every = inspect.signature(test.hypothesis.inner_test).parameters
            self.names = tuple(each for each in every if each not in self._free)
            test.hypothesis.inner_test = self._note
            self._test = _settings(examples)(test)
        self._also = _drawing([st.fixed_dictionaries(strategies) for strategies in also])

    def examples(self, seed):
        """Draw the examples of a seed.

        Returns
        -------
        tuple of dict of str to object
            The drawn arguments by name, once an example.
        """
        if self._test is None:
            return ({},)
        drawn = []
        own = derived_seed(seed, self._name)
        hypothesis.seed(own)(self._test)
        with counting_examples(own) as counted:
            # In the place of each function under test stands what the arguments go into.
            self._test(**dict.fromkeys(self._free, (drawn, counted)))
        also = self._also(derived_seed(seed, f"{self._name}/also"))
        return (*drawn, *({name: each[name] for name in self.names} for each in also))

    def _note(self, **arguments):
        drawn, counted = arguments[self._free[0]]
        drawn.append({name: arguments[name] for name in self.names})
        counted.number = len(drawn)


def _drawing(strategies):
    """Return a function of a seed that draws one value of each, and not the simplest one."""

    def draw(seed):
        drawn = []
        test = _settings(2)(
            hypothesis.given(each=st.tuples(*strategies))(lambda each: drawn.append(each))
        )
        hypothesis.seed(seed)(test)
        with counting_examples(seed):
            test()
        return drawn[-1]

    return draw if strategies else lambda seed: ()


def derived_seed(seed, name):
    """Return the seed of one check, so that no two checks of a course see the same numbers."""
    return int.from_bytes(hashlib.sha256(f"{seed}/{name}".encode()).digest()[:8], "big")


def _settings(examples):
    """Return the Hypothesis settings of every check: it draws examples, and no more."""
    return hypothesis.settings(
        max_examples=examples,
        phases=(Phase.generate,),
        database=None,
        deadline=None,
        derandomize=False,
        print_blob=False,
        verbosity=Verbosity.quiet,
        suppress_health_check=list(HealthCheck),
    )


def _ignore_constants_of_loaded_modules():
    """Keep Hypothesis from drawing numbers that it finds in the source of loaded modules.

    It does so since 6.131, and then the draws depend on what is imported and on how the kit is
    installed. There is no public switch.
    """
    if hasattr(providers, "_get_local_constants"):
        nothing = providers.Constants()
        providers._get_local_constants = lambda: nothing


_ignore_constants_of_loaded_modules()
