"""Whatever a student's function returned, there is a picture, and there are words."""

import warnings

import numpy as np
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import array_shapes, arrays

from autograder.reports.pictures import as_svg, picture_of, words_of

DTYPES = st.sampled_from(["float64", "float32", "float16", "uint8", "int64", "uint64", "bool"])
SHAPES = st.one_of(
    st.just(()),
    array_shapes(max_dims=4, min_side=0, max_side=4),
    array_shapes(min_dims=2, max_dims=3, max_side=20),
)
WEIGHTS = st.sampled_from(["kernel", "footprint", "structure"])


def _is_shown(yours):
    """Return whether a record holds a result: one number that is not finite it does not hold."""
    return yours is not None and (yours.ndim > 0 or bool(np.isfinite(yours)))


@st.composite
def cases(draw):
    """Arguments, expected, yours and the first wrong pixel: alike in shape more often than not."""
    image = draw(arrays(DTYPES, SHAPES))
    sides = st.tuples(*[st.sampled_from([1, 3, 5])] * image.ndim)
    weights = draw(st.dictionaries(WEIGHTS, arrays(DTYPES, sides), max_size=1))
    alike = arrays(DTYPES, st.just(image.shape))
    results = st.one_of(
        st.none(), st.just(image), st.just(np.zeros_like(image)), alike, arrays(DTYPES, SHAPES)
    )
    expected, yours = draw(results), draw(results.filter(_is_shown))
    inside = st.tuples(*[st.integers(0, max(side - 1, 0)) for side in image.shape]).map(list)
    where = draw(st.one_of(st.none(), inside, inside, st.lists(st.integers(-1, 5), max_size=4)))
    return {"image": image, **weights}, expected, yours, where


@settings(
    max_examples=25,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.too_slow],  # a busy machine is not a fault
)
@given(case=cases())
def test_every_record_has_a_picture_of_notebook_width_and_words(record, case):
    counterexample = record(*case)
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        figure = picture_of(counterexample)
        assert as_svg(figure).startswith("<svg")
        assert words_of(counterexample).startswith("convolve2d of an image (")
    assert figure.get_figwidth() <= 8.6 + 0.01
    assert {"image", "yours"} <= names_on(figure)


def names_on(figure):
    """Return the first words of all titles and headings."""
    titles = [ax.get_title(loc="left") for ax in figure.axes]
    headings = [text.get_text() for ax in figure.axes for text in ax.texts]
    return {text.partition(",")[0] for text in (*titles, *headings)} - {"plane"}
