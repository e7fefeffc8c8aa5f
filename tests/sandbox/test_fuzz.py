"""Whatever bytes come, the host refuses them or believes an array, and goes on."""

from benchmarks.fuzz import fuzz_frames, fuzz_submissions


def test_frames_are_refused_or_hold_an_array_that_fits():
    met = fuzz_frames(2000)
    assert {"array", "BadFrame", "Closed"} <= set(met)
    assert sum(met.values()) == 2000


def test_mutated_submissions_never_make_the_host_fail():
    assert sum(fuzz_submissions(20).values()) == 20
