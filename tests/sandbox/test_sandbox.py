"""Submissions run in a process of their own, and what they do there is reported truly."""

import inspect
import sys

import numpy as np
import pytest
import scipy.signal
import skimage.morphology

from autograder.authoring.failures import BrokeARule, Crashed, TimedOut, WrongResult
from autograder.authoring.forbidden import OPENINGS, WEIGHTED_SUMS

IMAGE = np.arange(12.0).reshape(3, 4)


def test_a_result_comes_back_bit_by_bit(load):
    f = load("def f(image): return image / 3")
    np.testing.assert_array_equal(f(IMAGE), IMAGE / 3)


@pytest.mark.parametrize("dtype", ["?", "u1", "i2", ">i4", "u8", "f2", "f4", ">f8"])
def test_every_real_dtype_goes_both_ways(load, dtype):
    f = load("def f(image): return image[::-1]")
    image = IMAGE.astype(dtype)
    np.testing.assert_array_equal(f(image), image[::-1])
    assert f(image).dtype == image.dtype.newbyteorder("=")


@pytest.mark.parametrize(
    "image",
    [np.asfortranarray(IMAGE), IMAGE[::-1, ::2], IMAGE.T, np.broadcast_to(IMAGE[0], (3, 4))],
)
def test_the_memory_layout_is_kept(load, image):
    f = load("import numpy as np\ndef f(image): return np.array([image.strides, image.shape])")
    np.testing.assert_array_equal(f(image), [image.strides, image.shape])


def test_a_read_only_array_stays_read_only(load):
    f = load("def f(image):\n    image[0] = 0\n    return image")
    image = IMAGE.copy()
    image.flags.writeable = False
    with pytest.raises(Crashed, match="read-only"):
        f(image)


def test_changed_arguments_and_shared_results_are_noticed(load):
    f = load("def f(image, kernel):\n    kernel += 1\n    return image[::-1]")
    call = f.observe(IMAGE, IMAGE.copy())
    assert (call.changed, call.shares_memory) == ((1,), True)


def test_a_result_that_a_later_call_overwrites_is_noticed(load):
    f = load(
        "import numpy as np\nkept = np.zeros(3)\ndef f(image):\n    kept[:] += 1\n    return kept"
    )
    assert not f.observe(IMAGE).changed_earlier_result
    assert f.observe(IMAGE).changed_earlier_result


@pytest.mark.parametrize(
    ("body", "seen"),
    [
        ("print(image)", "returned None"),
        ("return image.tolist()", "type list"),
        ("return image.astype(complex)", "dtype complex128"),
        ("return image.astype(object)", "dtype object"),
        ("return (pixel for pixel in image)", "type generator"),
        ("return image.repeat(8 * 1024**2)", r"more than 8 MiB, with shape \(\d+,\)"),
    ],
)
def test_a_result_that_is_no_array_of_numbers_is_named(load, body, seen):
    with pytest.raises(WrongResult, match=seen):
        load(f"def f(image): {body}")(IMAGE)


@pytest.mark.parametrize(
    ("body", "seen"),
    [
        ("raise ValueError('too dark')", r"Line 2 \(raise ValueError\('too dark'\)\): ValueError"),
        ("raise SystemExit", "SystemExit"),
        ("import os; os._exit(0)", "ended its own process"),
        ("import os, signal; os.kill(os.getpid(), signal.SIGSEGV)", "ended its own process"),
        ("return f(image)", "RecursionError"),
        ("return other(image)", "'other' is not defined"),
    ],
)
def test_a_crash_is_reported_with_the_students_own_line(load, body, seen):
    with pytest.raises(Crashed, match=seen):
        load(f"def f(image):\n    {body}")(IMAGE)


def test_a_worker_that_ended_is_started_again_for_the_next_call(load):
    f = load("import os\ndef f(image):\n    if image[0, 0]: os._exit(1)\n    return image + 1")
    with pytest.raises(Crashed):
        f(IMAGE + 1)
    np.testing.assert_array_equal(f(IMAGE), IMAGE + 1)


def test_a_call_that_never_ends_is_ended_and_the_fourth_is_not_made(load_hastily):
    f = load_hastily("def f(image):\n    while True: pass")
    for number in range(3):
        with pytest.raises(TimedOut, match=r"longer than 0\.5 s"):
            f(IMAGE + number)
    with pytest.raises(TimedOut, match="not called again"):
        f(IMAGE + 3)


def test_a_submission_that_never_loads_is_late(load_hastily):
    with pytest.raises(TimedOut, match="did not load within 2 s"):
        load_hastily("while True: pass")(IMAGE)


def test_wrong_parameters_are_named(load):
    with pytest.raises(Crashed, match=r"called with 1 arguments, but it takes \(image, kernel\)"):
        load("def f(image, kernel): return image")(IMAGE)


def test_parameters_may_have_any_name_and_defaults(load):
    np.testing.assert_array_equal(load("def f(a, b=2): return a + b")(IMAGE), IMAGE + 2)


@pytest.mark.parametrize(
    "body",
    [
        "from scipy.ndimage import convolve\ndef f(image): return convolve(image, image)",
        "import scipy.ndimage as n\ndef f(a): return getattr(n, 'corre' + 'late')(a, a)",
        "def f(image):\n    import scipy.ndimage._nd_image as c\n    c.correlate()",
        "import numpy\ndef f(a):\n    try: numpy.convolve()\n    except TypeError: return a",
        "import numpy\ndef f(image):\n    numpy.convolve([1], [1])\n    return image",
        "from scipy.signal import _upfirdn_apply as u\ndef f(image): return u._apply()",
    ],
)
def test_a_forbidden_function_is_noticed_by_whatever_name(load, body):
    f = load(body, forbidden=WEIGHTED_SUMS)
    with pytest.raises(BrokeARule, match=r"It called (scipy.ndimage|scipy.signal|numpy)\."):
        f(IMAGE)


@pytest.mark.skipif(sys.platform != "linux", reason="files are hidden on Linux")
@pytest.mark.parametrize(
    ("function", "forbidden"),
    [
        (np.convolve, WEIGHTED_SUMS),
        (scipy.signal.convolve2d, WEIGHTED_SUMS),
        (skimage.morphology.opening, OPENINGS),
    ],
)
def test_the_source_of_a_forbidden_function_is_not_read(load, function, forbidden):
    path = inspect.getsourcefile(inspect.unwrap(function))
    with pytest.raises(Crashed, match="PermissionError"):
        load(f"def f(image): return open({path!r}, 'rb').read()", ".py", forbidden)(IMAGE)


def test_a_forbidden_function_in_a_demonstration_is_no_offence(load):
    source = "from scipy.ndimage import convolve\nconvolve([1.0], [1.0])\n"
    f = load(source + "def f(image): return image + 1", forbidden=WEIGHTED_SUMS)
    np.testing.assert_array_equal(f(IMAGE), IMAGE + 1)


def test_a_helper_named_like_a_library_function_is_no_offence(load):
    f = load(
        "def convolve(a): return a + 1\ndef f(image): return convolve(image)", ".py", WEIGHTED_SUMS
    )
    np.testing.assert_array_equal(f(IMAGE), IMAGE + 1)
