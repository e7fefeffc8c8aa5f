"""Which sentences are true of which known mistakes; others would be untrue.

The key of a finding mostly is the name of the mistake. What only says what was seen, such as two
shapes or a dtype, is true of whatever it was seen of.
"""

from __future__ import annotations

OBSERVED = (
    "error:",
    "only:",
    "relation",
    "shares",
    "only_some_heads",
    "returned_another_",
    "returned_no_array",
    "depends_on_earlier_calls",
    "weighed_neighbours_otherwise",
    "dtype:",
    "turned_the_kernel",
    "removed_nothing",
    "removed_everything",
    "changed_the_values",
    "stopped_at_",
    "confused_the_sides",
)
ALSO_TRUE = {
    "padded_by_one": {"assumed_a_side_of_three"},
    "edited_the_input": {"changed_an_argument", "kept_the_dtype_of_the_input"},
    "took_the_maximum": {"ignored_the_kernel"},
    "clipped_to_bytes": {"cut_off_negative_sums"},
    "kept_only_whole_neighbourhoods": {"padded_nothing"},
    "left_pixels_unset": set(),
    "assumed_the_usual_memory_layout": {"relied_on_memory_layout"},
    "put_zeros_beyond_the_border": {"border:constant"},
    "left_the_border_black": {"border:black", "border:black steps"},
    "left_out_what_lies_beyond_the_border": {"border:ignore"},
    "repeated_the_outermost_pixels": {"border:nearest"},
    "mirrored_at_the_outermost_pixels": {"border:mirror"},
    "wrapped_round_the_border": {"border:wrap"},
    "used_the_footprint_in_one_step_only": {"footprint:one:cross"},
    "ignored_the_footprint": {"footprint:cross", "planes:cross"},
    "used_a_fixed_disk": {"footprint:disk 2"},
    "assumed_a_square_footprint": {"footprint:rows if unlike"},
    "swapped_rows_and_columns": {"footprint:transposed"},
    "filled_the_holes_of_the_footprint": {"footprint:box", "planes:box"},
    "multiplied_by_the_footprint": {"footprint:times"},
    "took_the_footprint_for_heights": {"footprint:heights", "numbers:wrapping"},
    "opened_plane_by_plane": {"planes:planes"},
    "took_top_hats_plane_by_plane": {"planes:planes"},
    "used_a_box_for_volumes": {"planes:box"},
    "closed_instead_of_opening": {"steps:DE"},
    "eroded_only": {"steps:E"},
    "eroded_twice": {"steps:EE"},
    "dilated_twice": {"steps:DD"},
    "turned_the_result_into_bytes": {"numbers:bytes", "numbers:cut"},
    "clipped_the_result": {"numbers:clip"},
    "thresholded_first": {"thresholded"},
    "took_the_absolute_difference": {"numbers:wrapping"},
    "grew_back_too_far": {"footprint:one:wider"},
    "took_the_median": {"steps:N"},
    "left_the_planes_out": {"axes:12"},
    "began_again_with_the_volume": {"axes:2"},
    "divided_by_the_sum_of_the_weights": {"multiplied_the_sums"},
    "repeated_the_outermost_voxels": {"border:nearest"},
    "subtracted_in_place": {"changed_an_argument", "returned_a_view"},
    "kept_one_array_for_all_results": {"kept_one_result_array"},
    "read_pixels_in_memory_order": {"relied_on_memory_layout"},
    "stretched_the_result": {"stretched"},
    "cut_off_negative_grey_values": {"numbers:negative"},
    "turned_photographs_into_bytes": set(),
    "rounded_the_differences": {"numbers:round"},
    "forgot_the_footprint": {"footprint:cross"},
    "edited_the_image": {"changed_an_argument", "returned_a_view"},
    "scaled_to_bytes": {"scaled_the_values"},
    "took_a_threshold_in_the_volume_only": {"kept_every_piece", "punched_out_the_ventricles"},
    "took_a_threshold_only": {
        "kept_every_piece",
        "punched_out_the_ventricles",
        "left_the_bridges_standing",
    },
    "returned_the_mask_of_the_volume": {"returned_the_mask"},
    "eroded_the_volume_without_dilating_back": {"eroded_without_dilating_back"},
    "punched_out_the_ventricles_of_the_volume": {"punched_out_the_ventricles"},
    "eroded_the_brain_away": {"lost_the_brain"},
    "kept_every_piece": {"kept_the_whole_head", "left_the_bridges_standing"},
    "kept_the_second_largest_piece": {"kept_the_scalp"},
}


def is_true(key, mistakes):
    """Return whether the finding of a key holds of a function that makes these mistakes."""
    if key.startswith(OBSERVED):
        return True
    return any(key == name or key in ALSO_TRUE.get(name, ()) for name in mistakes)
