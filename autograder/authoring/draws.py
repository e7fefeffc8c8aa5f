"""The examples that a check is tried on.

The same seed gives the same examples, whatever else the process has imported. They are drawn once
and then tried on every submission.
"""

from __future__ import annotations

import hashlib
import inspect
from base64 import b64decode, b64encode
from functools import cache

import hypothesis
import numpy as np
from hypothesis import HealthCheck, Phase, Verbosity, reproduce_failure
from hypothesis.control import current_build_context
from hypothesis.core import encode_failure
from hypothesis.internal.conjecture import providers

from autograder.authoring.example import Example


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

    Attributes
    ----------
    names : tuple of str
        The names of the arguments that are drawn.
    """

    def __init__(self, test, examples):
        self.names = ()
        self._name = test.__name__
        self._test = None
        self._visit = None
        self.examples = cache(self._examples)
        if hasattr(test, "hypothesis"):
            self._free = tuple(inspect.signature(test).parameters)
            every = inspect.signature(test.hypothesis.inner_test).parameters
            self.names = tuple(each for each in every if each not in self._free)
            test.hypothesis.inner_test = self._dispatch
            self._test = settings(examples)(test)
            # As for tests of state machines: to print what is repeated takes longer than to draw.
            self._test._hypothesis_internal_print_given_args = False

    def _dispatch(self, **arguments):
        drawn = {k: v for k, v in arguments.items() if k not in self._free}
        self._visit(Example(drawn, current_build_context().data.choices))

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

    def tidied(self, example):
        """Return the same example by simpler choices and without edits, where we can guess these.

        The pixels of an image are the first bytes of one choice; byte 0 is a 0, byte 1 often a 1.
        """
        images = [name for name, drawn in example.drawn.items() if isinstance(drawn, np.ndarray)]
        at = [i for i, choice in enumerate(example.choices) if isinstance(choice, bytes)]
        if not images or len(images) != len(at):
            return example
        shorter, choices = list(example.choices), list(example.choices)
        for name, place in zip(images, at, strict=True):
            pixels = bytearray(len(choices[place]))
            for position in example.positions(name):
                pixels[position : position + 1] = choices[place][position : position + 1]
            shorter[place] = bytes(pixels)
            for _, position, value in (each for each in example.edits if each[0] == name):
                pixels[position : position + 1] = bytes([value])
            choices[place] = bytes(pixels)
        return (
            self._led_to(choices, (), example)
            or self._led_to(shorter, example.edits, example)
            or example
        )

    def _led_to(self, choices, edits, example):
        """Return the example to which choices and edits lead if it equals another, else None."""
        try:
            drawn = self.repeat(b64decode(encode_failure(choices)))
            found = Example(drawn.drawn, drawn.choices, edits, example.windows)
        except (NoSuchExample, IndexError):
            return None
        return found if found.equals(example) else None

    def _examples(self, seed):
        """Return the examples of this seed, as a tuple of `Example`."""
        if self._test is None:
            return (Example(),)
        drawn = []
        self._visit = drawn.append
        try:
            hypothesis.seed(derived_seed(seed, self._name))(self._test)
            self._test(**dict.fromkeys(self._free))
        finally:
            self._visit = None
        return tuple(drawn)


def bytes_of(example):
    """Return the choices that lead to an example, as bytes for `Draws.repeat`."""
    return b64decode(encode_failure(example.choices)) if example.choices else b""


def settings(examples):
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
