"""What errors of NumPy, SciPy, scikit-image and Python mean, by a pattern that their text fits."""

from __future__ import annotations

# The first that fits counts. A group of the pattern is what braces stand for.
MEANINGS = (
    (
        r"negative dimensions are not allowed|window shape cannot be larger than input array shape",
        "an array is smaller than what is laid on it: is it padded before, and far enough?",
        "negative_dimensions",
    ),
    (
        r"operands could not be broadcast together with (?:remapped )?shapes (\(.*?\)) (\(.*?\))",
        "arrays of the shapes {0} and {1} do not fit together; print the shapes just before",
        "broadcast",
    ),
    (
        r"could not broadcast input array from shape (\(.*?\)) into shape (\(.*?\))",
        "an array of shape {0} does not fit into a place of shape {1}",
        "broadcast",
    ),
    (
        r"setting an array element with a sequence",
        "a whole array does not fit into one element: is a sum missing?",
        "sequence",
    ),
    (
        r"matmul: .*mismatch",
        "a matrix product (@) meets shapes that do not fit; element by element, the product is *",
        "matmul",
    ),
    (
        r"shapes (\(.*?\)) and (\(.*?\)) not aligned",
        "a matrix product meets the shapes {0} and {1}; element by element, the product is *",
        "matmul",
    ),
    (r"(?:list|tuple) index out of range", "an index is larger than the last one", "index"),
    (
        r"too many indices for array: array is (\d)-dimensional, but (\d)",
        "{1} indices are used for an array of {0} axes",
        "axes",
    ),
    (
        r"(?:not enough|too many) values to unpack \(expected (\d)",
        "a shape is unpacked into {0} names, but it has another number of axes",
        "axes",
    ),
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
        "something is None there: does a function before it return nothing?",
        "none",
    ),
    (
        r"slice indices must be integers|'float' object cannot be interpreted as an integer|"
        r"only integers, slices|must be of integral type",
        "a number with a fraction is used as an index or a length; // divides without a fraction",
        "fraction",
    ),
    (
        r"Cannot interpret '(\d+)' as a data type",
        "a second length, {0}, stands where a dtype should: np.zeros and np.ones take all lengths "
        "in brackets of their own, as in np.zeros((2, 3))",
        "shape",
    ),
    (
        r"shape-mismatch for sum|remapped shapes",
        "axes of different lengths are multiplied and added up together; print both shapes just "
        "before",
        "axes",
    ),
    (
        r"'(?:numpy\.)?bool\w*' object cannot be interpreted as an integer",
        "a mask of True and False stands where whole numbers are needed: mask.astype(int) has them",
        "mask",
    ),
    (
        r"'tuple' object cannot be interpreted as an integer",
        "a whole shape is used where one length is needed, such as shape[0]",
        "shape",
    ),
    (
        r"sequence argument must have length equal to input rank",
        "a list of lengths should have one number for each axis of the array; a footprint is "
        "passed by its name, footprint=",
        "parameter",
    ),
    (r"read-only", "the array that the caller passed is written to; work on a copy", "edit"),
    (
        r"[Cc]annot cast ufunc .*from dtype\('(\w+)'\) to dtype\('(\w+)'\)",
        "numbers of dtype {0} do not fit into an array of dtype {1}",
        "cast",
    ),
    (
        r"numpy boolean subtract",
        "two masks are subtracted; & and ~ combine masks of True and False",
        "mask",
    ),
    (
        r"attempt to get arg(?:max|min) of an empty sequence|zero-size array to reduction|"
        r"(?:max|min)\(\) (?:arg is an empty sequence|iterable argument is empty)",
        "there is nothing to take the largest or the least of: no pixel or piece is left",
        "empty",
    ),
    (r"truth value of an array", "a whole array stands where one True or False is needed", "truth"),
    (r"[Dd]ivision by zero|divide by zero|modulo by zero", "a number is divided by 0", "division"),
    (
        r"footprint\.ndim \((\d)\) must match len\(axes\) \((\d)\)",
        "the footprint has {0} axes and the array has {1}",
        "axes",
    ),
    (
        r"(?:footprint|structure|structuring element) .*(?:incorrect shape|dimension)",
        "the footprint has another number of axes than the array",
        "axes",
    ),
    (
        r"axis (\d) is out of bounds for array of dimension (\d)",
        "axis {0} is used, but the array has {1}; axes are counted from 0",
        "axes",
    ),
    (
        r"(?:einstein sum|subscripts) .*(?:too many subscripts|match the number of dimensions)|"
        r"operand has more dimensions than subscripts",
        "einsum gets more or fewer letters than the array has axes",
        "axes",
    ),
    (
        r"boolean index did not match|value array of shape .* could not be broadcast",
        "a mask, or what it should take in, does not have the shape of the array",
        "mask",
    ),
    (
        r"arrays used as indices must be of integer",
        "an array of floats is used as an index; a mask holds True and False",
        "mask",
    ),
    (
        r"ufunc '(\w+)' not supported for the input types|ufunc '(\w+)' did not contain a loop",
        "{0} does not work on numbers of this dtype; a mask should hold True and False",
        "dtype",
    ),
    (
        r"Python integer (-?\d+) out of bounds for (\w+)",
        "the number {0} does not fit into an array of {1}",
        "overflow",
    ),
    (
        r"cannot convert float (NaN|infinity) to integer",
        "a number is {0} there, and no integer can hold that: is something divided by 0 before?",
        "division",
    ),
    (
        r"all input arrays must have the same shape|array dimensions .*must match exactly",
        "arrays of different shapes are put together",
        "stack",
    ),
    (
        r"'(?:numpy\.)?(?:u?int|float|bool)\d*_?' object is not (?:iterable|subscriptable)|"
        r"invalid index to scalar variable|object of type '(?:int|float)' has no len",
        "a single number is used there as if it were an array",
        "number",
    ),
    (
        r"'([\w.]+)' object is not callable",
        "a {0} is called like a function: does a variable have the function's name?",
        "name",
    ),
    (
        r"'numpy\.ndarray' object has no attribute '(pad|flip\w*|roll|rot90|where|abs|median|stack|"
        r"minimum|maximum|expand_dims|tensordot|einsum|pad|zeros\w*|ones\w*|unique|percentile)'",
        "an array has nothing named {0}; in NumPy it is a function of the array, np.{0}",
        "attribute",
    ),
    (r"'([\w.]+)' object has no attribute '(\w+)'", "a {0} has nothing named {1}", "attribute"),
    (
        r"(?:All input dimensions|same number of dimensions|same ndim|dimension mismatch|"
        r"same dimensionality|footprint.*dim|structure and input must)",
        "arrays with different numbers of axes do not fit together",
        "axes",
    ),
    (r"MemoryError", "an array is asked for that is larger than the memory", "memory"),
    (r"recursion depth", "the function calls itself without an end", "recursion"),
    (
        r"cannot reshape array of size (\d+) into shape (\(.*?\))",
        "{0} numbers cannot get the shape {1}",
        "reshape",
    ),
    (r"can't extend empty axis", "an axis of the array that is padded has no elements", "empty"),
    (r"index can't contain negative", "a number is below 0 where none may be", "below_zero"),
    (
        r"unexpected keyword argument '(\w+)'",
        "the function called there has no parameter {0}",
        "parameter",
    ),
    (
        r"missing \d+ required positional",
        "the function called there needs more arguments",
        "parameter",
    ),
    (
        r"takes .*positional arguments? but",
        "the function called there takes fewer arguments",
        "parameter",
    ),
    (r"No module named '([\w.]+)'", "there is no module named {0} here", "module"),
    (r"cannot import name '(\w+)'", "{0} cannot be imported", "module"),
)
