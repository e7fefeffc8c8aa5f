"""Each layer of isolation stops something that nothing else stops; together they stop all."""

import sys
from functools import cache

import pytest

from autograder.sandbox.host import Sandbox
from autograder.sandbox.limits import Limits
from autograder.sandbox.self_test import ATTEMPTS, examine
from autograder.sandbox.worker.isolation import NAMES

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="the layers are Linux's")


@cache
def looked_at(*layers):
    """Return the layers that hold of those wanted, and what a submission can do behind them."""
    with Sandbox(Limits(load=20, call=5, submission=60), layers) as sandbox:
        worker = sandbox.open(b"", ".py", ())
        worker.close()
        findings = examine(sandbox)
    return worker.held, {finding.attempt for finding in findings if not finding.stopped}


def loose(*layers):
    """Return what a submission can do behind these layers; skip where one does not hold here."""
    held, found = looked_at(*layers)
    if missing := set(layers) - set(held):
        pytest.skip(f"there is no layer {', '.join(sorted(missing))} here")
    return found


def test_without_any_layer_a_submission_can_do_all_that_is_tried():
    assert loose() == set(ATTEMPTS)


def test_behind_all_layers_that_there_are_it_can_do_nothing():
    held, found = looked_at(*NAMES)
    if {"files", "calls"} <= set(held):
        assert found == set()
    else:
        pytest.skip(f"only {', '.join(held)} hold here")


WORTH = [
    ("files", ("network", "calls"), {"reads_files", "writes_files"}),
    ("calls", ("network", "files"), {"starts_programs", "forks"}),
    ("network", ("files",), {"sends_datagrams"}),
    ("user", (), {"reads_files", "writes_files", "signals_others", "traces_others"}),
]


@pytest.mark.parametrize(("layer", "others", "stopped"), WORTH, ids=[row[0] for row in WORTH])
def test_a_layer_stops_what_the_others_do_not(layer, others, stopped):
    without = loose(*others)
    with_it = loose(*(name for name in NAMES if name in (*others, layer)))
    assert stopped <= without
    assert not stopped & with_it
