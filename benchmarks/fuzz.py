"""Throw mutated bytes at the host's decoder and at that of tokens, and submissions at the loader.

Run as ``python -m benchmarks.fuzz --frames 100000 --tokens 100000 --submissions 2000``. Whatever
is neither accepted nor refused, and whatever makes the host raise or use much memory, ends the run
with an error.
"""

from __future__ import annotations

import argparse
import collections
import contextlib
import json
import os
import random
import socket
import tracemalloc
from pathlib import Path

import numpy as np

from autograder.authoring.failures import StudentFailure
from autograder.sandbox.deadline import Deadline, Waiting
from autograder.sandbox.host import Sandbox
from autograder.sandbox.limits import Limits
from autograder.sandbox.protocol import loaded_from, replies_from, request, verify_left
from autograder.sandbox.worker import frames
from benchmarks.fuzz_tokens import fuzz_tokens, mutated

NONCE = b"n" * 16
ASKED = request([("f", (np.eye(3),))])
ODD = [None, True, -1, 2**70, 0.5, "", "f8", "\ud800", [], [[]], {}, [1, 2], "array", "NaN"]
MOST_MEMORY = 64 * 1024**2
HOSTILE = Path(__file__).parents[1] / "tests" / "hostile" / "submissions"


def fuzz_frames(count, seed=0):
    """Return how often each outcome was met, over `count` frames.

    Raises
    ------
    AssertionError
        If what was accepted is not an array that fits, or if more memory was taken than is allowed.
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
    loaded = {"problems": [{"text": "", "names": ["f"]}], "remarks": {"f": ""}, "held": []}
    header = {"states": {"f": "written"}, **loaded, "replies": entries}
    header["left"] = [["<f8", [3, 3], 72]]
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


def met(data, count):
    """Return what became of a frame: the kind of its last reply, or a refusal."""
    ours, theirs = socket.socketpair()
    with ours, theirs:
        theirs.sendall(data)
        theirs.shutdown(socket.SHUT_WR)
        try:
            header, body = frames.receive(ours, Deadline(10, Waiting(os.getpid())), NONCE)[1:]
            states, problems, remarks, _ = loaded_from(header, ["f"])
            assert states["f"] in ("written", "stub", "missing")
            for text in (*(each.text for each in problems), *remarks.values()):
                text.encode()
            replies = replies_from(header, body, count)
        except (frames.BadFrame, frames.Closed) as refusal:
            return type(refusal).__name__
    assert len(replies) == count
    with contextlib.suppress(frames.BadFrame):
        verify_left(ASKED, 0, replies[0], header, body)
    for reply in replies:
        reply.text.encode()
    believed = [reply.array.nbytes for reply in replies if reply.array is not None]
    assert sum(believed) <= len(body)
    return replies[-1].kind


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
