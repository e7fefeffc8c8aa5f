"""What errors of Python itself mean, by a pattern that their text fits."""

from __future__ import annotations

# As in `error_meanings`: the first that fits counts, and braces stand for groups.
PYTHON = (
    (
        r"name '(np)' is not defined",
        "the name {0} has no meaning yet: is import numpy as np missing at the top?",
        "name",
    ),
    (
        r"name '(\w+)' is not defined",
        "the name {0} has no meaning yet: is it spelt differently, or is an import missing?",
        "name",
    ),
    (
        r"cannot access local variable '(\w+)'|local variable '(\w+)' referenced",
        "the name {0} is used before it gets a value in the function",
        "name",
    ),
    (r"module '(\w+)' has no attribute '(\w+)'", "{0} has nothing named {1}", "attribute"),
    (
        r"'NoneType'",
        "a value is None: does a function that you call return nothing?",
        "none",
    ),
    (
        r"sequence argument must have length equal to input rank",
        "a list of lengths should have one number for each axis of the array; a footprint is "
        "passed by its name, footprint=",
        "parameter",
    ),
    (r"truth value of an array", "a whole array stands where one True or False is needed", "truth"),
    (r"[Dd]ivision by zero|divide by zero|modulo by zero", "a number is divided by 0", "division"),
    (
        r"cannot convert float (NaN|infinity) to integer",
        "a number is {0}, which no integer can hold: is something divided by 0 before?",
        "division",
    ),
    (
        r"'(?:numpy\.)?(?:u?int|float|bool)\d*_?' object is not (?:iterable|subscriptable)|"
        r"invalid index to scalar variable|object of type '(?:int|float)' has no len",
        "a single number is used as if it were an array",
        "number",
    ),
    (
        r"'tuple' object is not callable",
        "a tuple is called like a function; no brackets () stand behind image.shape",
        "tuple_called",
    ),
    (
        r"'([\w.]+)' object is not callable",
        "a value of type {0} is called like a function: does a variable have the function's name?",
        "name",
    ),
    (
        r"'numpy\.ndarray' object has no attribute '(pad|flip\w*|roll|rot90|where|abs|median|stack|"
        r"minimum|maximum|expand_dims|tensordot|einsum|pad|zeros\w*|ones\w*|unique|percentile)'",
        "an array has nothing named {0}; in NumPy it is a function of the array, np.{0}",
        "attribute",
    ),
    (
        r"'([\w.]+)' object has no attribute '(\w+)'",
        "a value of type {0} has nothing named {1}",
        "attribute",
    ),
    (
        r"list indices must be integers or slices, not tuple",
        "a list takes one index at a time; [i, j] is for arrays, such as np.zeros makes",
        "list_index",
    ),
    (r"MemoryError", "you make an array that is larger than the memory", "memory"),
    (
        r"recursion depth",
        "the function calls itself more often than Python allows: does it ever stop doing so?",
        "recursion",
    ),
    (
        r"unexpected keyword argument '(\w+)'",
        "the function that you call has no parameter {0}",
        "parameter",
    ),
    (
        r"missing \d+ required positional",
        "the function that you call needs more arguments",
        "parameter",
    ),
    (
        r"takes .*positional arguments? but",
        "the function that you call takes fewer arguments",
        "parameter",
    ),
    (
        r"'(\w+)' object does not support item assignment",
        "a value of type {0} does not let you change its elements; np.zeros makes an array "
        "that does",
        "immutable",
    ),
    (
        r"EOFError",
        "you ask for input, but nobody can type during a check; use the arguments only",
        "input",
    ),
    (r"SystemExit", "you end Python; end only the function, with return", "exit"),
    (r"No module named '([\w.]+)'", "there is no module named {0} here", "module"),
    (
        r"cannot import name '(\w+)'",
        "{0} cannot be imported: the module has nothing of that name",
        "module",
    ),
)
