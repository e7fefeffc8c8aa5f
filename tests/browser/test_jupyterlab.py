"""What a student sees in JupyterLab: a picture of what is wrong, and a right answer passing."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import time

import pytest

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
    folder, own = tmp_path / "course", tmp_path / "jupyter"
    folder.mkdir()
    shutil.copy(root / "assignments/convolution/convolution.ipynb", folder)
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
            return f"{said['url']}lab/tree/convolution.ipynb?token={said['token']}"
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


def test_a_wrong_answer_shows_a_picture_and_the_right_one_passes(lab, page, tmp_path):
    page.goto(lab)
    first, stub = cell(page, "# Initialize Otter"), cell(page, "def convolve2d(image, kernel)")
    check = cell(page, 'grader.check("convolve2d")')
    picture, said = check.locator("img"), check.locator(".jp-OutputArea")
    page.get_by_text("(ipykernel) | Idle").wait_for(timeout=TO_START)

    run(page, first, 1)
    write(page, stub, FLIPPED)
    run(page, stub, 2)
    run(page, check, 3)
    picture.scroll_into_view_if_needed()
    page.screenshot(path=tmp_path / "wrong.png")
    assert "At [0, 0], 0 is expected and yours is 1" in picture.get_attribute("alt")
    assert picture.evaluate("image => image.complete && image.naturalWidth > 400")
    claim, message = "Filtering a single bright pixel", "At [0, 0] it is 1 instead of 0"
    assert said.inner_text().index(claim) < said.inner_text().index(message)

    write(page, stub, RIGHT)
    run(page, stub, 4)
    run(page, check, 5)
    check.get_by_text("passed!").wait_for()
    page.screenshot(path=tmp_path / "right.png")
    assert picture.count() == 0
