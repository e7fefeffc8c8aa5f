"""Who may import whom, and which names are public: so that one can see into the house."""

import ast

import pytest

from benchmarks.house import (
    FOR_WORKERS,
    GROUND,
    LEAST_SHARE,
    PACKAGE,
    ROOMS,
    TWICE_ON_PURPOSE,
    WORKER,
    House,
)

MOST_ENTRIES = 17


@pytest.fixture(scope="module")
def house(root):
    return House(root)


@pytest.fixture
def built(tmp_path):
    """Build a package of files, each given as its source; return the `House`."""

    def build(**sources):
        for name, source in sources.items():
            path = tmp_path / PACKAGE / f"{name.replace('__', '/')}.py"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(source, encoding="utf-8")
        return House(tmp_path)

    return build


def test_every_room_imports_only_what_its_row_of_the_table_allows(house):
    assert house.forbidden_imports() == []


def test_the_table_allows_nothing_that_nobody_uses(house):
    assert house.unused_permissions() == []


def test_no_modules_import_each_other_in_a_circle(house):
    assert house.circles() == []


def test_the_rooms_and_the_ground_are_all_there_is_at_the_top(house):
    modules = {name.removesuffix(".py") for name in house.entries}
    assert modules == {*ROOMS, *GROUND, "__init__", "__main__", "cli", "pytest_plugin"}
    assert len(house.entries) <= MOST_ENTRIES


def test_most_public_names_are_imported_by_another_module(house):
    public, unshared = house.public_functions(), house.unshared()
    assert len(unshared) <= (1 - LEAST_SHARE) * len(public), unshared


def test_no_name_is_given_twice_without_a_reason(house):
    twice = {name: where for name, where in house.twice().items() if name not in TWICE_ON_PURPOSE}
    assert twice == {}
    assert set(TWICE_ON_PURPOSE) <= set(house.twice())


@pytest.mark.parametrize("room", ROOMS)
def test_a_room_says_in_a_sentence_what_it_is_for(house, room):
    docstring = ast.get_docstring(house.modules[f"{PACKAGE}.{room}"].tree)
    assert docstring.partition("\n")[0].endswith(".")


def test_nothing_imports_a_solution_or_a_test(house):
    for module in house.modules.values():
        roots = {name.partition(".")[0] for name, _ in module.imported}
        assert not roots & {"reference", "tests"}, module.name


def test_an_import_upwards_is_found_also_in_a_function(built):
    lazy = f"def f():\n    from {PACKAGE}.judging.judge import judge\n    return judge\n"
    house = built(imaging__images=lazy, judging__judge="def judge(): ...\n")
    pair = (f"{PACKAGE}.imaging.images", f"{PACKAGE}.judging.judge")
    assert house.forbidden_imports() == [pair]


def test_a_module_beside_students_code_may_import_figures_alone(built):
    bad = f"from {PACKAGE}.files import replace\nfrom {PACKAGE}.imaging import figures\n"
    house = built(sandbox__worker__serve=bad, files="", imaging__figures="")
    assert house.forbidden_imports() == [(f"{WORKER}.serve", f"{PACKAGE}.files")]
    assert FOR_WORKERS in house.modules


def test_a_circle_is_found(built):
    house = built(
        imaging__a=f"from {PACKAGE}.imaging.b import x\n",
        imaging__b=f"def x():\n    from {PACKAGE}.imaging import a\n",
    )
    assert len(house.circles()) == 1


def test_a_name_that_only_a_type_checker_imports_makes_no_circle(built):
    wanted = f"from {PACKAGE}.imaging.a import A"
    later = f"from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    {wanted}\n"
    house = built(imaging__a=f"from {PACKAGE}.imaging.b import x\nclass A: ...\n", imaging__b=later)
    assert house.circles() == []


def test_a_public_name_that_nobody_imports_is_found(built):
    house = built(
        imaging__a="def used(): ...\ndef unused(): ...\ndef _own(): ...\n",
        imaging__b=f"from {PACKAGE}.imaging.a import used\n",
    )
    assert house.unshared() == [(f"{PACKAGE}.imaging.a", "unused")]


def test_a_permission_that_nobody_uses_is_found(built):
    house = built(imaging__a="")
    assert ("authoring", "imaging") in house.unused_permissions()


def test_a_name_that_occurs_twice_is_found(built):
    house = built(imaging__a="def same(): ...\n", imaging__b="def same(): ...\n")
    assert list(house.twice()) == ["same"]
