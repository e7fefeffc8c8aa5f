"""In a flat download, a student's own modules go along with the submission, and nobody else's."""

import pytest

from tests.classes import find_all
from tests.course.submissions.samples import FLIPPED, put

IMPORTS = "from my_helpers import pad\n" + FLIPPED.read_text()
PAD, OLD = "def pad(image): return image\n", "def pad(image): return 0\n"
# For each system: how it names what Ada and Ben hand in; "{}" is the name that it had.
SYSTEMS = {
    "canvas": ("exampleada_11_{n}_{name}", "exampleben_12_{n}_{name}"),
    "moodle": ("Ada E_11_assignsubmission_file_{name}", "Ben E_12_assignsubmission_file_{name}"),
    "brightspace": (
        "11-77 - Ada E - Jan 31, 2026 900 PM - {name}",
        "12-77 - Ben E - Jan 31, 2026 900 PM - {name}",
    ),
    "blackboard": (
        "Lab_1_ada_attempt_2026-01-31-12-00-00_{name}",
        "Lab_1_ben_attempt_2026-01-31-12-00-00_{name}",
    ),
    "sakai": (
        "E, Ada(ada)_Submission attachment(s)_{name}",
        "E, Ben(ben)_Submission attachment(s)_{name}",
    ),
}


def put_flat(folder, form, **files):
    for number, (name, text) in enumerate(files.items()):
        put(folder, form.format(n=100 + number, name=f"{name}.py"), text)


def helpers_of(folder):
    """The helpers of each submission, by student, and what was left out."""
    found = find_all([folder])
    helpers = {each.student: dict(each.read().helpers) for each in found.submissions}
    return list(helpers.values()), [each for each in found.notes if each.is_work]


@pytest.mark.parametrize("system", SYSTEMS)
def test_the_own_module_goes_along_and_is_accounted_for(tmp_path, system):
    ada, ben = SYSTEMS[system]
    put_flat(tmp_path, ada, convolution=IMPORTS, my_helpers=PAD)
    put_flat(tmp_path, ben, convolution=IMPORTS, my_helpers=OLD)
    found, left = helpers_of(tmp_path)
    assert found == [{"my_helpers.py": PAD.encode()}, {"my_helpers.py": OLD.encode()}]
    assert left == []


@pytest.mark.parametrize("system", SYSTEMS)
def test_the_module_of_another_and_one_of_nobodys_stay(tmp_path, system):
    ada, ben = SYSTEMS[system]
    put_flat(tmp_path, ada, convolution=IMPORTS)
    put_flat(tmp_path, ben, convolution=FLIPPED, my_helpers=PAD)
    put(tmp_path, "my_helpers.py", PAD)
    assert helpers_of(tmp_path)[0] == [{}, {}]


def test_the_file_of_another_cannot_be_imported_by_the_name_that_it_has_in_the_download(tmp_path):
    put_flat(tmp_path, "exampleben_12_{n}_{name}", convolution=FLIPPED)
    put_flat(
        tmp_path,
        "exampleada_11_{n}_{name}",
        convolution="import exampleben_12_100_convolution\n" + IMPORTS,
    )
    assert helpers_of(tmp_path)[0] == [{}, {}]


def test_of_a_module_that_was_handed_in_twice_the_newest_goes_along(tmp_path):
    put(tmp_path, "exampleada_11_5_convolution.py", IMPORTS)
    put(tmp_path, "exampleada_11_6_my_helpers.py", OLD)
    put(tmp_path, "exampleada_11_7_my_helpers-1.py", PAD)
    assert helpers_of(tmp_path)[0] == [{"my_helpers.py": PAD.encode()}]


def test_of_two_attempts_each_has_its_own_module(tmp_path):
    form = "Lab_1_ada_attempt_2026-01-31-{}-00-00_{}.py"
    for hour, text in ((12, PAD), (11, OLD)):
        put(tmp_path, form.format(hour, "my_helpers"), text)
        put(tmp_path, form.format(hour, "convolution"), IMPORTS)
    assert helpers_of(tmp_path)[0] == [{"my_helpers.py": PAD.encode()}]
