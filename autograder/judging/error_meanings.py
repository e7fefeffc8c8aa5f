"""What errors of NumPy, SciPy and scikit-image mean, by a pattern that their text fits."""

from __future__ import annotations

from autograder.judging.python_errors import PYTHON

_ARRAYS = (
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
        r"mode '(\w+)' is not supported",
        "np.pad has no mode named {0}; without a mode, it puts zeros round an array",
        "mode",
    ),
    (
        r"only integer scalar arrays can be converted to a scalar index",
        "an array stands where one whole number should, such as a length or an index",
        "scalar",
    ),
    (r"data type '(\w+)' not understood", "there is no dtype named {0}", "dtype_name"),
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
        r"remapped shapes .*: (\(.*?\)) +and requested shape (\(.*?\))",
        "an array of shape {0} stands where one of shape {1} is needed; np.pad takes one pair of "
        "numbers for each axis of the array",
        "axes",
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
        r"read-only",
        "you write into an array that was passed to your function; work on a copy",
        "edit",
    ),
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
    (
        r"footprint\.ndim \((\d)\) must match len\(axes\) \((\d)\)",
        "the footprint has {0} axes and the array has {1}",
        "axes",
    ),
    (
        r"All-zero footprint",
        "the footprint that you pass holds no 1: print it just before",
        "footprint",
    ),
    (
        r"(?:footprint|structure|structuring element) .*(?:incorrect shape|dimension)",
        "the footprint has another number of axes than the array",
        "axes",
    ),
    (
        r"axis (\d) is out of bounds for array of dimension (\d)",
        "axis {0} is used, but the number of axes is {1}, and the first is axis 0",
        "axes",
    ),
    (
        r"(?:einstein sum|subscripts) .*(?:too many subscripts|match the number of dimensions)|"
        r"operand has more dimensions than subscripts",
        "einsum gets more or fewer letters than the array has axes",
        "axes",
    ),
    (
        r"boolean index did not match indexed array along axis (\d); size of axis is (\d+) but "
        r"size of corresponding boolean axis is (\d+)",
        "the mask does not fit the array: along axis {0}, it has {2} entries and the array has {1}",
        "mask",
    ),
    (
        r"boolean index did not match|value array of shape .* could not be broadcast",
        "a mask, or what you put where it is True, does not have the shape of the array",
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
        r"all input arrays must have the same shape|array dimensions .*must match exactly",
        "arrays of different shapes are put together",
        "stack",
    ),
    (
        r"(?:All input dimensions|same number of dimensions|same ndim|dimension mismatch|"
        r"same dimensionality|footprint.*dim|structure and input must)",
        "arrays with different numbers of axes do not fit together",
        "axes",
    ),
    (
        r"cannot reshape array of size (\d+) into shape (\(.*?\))",
        "{0} numbers cannot get the shape {1}",
        "reshape",
    ),
    (r"can't extend empty axis", "you pad an array that has no elements along an axis", "empty"),
    (r"index can't contain negative", "a number is below 0, and it may not be", "below_zero"),
)
# The first that fits counts. A group of the pattern is what braces stand for.
MEANINGS = (*_ARRAYS, *PYTHON)
