"""Pictures of what was kept of a head, over what should have been kept."""

import numpy as np
import pytest

from autograder.reports.pictures import picture_of, words_of

HEAD = np.ones((20, 20))
HEAD[2:18, 2:18] = 3
HEAD[6:14, 6:14] = 2


def keeping(rows, columns, of=HEAD):
    """Return an image in which all but some rows and columns is 0."""
    kept = np.zeros_like(of)
    kept[..., rows, columns] = of[..., rows, columns]
    return kept


BRAIN = keeping(slice(6, 14), slice(6, 14))
SHIFTED = keeping(slice(6, 14), slice(2, 10))


@pytest.fixture
def shifted(record):
    """Half of the brain was lost, and as much scalp left."""
    return record({"image": HEAD}, BRAIN, SHIFTED, [6, 2], function="remove_skull")


def drawn_on(ax):
    """Return how each region on an image is drawn, and its top, bottom, left and right edge."""
    found = {}
    for each in ax.collections:
        (left, top), (right, bottom) = each.get_paths()[0].get_extents().get_points()
        style = "dashed" if each.get_linestyle()[0][1] else "solid"
        found[each.hatches[0] or style] = (top, bottom, left, right)
    return found


def test_the_image_both_results_and_what_went_wrong_stand_side_by_side(shifted, panels):
    found = panels(picture_of(shifted))
    assert list(found) == ["image", "expected", "yours", "difference"]
    assert len({ax.get_position().y1 for ax in found.values()}) == 1


def test_what_was_kept_is_a_solid_line_and_what_should_have_been_a_dashed_one(shifted, panels):
    found = panels(picture_of(shifted))
    yours, expected = {"solid": (5.5, 13.5, 1.5, 9.5)}, {"dashed": (5.5, 13.5, 5.5, 13.5)}
    assert drawn_on(found["yours"]) == yours
    assert drawn_on(found["expected"]) == expected
    assert (yours | expected).items() <= drawn_on(found["difference"]).items()


def test_scalp_that_was_left_and_brain_that_was_lost_are_shaded_unlike(shifted, panels):
    drawn = drawn_on(panels(picture_of(shifted))["difference"])
    assert drawn["////"] == (5.5, 13.5, 1.5, 5.5)
    assert drawn["xxxx"] == (5.5, 13.5, 9.5, 13.5)


def test_the_words_say_how_much_was_left_and_lost(shifted):
    words = words_of(shifted)
    assert "Of 64 pixels that should be kept, 32 are taken away" in words
    assert "of 336 that should be 0, 32 are left" in words


def test_the_pixel_that_is_told_about_is_framed_large_enough_to_see(record, panels, frames):
    head = np.tile(HEAD, (10, 10))
    case = record(
        {"image": head}, yours=keeping(slice(60, 100), slice(60, 100), head), where=[0, 3]
    )
    found = panels(picture_of(case))
    assert list(found) == ["image", "yours"]
    assert frames(found["yours"]) == [(0, 0, 6, 9)]
    assert "At [0, 3], yours is 0." in words_of(case)


def test_volumes_show_planes_from_all_that_was_kept_and_the_first_wrong_one(record):
    volume = np.repeat(HEAD[None], 30, axis=0)
    expected, yours = (keeping(slice(6, 14), slice(6, 14), volume) for _ in range(2))
    yours[:7] = expected[:5] = expected[25:] = yours[25:] = 0
    case = record({"volume": volume}, expected, yours, [6, 6, 6])
    figure = picture_of(case)
    titles = [ax.get_title(loc="left") for ax in figure.axes]
    assert titles == [f"plane {index}" for index in (6, 9, 14, 19, 24)] * 2
    shaded = [sorted(drawn_on(ax)) for ax in figure.axes[5:]]
    assert shaded[0] == ["dashed", "xxxx"]
    assert shaded[1:] == [["dashed", "solid"]] * 4


@pytest.mark.parametrize("yours", [HEAD * 2, (BRAIN > 0).astype(float), HEAD[:10], HEAD])
def test_results_that_are_no_part_of_the_image_are_shown_as_any_others(record, yours, panels):
    found = panels(picture_of(record({"image": HEAD}, yours=yours)))
    assert not any(ax.collections for ax in found.values())


def test_small_images_are_shown_as_numbers(record, panels):
    image = np.eye(3) + 1
    found = panels(picture_of(record({"image": image}, image * np.eye(3), image * 0, [0, 0])))
    assert [text.get_text() for text in found["expected"].texts][:2] == ["2", "0"]
