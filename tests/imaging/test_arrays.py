"""Arrays in a record: small ones as numbers, all others packed."""

import json

import numpy as np
import pytest

from autograder.imaging.arrays import as_record, from_record


@pytest.mark.parametrize("shape", [(2**20, 0), (151, 0), (0, 2**20), (1000, 0, 1000)])
def test_many_empty_rows_are_not_written_as_lists(shape):
    record = as_record(np.zeros(shape))
    assert len(json.dumps(record)) < 100
    assert from_record(record).shape == shape
