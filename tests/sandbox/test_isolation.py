"""Each layer of isolation stops something that nothing else stops; together they stop all."""

import os
import sys
from functools import cache

import pytest

from autograder.sandbox.canary import ABOUT_FILES, ATTEMPTS
from autograder.sandbox.host import Sandbox
from autograder.sandbox.limits import Limits
from autograder.sandbox.self_test import examine
from autograder.sandbox.worker.isolation import NAMES

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="the layers are Linux's")


@cache
def looked_at(*layers):
    """Return the layers that hold of those wanted, and what a submission can do behind them."""
    with Sandbox(Limits(load=20, call=5, submission=60), layers, of_all=b"") as sandbox:
        worker = sandbox.open(b"", ".py", ())
        worker.close()
        findings = examine(sandbox)
    return worker.held, {finding.attempt for finding in findings if not finding.stopped}


def test_without_any_layer_a_submission_can_do_all_that_is_tried():
    needs_root = {"makes_devices", "reads_the_kernels_log"} if os.geteuid() != 0 else set()
    assert looked_at() == ((), set(ATTEMPTS) - needs_root - BY_THE_C_LIBRARY)


# A worker whose files no layer hides may not open the C library, either.
HIDES_FILES = ("mounts", "files")
BY_THE_C_LIBRARY = {"traces_others", "reads_the_kernels_log", "keeps_capabilities"}
FILES = {"reads_files", "writes_files", "reads_public_files", "writes_public_folders"}
# What each layer stops by itself, on every kernel that has it.
STOPS = {
    "network": {"sends_datagrams"},
    "mounts": FILES | {"reads_neighbours", "fills_the_disk", "lists_processes"},
    "user": {
        *("reads_files", "writes_files", "signals_others", "traces_others", "schedules_others"),
        *("makes_devices", "keeps_capabilities"),
    },
    "privileges": {"makes_devices", "keeps_capabilities"},
    "files": FILES | {"reads_neighbours", "fills_the_disk", "lists_processes"},
    "calls": {
        *("starts_programs", "forks", "connects", "sends_datagrams", "signals_others"),
        *("traces_others", "schedules_others", "makes_devices", "reads_the_kernels_log"),
    },
}


def test_behind_all_layers_that_there_are_it_can_do_nothing_that_one_of_them_stops():
    held, found = looked_at(*NAMES)
    assert found == set(ATTEMPTS).difference(*(STOPS[name] for name in held))


def test_system_calls_are_given_up_wherever_the_kit_is_installed():
    assert "calls" in looked_at(*NAMES)[0]


@pytest.mark.parametrize("others", [(), ("files",), ("network", "files"), ("network", "calls")])
@pytest.mark.parametrize("layer", NAMES)
def test_a_layer_that_holds_stops_its_part_and_one_that_does_not_hold_nothing(layer, others):
    _, without = looked_at(*others)
    held, with_it = looked_at(*(name for name in NAMES if name in (*others, layer)))
    if layer in held and layer in HIDES_FILES:
        without = without | BY_THE_C_LIBRARY
    if (layer, layer in held) == ("mounts", True) and os.geteuid() == 0:
        # it brings a folder that may be written to, as `files` lets no other be
        without = without | {"makes_devices"}
    assert with_it <= without - STOPS[layer] if layer in held else with_it == without


def test_calls_stop_what_no_other_layer_stops():
    _, without_calls = looked_at(*(name for name in NAMES if name != "calls"))
    assert without_calls >= {"starts_programs", "forks"}


def test_what_a_layer_of_files_stops_is_what_endangers_grades():
    assert FILES | {"makes_devices"} == ABOUT_FILES


def test_the_document_says_which_layers_stop_what(root):
    text = (root / "docs" / "how-it-works.md").read_text(encoding="utf-8")
    for attempt, words in ATTEMPTS.items():
        layers = ", ".join(f"`{name}`" for name, stopped in STOPS.items() if attempt in stopped)
        assert f"| {words} | {layers} |" in text


def test_the_document_has_a_row_for_every_layer(root):
    text = (root / "docs" / "how-it-works.md").read_text(encoding="utf-8")
    assert all(f"\n| `{name}`" in text for name in NAMES)
