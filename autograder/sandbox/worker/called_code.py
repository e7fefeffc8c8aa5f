"""Where the machine code of functions lies, and that of what nothing else calls.

A compiled function hands its work to others, which can be called by their addresses, too.
"""

from __future__ import annotations

import ctypes
import platform
import sys
from functools import cached_property
from pathlib import Path

import numpy as np

# The first bytes of what calls a function, or goes on in it, on the processors that we can read.
_CALLS = {"x86_64": (0xE8, 0xE9)}.get(platform.machine(), ())
_OFFSET = 4
# Of a description of a function for those who unwind the stack: where its length stands.
_BEGIN, _LENGTH = 8, 12


def code_only_of(addresses):
    """Return where some functions lie in memory, with those that only they call.

    Parameters
    ----------
    addresses : list of int
        Where the functions begin, all in the same library.

    Returns
    -------
    places : list of (int, int)
        Where each begins, and the next one may. If the length of a function is unknown, these are
        the same.
    """
    found = {address: _end_of(address) for address in addresses}
    library, others = _Library(addresses[0] if addresses else 0), set()
    while new := library.called_by(found) - set(found) - others:
        others |= {each for each in new if library.names_outside(each, found)}
        found |= {each: _end_of(each) for each in new - others}
    return sorted(found.items())


class _Bases(ctypes.Structure):
    _fields_ = tuple((name, ctypes.c_void_p) for name in ("text", "data", "function"))


def _end_of(address):
    """Return where a function ends that begins at an address; the address if none is known to."""
    try:
        find = ctypes.CDLL("libgcc_s.so.1")._Unwind_Find_FDE
    except OSError:
        return address
    find.restype, find.argtypes = ctypes.c_void_p, [ctypes.c_void_p, ctypes.c_void_p]
    bases = _Bases()
    entry = find(address, ctypes.byref(bases))
    if not entry or bases.function != address:
        return address
    begin = entry + _BEGIN
    if begin + ctypes.c_int32.from_address(begin).value != address:  # it is written otherwise
        return address
    return address + ctypes.c_uint32.from_address(entry + _LENGTH).value


class _Library:
    """The library that holds an address, as it is mapped into memory."""

    def __init__(self, address):
        self._code, self._data = [], []
        lines = []
        if sys.platform == "linux":
            lines = Path("/proc/self/maps").read_text().splitlines()
        rows = [line.split(maxsplit=5) for line in lines if "/" in line]
        ranges = [[int(end, 16) for end in row[0].split("-")] for row in rows]
        pairs = list(zip(rows, ranges, strict=True))
        paths = {row[5] for row, (start, stop) in pairs if start <= address < stop}
        for row, (start, stop) in pairs:
            if row[5] in paths and "r" in row[1]:
                (self._code if "x" in row[1] else self._data).append((start, stop))

    def called_by(self, found):
        """Return where functions of the library begin that some functions call."""
        called = set()
        for start, stop in found.items():
            content = _memory(start, stop)[: max(stop - start - _OFFSET, 0)]
            for place in np.flatnonzero(np.isin(content, _CALLS)):
                after = start + int(place) + 1
                called.add(after + _OFFSET + ctypes.c_int32.from_address(after).value)
        inside = {e for e in called if any(start <= e < stop for start, stop in self._code)}
        return {each for each in inside if _end_of(each) > each}

    def names_outside(self, address, found):
        """Return whether an address stands in the library outside of some functions."""
        for start, named in self._in_code:
            for place in np.flatnonzero(named == np.int64(address - start).astype(np.int32)):
                at = start + _OFFSET * int(place)
                if not any(begin <= at < end for begin, end in found.items()):
                    return True
        return any((each == address).any() for each in self._in_data)

    @cached_property
    def _in_code(self):
        """Which addresses code may name, relative to what follows in it, from each first byte."""
        return [
            (start + shift, _named_in(_memory(start + shift, stop)))
            for start, stop in self._code
            for shift in range(_OFFSET)
        ]

    @cached_property
    def _in_data(self):
        return [_memory(start, stop).view(np.int64) for start, stop in self._data]


def _named_in(content):
    """Return the addresses that the bytes of some code may name, relative to its begin."""
    values = content[: len(content) // _OFFSET * _OFFSET].view(np.int32)
    ends = np.arange(1, len(values) + 1, dtype=np.int32) * _OFFSET
    # before a function there are zeros, which nobody runs and which would name it
    return np.where(values == 0, -1, values + ends).astype(np.int32)


def _memory(start, stop):
    """Return the bytes of this process between two addresses."""
    return np.frombuffer((ctypes.c_uint8 * (stop - start)).from_address(start), np.uint8)
