"""Whether a library that does the filtering is noticed, and one that is only imported is not.

    python -m benchmarks.libraries

Each library that is installed here does the work in one submission and is imported in another,
which is right by its own loops. Exit status 1 says that a filter got full marks, or loops did not.
"""

from __future__ import annotations

import sys
from importlib.util import find_spec

from autograder.exercises import load_exercise
from autograder.judging.grade import grade
from autograder.judging.session import Session
from autograder.sandbox.host import Sandbox

SUMS = """
import numpy as np
{imports}

def convolve2d(image, kernel):
    {body}
"""
OPENINGS = """
import numpy as np
from skimage.morphology import dilation, erosion
{imports}

def opening(image, footprint):
    {body}

def closing(image, footprint):
    return erosion(dilation(image, footprint), footprint)

def white_tophat(image, footprint):
    return image - opening(image, footprint)

def black_tophat(image, footprint):
    return closing(image, footprint) - image
"""
BY_HAND = """padded = np.pad(image.astype(float), [(side // 2, side // 2) for side in kernel.shape])
    windows = np.lib.stride_tricks.sliding_window_view(padded, kernel.shape)
    return np.einsum("ijuv,uv->ij", windows, kernel.astype(float))"""
BY_STEPS = "return dilation(erosion(image, footprint), footprint)"
FLOATS = "image, kernel = image.astype(float), kernel.astype(float)\n    "
# For each library: what it is imported as, and its filter; in weighted sums, then in openings.
FILTERS = {
    "cv2": (
        "import cv2",
        FLOATS + "return cv2.filter2D(image, -1, kernel, borderType=cv2.BORDER_CONSTANT)",
    ),
    "mahotas": (
        "import mahotas",
        FLOATS + "return mahotas.convolve(image, kernel[::-1, ::-1], mode='constant')",
    ),
    "SimpleITK": (
        "import SimpleITK as sitk",
        FLOATS + "one, other = map(sitk.GetImageFromArray, (image, kernel[::-1, ::-1].copy()))\n"
        "    return sitk.GetArrayFromImage(sitk.Convolution(one, other))",
    ),
    "dask_image": (
        "import dask.array as da\nfrom dask_image.ndfilters import correlate",
        FLOATS + "return correlate(da.from_array(image), kernel, mode='constant').compute()",
    ),
    "PIL": (
        "from PIL import Image, ImageFilter",
        "weights = ImageFilter.Kernel(kernel.shape, list(kernel.ravel()), 1)\n"
        "    return np.array(Image.fromarray(image.astype(np.uint8)).filter(weights), float)",
    ),
    "numba": (
        "import numba",
        "stencil = numba.stencil(lambda a: a[0, 0] + a[0, 1], neighborhood=((0, 0), (0, 1)))\n"
        "    return stencil(image.astype(float))",
    ),
    "jax": (
        "import jax.scipy.signal",
        FLOATS + "return np.array(jax.scipy.signal.correlate(image, kernel, mode='same'))",
    ),
    "torch": (
        "import torch",
        FLOATS + "one, other = (torch.tensor(each)[None, None] for each in (image, kernel))\n"
        "    return torch.nn.functional.conv2d(one, other, padding='same')[0, 0].numpy()",
    ),
    "scipy": ("from scipy import ndimage", "return ndimage.correlate(image, kernel)"),
}
OPENERS = {
    "cv2": ("import cv2", "return cv2.morphologyEx(image, cv2.MORPH_OPEN, footprint)"),
    "mahotas": ("import mahotas", "return mahotas.open(image, footprint)"),
    "SimpleITK": (
        "import SimpleITK as sitk",
        "return sitk.GetArrayFromImage(sitk.GrayscaleMorphologicalOpening("
        "sitk.GetImageFromArray(image), [1] * image.ndim))",
    ),
    "dask_image": (
        "import dask.array as da\nfrom dask_image.ndmorph import binary_opening",
        "return binary_opening(da.from_array(image), footprint).compute()",
    ),
    "PIL": (
        "from PIL import Image, ImageFilter",
        "return np.array(Image.fromarray(image).filter(ImageFilter.MinFilter(3)))",
    ),
}
# The student's own work, though a library is called.
OWN = {
    "scipy.linalg.matmul_toeplitz": (
        "from scipy.linalg import matmul_toeplitz",
        "J, K = kernel.shape\n    padded = np.pad(image.astype(float), ((J // 2,) * 2, (0, 0)))\n"
        "    result, q = np.zeros(image.shape), K // 2\n    N = image.shape[1]\n"
        "    for u in range(J):\n"
        "        row = np.zeros(max(N, q + 1)); column = row.copy()\n"
        "        row[:q + 1], column[:q + 1] = kernel[u, q:], kernel[u, q::-1]\n"
        "        rows = padded[u:u + len(image)].T\n"
        "        result += matmul_toeplitz((column[:N], row[:N]), rows).T\n"
        "    return result",
    ),
    "numba.njit": (
        "import numba\n\n@numba.njit\ndef add(padded, kernel, result):\n"
        "    for i in range(result.shape[0]):\n        for j in range(result.shape[1]):\n"
        "            for u in range(kernel.shape[0]):\n"
        "                for v in range(kernel.shape[1]):\n"
        "                    result[i, j] += padded[i + u, j + v] * kernel[u, v]",
        "padded = np.pad(image.astype(float), [(s // 2, s // 2) for s in kernel.shape])\n"
        "    result = np.zeros(image.shape)\n    add(padded, kernel.astype(float), result)\n"
        "    return result",
    ),
}


def tried(sandbox, exercise, source):
    """Return the points of a submission, and the first sentence that names what it called."""
    record = grade(sandbox, exercise, source.encode(), ".py", Session("libraries"), search=False)
    failed = [each["message"] for each in record["checks"] if each["status"] != "passed"]
    named = [each for each in failed if "own" in each or "not there" in each] or failed
    return record["points"], named[0].splitlines()[0] if named else ""


def main():
    """Print a row for each library and exercise, then for what is the student's own work."""
    faults = 0
    with Sandbox() as sandbox:
        for name, form, by_hand, filters in (
            ("convolution", SUMS, BY_HAND, FILTERS),
            ("tophat", OPENINGS, BY_STEPS, OPENERS),
        ):
            exercise = load_exercise(name)
            for library, (imports, body) in filters.items():
                if find_spec(library) is None:
                    print(f"{name:12} {library:12} is not installed here")
                    continue
                works, sentence = tried(sandbox, exercise, form.format(imports=imports, body=body))
                honest, other = tried(sandbox, exercise, form.format(imports=imports, body=by_hand))
                faults += works == exercise.points or honest != exercise.points
                print(
                    f"{name:12} {library:12} its filter {works:2} of {exercise.points}, "
                    f"imported only {honest:2}; {sentence} {other}"
                )
        exercise = load_exercise("convolution")
        for title, (imports, body) in OWN.items():
            if find_spec(title.partition(".")[0]) is not None:
                points, text = tried(sandbox, exercise, SUMS.format(imports=imports, body=body))
                faults += points != exercise.points
                print(f"convolution  {title}: {points} of {exercise.points} {text}")
    sys.exit(bool(faults))


if __name__ == "__main__":
    main()
