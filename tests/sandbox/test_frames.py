"""Frames hold arrays and short headers; anything else is refused before memory is taken for it."""

import json
import os
import socket

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from autograder.sandbox.deadline import Deadline, Waiting
from autograder.sandbox.protocol import replies_from
from autograder.sandbox.worker import frames
from autograder.sandbox.worker.caller import LARGEST_RESULT
from autograder.sandbox.worker.frames import BadFrame, Closed

NONCE = b"n" * 16


def within(seconds):
    return Deadline(seconds, Waiting(os.getpid()))


def received(data, **options):
    """Return what `receive` makes of these bytes when they come over a socket."""
    ours, theirs = socket.socketpair()
    with ours, theirs:
        theirs.sendall(data)
        theirs.shutdown(socket.SHUT_WR)
        return frames.receive(ours, within(5), **options)


def frame(header=b"{}", body=b"", magic=frames.MAGIC, lengths=None):
    sizes = lengths or (len(header), len(body))
    return frames.PREFIX.pack(magic, NONCE, *sizes) + header + body


def test_a_frame_comes_back_as_it_was_sent():
    assert received(frame(b'{"a": 1}', b"xyz")) == (NONCE, {"a": 1}, b"xyz")


@pytest.mark.parametrize(
    "data",
    [
        frame(magic=b"HTTP"),
        frame(lengths=(2**31, 0)),
        frame(lengths=(2, 2**40)),
        frame(b"[1]"),
        frame(b"{nonsense}"),
        frame(b"[" * 10_000),
        frame(b"\xff\xfe"),
    ],
)
def test_a_broken_frame_is_refused(data):
    with pytest.raises(BadFrame):
        received(data)


def test_a_reply_to_another_call_is_refused():
    with pytest.raises(BadFrame):
        received(frame(), nonce=b"m" * 16)


def test_a_cut_off_frame_means_that_the_other_side_has_gone():
    with pytest.raises(Closed):
        received(frame(b"{}", b"abc")[:-1])


def test_a_frame_that_drips_in_is_late():
    ours, theirs = socket.socketpair()
    with ours, theirs:
        theirs.sendall(frame()[:5])
        with pytest.raises(TimeoutError):
            frames.receive(ours, within(0.05))


@given(st.binary(max_size=200))
def test_random_bytes_are_refused(data):
    with pytest.raises((BadFrame, Closed)):
        received(data)


ENTRIES = st.fixed_dictionaries(
    {
        "kind": st.sampled_from(["array", "object", "exception", "timeout", None, 3]),
        "dtype": st.sampled_from(["f8", "u1", "O", "c16", "<f8", "V8", 8, None, ["f8"]]),
        "shape": st.one_of(st.none(), st.lists(st.integers(-2, 2**70), max_size=12)),
        "changed": st.one_of(st.none(), st.lists(st.one_of(st.integers(), st.text()), max_size=3)),
        "text": st.one_of(st.text(), st.integers(), st.none()),
    }
)


@given(header=ENTRIES, body=st.binary(max_size=64))
def test_whatever_a_reply_says_it_is_an_array_that_fits_or_refused(header, body):
    try:
        entry = json.loads(json.dumps(header | {"bytes": len(body)}))
        (reply,) = replies_from({"replies": [entry]}, body, 1)
    except BadFrame:
        return
    assert reply.array is None or reply.array.nbytes == len(body)


@pytest.mark.parametrize("beyond", [0, 1])
def test_a_result_of_more_bytes_than_any_is_refused(beyond):
    size = LARGEST_RESULT + beyond
    entry = {"kind": "array", "dtype": "u1", "shape": [size], "changed": [], "bytes": size}
    if beyond:
        with pytest.raises(BadFrame, match="too large"):
            replies_from({"replies": [entry]}, bytes(size), 1)
    else:
        (reply,) = replies_from({"replies": [entry]}, bytes(size), 1)
        assert reply.array.nbytes == size


def test_an_array_is_described_and_found_again():
    array = np.arange(6, dtype="i2").reshape(2, 3)
    entry = json.loads(json.dumps(frames.describe_array(array)))
    np.testing.assert_array_equal(frames.array_from(entry, array.tobytes()), array)


@pytest.mark.parametrize(
    "shape",
    [[0] + [2**26] * 7, [2**26, 0], [2**20, 2**20, 0], [2**13, 0, 2**13], [2**26] * 7 + [0]],
)
def test_absurd_sides_beside_a_zero_are_a_bad_frame(shape):
    with pytest.raises(BadFrame, match=r"absurd sides|something else than sizes"):
        frames.array_from({"dtype": "f8", "shape": shape}, b"")


def test_an_array_without_pixels_comes_through():
    assert frames.array_from({"dtype": "f8", "shape": [3, 0]}, b"").shape == (3, 0)
