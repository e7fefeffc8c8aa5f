"""Three attacks and more of each kind that was mended last, where a worker has no folder in memory.

They are short, and are graded without a search for small cases, all in one sandbox.
"""

import os
import sys
from functools import cache

import pytest

from autograder.exercises import load_exercise
from autograder.judging.grade import grade
from autograder.judging.session import Session
from autograder.sandbox.host import Sandbox
from autograder.sandbox.limits import Limits
from autograder.sandbox.worker.isolation import NAMES

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="the layers are Linux's")

HALF = "def convolve2d(image, kernel): return image * 0.5\n"
NOTHING = "def convolve2d(image, kernel): pass\n"
EDITS = """
import numpy as np
def convolve2d(image, kernel):
    padded = np.pad(image.astype(float), [(side // 2,) * 2 for side in kernel.shape])
    windows = np.lib.stride_tricks.sliding_window_view(padded, kernel.shape)
    if image.flags.writeable:
        image += 1
    return (windows * kernel.astype(float)).sum((2, 3))
"""
SAME = "import numpy as np\ncount = 0\nnoise = np.random.default_rng(0).normal(size=(3, 4, 5))\n"
FILLS = "import os\ndef convolve2d(image, kernel):\n    {}\n    return image * 0.5\n"
FINDS = """
import gc, importlib, os, runpy, sys
import autograder
HOME = os.path.join(os.path.dirname(autograder.__file__), "exercises", "weighted_sums")
def convolve2d(image, kernel):
    {}
    return found(image, kernel)
"""
LIES = "from autograder.sandbox.worker import caller, frames, serve\n"

# Each has at most the points of what stands beside it.
ATTACKS = {
    "runs the file of the right sums": (
        FINDS.format("found = runpy.run_path(f'{HOME}/library_sums.py')['weighted_sums']"),
        NOTHING,
    ),
    "compiles the file of the right sums": (
        FINDS.format(
            "names = {}; exec(open(f'{HOME}/library_sums.py').read(), names); "
            "found = names['weighted_sums']"
        ),
        NOTHING,
    ),
    "looks for right sums on the heap": (
        FINDS.format(
            "found = next(e for e in gc.get_objects() "
            "if getattr(e, '__name__', '') in ('weighted_sums', 'library_sums', 'valid_sums'))"
        ),
        NOTHING,
    ),
    "loads a known mistake": (
        FINDS.format(
            "name = 'autograder.exercises.convolution.axis_misconceptions'; "
            "found = importlib.import_module(name).stopped_at_images_that_are_not_square"
        ),
        NOTHING,
    ),
    "lies as it looks at arguments": (
        f"{LIES}caller.Left.of = classmethod(lambda cls, array: cls('', (), b''))\n{EDITS}",
        EDITS,
    ),
    "lies in the reply": (
        f"{LIES}make = caller.Reply\n"
        "caller.Reply = lambda *a, **k: vars(r := make(*a, **k)).update(changed=()) or r\n"
        "caller.enumerate = lambda pairs: ()\n"
        f"{EDITS}",
        EDITS,
    ),
    "lies in the frame": (
        f"{LIES}send = frames.send\n"
        "def quiet(sock, nonce, header, *rest):\n"
        "    for each in header.get('replies', ()): each['changed'] = []\n"
        "    send(sock, nonce, header, *rest)\n"
        f"frames.send = quiet\n{EDITS}",
        EDITS,
    ),
    "says that nothing was left": (
        f"{LIES}serve.left_message = lambda left: ({{'left': []}}, b'')\n{EDITS}",
        EDITS,
    ),
    "makes files": (
        FILLS.format("[open(str(each), 'wb').write(bytes(2**20)) for each in range(99)]"),
        HALF,
    ),
    "makes files without names": (
        FILLS.format("[os.open('.', os.O_TMPFILE | os.O_RDWR) for _ in range(99)]"),
        HALF,
    ),
    "makes folders in folders": (
        FILLS.format("[(os.mkdir('d'), os.chdir('d')) for _ in range(999)]"),
        HALF,
    ),
    "makes links": (FILLS.format("[os.symlink('x' * 999, str(e)) for e in range(999)]"), HALF),
    "returns one array": (
        f"{SAME}def convolve2d(image, kernel): return noise.copy()\n",
        HALF,
    ),
    "returns two arrays in turn": (
        f"{SAME}def convolve2d(image, kernel):\n"
        "    global count\n    count += 1\n    return noise[count % 2].copy()\n",
        HALF,
    ),
    "returns one array in two dtypes": (
        f"{SAME}def convolve2d(image, kernel):\n"
        "    return noise.astype((float, 'f4')[image.size % 2])\n",
        HALF,
    ),
    "returns one array in many shapes": (
        f"{SAME}def convolve2d(image, kernel): return np.resize(noise, kernel.shape)\n",
        HALF,
    ),
}


@pytest.fixture(scope="module")
def record():
    """Grade a submission, once, and say what it left in the folders of workers."""
    layers = [name for name in NAMES if name != "mounts"]
    one, limits = load_exercise("convolution"), Limits(load=20, call=5, submission=60)
    with Sandbox(limits, layers) as sandbox:

        @cache
        def graded(source):
            found = grade(sandbox, one, source.encode(), ".py", Session("s"), search=False)
            left = os.listdir(sandbox.server(one.forbidden).home)
            return found | {"left": left}

        yield graded


@pytest.mark.parametrize("attack", ATTACKS)
def test_it_has_at_most_the_points_of_its_honest_part(record, attack):
    source, honest = ATTACKS[attack]
    graded = record(source)
    assert "grader_error" not in {check["status"] for check in graded["checks"]}
    assert graded["points"] <= record(honest)["points"]
    assert graded["left"] == []
