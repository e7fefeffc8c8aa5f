"""Throw random and mutated tokens at what reads them; `benchmarks.fuzz` runs it."""

from __future__ import annotations

import collections
import random
import tracemalloc

from autograder.exercises import load_exercises
from autograder.judging.token_text import BadToken, content_of, deflated, inflated, token_with
from autograder.judging.tokens import case_of, token_of

MOST_MEMORY = 64 * 1024**2


def fuzz_tokens(count, seed=0):
    """Return how often a token led to an example, and how often to a sentence, over `count`.

    Raises
    ------
    AssertionError
        If more memory was taken than is allowed.
    """
    rng, outcomes = random.Random(seed), collections.Counter()
    known = [
        (one.name, check.name, example)
        for one in load_exercises()
        for check in one.checks
        for example in check.draws.examples("fuzz")[:3]
    ]
    contents = [content_of(token_of(*each), 0) for each in known]
    for content in contents:
        case_of(token_with(content))  # so that what is loaded once is there
    tracemalloc.start()
    for _ in range(count):
        outcomes[led_to(odd_token(contents, rng))] += 1
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < MOST_MEMORY, f"{peak} bytes were taken"
    return outcomes


def odd_token(contents, rng):
    """Return a token with some of it changed, mostly with a checksum that is right."""
    content = rng.choice(contents)
    if rng.random() < 0.1:
        return rng.choice("rt") + rng.choice(["", "=", "é"]) + rng.randbytes(20).hex()
    if rng.random() < 0.1:
        return token_with(mutated(content, rng))[: rng.randrange(60)]
    if rng.random() < 0.2:
        return token_with(content[:3] + mutated(content[3:], rng))
    arguments = mutated(inflated(content[3:]), rng)
    if rng.random() < 0.01:
        arguments += bytes([rng.randrange(256)]) * 2 ** rng.randrange(25)
    return token_with(content[:3] + deflated(arguments))


def led_to(token):
    """Return "example" or "BadToken"."""
    try:
        case_of(token)
    except BadToken as refusal:
        str(refusal).encode()
        return "BadToken"
    return "example"


def mutated(data, rng):
    """Return bytes with a few of them changed, cut out, or doubled."""
    data = bytearray(data)
    for _ in range(rng.choice([1, 1, 2, 8])):
        at = rng.randrange(len(data) + 1)
        data[at : at + rng.randrange(3)] = rng.choice([b"", rng.randbytes(1), data[at : at + 20]])
    return bytes(data)
