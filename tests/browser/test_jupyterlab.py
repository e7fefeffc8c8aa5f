"""What a student sees in JupyterLab, in a copy of the notebook beside the untouched original.

All of it is one test, since a server and a kernel take longer to start than all that is tried.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import time
import zipfile
from urllib.parse import quote

import pytest

COPY = "convolution (1).ipynb"
SECONDS = 1000
TO_START = 90 * SECONDS  # a server, a kernel, and what the first cell imports

FLIPPED = """\
import numpy as np


def convolve2d(image, kernel):
    kernel = kernel[::-1, ::-1]
    height, width = kernel.shape
    padded = np.pad(image.astype(float), [(height // 2,) * 2, (width // 2,) * 2])
    result = np.zeros(image.shape)
    for row in range(image.shape[0]):
        for column in range(image.shape[1]):
            window = padded[row : row + height, column : column + width]
            result[row, column] = (window * kernel).sum()
    return result
"""
RIGHT = FLIPPED.replace("    kernel = kernel[::-1, ::-1]\n", "")

HIGHEST = 900  # pixels
BEFORE_THE_SLIDER = (
    "photograph = data.astronaut()",
    "small = np.array",
    "def show_one_step(image, window",
    "padded = np.pad(small, 1)",
)

# Every cell is in the page, not only those in view, and nothing is asked or fetched at the start.
SETTINGS = {
    "notebook-extension/tracker": {"windowingMode": "none"},
    "apputils-extension/notification": {"fetchNews": "false", "checkForUpdates": False},
}


@pytest.fixture
def lab(root, tmp_path, notebook_path):
    """The address of a JupyterLab on a folder with the built notebook; ended with the test."""
    pytest.importorskip("jupyterlab", reason="no JupyterLab: pip install jupyterlab")
    pytest.importorskip("ipykernel", reason="no kernel for notebooks: pip install ipykernel")
    pytest.importorskip("ipywidgets", reason="no sliders: pip install ipywidgets")
    folder, own = tmp_path / "course", tmp_path / "jupyter"
    folder.mkdir()
    (folder / "tests").mkdir()  # checks read no such folder
    shutil.copy(root / "assignments/convolution/convolution.ipynb", folder)
    shutil.copy(root / "assignments/convolution/convolution.ipynb", folder / COPY)
    for name, settings in SETTINGS.items():
        path = own / "settings" / "@jupyterlab" / f"{name}.jupyterlab-settings"
        path.parent.mkdir(parents=True)
        path.write_text(json.dumps(settings))
    log = (tmp_path / "log").open("w")
    server = subprocess.Popen(command(folder), env=environment(own), stdout=log, stderr=log)
    try:
        yield address(server, own / "runtime", tmp_path / "log")
    finally:
        server.terminate()
        try:
            server.wait(timeout=15)
        except subprocess.TimeoutExpired:
            server.kill()
            server.wait()
        log.close()


def command(folder):
    """Return how to start a server that chooses its port."""
    options = ["--no-browser", "--port=0", "--ip=127.0.0.1", f"--ServerApp.root_dir={folder}"]
    options += ["--allow-root", "--LabApp.extension_manager=readonly"]
    return [sys.executable, "-m", "jupyterlab", *options]


def environment(own):
    """Return variables that keep a server from the settings of whoever runs the tests."""
    folders = {
        "JUPYTER_CONFIG_DIR": own / "config",
        "JUPYTER_DATA_DIR": own / "data",
        "JUPYTER_RUNTIME_DIR": own / "runtime",
        "JUPYTERLAB_SETTINGS_DIR": own / "settings",
        "JUPYTERLAB_WORKSPACES_DIR": own / "workspaces",
        "IPYTHONDIR": own / "ipython",
    }
    return {**os.environ, **{name: str(folder) for name, folder in folders.items()}}


def address(server, runtime, log):
    """Return the address of the notebook, with the token, once the server says where it is."""
    deadline = time.monotonic() + TO_START / SECONDS
    while time.monotonic() < deadline and server.poll() is None:
        for path in runtime.glob("jpserver-*.json"):
            try:
                said = json.loads(path.read_text())
            except ValueError:  # not written to its end yet
                continue
            return f"{said['url']}lab/tree/{quote(COPY)}?token={said['token']}"
        time.sleep(0.1)
    pytest.fail(f"JupyterLab did not start:\n{log.read_text()}")


def cell(page, text):
    return page.locator(".jp-CodeCell", has_text=text)


def run(page, cell_to_run, number):
    """Run a cell, and wait until it has run as the so many-th in its kernel."""
    cell_to_run.locator(".cm-content").click()
    page.keyboard.press("Shift+Enter")
    cell_to_run.locator(".jp-InputPrompt", has_text=f"[{number}]:").wait_for(timeout=TO_START)


def write(page, cell_to_fill, source):
    cell_to_fill.locator(".cm-content").click()
    page.keyboard.press("ControlOrMeta+A")
    page.keyboard.insert_text(source)


def test_a_wrong_answer_shows_a_picture_a_right_one_is_exported_and_sliders_move(
    lab, page, tmp_path
):
    page.set_viewport_size({"width": 1300, "height": 900})
    page.goto(lab)
    first, stub = cell(page, "Run this cell first"), cell(page, "def convolve2d(image, kernel)")
    check, export = cell(page, 'grader.check("convolve2d")'), cell(page, "grader.export()")
    picture, said = check.locator("img").first, check.locator(".jp-OutputArea")
    page.get_by_text("(ipykernel) | Idle").wait_for(timeout=TO_START)

    run(page, first, 1)
    write(page, stub, FLIPPED)
    run(page, stub, 2)
    run(page, check, 3)
    picture.scroll_into_view_if_needed()
    page.screenshot(path=tmp_path / "wrong.png")
    assert "At [0, 0], 0 is expected and yours is 1" in picture.get_attribute("alt")
    assert picture.evaluate("image => image.complete && image.naturalWidth > 100")
    count, message = "13 of 20 checks, 14 of 25 points", "At [0, 0] it is 1 instead of 0"
    assert said.inner_text().index(count) < said.inner_text().index(message)
    assert said.evaluate("area => area.getBoundingClientRect().height") < HIGHEST

    write(page, stub, RIGHT)
    run(page, stub, 4)
    run(page, check, 5)
    check.get_by_text("Passed: 20 of 20 checks, 25 of 25 points.").wait_for()
    assert picture.count() == 0
    run(page, export, 6)
    page.screenshot(path=tmp_path / "exported.png")
    told = export.locator(".jp-OutputArea").inner_text()
    assert f"Exported {COPY} to convolution_" in told
    assert "What you hand in has 25 of 25 points" in told
    (packed,) = (tmp_path / "course").glob("*.zip")
    assert RIGHT.rstrip() in sources_in(packed)
    move_a_slider(page, 7)


def move_a_slider(page, number):
    """Run what the first slider needs, as the so many-th cells; move it: its picture changes."""
    moving = cell(page, "def show_step_at(row, column)")
    for more, text in enumerate(BEFORE_THE_SLIDER):
        run(page, cell(page, text).first, number + more)
    run(page, moving, number + len(BEFORE_THE_SLIDER))
    picture, column = moving.locator("img"), moving.get_by_role("slider").nth(1)
    column.wait_for()
    assert "products: sum 58" in picture.get_attribute("alt")
    column.scroll_into_view_if_needed()
    column.focus()
    page.keyboard.press("ArrowLeft")
    moving.locator('img[alt*="products: sum 64"]').wait_for()
    assert picture.count() == 1
    assert picture.evaluate("image => image.clientWidth >= image.naturalWidth * 0.9")


def sources_in(packed):
    """Return the sources of the cells of the notebook in a zip."""
    with zipfile.ZipFile(packed) as archive:
        notebook = json.loads(archive.read("convolution.ipynb"))
    return ["".join(each["source"]).rstrip() for each in notebook["cells"]]
