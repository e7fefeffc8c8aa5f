"""A submission neither imports nor reads the parts of the kit that know right answers."""

import sys
from pathlib import Path

import numpy as np
import pytest

import autograder
from autograder.sandbox.host import Sandbox
from autograder.sandbox.limits import Limits
from autograder.sandbox.worker.kit_parts import unseen_files
from tests.sandbox.conftest import loading_in

HOME = Path(autograder.__file__).parent
IMAGE = np.zeros(1)
PARTS = (
    *(
        "autograder.exercises.weighted_sums.library_sums",
        "autograder.exercises.skull_removal.pieces",
    ),
    *(
        "autograder.exercises.convolution",
        "autograder.authoring.oracles",
        "autograder.judging.grade",
    ),
    *("autograder.sandbox.host", "autograder.cli", "autograder.files"),
)
FILES = (
    *("exercises/weighted_sums/library_sums.py", "exercises/skull_removal/pieces.py", "cli.py"),
    *("sandbox/host.py", "judging/grade.py", "exercises/tophat/openings.py"),
)

BY_NAME = """
import importlib, runpy, pkgutil, sys
import numpy as np

def succeeds(attempt):
    try:
        return attempt() is not None
    except BaseException:
        return False

def f(image):
    ways = (
        lambda: importlib.import_module({name!r}),
        lambda: __import__({name!r}, fromlist=['x']),
        lambda: importlib.util.find_spec({name!r}),
        lambda: pkgutil.resolve_name({name!r}),
        lambda: runpy.run_module({name!r}),
        lambda: sys.modules[{name!r}],
    )
    return np.array([succeeds(way) for way in ways])
"""

# Ways past the finder that refuses names, and past every name.
BY_PATH = """
import glob, importlib.machinery, importlib.util, inspect, io, linecache, os, runpy, sys, tokenize
import zipimport
import numpy as np

PATH, NAME = {path!r}, {name!r}
sys.meta_path[:] = [each for each in sys.meta_path if each.__class__.__name__ != 'OnlySeenParts']

def succeeds(attempt):
    try:
        return bool(attempt())
    except BaseException:
        return False

def loaded_from_path():
    spec = importlib.util.spec_from_file_location('other', PATH)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module

def by_a_finder_of_ones_own():
    finder = importlib.machinery.FileFinder(
        os.path.dirname(PATH), (importlib.machinery.SourceFileLoader, ['.py'])
    )
    return finder.find_spec(os.path.basename(PATH)[:-3]).loader.get_code(NAME.split('.')[-1])

def by_the_folder():
    sys.path.insert(0, os.path.dirname(PATH))
    return importlib.import_module(os.path.basename(PATH)[:-3])

def by_a_cached_file():
    return importlib.machinery.SourcelessFileLoader(
        'other', importlib.util.cache_from_source(PATH)
    ).get_code('other')

def any_cached_file():
    folder = os.path.join(os.path.dirname(PATH), '__pycache__')
    return open(glob.glob(folder + '/' + os.path.basename(PATH)[:-3] + '.*')[0], 'rb').read()

def by_a_link():
    os.symlink(PATH, 'link.py')
    return open('link.py').read()

def by_a_hard_link():
    os.link(PATH, 'hard.py')
    return open('hard.py').read()

def by_a_folder_descriptor():
    folder = os.open(os.path.dirname(PATH), os.O_PATH)
    return os.read(os.open(os.path.basename(PATH), os.O_RDONLY, dir_fd=folder), 9)

def f(image):
    ways = (
        lambda: importlib.import_module(NAME),
        loaded_from_path, by_a_finder_of_ones_own, by_the_folder, by_a_cached_file,
        any_cached_file, by_a_link, by_a_hard_link, by_a_folder_descriptor,
        lambda: open(PATH).read(),
        lambda: os.read(os.open(PATH, os.O_RDONLY), 9),
        lambda: io.FileIO(PATH).read(),
        lambda: runpy.run_path(PATH),
        lambda: linecache.getlines(PATH),
        lambda: tokenize.open(PATH).read(),
        lambda: zipimport.zipimporter(PATH),
        lambda: inspect.getsource(sys.modules[NAME]),
        lambda: np.fromfile(PATH, np.uint8).size,
        lambda: np.memmap(PATH).size,
        lambda: np.loadtxt(PATH, dtype=str, comments=None).size,
        lambda: open('/proc/self/cwd/' + os.path.relpath(PATH)).read(),
    )
    return np.array([succeeds(way) for way in ways])
"""

IN_MEMORY = """
import gc, sys
import numpy as np

SEEN = ('autograder', 'autograder.sandbox')
BELOW = ('autograder.imaging', 'autograder.sandbox.worker')

def is_unseen(name):
    name = name if isinstance(name, str) else ''
    is_ours = name == 'autograder' or name.startswith('autograder.')
    return is_ours and name not in SEEN and not name.startswith(BELOW)

def f(image):
    everything = gc.get_objects() + [each for o in gc.get_objects() for each in gc.get_referents(o)]
    found = [name for name in sys.modules if is_unseen(name)]
    found += [o for o in everything if is_unseen(getattr(o, '__module__', ''))]
    code = [o.co_filename for o in everything if type(o) is type(f.__code__)]
    return np.array([len(found), sum('/exercises/' in name for name in code)])
"""


@pytest.fixture(scope="module")
def load_bare():
    """Load where no file can be hidden."""
    with Sandbox(Limits(), layers=()) as bare, loading_in(bare) as load:
        yield load


def path_of(file):
    return str(HOME / file), "autograder." + file.removesuffix(".py").replace("/", ".")


@pytest.mark.parametrize("name", PARTS)
def test_a_part_is_not_imported_by_name(load, name):
    assert not load(BY_NAME.format(name=name))(IMAGE).any()


@pytest.mark.parametrize("name", PARTS)
def test_a_part_is_not_imported_by_name_where_files_cannot_be_hidden(load_bare, name):
    assert not load_bare(BY_NAME.format(name=name))(IMAGE).any()


@pytest.mark.skipif(sys.platform != "linux", reason="files are hidden by Landlock")
@pytest.mark.parametrize("file", FILES)
def test_the_file_of_a_part_is_not_read_in_any_way(load, file):
    path, name = path_of(file)
    assert not load(BY_PATH.format(path=path, name=name))(IMAGE).any()


@pytest.mark.parametrize("file", FILES)
def test_nor_is_it_where_files_cannot_be_hidden(load_bare, file):
    path, name = path_of(file)
    assert not load_bare(BY_PATH.format(path=path, name=name))(IMAGE).any()


def test_most_of_these_ways_lead_to_a_file_that_is_seen(load_bare):
    path, name = path_of("imaging/kernels.py")
    assert load_bare(BY_PATH.format(path=path, name=name))(IMAGE).sum() > 10


def test_nothing_of_an_unseen_part_is_in_memory(load):
    np.testing.assert_array_equal(load(IN_MEMORY)(IMAGE), [0, 0])


@pytest.mark.parametrize("name", ["figures", "images", "kernels", "grids", "phantoms", "series"])
def test_what_students_import_of_the_kit_is_there(load, name):
    source = f"import numpy as np\nfrom autograder.imaging import {name}\n"
    assert load(source + f"def f(image): return np.array([len(dir({name}))])")(IMAGE) > 5


def test_a_copy_of_the_kit_among_the_packages_is_not_read_either(tmp_path, monkeypatch):
    other = tmp_path / "autograder"
    (other / "sandbox" / "worker").mkdir(parents=True)
    for name in ("__init__.py", "exercises.py", "sandbox/host.py", "sandbox/worker/serve.py"):
        (other / name).touch()
    monkeypatch.setattr(sys, "path", [str(tmp_path)])
    found = {path for path in unseen_files() if path.startswith(str(other))}
    assert found == {str(other / name) for name in ("exercises.py", "sandbox/host.py")}
