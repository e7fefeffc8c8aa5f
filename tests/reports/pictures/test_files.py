"""Pictures as files: the same on every run, in any process, whatever else uses Matplotlib."""

import io
import json
import subprocess
import sys
import threading
import xml.etree.ElementTree as ET

import matplotlib.pyplot as plt
import numpy as np
import pytest

from autograder.reports.pictures import as_png, as_svg, picture_of, save_pictures


@pytest.fixture
def large(record):
    """An image that is drawn as such, and cut to the surroundings of a pixel."""
    image = np.arange(900.0).reshape(30, 30)
    return record({"image": image, "kernel": np.ones((3, 3))}, image, image + 1, [0, 0])


@pytest.mark.parametrize("case", ["flipped", "large"])
def test_svg_is_the_same_to_the_byte_whatever_style_is_set(case, request):
    example = request.getfixturevalue(case)
    once = as_svg(picture_of(example))
    with plt.style.context("ggplot"), plt.rc_context({"svg.fonttype": "path", "font.size": 30}):
        assert as_svg(picture_of(example)) == once


def test_svg_is_the_same_in_another_process(flipped, root):
    program = (
        "import json, sys; from autograder.reports.pictures import as_svg, picture_of;"
        "sys.stdout.buffer.write(as_svg(picture_of(json.load(sys.stdin))).encode())"
    )
    done = subprocess.run(
        [sys.executable, "-c", program],
        input=json.dumps(flipped).encode(),
        stdout=subprocess.PIPE,
        cwd=root,
        check=True,
    )
    assert done.stdout.decode() == as_svg(picture_of(flipped))


def test_svg_stands_in_a_page_beside_others(flipped):
    one, other = (as_svg(picture_of(flipped), prefix) for prefix in ("one", "other"))
    assert one.startswith("<svg")
    assert "<?xml" not in one
    trees = [ET.fromstring(markup) for markup in (one, other)]
    ids = [{each.get("id") for each in tree.iter() if each.get("id")} for tree in trees]
    assert ids[0]
    assert not ids[0] & ids[1]
    used = [part.partition(")")[0] for part in one.split("url(#")[1:]]
    assert used
    assert set(used) <= ids[0]


def test_svg_holds_no_date_and_no_address_to_load_from(flipped):
    markup = as_svg(picture_of(flipped))
    assert "date" not in markup
    assert "metadata" not in markup
    assert not [part for part in markup.split('href="')[1:] if not part.startswith(("#", "data:"))]


def test_a_png_is_white_and_as_wide_as_a_notebook_shows(flipped):
    figure = picture_of(flipped)
    image = plt.imread(io.BytesIO(as_png(figure)))
    assert (image[:3] == 1).all()
    assert figure.get_figwidth() <= 8.6


def test_pyplot_knows_of_no_picture(flipped):
    before = plt.get_fignums()
    as_png(picture_of(flipped))
    assert plt.get_fignums() == before


def test_pictures_can_be_drawn_in_several_threads(flipped):
    expected, drawn = as_svg(picture_of(flipped)), []
    threads = [
        threading.Thread(target=lambda: drawn.append(as_svg(picture_of(flipped)))) for _ in range(4)
    ]
    for each in threads:
        each.start()
    for each in threads:
        each.join(timeout=60)
    assert drawn == [expected] * 4


def test_a_folder_gets_a_file_for_each_check_with_a_counterexample(flipped, tmp_path):
    checks = [{"name": "one", "counterexample": None}, {"name": "two", "counterexample": flipped}]
    (tmp_path / "own.png").write_bytes(b"mine")
    (tmp_path / "01-one.png").write_bytes(b"from before it passed")
    paths = save_pictures({"checks": checks}, tmp_path)
    assert [path.name for path in paths] == ["02-two.png"]
    assert {path.name for path in tmp_path.iterdir()} == {"02-two.png", "own.png"}
    assert (tmp_path / "own.png").read_bytes() == b"mine"
    assert plt.imread(paths[0]).shape[2] == 4


def test_where_there_is_nothing_to_draw_there_is_no_picture(record, tmp_path):
    assert picture_of(None) is None
    assert picture_of(record({})) is None
    assert (
        save_pictures({"checks": [{"name": "one", "counterexample": None}]}, tmp_path / "x") == []
    )
    assert not (tmp_path / "x").exists()
