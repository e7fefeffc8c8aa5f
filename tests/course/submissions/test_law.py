"""The law of conservation holds of downloads of every shape; `benchmarks.downloads` tries more."""

import tempfile
from pathlib import Path

from hypothesis import HealthCheck, given, settings

from benchmarks.download_classes import classes, make
from benchmarks.downloads import hold_the_law


@settings(max_examples=100, deadline=None, suppress_health_check=list(HealthCheck))
@given(drawn=classes())
def test_no_file_and_no_student_is_lost_and_no_two_people_are_one(drawn):
    with tempfile.TemporaryDirectory() as folder:
        counts = hold_the_law(make(Path(folder), drawn))
    assert sum(counts.values()) > 0
