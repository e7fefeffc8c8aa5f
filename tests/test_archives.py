"""No solution leaves the house: archives are looked through, and one that is put in is found."""

import ast
import html
import importlib.util
import io
import json
import marshal
import shutil
import tarfile
import textwrap
import zipfile

import nbformat
import pytest
from build import ProjectBuilder

from autograder.exercises import exercise_names
from autograder.notebooks.build import build_exercises
from benchmarks.archives import ROOT, SOLUTIONS, Secrets, findings, unpacked_files

SECRETS = Secrets()
SCRIPTS = sorted(name for name in SECRETS.marks if name.endswith(".py"))
ONE_EACH = [f"reference/{name}/solution.py" for name in exercise_names()]
SEED = "a-word-that-stands-nowhere-else"
ARCHIVES = (".zip", ".whl", ".tar.gz")


@pytest.fixture(scope="module")
def published(root, tmp_path_factory):
    """Everything that leaves the house: what the build writes, and the kit's two packages."""
    folder = tmp_path_factory.mktemp("published")
    list(build_exercises(exercise_names(), root, folder / "dist", SEED, folder / "assignments"))
    for kind in ("wheel", "sdist"):
        ProjectBuilder(root).build(kind, folder / "dist")
    return folder


def test_no_page_for_instructors_is_in_what_students_receive(published, root):
    pages = [(root / f"reference/{name}/teaching.md").read_bytes() for name in exercise_names()]
    lines = {line for page in pages for line in page.split(b"\n") if len(line) > 60}
    assert len(lines) > 80
    handed_out = [*archives_in(published), published / "assignments", published / "dist/students"]
    for path in handed_out:
        for name, content in unpacked_files(path):
            assert not lines.intersection(content.split(b"\n")), name


def archives_in(folder):
    return [path for path in sorted(folder.rglob("*")) if path.name.endswith(ARCHIVES)]


def source_of(name):
    return (ROOT / name).read_text(encoding="utf-8")


def reformatted(source):
    """Return a script without comments, and with another name for each of its variables."""
    tree = ast.parse(source)
    for function in (n for n in ast.walk(tree) if isinstance(n, ast.FunctionDef)):
        stored = {
            n.id
            for n in ast.walk(function)
            if isinstance(n, ast.Name) and isinstance(n.ctx, ast.Store)
        }
        named = stored | {a.arg for a in ast.walk(function) if isinstance(a, ast.arg)}
        for node in ast.walk(function):
            field = {ast.Name: "id", ast.arg: "arg"}.get(type(node))
            if field and getattr(node, field) in named:
                setattr(node, field, "my_" + getattr(node, field))
        if ast.get_docstring(function):
            function.body[0].value.value = "Another docstring."
    return ast.unparse(tree)


def bytecode(source, optimize=0):
    code = compile(source, "somewhere.py", "exec", optimize=optimize)
    return importlib.util.MAGIC_NUMBER + bytes(12) + marshal.dumps(code)


def notebook(source):
    cell = nbformat.v4.new_code_cell(f"%matplotlib inline\n{source}")
    return nbformat.writes(nbformat.v4.new_notebook(cells=[cell])).encode()


def zipped(**files):
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def tarred(content):
    buffer = io.BytesIO()
    with tarfile.open(fileobj=buffer, mode="w:gz") as archive:
        info = tarfile.TarInfo("package/notes.txt")
        info.size = len(content)
        archive.addfile(info, io.BytesIO(content))
    return buffer.getvalue()


FORMS = {
    "as it is": str.encode,
    "with other names and another layout": lambda source: reformatted(source).encode(),
    "indented, in text that is not Python": lambda s: textwrap.indent(f"So:\n{s}", "  ").encode(),
    "as bytecode": bytecode,
    "as bytecode without docstrings": lambda source: bytecode(source, 2),
    "as bytecode with other names": lambda source: bytecode(reformatted(source)),
    "in a notebook beside a magic command": notebook,
    "in a string of a script": lambda source: f"TEXT = {source!r}\n".encode(),
    "in a string in JSON": lambda source: json.dumps({"tests": {"a": [1, source]}}).encode(),
    "in a page": lambda source: f"<pre>{html.escape(source)}</pre>".encode(),
    "in an archive in an archive": lambda s: zipped(a=zipped(**{"b.py": s.encode()})),
    "in a compressed archive of the other kind": lambda source: tarred(source.encode()),
}


def test_every_archive_and_folder_that_is_published_holds_no_solution(published):
    found = {path.name for path in archives_in(published)}
    assert {f"{name}-autograder.zip" for name in exercise_names()} <= found
    assert {f"{name}.zip" for name in exercise_names()} <= found
    assert {".whl", ".gz"} <= {path.suffix for path in archives_in(published)}
    assert list(findings([published], SECRETS)) == []


def test_the_courses_seed_is_in_what_grades_and_in_nothing_else(published):
    with_it = {path.name for path in published.rglob("*") if holds_the_seed(path)}
    assert with_it == {f"{name}-autograder.zip" for name in exercise_names()}


def holds_the_seed(path):
    return path.is_file() and any(SEED.encode() in each for _, each in unpacked_files(path))


@pytest.mark.parametrize("pattern", SOLUTIONS)
def test_each_kind_of_solution_is_looked_for(pattern, root):
    assert {path.relative_to(root).as_posix() for path in root.glob(pattern)} <= set(SECRETS.marks)
    assert list(root.glob(pattern))


def test_there_is_a_solution_and_are_right_styles_of_every_exercise():
    for name in exercise_names():
        assert f"reference/{name}/solution.py" in SECRETS.marks
        assert sum(f"right/{name}/" in each for each in SECRETS.marks) >= 8


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("name", SCRIPTS)
def test_a_solution_is_found_in_any_form(name, form, tmp_path):
    path = tmp_path / "file"
    path.write_bytes(FORMS[form](source_of(name)))
    assert any(name in each for each in findings([path], SECRETS))


@pytest.mark.parametrize("name", ONE_EACH)
def test_one_that_is_put_into_a_published_archive_is_found(name, published, tmp_path):
    for path in archives_in(published):
        copy = tmp_path / path.name
        if path.suffix == ".gz":
            copy.write_bytes(path.read_bytes())
            with tarfile.open(copy, "r:gz") as archive:
                archive.extractall(tmp_path / "unpacked", filter="data")
            (tmp_path / "unpacked" / "notes.txt").write_text(source_of(name), encoding="utf-8")
            copy = shutil.make_archive(str(tmp_path / "again"), "gztar", tmp_path / "unpacked")
        else:
            shutil.copy(path, copy)
            with zipfile.ZipFile(copy, "a") as archive:
                archive.writestr("autograder/__pycache__/a.pyc", bytecode(source_of(name)))
        found = list(findings([copy], SECRETS))
        assert any(name in each for each in found), path.name


@pytest.mark.parametrize("name", ONE_EACH[:2])
def test_three_lines_of_a_solution_are_found_alone(name, tmp_path):
    lines = source_of(name).splitlines()
    first = next(n for n, line in enumerate(lines) if line.lstrip().startswith("padded = "))
    path = tmp_path / "handout.md"
    path.write_text("\n".join(["Begin so:", "", *lines[first : first + 3]]), encoding="utf-8")
    assert any(name in each for each in findings([path], SECRETS))


def test_a_phrase_that_anybody_writes_is_no_solution(tmp_path):
    path = tmp_path / "notes.py"
    path.write_text("def white_tophat(image, selem):\n    return image - opening(image, selem)\n")
    assert list(findings([path], SECRETS)) == []


def test_bytecode_that_cannot_be_read_is_reported(tmp_path):
    path = tmp_path / "old.pyc"
    path.write_bytes(b"\x42\x0d\r\n" + bytes(40))
    (sentence,) = findings([path], SECRETS)
    assert "cannot be read" in sentence


def test_a_path_that_is_not_there_is_no_clean_bill(tmp_path):
    with pytest.raises(FileNotFoundError):
        list(findings([tmp_path / "nowhere.zip"], SECRETS))
    with pytest.raises(FileNotFoundError, match="no solutions to look for"):
        list(findings([tmp_path], Secrets(tmp_path)))
