"""What an error means, in a sentence, by its kind and by the shapes that it names."""

from __future__ import annotations

import re

from autograder.authoring.choices import Finding

# The names of errors begin with a capital, and what stands behind a colon in the line seldom does.
PLACE = re.compile(
    r"Line (\d+) \((?P<code>.*?)\): (?P<kind>[A-Z]\w+)(?:: (?P<text>.*))?$", re.DOTALL
)
BEFORE = " Before, while it was loaded: "

# The first that fits is told. A group of the pattern is what braces stand for.
MEANINGS = (
    (
        r"negative dimensions are not allowed",
        "an array would get a side below 0: is the image smaller than the kernel there, and not "
        "padded?",
        "negative_dimensions",
    ),
    (
        r"operands could not be broadcast together with (?:remapped )?shapes (\(.*?\)) (\(.*?\))",
        "arrays of the shapes {0} and {1} meet, which do not fit; print the shapes just before",
        "broadcast",
    ),
    (
        r"could not broadcast input array from shape (\(.*?\)) into shape (\(.*?\))",
        "an array of shape {0} is to go into a place of shape {1}",
        "broadcast",
    ),
    (
        r"setting an array element with a sequence",
        "a whole array is to go into one element of another: is a sum missing?",
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
    (
        r"index (-?\d+) is out of bounds for axis (\d+) with size (\d+)",
        "index {0} is asked for along axis {1}, which has only {2} elements, counted from 0",
        "index",
    ),
    (r"(?:list|tuple) index out of range", "an index is larger than the last one", "index"),
    (
        r"too many indices for array: array is (\d)-dimensional, but (\d)",
        "{1} indices meet an array of {0} axes",
        "axes",
    ),
    (
        r"(?:not enough|too many) values to unpack \(expected (\d)",
        "a shape is unpacked into {0} names, but it has another number of axes",
        "axes",
    ),
    (
        r"name '(\w+)' is not defined",
        "the name {0} is used, and nothing defines it before that",
        "name",
    ),
    (
        r"cannot access local variable '(\w+)'|local variable '(\w+)' referenced",
        "the name {0} is used before it gets a value in the function",
        "name",
    ),
    (r"module '(\w+)' has no attribute '(\w+)'", "{0} has nothing named {1}", "attribute"),
    (
        r"'NoneType' object",
        "something is None there: does a function before it return nothing?",
        "none",
    ),
    (
        r"slice indices must be integers|'float' object cannot be interpreted as an integer|"
        r"only integers, slices",
        "what is used as an index or a length is no whole number; // divides without a fraction",
        "fraction",
    ),
    (
        r"'tuple' object cannot be interpreted as an integer",
        "a whole shape is used where one length is needed, such as shape[0]",
        "shape",
    ),
    (r"read-only", "the line writes into the array that the caller passed; work on a copy", "edit"),
    (
        r"[Cc]annot cast ufunc .*from dtype\('(\w+)'\) to dtype\('(\w+)'\)",
        "numbers of dtype {0} are to go into an array of dtype {1}, which cannot hold them",
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
        "the largest or least of nothing is asked for: here no pixel or piece is left",
        "empty",
    ),
    (r"truth value of an array", "a whole array stands where one True or False is needed", "truth"),
    (r"[Dd]ivision by zero|divide by zero|modulo by zero", "a number is divided by 0", "division"),
    (
        r"(?:All input dimensions|same number of dimensions|same ndim|dimension mismatch|"
        r"same dimensionality|footprint.*dim|structure and input must)",
        "arrays with different numbers of axes meet there",
        "axes",
    ),
    (r"recursion depth", "the function calls itself without an end", "recursion"),
    (
        r"cannot reshape array of size (\d+) into shape (\(.*?\))",
        "{0} numbers cannot get the shape {1}",
        "reshape",
    ),
    (r"can't extend empty axis", "an axis of the array that is padded has no elements", "empty"),
    (r"index can't contain negative", "a number is below 0 that may not be", "below_zero"),
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


def meaning_of(name, message):
    """Return the `Finding` on an error, or None if the message tells of none.

    Parameters
    ----------
    name : str
        The function that stopped.
    message : str
        What a check says of it.
    """
    said = message.partition("\n\n")[0]
    if "It is called with" in said:
        return Finding("error:signature", f"{name} needs other parameters than it has.", stops=True)
    _, _, loading = said.partition(BEFORE)
    found = PLACE.search(loading) or PLACE.search(said)
    if found is None:
        return None
    number, kind, text = found[1], found["kind"], found["text"] or ""
    for pattern, meaning, key in MEANINGS:
        fits = re.search(pattern, f"{kind}: {text}")
        if fits:
            groups = [each for each in fits.groups() if each]
            sentence = f"In line {number}, {meaning.format(*groups)}"
            end = "" if sentence.endswith("?") else "."
            return Finding(f"error:{key}", sentence + end, stops=True)
    if kind == "SyntaxError" or kind == "IndentationError":
        return Finding("error:syntax", f"Line {number} is no Python: {text}.", stops=True)
    return Finding(f"error:{kind}", f"Line {number} stops with a {kind}.", stops=True)
