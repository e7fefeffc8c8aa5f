"""Throw mutated bytes at the host's decoder and at that of tokens, and submissions at the loader.

Run as ``python -m benchmarks.fuzz --frames 100000 --tokens 100000 --submissions 2000``. Whatever
is neither accepted nor refused, and whatever makes the host raise or use much memory, ends the run
with an error.
"""

from __future__ import annotations

import argparse
import base64
import collections
import json
import random
import socket
import time
import tracemalloc
import zlib
from pathlib import Path

import numpy as np

from autograder.authoring.failures import StudentFailure
from autograder.exercises import load_exercises
from autograder.judging.tokens import BadToken, case_of, token_of
from autograder.sandbox.host import Sandbox
from autograder.sandbox.limits import Limits
from autograder.sandbox.protocol import loaded_from, replies_from
from autograder.sandbox.worker import frames

NONCE = b"n" * 16
ODD = [None, True, -1, 2**70, 0.5, "", "f8", "\ud800", [], [[]], {}, [1, 2], "array", "NaN"]
MOST_FOR_TOKENS = 64 * 1024**2
MOST_MEMORY = 2 * frames.LONGEST_BODY
HOSTILE = Path(__file__).parents[1] / "tests" / "hostile" / "submissions"


def fuzz_frames(count, seed=0):
    """Return how often each outcome was met, over `count` frames.

    Raises
    ------
    AssertionError
        If what was accepted is no array that fits, or if more memory was taken than is allowed.
    """
    rng, outcomes = random.Random(seed), collections.Counter()
    tracemalloc.start()
    for _ in range(count):
        outcomes[met(*odd_frame(rng))] += 1
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < MOST_MEMORY, f"{peak} bytes were taken"
    return outcomes


def odd_frame(rng):
    """Return the bytes of a frame and how many replies are due.

    It is a good one with some of it changed, or nothing but noise.
    """
    count = rng.choice([1, 1, 1, 2, 3])
    if rng.random() < 0.1:
        return rng.randbytes(rng.randrange(200)), count
    arrays = [odd_array(rng) for _ in range(count)]
    entries = [frames.describe_array(each) | {"bytes": each.nbytes} for each in arrays]
    entries = [{"kind": "array", "text": "", "changed": []} | each for each in entries]
    header = {"states": {"f": "written"}, "problem": "", "held": [], "replies": entries}
    for changed in (header, rng.choice(entries)):
        for key in rng.sample(sorted(changed), rng.choice([0, 0, 1, 2])):
            changed[key] = rng.choice(ODD)
    text, body = json.dumps(header).encode(), b"".join(each.tobytes() for each in arrays)
    lengths = [len(text), len(body)]
    if rng.random() < 0.1:
        lengths[rng.randrange(2)] = rng.choice([0, 1, 2**16, 2**31, 2**32 - 1])
    data = frames.PREFIX.pack(frames.MAGIC, NONCE, *lengths) + text + body
    return (mutated(data, rng) if rng.random() < 0.5 else data), count


def odd_array(rng):
    """Return a small array of any shape and dtype that may be sent."""
    shape = [rng.randrange(4) for _ in range(rng.randrange(4))]
    return np.zeros(shape, rng.choice(list(frames.DTYPES)))


def mutated(data, rng):
    """Return bytes with a few of them changed, cut out, or doubled."""
    data = bytearray(data)
    for _ in range(rng.choice([1, 1, 2, 8])):
        at = rng.randrange(len(data) + 1)
        data[at : at + rng.randrange(3)] = rng.choice([b"", rng.randbytes(1), data[at : at + 20]])
    return bytes(data)


def met(data, count):
    """Return what became of a frame: the kind of its last reply, or a refusal."""
    ours, theirs = socket.socketpair()
    with ours, theirs:
        theirs.sendall(data)
        theirs.shutdown(socket.SHUT_WR)
        try:
            header, body = frames.receive(ours, time.monotonic() + 10, NONCE)[1:]
            states, problem, _ = loaded_from(header, ["f"])
            assert states["f"] in ("written", "stub", "missing")
            problem.encode()
            replies = replies_from(header, body, count)
        except (frames.BadFrame, frames.Closed) as refusal:
            return type(refusal).__name__
    assert len(replies) == count
    for reply in replies:
        reply.text.encode()
    believed = [reply.array.nbytes for reply in replies if reply.array is not None]
    assert sum(believed) <= len(body)
    return replies[-1].kind


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
    contents = [content_of(token_of(*each)) for each in known]
    for content in contents:
        case_of(with_checksum(content))  # so that what is loaded once is there
    tracemalloc.start()
    for _ in range(count):
        outcomes[led_to(odd_token(contents, rng))] += 1
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < MOST_FOR_TOKENS, f"{peak} bytes were taken"
    return outcomes


def odd_token(contents, rng):
    """Return a token with some of it changed, mostly with a checksum that is right."""
    content = rng.choice(contents)
    if rng.random() < 0.1:
        return rng.choice("rt") + rng.choice(["", "=", "é"]) + rng.randbytes(20).hex()
    if rng.random() < 0.1:
        return with_checksum(mutated(content, rng))[: rng.randrange(60)]
    if rng.random() < 0.2:
        return with_checksum(content[:3] + mutated(content[3:], rng))
    arguments = mutated(zlib.decompress(content[3:], -15), rng)
    if rng.random() < 0.05:
        arguments += bytes([rng.randrange(256)]) * 2 ** rng.randrange(25)
    deflate = zlib.compressobj(9, zlib.DEFLATED, -15)
    return with_checksum(content[:3] + deflate.compress(arguments) + deflate.flush())


def content_of(token):
    """Return the bytes of a token but for its checksum."""
    return base64.urlsafe_b64decode(token[1:] + "=" * (-len(token[1:]) % 4))[:-2]


def with_checksum(content):
    """Return the token of these bytes, with a checksum that is right."""
    content += zlib.crc32(content).to_bytes(4, "big")[:2]
    return "t" + base64.urlsafe_b64encode(content).decode().rstrip("=")


def led_to(token):
    """Return "example" or "BadToken"."""
    try:
        case_of(token)
    except BadToken as refusal:
        str(refusal).encode()
        return "BadToken"
    return "example"


def fuzz_submissions(count, seed=0):
    """Return how often each outcome was met, over `count` mutated scripts and notebooks."""
    rng, outcomes = random.Random(seed), collections.Counter()
    sources = [path for path in sorted(HOSTILE.glob("[cdn]*")) if path.suffix in (".py", ".ipynb")]
    image = np.eye(3)
    with Sandbox(Limits(load=2, call=1, submission=5)) as sandbox:
        for _ in range(count):
            path = rng.choice(sources)
            source = mutated(path.read_bytes(), rng)
            worker = sandbox.open(source, path.suffix, ["convolve2d"])
            try:
                result = worker.subjects["convolve2d"](image, image)
                outcomes[type(result).__name__] += 1
            except StudentFailure as failure:
                str(failure).encode()
                outcomes[failure.status] += 1
            finally:
                worker.close()
    return outcomes


def main():
    """Run both, and print what was met."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--frames", type=int, default=10_000)
    parser.add_argument("--tokens", type=int, default=10_000)
    parser.add_argument("--submissions", type=int, default=200)
    parser.add_argument("--seed", type=int, default=0)
    options = parser.parse_args()
    runs = {"frames": fuzz_frames, "tokens": fuzz_tokens, "submissions": fuzz_submissions}
    for name, run in runs.items():
        met_so_often = run(getattr(options, name), options.seed)
        print(f"{name}: " + ", ".join(f"{k} {v}" for k, v in sorted(met_so_often.items())))


if __name__ == "__main__":
    main()
