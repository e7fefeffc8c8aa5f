"""Machine code: erase that of functions that should not be there, and let none be added.

Neither a library on the disk nor what a submission wrote, to a file or to its memory, can then run.
"""

from __future__ import annotations

import ctypes
import errno
import mmap
import os
import platform
import re
import sys

import numpy as np

from autograder.sandbox.worker.called_code import code_only_of

_WORD = ctypes.sizeof(ctypes.c_void_p)
# What takes the place of a function's first instruction: one that no processor knows.
_NO_INSTRUCTION = {"x86_64": b"\x0f\x0b", "aarch64": b"\0\0\0\0"}
_PROTECTION = 2  # the position of the argument that says what memory may be used for


def seal(compiles):
    """Return how to let no more memory become executable, for good; None if that cannot be.

    Parameters
    ----------
    compiles : bool
        Whether a library that compiles has to work: memory may then become executable that holds no
        file. It is the student's own code that comes into it.
    """
    try:
        import pyseccomp
    except (ImportError, OSError, RuntimeError):
        return None
    rules = pyseccomp.SyscallFilter(pyseccomp.ALLOW)
    executable = pyseccomp.Arg(_PROTECTION, pyseccomp.MASKED_EQ, mmap.PROT_EXEC, mmap.PROT_EXEC)
    for name in ("mmap", "pkey_mprotect", *([] if compiles else ["mprotect"])):
        rules.add_rule(pyseccomp.ERRNO(errno.EPERM), name, executable)
    return rules.load


def erase(functions, is_thorough):
    """Erase compiled functions of NumPy's core, and the correlations of its C interface.

    A function object can be made from the table that a module has of its functions, and the C
    interface is a table of addresses; so the addresses go from there, and what they lead to. The
    library's symbols still name the functions, and those that do their work for them.

    Parameters
    ----------
    functions : list of builtin_function_or_method
        After this they end the process that calls them.
    is_thorough : bool
        Whether to erase them from end to end, and what only they call; or just where they begin.
    """
    places = [_entry_of(each) + _WORD for each in functions]
    addresses = []
    for place in [*places, *_places_in_c_interface()] if functions else []:
        address = ctypes.c_void_p.from_address(place)
        if address.value:
            addresses.append(address.value)
            address.value = None
    places = code_only_of(addresses) if is_thorough else zip(addresses, addresses, strict=True)
    for start, stop in places:
        _overwrite(start, stop)


def _entry_of(function):
    """Return the address of a function's entry in its module's table: name, address, ..."""
    return ctypes.c_void_p.from_address(id(function) + object.__basicsize__).value


def _places_in_c_interface():
    """Return where NumPy's C interface keeps the addresses of its correlations."""
    header = os.path.join(np.get_include(), "numpy", "__multiarray_api.h")
    try:
        with open(header) as file:
            text = file.read()
    except OSError:
        return []
    numbers = re.findall(r"#define PyArray_Correlate2?\s[^#]*?PyArray_API\[(\d+)\]", text)
    multiarray = getattr(np, "_core", None) or np.core
    pointer = ctypes.pythonapi.PyCapsule_GetPointer
    pointer.restype, pointer.argtypes = ctypes.c_void_p, [ctypes.py_object, ctypes.c_char_p]
    table = pointer(multiarray._multiarray_umath._ARRAY_API, None)
    return [table + int(number) * _WORD for number in numbers]


def _overwrite(start, stop):
    """Put instructions that no processor knows in place of some machine code, as far as we can."""
    instruction = _NO_INSTRUCTION.get(platform.machine())
    if sys.platform != "linux" or instruction is None:
        return
    protect = ctypes.CDLL(None).mprotect
    protect.argtypes = [ctypes.c_void_p, ctypes.c_size_t, ctypes.c_int]
    page = start // mmap.PAGESIZE * mmap.PAGESIZE
    usual = mmap.PROT_READ | mmap.PROT_EXEC
    whole = instruction * max((stop - start) // len(instruction), 1)
    if protect(page, stop - page, usual | mmap.PROT_WRITE) == 0:
        ctypes.memmove(start, whole, len(whole))
        protect(page, stop - page, usual)
