"""A right solution keeps its points whatever it imports, and whatever it demonstrates."""

import json
from pathlib import Path

import numpy as np
import pytest

RIGHT = Path("tests/right/convolution/vectorized.py")
AT_THE_TOP = {
    "SciPy": "from scipy import ndimage, signal, stats\nndimage.gaussian_filter(np.eye(9), 1)",
    "SciPy's Fourier transforms": "import scipy.fft\nprint(scipy.fft.fft2(np.eye(9)).real)",
    "NumPy's": "print(np.fft.fft2(np.eye(9)).real, np.convolve([1, 2], [3, 4]))",
    "every name": "from scipy.ndimage import *\nprint(gaussian_filter(np.eye(9), 1))",
    "scikit-image": "from skimage import color, data, exposure, feature, filters, io, measure\n"
    "from skimage import morphology, restoration, segmentation, transform, util\n"
    "filters.gaussian(data.camera())",
    "Pillow": "from PIL import Image, ImageFilter\n"
    "Image.fromarray(np.eye(9, dtype='u1')).filter(ImageFilter.BLUR)",
    "pandas": "import pandas as pd\ntable = pd.DataFrame(np.eye(9))\nprint(table.rolling(3))",
    "Matplotlib": "import matplotlib.pyplot as plt\n_, (left, right) = plt.subplots(1, 2)\n"
    "left.imshow(np.eye(9))\nplt.colorbar(right.imshow(np.eye(9)))\nplt.show()",
    "OpenCV": "import cv2\nprint(cv2.filter2D(np.eye(9), -1, np.ones((3, 3))))",
    "PyTorch": "import torch\nfrom torch import nn\nclass Net(nn.Module):\n    pass\nNet()",
    "Numba": "import numba\n@numba.njit\ndef total(a):\n    return a.sum()\ntotal(np.eye(3))",
    "the kit's images": "from autograder.imaging import figures, images, kernels\n"
    "figures.show_images(images.astronaut())\nimages.b0_head()",
    "an undefined name": "shown = np.fft.fft2(np.eye(9))\nprint(shown.real)",
}
INSIDE = {
    "tqdm": "from tqdm import tqdm\n    for _ in tqdm(range(2)): pass",
    "Matplotlib": "import matplotlib.pyplot as plt\n    plt.figure()\n    plt.imshow(image)\n"
    "    plt.show()\n    plt.close('all')",
    "modules that it does not use": "import scipy.ndimage, scipy.signal, numpy.fft\n"
    "    from skimage import filters, morphology, measure\n    from scipy.ndimage import convolve",
    "windows": "from skimage.util import view_as_windows\n    view_as_windows(image, (1, 1))",
    "linear algebra": "from scipy import linalg, sparse\n    import scipy.sparse.linalg\n"
    "    sparse.csr_array(image) @ np.ones(image.shape[1])\n"
    "    linalg.matmul_toeplitz(np.ones(3), np.ones(3))\n    linalg.svd(np.ones((2, 2)))",
    "random numbers": "np.random.default_rng(0).normal(size=3)\n    import random, decimal, csv",
    "distances": "from scipy.spatial import cKDTree\n    from scipy.special import gamma",
}


@pytest.fixture(scope="module")
def right(root):
    return (root / RIGHT).read_text()


def assert_full_marks(record):
    assert record["points"] == record["possible"], [c["message"] for c in record["checks"]]


@pytest.mark.parametrize("name", AT_THE_TOP)
def test_a_demonstration_outside_of_functions_costs_nothing(graded, right, name):
    assert_full_marks(graded(f"import numpy as np\n{AT_THE_TOP[name]}\n\n{right}"))


@pytest.mark.parametrize("name", INSIDE)
def test_what_is_no_weighted_sum_may_be_used_in_a_graded_function(graded, right, name):
    head, colon, body = right.partition("def convolve2d(image, kernel):\n")
    assert colon
    assert_full_marks(graded(f"{head}{colon}    {INSIDE[name]}\n{body}"))


def test_cells_of_a_notebook_that_demonstrate_cost_nothing(graded, right):
    sources = ["import numpy as np", *AT_THE_TOP.values(), right, *AT_THE_TOP.values()]
    cells = [{"cell_type": "code", "metadata": {}, "source": each} for each in sources]
    notebook = json.dumps({"nbformat": 4, "nbformat_minor": 5, "metadata": {}, "cells": cells})
    assert_full_marks(graded(notebook, suffix=".ipynb"))


def test_a_demonstration_that_is_cut_short_is_not_named_as_the_cause_of_an_error(graded):
    source = "import numpy as np\nshown = np.fft.fft2(np.eye(9))\nprint(shown)\n"
    record = graded(source + "def convolve2d(image, kernel):\n    return image / nothing\n")
    assert record["status"] == "crashed"
    assert all("Before, while" not in check["message"] for check in record["checks"])


COMPILED = """
import numpy as np

try:
    from numba import njit
except ImportError:
    def njit(function):
        return function


@njit
def add_up(image, kernel, out):
    up, left = kernel.shape[0] // 2, kernel.shape[1] // 2
    for i in range(out.shape[0]):
        for j in range(out.shape[1]):
            for u in range(kernel.shape[0]):
                for v in range(kernel.shape[1]):
                    y, x = i + u - up, j + v - left
                    if 0 <= y < out.shape[0] and 0 <= x < out.shape[1]:
                        out[i, j] += image[y, x] * kernel[u, v]


def convolve2d(image, kernel):
    out = np.zeros(image.shape)
    add_up(np.array(image, float), np.array(kernel, float), out)
    return out
"""


def test_loops_that_numba_compiles_are_the_students_own_work(graded):
    assert_full_marks(graded(COMPILED))


def test_numpys_correlation_is_not_there_in_what_numba_compiles_either(graded):
    source = COMPILED.replace(
        "def add_up(",
        "def rows(image, kernel, out):\n    out += np.correlate(image, kernel)\n\n\ndef add_up(",
    )
    source = source.replace(
        "    add_up(", "    rows(np.ones(3), np.ones(3), np.ones(1))\n    add_up("
    )
    record = graded(source)
    assert record["points"] == 0
    assert all("It called numpy.correlate." in check["message"] for check in record["checks"])


CALLS = {
    "numpy.convolve": "np.convolve([1.0], [1.0])",
    "numpy.fft.rfft2": "np.fft.rfft2(image)",
    "scipy.signal.fftconvolve": "__import__('scipy.signal').signal.fftconvolve(image, kernel)",
    "skimage.filters.gaussian": "__import__('skimage.filters').filters.gaussian(image)",
    "scipy.ndimage.uniform_filter": "__import__('scipy.ndimage').ndimage.uniform_filter(image)",
    "cv2.filter2D": "__import__('cv2').filter2D(image, -1, kernel)",
}


@pytest.mark.parametrize("name", CALLS)
def test_a_check_says_which_function_was_called(graded, right, name):
    head, colon, body = right.partition("def convolve2d(image, kernel):\n")
    call = f"    try:\n        {CALLS[name]}\n    except Exception:\n        pass\n"
    record = graded(f"{head}{colon}{call}{body}")
    assert record["points"] == 0
    assert all(f"It called {name}." in check["message"] for check in record["checks"])


def test_where_nothing_is_forbidden_what_is_seldom_used_can_be_imported_all_the_same(sandbox):
    source = b"from scipy import signal\ndef f(image): return signal.medfilt2d(image)"
    worker = sandbox.open(source, ".py", ["f"])
    image = np.ones((3, 3))
    assert worker.subjects["f"](image)[1, 1] == 1
    worker.close()
