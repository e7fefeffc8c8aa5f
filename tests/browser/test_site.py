"""The documentation: built strictly, with one known mistake of each exercise, opened offline."""

import html
import os
import shutil
from pathlib import Path

import pytest

from autograder.cli import COMMANDS
from autograder.exercises import exercise_names, load_exercise
from autograder.judging.grade import without_running

# One of each kind; nox builds the pages of all mistakes.
PAGES = ("index.html", "add-an-exercise.html", "cli.html", "course-file.html")
QUICKLY = ("-D", "mistakes_of_each=1")


def a_mistake_of(name):
    return load_exercise(name).misconceptions[0]


@pytest.fixture(scope="module")
def built(root, tmp_path_factory):
    """Build the site from a copy of its sources; return its folder and Sphinx's exit status."""
    from sphinx.cmd.build import build_main

    folder = tmp_path_factory.mktemp("site")
    ignored = shutil.ignore_patterns("mistakes", "__pycache__")
    shutil.copytree(root / "docs", folder / "docs", ignore=ignored)
    where = [str(folder / "docs"), str(folder / "site")]
    return folder / "site", build_main(["-q", "-W", "--keep-going", "-n", *QUICKLY, *where])


def test_the_site_builds_without_a_warning(built):
    site, status = built
    assert status == 0
    assert all((site / name).is_file() for name in PAGES)


def test_the_reference_has_every_command_field_and_key(built):
    site, _ = built
    command_line, record, course = (
        (site / name).read_text("utf-8") for name in ("cli.html", "record.html", "course-file.html")
    )
    assert [name for name in COMMANDS if f"<h3>{name}<" not in command_line] == []
    fields = without_running(load_exercise("tophat"), "ada")
    names = {*fields, *fields["checks"][0], "arguments", "expected", "yours", "where", "token"}
    assert [name for name in names if f'<span class="pre">{name}</span>' not in record] == []
    keys = ("time_zone", "due", "weight", "policy", "curve", "most", "[handed_in.STUDENT]")
    assert [key for key in keys if f'<span class="pre">{key}</span>' not in course] == []


def test_a_mistake_has_its_picture_and_hints_and_no_solution(built, root):
    site, _ = built
    for name in exercise_names():
        mistake = a_mistake_of(name)
        page = html.unescape((site / f"mistakes/{name}/{mistake.name}.html").read_text("utf-8"))
        assert f"_images/{mistake.name}.svg" in page
        assert all(hint in page for hint in mistake.hints)
        lines = (root / f"reference/{name}/solution.py").read_text("utf-8").splitlines()
        code = [line for line in lines if line.startswith("    ") and "=" in line]
        assert [line for line in code if line.strip() in page] == []


def test_the_site_asks_for_nothing_and_axe_finds_nothing_serious(built, page):
    if "AXE_CORE" not in os.environ:
        pytest.skip("no check by axe without AXE_CORE, the path of axe-core's axe.min.js")
    axe, (site, _) = Path(os.environ["AXE_CORE"]).read_text(encoding="utf-8"), built
    asked, serious = [], set()
    page.on("request", lambda request: asked.append(request.url))
    mistake = f"mistakes/convolution/{a_mistake_of('convolution').name}.html"
    for name, scheme in [*((each, "light") for each in (*PAGES, mistake)), (mistake, "dark")]:
        page.emulate_media(color_scheme=scheme)
        page.goto((site / name).as_uri())
        page.evaluate(axe)
        found = page.evaluate("axe.run()")["violations"]
        found = [each for each in found if each["impact"] in ("serious", "critical")]
        serious |= {(name, scheme, v["id"], v["nodes"][0]["html"]) for v in found}
    assert serious == set()
    assert asked != []
    assert [url for url in asked if not url.startswith(("file:", "data:"))] == []
