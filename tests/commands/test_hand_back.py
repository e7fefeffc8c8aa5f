"""Feedback goes back with the names that came in, and nobody's goes to another."""

import io
import zipfile

import pytest
from click.testing import CliRunner

from autograder.cli import main
from autograder.course.arrivals import Arrival
from autograder.course.feedback_zips import SUMMARY, Page, zips_for
from tests.course.submissions.shapes import SHAPES, canvas, gradescope, moodle

NAMES = {
    "moodle": (
        moodle,
        {
            "moodle-convolution.zip": {
                "Ada Example_12345_assignsubmission_file_/": "Ada Example_12345",
                "Ada Example_12346_assignsubmission_file/": "Ada Example_12346",
                "Ben Example_12347_assignsubmission_file_": "Ben Example_12347",
            }
        },
    ),
    "canvas": (
        canvas,
        {
            "canvas-convolution.zip": {
                "exampleada_340934_208490284_": "exampleada_340934",
                "examplebenjürgen_LATE_334244_394803489_": "examplebenjürgen_334244",
                "anon_b4cDe_394803490_": "anon_b4cDe",
                "LATE_anon_x7Qpz_394803491_": "anon_x7Qpz",
                "examplecleo_5_6_": "examplecleo_5",
            },
            "canvas-tophat.zip": {"exampleada_777_1_": "exampleada_777"},
        },
    ),
    "gradescope": (
        gradescope,
        {"gradescope-convolution.zip": {"submission_234567890/": "3031234567"}},
    ),
}


@pytest.fixture
def run(pool, monkeypatch):
    monkeypatch.setattr("autograder.grading.pool.LocalPool", lambda *_: pool)
    return lambda *words: CliRunner().invoke(main, [str(word) for word in words])


@pytest.fixture
def graded(tmp_path, run):
    """Grade a class of a shape; return the folder of its grades."""

    def grade(shape):
        shape(tmp_path / "class")
        run("grade", tmp_path / "class", "--out", tmp_path / "out")
        return tmp_path / "out"

    return grade


def contents(path):
    """Return the files in a zip by name, whose names are as they were written."""
    with zipfile.ZipFile(io.BytesIO(path) if isinstance(path, bytes) else path) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


@pytest.mark.parametrize("system", NAMES)
def test_pages_go_back_under_the_names_that_came_in(graded, run, system):
    shape, expected = NAMES[system]
    out = graded(shape)
    run("return", out, "--for", system)
    zips = {path.name: contents(path) for path in (out / "return").glob("*.zip")}
    assert set(zips) == set(expected)
    for name, places in expected.items():
        exercise = name.partition("-")[2].removesuffix(".zip")
        wanted = {
            f"{place}{page}.html": (out / "feedback" / student / f"{page}.html").read_bytes()
            for place, student in places.items()
            for page in (exercise, SUMMARY)
        }
        assert zips[name] == wanted


@pytest.mark.parametrize("shape", SHAPES, ids=lambda shape: shape.__name__)
def test_no_page_of_one_student_is_in_the_place_of_another(graded, run, shape):
    out = graded(shape)
    for system in ("moodle", "canvas", "gradescope", "files"):
        run("return", out, "--for", system)
    owners = {path.read_bytes(): path.parent.name for path in out.glob("feedback/*/*.html")}
    for path in (out / "return").glob("*.zip"):
        places = {}
        for name, page in contents(path).items():
            place = name.rpartition("/")[0] or name.rpartition("_")[0]
            places.setdefault(place, set()).add(owners[page])
        assert all(len(students) == 1 for students in places.values()), path.name


@pytest.mark.parametrize("shape", SHAPES, ids=lambda shape: shape.__name__)
def test_every_page_of_every_shape_goes_into_the_zip_of_files(graded, run, shape):
    out = graded(shape)
    result = run("return", out, "--for", "files")
    assert result.exit_code == 0
    pages = {
        path.relative_to(out / "feedback").as_posix(): path.read_bytes()
        for path in out.glob("feedback/*/*.html")
    }
    assert contents(out / "return" / "files.zip") == pages


def test_what_several_hand_in_together_is_no_place_for_the_page_of_one(graded, run):
    result = run("return", graded(gradescope), "--for", "gradescope")
    assert result.exit_code == 1
    assert "0031234568/convolution: left out" in " ".join(result.output.split())


def test_a_class_that_came_from_elsewhere_is_refused_in_a_sentence(graded, run):
    result = run("return", graded(canvas), "--for", "moodle")
    assert result.exit_code == 2
    (line,) = result.output.splitlines()
    assert line.endswith("came from a download of Moodle. Use --for files instead.")


def test_only_what_has_changed_goes_back_again(graded, run):
    out = graded(canvas)
    run("return", out, "--for", "canvas")
    assert "Nothing has changed" in run("return", out, "--for", "canvas", "--only-changed").output
    page = out / "feedback" / "exampleada_777" / "tophat.html"
    page.write_text(page.read_text("utf-8").replace("<h1>", "<h1>Again: "), encoding="utf-8")
    run("return", out, "--for", "canvas", "--only-changed")
    (name,) = contents(out / "return" / "canvas-tophat.zip")
    assert name == "exampleada_777_1_tophat.html"
    result = run("return", out, "--for", "files", "--only-changed")
    assert result.exit_code == 0
    assert len(contents(out / "return" / "files.zip")) == len(list(out.glob("feedback/*/*.html")))


def test_another_course_file_alone_is_no_change():
    head = b'<meta name="made-from" content="%s"><p>text'
    one, other, text = (Page("a", "b", each) for each in (head % b"1", head % b"2", b"<p>text"))
    assert one.digest == other.digest
    assert one.digest != text._replace(content=b"<p>other").digest


@pytest.mark.parametrize(
    "file",
    [
        "Ada_1_assignsubmission_file_/Ben_2_assignsubmission_file_/convolution.py",
        "Ada_1_assignsubmission_file_/Ben_2_assignsubmission_file_convolution.py",
        "Ada_1_assignsubmission_file_/x.zip/Ben_2_assignsubmission_file_convolution.py",
    ],
)
def test_a_student_who_names_a_folder_like_anothers_gets_the_own_page(file):
    page = Page("ada", "convolution", b"page")
    zips, _ = zips_for("moodle", [page], {("ada", "convolution"): Arrival(file=file)})
    (entries,) = map(contents, zips.values())
    assert entries == {"Ada_1_assignsubmission_file_/convolution.html": b"page"}


def test_the_same_pages_make_the_same_zip():
    page = Page("ada", "convolution", b"page")
    assert zips_for("files", [page], {}) == zips_for("files", [page], {})


def test_the_page_on_the_course_has_the_total_of_the_table(graded):
    out = graded(canvas)
    text = (out / "feedback" / "exampleada_777" / "course.html").read_text("utf-8")
    row = (out / "grades.csv").read_text("utf-8-sig").split("exampleada_777,")[1].splitlines()[0]
    *_, total, possible = row.split(",")
    assert f"The course: {total} of {possible} points" in text
    assert "Nothing was graded here." in text
