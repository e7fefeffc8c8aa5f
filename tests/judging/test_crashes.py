"""What an error means is a sentence with the line, the shapes and the names that it names."""

import pytest

from autograder.judging.crashes import meaning_of

CASE = """convolve2d stopped with an error. Line 11 (result = window * kernel): ValueError: {0}

image: shape (3, 1), float64
kernel: shape (3, 3), float64
"""
MET = "operands could not be broadcast together with shapes {} {} "


@pytest.mark.parametrize("shapes", [("(2,1)", "(3,3)"), ("(3,3)", "(2,1)")])
def test_a_neighbourhood_that_is_smaller_than_the_kernel_is_told(shapes):
    told = meaning_of("convolve2d", CASE.format(MET.format(*shapes))).sentence
    assert told == (
        "In line 11, a neighbourhood of shape (2, 1) meets the kernel of shape (3, 3): "
        "is the image padded far enough there?"
    )


@pytest.mark.parametrize(
    ("code", "end"),
    [
        ("image[i, j + 1]", "The image has nothing there: pad it before, or leave that out."),
        ("kernel[u, 1] * a", "length is 1; the last index is 0."),
        ("raise ValueError('small')", "by its raise: such arguments are allowed, too."),
    ],
)
def test_an_index_beyond_the_image_and_an_own_error_are_told(code, end):
    error = "index 1 is out of bounds for axis 1 with size 1"
    told = meaning_of("f", CASE.replace("result = window * kernel", code).format(error))
    assert told.sentence.endswith(end)


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("M, N = image.shape", "you unpack a shape into 2 names"),
        ("rows, columns = np.shape(image)", "you unpack a shape into 2 names"),
        ("labels, n = label(mask)", "The label of scikit-image returns one array"),
        ("low, high = limits", "2 names get their values at once"),
        ("for value, count in table", "there are not 2 values to give."),
    ],
)
def test_what_is_unpacked_is_called_a_shape_only_if_it_is_one(code, words):
    case = CASE.replace("result = window * kernel", code)
    for error in (
        "too many values to unpack (expected 2)",
        "not enough values to unpack (expected 2, got 1)",
    ):
        sentence = meaning_of("f", case.format(error)).sentence
        assert words in sentence
        assert ("shape into" in sentence) == ("shape" in code)


def test_a_square_neighbourhood_under_an_oblong_kernel_is_told():
    case = CASE.replace("kernel: shape (3, 3)", "kernel: shape (5, 3)")
    told = meaning_of("convolve2d", case.format(MET.format("(5,5)", "(5,3)"))).sentence
    assert told.endswith("the two should have the same shape.")


@pytest.mark.parametrize("shapes", [("(5,5)", "(3,3)"), ("(2,1)", "(4,4)"), ("(4,)", "(3,3)")])
def test_other_arrays_are_no_neighbourhoods(shapes):
    told = meaning_of("convolve2d", CASE.format(MET.format(*shapes))).sentence
    assert told.startswith("In line 11, arrays of the shapes ")


@pytest.mark.parametrize(
    ("error", "meaning"),
    [
        ("window shape cannot be larger than input array shape", "smaller than what is laid on it"),
        ("Python integer 300 out of bounds for uint8", "300 does not fit into an array of uint8"),
        ("'numpy.ndarray' object is not callable", "does a variable have the function's name?"),
        ("index 3 is out of bounds for axis 1 with size 3", "3; the last index is 2."),
        ("Cannot interpret '1' as a data type", "take all lengths in brackets of their own"),
        ("`pad_width` must be of integral type.", "// divides without a fraction"),
        ("'numpy.ndarray' object has no attribute 'pad'", "np.pad"),
        ("cannot convert float NaN to integer", "is something divided by 0 before?"),
        ("footprint.ndim (2) must match len(axes) (3)", "has 2 axes and the array has 3"),
        ("'tuple' object is not callable", "no brackets () stand behind image.shape"),
        ("list indices must be integers or slices, not tuple", "one index at a time"),
        ("mode 'zeros' is not supported", "np.pad has no mode named zeros"),
        ("only integer scalar arrays can be converted to a scalar index", "one whole number"),
        ("data type 'flaot' not understood", "no dtype named flaot"),
        ("name 'np' is not defined", "is import numpy as np missing at the top?"),
        ("name 'erosoin' is not defined", "the name erosoin has no meaning yet: is it spelt"),
        (
            "operands could not be broadcast together with remapped shapes [original->remapped]: "
            "(3,2)  and requested shape (2,2)",
            "an array of shape (3,2) stands where one of shape (2,2) is needed; np.pad takes one",
        ),
        ("'str' object does not support item assignment", "a value of type str does not let you"),
        ("ufunc 'invert' not supported for the input types", "invert does not work on"),
    ],
)
def test_an_error_is_explained(error, meaning):
    assert meaning in meaning_of("convolve2d", CASE.format(error)).sentence


@pytest.mark.parametrize(
    ("error", "meaning"),
    [
        (
            "numpy.exceptions.AxisError: axis 5 is out of bounds for array of dimension 2",
            "In line 11, axis 5 is used, but the number of axes is 2, and the first is axis 0.",
        ),
        (
            "numpy.linalg.LinAlgError: Singular matrix",
            "Line 11 stops with this error: LinAlgError.",
        ),
        (
            "EOFError: EOF when reading a line",
            "In line 11, you ask for input, but nobody can type during a check; use the arguments "
            "only.",
        ),
        ("skimage._shared.utils.Odd_Error", "Line 11 stops with this error: Odd_Error."),
    ],
)
def test_an_error_of_a_library_is_explained_as_one_of_python_is(error, meaning):
    assert meaning_of("f", CASE.replace("ValueError: {0}", error)).sentence == meaning


def test_a_line_of_a_notebook_is_explained_with_its_cell():
    case = CASE.replace("Line 11", "Line 11 of the cell that defines convolve2d")
    told = meaning_of("convolve2d", case.format("name 'np' is not defined")).sentence
    assert told.startswith("In line 11 of the cell that defines convolve2d, the name np has")


def test_an_error_of_this_call_is_explained_rather_than_one_while_the_file_was_loaded():
    before = ". Before, while it was loaded: Line 3 (f(x)): ValueError: shapes (1,) (2,) are odd"
    error = MET.format("(2,1)", "(3,3)").strip()
    assert meaning_of("f", CASE.format(error + before)).sentence.startswith("In line 11, a neighb")


def test_a_name_that_is_missing_is_explained_by_the_import_that_failed():
    before = ". Before, while it was loaded: Line 1 (import nmpy as np): ModuleNotFoundError: {}"
    text = CASE.replace("ValueError: {0}", "NameError: name 'np' is not defined" + before)
    found = meaning_of("f", text.format("No module named 'nmpy'"))
    assert found.sentence == "In line 1, there is no module named nmpy here."


@pytest.mark.parametrize(
    ("code", "start"),
    [
        ("return image - opening(image, footprint)", "In line 11, you call opening, which is not"),
        ("return image - opening_of(image)", "In line 11, a value is None"),
        ("return image - opened", "In line 11, a value is None"),
    ],
)
def test_a_function_that_is_not_written_yet_is_named_where_it_is_called(code, start):
    error = "TypeError: unsupported operand type(s) for -: 'int' and 'NoneType'"
    text = CASE.replace("result = window * kernel", code).replace("ValueError: {0}", error)
    assert meaning_of("white_tophat", text, ("opening", "closing")).sentence.startswith(start)
