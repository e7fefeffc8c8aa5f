"""What each hostile submission may get at most; docs/not-promised.md says what is not promised.

A submission is worth what the arrays are worth that it returns: the one named here is the honest
one that returns the same arrays, or none where it returns no array or not its own work.
"""

RIGHT, PARTIAL = "c00_honest_right", "c03_honest_partial"
HALF, ZEROS, NOTHING = "c01_honest_wrong", "c02_honest_zeros", None

CONTROLS = (
    "c00_honest_right",
    "c04_honest_slow_import",
    "c05_honest_noisy",
    "c06_honest_global_state",
    "c07_honest_demonstration",
)

# Loops, floods and eats.
EXHAUSTING = {
    "a01_loops_in_a_call": NOTHING,
    "a02_loops_while_loading": NOTHING,
    "a03_keeps_the_interpreter_lock": NOTHING,
    "a04_ignores_signals": NOTHING,
    "a05_eats_memory": NOTHING,
    "a06_forks_on_and_on": ZEROS,
    "a07_starts_thousands_of_threads": ZEROS,
    "a08_floods_the_output": ZEROS,
    "a09_floods_the_descriptors": ZEROS,
    "a10_fills_one_file": NOTHING,
    "a11_uses_up_descriptors": NOTHING,
    "a12_recurses_for_ever": NOTHING,
    "a13_returns_terabytes": NOTHING,
    "a14_is_slow_every_time": HALF,
    "h33_breaks_the_search_for_a_small_case": HALF,
    "h34_returns_the_largest_result": ZEROS,
    "h35_returns_millions_of_empty_rows": NOTHING,
    "h36_returns_noise_of_many_axes": ZEROS,
    "h38_returns_lists_in_lists": NOTHING,
    "h39_fills_every_text": NOTHING,
}

# Ends itself or others, or cannot be ended.
ENDING = {
    "b01_exits_while_loading": HALF,
    "b02_ends_its_process": NOTHING,
    "b03_asks_to_exit": NOTHING,
    "b04_crashes_the_interpreter": NOTHING,
    "b05_kills_all_it_can_name": ZEROS,
    "b06_leaves_a_survivor": HALF,
    "b07_stops_itself": NOTHING,
    "b08_raises_what_cannot_be_printed": NOTHING,
    "h12_kills_the_zygote": NOTHING,
    "h31_interrupts_the_grader": HALF,
    "p04_lets_the_kernel_kill": HALF,
}

# Writes its own result, or changes who decides.
FORGING = {
    "c10_writes_result_files": HALF,
    "c11_writes_verdicts_on_every_descriptor": HALF,
    "c12_patches_otter": HALF,
    "c13_pickles_a_payload": HALF,
    "c14_hooks_into_ipython": HALF,
    "c15_patches_comparisons": HALF,
    "c16_patches_the_oracle": HALF,
    "c17_patches_hypothesis_and_the_kit": HALF,
    "c18_patches_builtins": HALF,
    "c19_plants_modules": HALF,
    "c20_opens_grade_books": HALF,
    "h01_replies_with_another_nonce": HALF,
    "h02_replies_twice": HALF,
    "h03_announces_a_huge_reply": HALF,
    "h04_announces_more_than_it_sends": NOTHING,
    "h05_says_early_that_it_is_loaded": HALF,
    "h06_serves_by_itself": HALF,
    "h07_says_it_passed": NOTHING,
    "h08_replies_with_a_grader_error": NOTHING,
    "h09_lies_about_the_shape": NOTHING,
    "h10_replies_with_odd_types": NOTHING,
    "h11_replies_with_deep_json": NOTHING,
    "h13_writes_to_leaked_descriptors": HALF,
    "h24_replaces_the_caller": HALF,
    "h37_replies_with_a_shape_of_no_size": NOTHING,
}

# Returns something else than an array of numbers.
PRETENDING = {
    "d01_is_equal_to_everything": HALF,
    "d02_decides_when_it_is_read": ZEROS,
    "d03_gives_no_numbers": HALF,
    "d04_masks_all": HALF,
    "d05_holds_objects": NOTHING,
    "d06_leaves_it_to_broadcasting": ZEROS,
    "d07_returns_nothing_to_compare": ZEROS,
    "d08_makes_the_question_easy": ZEROS,
    "d09_changes_its_answer_later": ZEROS,
    "d10_makes_tolerances_infinite": HALF,
    "d11_hides_in_the_imaginary_part": NOTHING,
    "d12_returns_a_generator": NOTHING,
    "d13_returns_a_payload": NOTHING,
    "d14_lies_about_sizes": HALF,
    "d15_goes_by_the_shape_alone": ZEROS,
    "d16_does_something_where_everybody_looks": ZEROS,
    "h29_names_itself_oddly": NOTHING,
}

# Looks where it should not. One that found something would raise an error that says LEAK.
SPYING = {
    "e01_reads_files_around": HALF,
    "e02_walks_the_stack": HALF,
    "e03_searches_the_heap": HALF,
    "e04_asks_loaded_modules": HALF,
    "e05_looks_into_processes": HALF,
    "e06_traces_its_parent": HALF,
    "e07_reads_other_submissions": HALF,
    "e08_tells_the_network": HALF,
    "e09_shouts_its_arguments": NOTHING,
    "e10_remembers_for_the_next": HALF,
    "p01_makes_a_device": HALF,
    "p05_mounts_over_python": HALF,
}

# Lets a library do the work.
BORROWING = {
    "e11_prints_checks_in_errors": HALF,
    "f01_calls_the_library": NOTHING,
    "f02_calls_the_library_in_disguise": NOTHING,
    "f03_calls_another_library": NOTHING,
    "f04_asks_another_interpreter": NOTHING,
    "f05_imports_a_fresh_copy": NOTHING,
    "f06_takes_it_from_a_library_of_small_tools": NOTHING,
    "f07_multiplies_series": NOTHING,
    "f08_imports_from_another_python": NOTHING,
    "h14_walks_closures": NOTHING,
    "h15_reloads": NOTHING,
    "h16_loads_the_shared_library_again": NOTHING,
    "h17_finds_the_original_on_the_heap": NOTHING,
    "h18_lets_a_thread_call": NOTHING,
    "h19_calls_the_library_when_it_is_read": NOTHING,
    "h20_makes_a_table_while_loading": HALF,
    "h21_disarms_the_tripwires": NOTHING,
    "h22_cuts_the_report": NOTHING,
    "h23_fills_the_report": NOTHING,
    "h30_copies_the_library_source": NOTHING,
    "h32_looks_at_a_callers_frame": NOTHING,
    "p02_takes_its_reports_by_33_bits": NOTHING,
    "i01_moves_the_report_descriptor": NOTHING,
    "i02_gets_a_ufunc_by_its_hook": NOTHING,
    "i03_imports_the_kits_sums": NOTHING,
    "i04_makes_a_function_from_the_table": NOTHING,
    "i05_calls_the_c_interface": NOTHING,
    "i06_loads_numpys_core_again": NOTHING,
    "i07_imports_numpy_again": NOTHING,
    "i08_looks_for_what_holds_it": NOTHING,
    "i09_multiplies_polynomials": NOTHING,
    "i10_writes_machine_code": NOTHING,
    "i11_loads_a_library_from_scratch": NOTHING,
    "i12_loads_the_library_behind_the_finder": NOTHING,
    "i13_keeps_only_pythons_finders": NOTHING,
    "i14_uses_other_compiled_libraries": NOTHING,
    "i15_runs_another_python": NOTHING,
    "i16_reads_the_source_of_the_library": NOTHING,
    "i17_unmarshals_the_library": NOTHING,
    "i18_multiplies_with_a_circulant": NOTHING,
    "i19_suppresses_and_hides_errors": HALF,
    "i20_takes_code_from_a_traceback": NOTHING,
    "i21_uses_what_numpy_tests_itself_with": NOTHING,
    "i22_calls_what_the_erased_functions_called": NOTHING,
    "t01_imports_morphology_again": NOTHING,
    "t02_takes_what_the_wrapper_holds": NOTHING,
    "t03_makes_the_module_from_its_file": NOTHING,
    "t04_uses_other_openings": NOTHING,
    "t05_looks_among_the_keys_of_a_table": NOTHING,
    "t06_does_something_where_everybody_looks": NOTHING,
}

# Leaves damage behind.
DAMAGING = {
    "g01_deletes_files": HALF,
    "g02_changes_site_packages": HALF,
    "g03_changes_global_state": HALF,
    "g04_leaves_links": HALF,
    "h25_digs_a_deep_tree": HALF,
    "h26_leaves_ten_thousand_files": HALF,
    "h27_poisons_caches": NOTHING,
    "h28_raises_text_that_no_file_holds": NOTHING,
    "p03_slows_its_neighbours": HALF,
}

# Files that are not proper notebooks.
BROKEN = {
    "n01_cut_off": NOTHING,
    "n02_not_json": NOTHING,
    "n03_cells_are_no_list": NOTHING,
    "n04_format_3": HALF,
    "n05_deep": NOTHING,
    "n06_hooks_into_the_shell": HALF,
    "n07_cell_with_bytes_that_are_no_text": NOTHING,
}

DUE = (
    dict.fromkeys(CONTROLS, RIGHT)
    | {HALF: HALF, ZEROS: ZEROS, PARTIAL: PARTIAL}
    | (EXHAUSTING | ENDING | FORGING | PRETENDING | SPYING | BORROWING | DAMAGING | BROKEN)
)

STATUS = {
    "a01_loops_in_a_call": "timed_out",
    "a02_loops_while_loading": "timed_out",
    "b03_asks_to_exit": "crashed",
    "c00_honest_right": "passed",
    "h05_says_early_that_it_is_loaded": "not_written",
    "n01_cut_off": "crashed",
}
