"""What a record holds of large arrays: enough for a picture."""

import json

import numpy as np

from autograder.imaging.arrays import as_record, from_record
from autograder.imaging.evidence import as_records


def noise(*shape):
    return np.random.default_rng(1).normal(size=shape)


def test_large_arrays_keep_three_digits_and_what_is_0_and_what_is_equal():
    image = noise(100, 100) * 1e300
    image[:10] = 0
    came = from_record(as_record(image))
    assert np.array_equal(came == 0, image == 0)
    image = noise(100, 100)
    assert np.allclose(from_record(as_record(image)), image, rtol=5e-4)


def test_integers_stay_exact_if_that_is_shorter():
    image = np.random.default_rng(1).integers(0, 256, (256, 256), np.uint8)
    assert np.array_equal(from_record(as_record(image)), image)


def test_of_a_large_volume_some_planes_are_there_the_wrong_one_among_them():
    volume = noise(30, 60, 60)
    arguments, right, came = as_records({"volume": volume}, volume, 2 * volume, (7, 1, 1))
    assert right["planes"] == arguments["volume"]["planes"] == came["planes"]
    assert 7 in right["planes"]
    held = from_record(right)
    assert held.shape == volume.shape
    assert np.allclose(held[7], volume[7], rtol=5e-4)
    assert not held[8].any()
    assert len(json.dumps([arguments, right, came])) < 300_000


def test_a_result_of_another_shape_has_no_planes_of_the_volume():
    volume = noise(30, 60, 60)
    _, right, came = as_records({"volume": volume}, None, volume[:20], None)
    assert right is None
    assert from_record(came).shape == (20, 60, 60)
