"""What students get in one folder and one zip: enough to begin with, anywhere, and no solution."""

import json
import re
import zipfile
from pathlib import Path

import pytest
from packaging.requirements import Requirement

from autograder.exercises import exercise_names, load_exercise
from autograder.notebooks.kit_wheel import build_wheel
from autograder.notebooks.student_package import student_files, write_student_package
from tests.clean import run

FOR_ALL = pytest.mark.parametrize("name", exercise_names())
ELSEWHERE = "https://example.org/kit.whl"


@pytest.fixture(scope="module")
def wheel(root, tmp_path_factory):
    return build_wheel(root, tmp_path_factory.mktemp("wheel"))


@pytest.fixture
def package(root, wheel, tmp_path):
    """Write the package of an exercise; return its folder."""

    def write(name="convolution", **options):
        handout = root / "assignments" / name
        files = student_files(load_exercise(name), handout, (wheel,), **options)
        return write_student_package(tmp_path, name, files)[0]

    return write


def requirements(folder):
    return (folder / "requirements.txt").read_text(encoding="utf-8").splitlines()


@FOR_ALL
def test_folder_and_zip_hold_the_same_and_all_of_it(name, package, wheel):
    folder = package(name)
    paths = [path for path in folder.rglob("*") if path.is_file()]
    files = {path.relative_to(folder).as_posix(): path.read_bytes() for path in paths}
    assert set(files) == {
        *(f"{name}.ipynb", f"{name}.py", "README.md", "requirements.txt", "pytest.ini"),
        *(wheel.name, ".devcontainer/devcontainer.json", ".binder/runtime.txt"),
        ".binder/postBuild",
    }
    with zipfile.ZipFile(folder.parent / f"{name}.zip") as archive:
        assert {each: archive.read(each) for each in archive.namelist()} == {
            f"{name}/{path}": content for path, content in files.items()
        }


@FOR_ALL
def test_the_readme_has_ten_lines_and_asks_for_no_other_project(name, package):
    for options in ({}, {"install": ELSEWHERE}):
        text = (package(name, **options) / "README.md").read_text(encoding="utf-8")
        assert len([line for line in text.splitlines() if line]) <= 10
        assert load_exercise(name).title in text
        assert f"autograder check {name}.ipynb" in text
        assert not re.search(r"pip install \S*autograder", text)
        assert max(map(len, text.splitlines())) <= 100


def test_each_requirement_is_pinned_and_the_kit_comes_from_the_folder(package, wheel):
    *pins, kit = sorted(requirements(package()), key=lambda line: line.startswith("./"))
    assert kit == f"./{wheel.name}"
    wanted = [each for each in map(Requirement, pins) if not each.marker or each.marker.evaluate()]
    found = {each.name: str(each.specifier) for each in wanted}
    assert {"numpy", "scikit-image", "jupyterlab", "pytest"} <= set(found)
    assert all(each.startswith("==") for each in found.values())
    assert "autograder" not in found


def test_what_is_for_one_system_only_says_so(package):
    pins = [line for line in requirements(package()) if line.startswith("landlockpy")]
    assert [str(Requirement(each).marker) for each in pins] == ['sys_platform == "linux"']


def test_a_course_with_a_kit_of_its_own_brings_no_wheel(package):
    folder = package(install=ELSEWHERE, colab="https://example.org/convolution.ipynb")
    assert not list(folder.glob("*.whl"))
    assert requirements(folder)[-1] == ELSEWHERE
    assert not [line for line in requirements(folder) if line.startswith(".")]
    badge = (folder / "README.md").read_text(encoding="utf-8").splitlines()[0]
    assert badge.endswith("(https://example.org/convolution.ipynb)")


@FOR_ALL
def test_everything_installs_by_the_one_command(name, package):
    folder = package(name)
    for file in ("README.md", ".devcontainer/devcontainer.json", ".binder/postBuild"):
        assert "python -m pip install -r requirements.txt" in (folder / file).read_text("utf-8")


def test_without_an_address_there_is_no_badge(package):
    assert "Colab" not in (package() / "README.md").read_text(encoding="utf-8")


def test_a_new_build_removes_the_wheel_of_the_last_version_and_nothing_else(package, wheel):
    folder = package()
    old = folder / "image_processing_assignments-0.0.9-py3-none-any.whl"
    old.touch()
    (folder / "other-1.0-py3-none-any.whl").touch()
    package()
    kept = {path.name for path in folder.glob("*.whl")}
    assert kept == {wheel.name, "other-1.0-py3-none-any.whl"}


def test_containers_have_the_python_of_the_versions_that_are_pinned(package):
    folder = package()
    container = json.loads((folder / ".devcontainer/devcontainer.json").read_text("utf-8"))
    runtime = (folder / ".binder/runtime.txt").read_text("utf-8").strip()
    assert container["image"].rpartition(":")[2] == runtime.removeprefix("python-")
    with zipfile.ZipFile(folder.parent / "convolution.zip") as archive:
        info = archive.getinfo("convolution/.binder/postBuild")
    assert (info.external_attr >> 16) & 0o111


def test_the_container_has_what_the_public_schema_knows_and_no_more(package):
    """Of schemas/devContainer.base.schema.json, in the repository devcontainers/spec."""
    container = json.loads((package() / ".devcontainer/devcontainer.json").read_text("utf-8"))
    kinds = {"name": str, "image": str, "postCreateCommand": str, "customizations": dict}
    assert {key: type(value) for key, value in container.items()} == kinds
    assert all(isinstance(each, dict) for each in container["customizations"].values())


def test_the_command_of_the_readme_checks_what_is_unpacked(package, clean_python, tmp_path):
    folder = package("tophat")
    with zipfile.ZipFile(folder.parent / "tophat.zip") as archive:
        archive.extractall(tmp_path / "unpacked")
    command = (clean_python, "-m", "autograder", "check", "tophat.ipynb")
    result = run(*command, cwd=Path(tmp_path, "unpacked", "tophat"), check=False)
    assert result.returncode == 1
    assert result.stdout.startswith("tophat: 0 of 29 checks, 0 of 20 points\n")
