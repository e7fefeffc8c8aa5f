"""Heads of people's own: whatever the file holds, an upright head of a usual size comes out."""

import nibabel
import numpy as np
import pytest

from autograder.imaging.own_head import load_head

# Millimetres along the axes of a file: to the right, to the front and upwards.
RAS = np.diag([2.0, 2.0, 4.0, 1.0])


def saved(path, stored, affine=RAS, image=nibabel.Nifti1Image):
    nibabel.save(image(stored, affine), path)
    return path


def marked(shape=(20, 30, 10), dtype=np.int16):
    """An array whose right, front, upper corner is bright."""
    array = np.zeros(shape, dtype=dtype)
    array[-1, -1, -1] = 100
    return array


def test_planes_run_to_the_crown_rows_to_the_back_and_columns_to_the_right(tmp_path):
    head = load_head(saved(tmp_path / "head.nii.gz", marked()))
    assert head.volume.shape == (10, 30, 20)
    assert head.volume[-1, 0, -1] == 100
    assert head.millimetres == (4, 2, 2)


def test_a_head_that_lies_otherwise_in_its_file_is_turned(tmp_path):
    lps = np.diag([-2.0, -2.0, 4.0, 1.0])
    turned = saved(tmp_path / "turned.nii", marked()[::-1, ::-1], lps)
    upright = saved(tmp_path / "upright.nii", marked())
    assert np.array_equal(load_head(turned).volume, load_head(upright).volume)


def test_only_axes_with_too_many_voxels_are_thinned_out(tmp_path):
    head = load_head(saved(tmp_path / "thick.nii.gz", marked((200, 130, 20))))
    assert head.volume.shape == (20, 44, 50)
    assert head.millimetres == (4, 6, 8)


@pytest.mark.parametrize("shape", [(20, 30, 10, 3), (20, 30, 10, 1, 2), (20, 30, 10, 1, 1, 3)])
def test_of_a_series_the_first_volume_is_taken(tmp_path, shape):
    stored = np.zeros(shape, dtype=np.int16)
    stored[(..., *[0] * (len(shape) - 3))] = marked()
    head = load_head(saved(tmp_path / "series.nii.gz", stored))
    assert head.volume.shape == (10, 30, 20)
    assert head.volume.max() == 100


@pytest.mark.parametrize("value", [np.nan, np.inf, -np.inf, -1024])
def test_what_is_no_brightness_becomes_air(tmp_path, value):
    stored = marked(dtype=np.float32)
    stored[:5] = value
    volume = load_head(saved(tmp_path / "head.nii.gz", stored)).volume
    assert np.isfinite(volume).all()
    assert volume.min() == 0
    assert np.count_nonzero(volume) == 1


def test_large_whole_numbers_come_as_floats(tmp_path):
    stored = marked(dtype=np.int32)
    stored[0, 0, 0] = 2**30
    assert load_head(saved(tmp_path / "head.nii.gz", stored)).volume.dtype == np.float32


def test_a_pair_of_files_is_read_by_its_header(tmp_path):
    saved(tmp_path / "pair.img", marked(), image=nibabel.Nifti1Pair)
    assert load_head(tmp_path / "pair.hdr").volume.max() == 100


def test_the_volume_of_a_part_is_in_millilitres(tmp_path):
    head = load_head(saved(tmp_path / "head.nii.gz", marked()))
    assert head.millilitres(np.ones_like(head.volume, dtype=bool)) == 20 * 30 * 10 * 16 / 1000


def test_a_file_that_is_no_image_gets_a_sentence(tmp_path):
    (tmp_path / "notes.nii.gz").write_text("no head at all")
    with pytest.raises(ValueError, match="cannot be read as a NIfTI file"):
        load_head(tmp_path / "notes.nii.gz")


def test_an_array_with_two_axes_gets_a_sentence(tmp_path):
    flat = saved(tmp_path / "flat.nii", np.zeros((20, 30), dtype=np.int16))
    with pytest.raises(ValueError, match=r"shape \(20, 30\); a head has three axes"):
        load_head(flat)
