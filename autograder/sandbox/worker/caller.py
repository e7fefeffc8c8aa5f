"""Call a student's function once and note what it did: the one place where its result is touched.

This module runs beside students' code, so it holds nothing worth reading or changing: what it
reports is judged elsewhere.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from autograder.sandbox.worker.errors import FILENAME, describe, misfit
from autograder.sandbox.worker.stubs import is_stub
from autograder.sandbox.worker.wires import NO_WIRES

REAL_KINDS = "biuf"
# Bytes of a result; that of no exercise comes near.
LARGEST_RESULT = 8 * 1024**2


@dataclass
class Reply:
    """The result of one call.

    Attributes
    ----------
    kind : {"array", "object", "exception", "timeout", "died"}
        Whether there is an array, and why not.
    array : ndarray or None
        The result, C-contiguous, in native byte order.
    text : str
        The end of a sentence about a result that is not an array ("returned None"), or about the
        error ("Line 7: ...").
    changed : tuple of int
        Positions of the arguments that the function changed.
    shares_memory, changed_earlier_result : bool
        Whether the result is (a view of) an argument; whether it changed the one before, or is in
        the same memory.
    forbidden : str
        The forbidden library function that was called, or "".
    """

    kind: str
    array: np.ndarray | None = None
    text: str = ""
    changed: tuple[int, ...] = ()
    shares_memory: bool = False
    changed_earlier_result: bool = False
    forbidden: str = ""


class Left(NamedTuple):
    """An array as it was at some time, to the bit: its dtype, shape and bytes."""

    dtype: str
    shape: tuple[int, ...]
    content: bytes

    @classmethod
    def of(cls, array):
        """Return what an array is now."""
        return cls(array.dtype.str, array.shape, array.tobytes())


class Caller:
    """The functions of one submission, called one at a time on copies of the arguments.

    Attributes
    ----------
    left : tuple of Left
        What the last call left of its arguments; empty if it stopped with an error.
    """

    def __init__(self, namespace, filename=FILENAME, wires=NO_WIRES, let_through=()):
        self._namespace = namespace
        self._filename = filename
        self._wires = wires
        self._let_through = let_through
        self._earlier = None
        self.left = ()

    def state(self, name):
        """Return ``"written"``, ``"stub"`` or ``"missing"`` for the function of this name."""
        function = self._namespace.get(name)
        if not callable(function):
            return "missing"
        return "stub" if is_stub(function) else "written"

    def call(self, name, arguments):
        """Call the function on copies of `arguments` and return a `Reply`.

        Nothing is raised but what `let_through` names, such as an interruption by the user.
        Copies keep the memory layout and the read-only flag of the originals.
        """
        function = self._namespace[name]
        copies = tuple(_copy_with_layout(argument) for argument in arguments)
        self.left = ()
        with self._wires.armed() as tripped:
            try:
                result = function(*copies)
            except self._let_through:
                raise
            except BaseException as error:  # noqa: BLE001 - students raise anything, SystemExit too
                text = misfit(function, len(copies)) or describe(error, self._filename)
                return Reply("exception", text=text, forbidden=tripped.first)
        self.left = tuple(map(Left.of, copies))
        pairs = enumerate(zip(self.left, arguments, strict=True))
        reply = _reply_for(result)
        reply.forbidden = tripped.first
        reply.changed = tuple(i for i, (left, argument) in pairs if left != Left.of(argument))
        if reply.array is not None:
            reply.shares_memory = any(np.may_share_memory(result, copy) for copy in copies)
            reply.changed_earlier_result = self._is_earlier(result)
            self._earlier = (result, _bytes_of(result))
        return reply

    def _is_earlier(self, result):
        """Return whether the earlier result has changed, or would change with this one."""
        if self._earlier is None:
            return False
        earlier, before = self._earlier
        return np.may_share_memory(result, earlier) or _bytes_of(earlier) != before


def _reply_for(result):
    """Return the `Reply` for a result, array or not, that a student's function returned."""
    if not isinstance(result, np.ndarray):
        what = "None" if result is None else f"an object of type {type(result).__name__}"
        return Reply("object", text=f"returned {what}")
    plain = np.asarray(result)
    if plain.dtype.kind not in REAL_KINDS:
        return Reply("object", text=f"returned an array of dtype {plain.dtype}")
    if plain.nbytes > LARGEST_RESULT:
        largest = f"of more than {LARGEST_RESULT // 1024**2} MiB"
        return Reply("object", text=f"returned an array {largest}, with shape {plain.shape}")
    longdouble = plain.dtype.kind == "f" and plain.dtype.itemsize > 8
    dtype = np.dtype(float) if longdouble else plain.dtype.newbyteorder("=")
    return Reply("array", np.array(plain, dtype, order="C"))


def _copy_with_layout(array):
    """Return a copy with the same strides, values and read-only flag, in memory of its own."""
    is_usual = array.flags.c_contiguous
    copy = array.copy() if is_usual else with_layout(array, array.strides)
    copy.flags.writeable = array.flags.writeable
    return copy


def with_layout(array, strides):
    """Return a new array with the values of `array`, laid out in memory with these strides.

    Its base is an array of as many axes, as if it was a slice or a transpose of that.
    """
    last = [stride * (side - 1) for stride, side in zip(strides, array.shape, strict=True)]
    base = np.zeros(_sides_of_base(array, strides), array.dtype)
    needed = sum(map(abs, last)) + array.itemsize
    if base.nbytes < needed:  # strides that no slice has
        base = np.zeros(needed, np.uint8)
    start = -sum(offset for offset in last if offset < 0)
    copy = np.ndarray(array.shape, array.dtype, base, start, strides)
    copy[...] = array
    return copy


def _sides_of_base(array, strides):
    """Return the sides of an array of which one with such strides may be a slice or a transpose."""
    axes = sorted(range(array.ndim), key=lambda axis: -abs(strides[axis]))
    steps = [max(abs(strides[axis]) // array.itemsize, 1) for axis in axes]
    inner = [outer // step for outer, step in zip(steps, [*steps[1:-1], 1], strict=False)]
    return (array.shape[axes[0]], *inner[: array.ndim - 1]) if axes else ()


def _bytes_of(array):
    """Return the bytes of an array, to compare them later."""
    return np.ascontiguousarray(array).tobytes()
