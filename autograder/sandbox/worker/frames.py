"""Messages between host and worker: a short JSON header and raw bytes, nothing that can run.

A frame is ``magic, nonce, header length, body length`` in 32 bytes, then the header, then the body.
Lengths are checked before anything is allocated; a nonce ties each reply to its call. Arrays go as
C-order bytes with a dtype from a whitelist.
"""

from __future__ import annotations

import json
import math
import struct

import numpy as np

MAGIC = b"IPA1"
PREFIX = struct.Struct(">4s16sIQ")
LONGEST_HEADER = 256 * 1024
LONGEST_BODY = 32 * 1024 * 1024
MOST_AXES = 8
DTYPES = {
    code: np.dtype(code)
    for code in ("b1", "i1", "i2", "i4", "i8", "u1", "u2", "u4", "u8", "f2", "f4", "f8")
}


class BadFrame(Exception):
    """What came over the pipe is not a frame, or not the one that was due."""


class Closed(Exception):
    """The other side has gone away."""


def send(sock, nonce, header, body=b"", deadline=None):
    """Send one frame.

    Parameters
    ----------
    sock : socket.socket
        A connected stream socket.
    nonce : bytes of length 16
        The same for a call and its reply.
    header : dict or bytes
        What goes as JSON, or that JSON itself; at most `LONGEST_HEADER` bytes of it.
    body : bytes
        Anything.
    deadline : callable or None
        Returns the seconds that are left; when it returns 0, we give up with TimeoutError.
    """
    text = header if isinstance(header, bytes) else json.dumps(header).encode()
    rest = memoryview(PREFIX.pack(MAGIC, nonce, len(text), len(body)) + text + body)
    while rest:
        sock.settimeout(_remaining(deadline))
        try:
            rest = rest[sock.send(rest) :]
        except TimeoutError:
            continue  # unless the deadline has moved, nothing remains
        except (BrokenPipeError, ConnectionError) as error:
            raise Closed from error


def receive(sock, deadline=None, nonce=None, longest_body=LONGEST_BODY):
    """Return ``(nonce, header, body)`` of the next frame, the body as a memoryview.

    Raises
    ------
    BadFrame
        If the prefix, the lengths, the nonce or the header are not what they should be.
    Closed
        If the other side closed the connection.
    TimeoutError
        If the frame is not complete at the deadline, however busily bytes drip in.
    """
    magic, came, header_length, body_length = PREFIX.unpack(_read(sock, PREFIX.size, deadline))
    if magic != MAGIC or (nonce is not None and came != nonce):
        raise BadFrame("the frame does not belong here")
    if header_length > LONGEST_HEADER or body_length > longest_body:
        raise BadFrame("the frame is too long")
    rest = memoryview(_read(sock, header_length + body_length, deadline))
    return came, _parse(rest[:header_length]), rest[header_length:]


def _parse(text):
    """Return the header in a memoryview of bytes, a dict; BadFrame if there is none."""
    try:
        header = json.loads(bytes(text))
    except (ValueError, RecursionError, MemoryError) as error:
        raise BadFrame("the header is not JSON") from error
    if not isinstance(header, dict):
        raise BadFrame("the header is not an object")
    return header


def _read(sock, size, deadline):
    """Return exactly `size` bytes."""
    buffer = bytearray(size)
    view = memoryview(buffer)
    while view:
        sock.settimeout(_remaining(deadline))
        try:
            count = sock.recv_into(view)
        except TimeoutError:
            continue  # unless the deadline has moved, nothing remains
        except ConnectionError as error:
            raise Closed from error
        if count == 0:
            raise Closed
        view = view[count:]
    return buffer


def _remaining(deadline):
    """Return the seconds until a deadline, None for none; TimeoutError when it has passed."""
    if deadline is None:
        return None
    seconds = deadline()
    if seconds <= 0:
        raise TimeoutError
    return seconds


def describe_array(array):
    """Return the header entry of an array: dtype, shape, strides and whether it may be changed."""
    return {
        "dtype": array.dtype.str[1:],
        "shape": array.shape,
        "strides": None if array.flags.c_contiguous else array.strides,
        "writeable": array.flags.writeable,
    }


def array_from(entry, body):
    """Return the C-contiguous array that a header entry describes; BadFrame if it cannot be."""
    name, shape = entry.get("dtype"), entry.get("shape")
    if not isinstance(name, str) or name not in DTYPES:
        raise BadFrame("the dtype is not one of the whitelist")
    dtype = DTYPES[name]
    if not isinstance(shape, list) or len(shape) > MOST_AXES:
        raise BadFrame("the shape is not a short list")
    if not all(type(side) is int and 0 <= side <= LONGEST_BODY for side in shape):
        raise BadFrame("the shape holds something else than sizes")
    if math.prod(side or 1 for side in shape) * dtype.itemsize > LONGEST_BODY:
        raise BadFrame("the shape has absurd sides")
    if math.prod(shape) * dtype.itemsize != len(body):
        raise BadFrame("shape and byte count do not fit")
    if dtype.kind == "b":  # whose bytes are 0 or 1, which NumPy relies on
        return (np.frombuffer(body, np.uint8) != 0).reshape(shape)
    return np.frombuffer(body, dtype).reshape(shape)
