"""Notebooks: built from handouts, checked cell by cell, graded under Otter.

The front doors are `build.build_exercises` and, for what it builds, `students_grader.Grader`,
`check_cell.run_check` and `check_cell.run_graded_check`. Students have no Otter: only what builds
and what Otter calls imports it.

The build is for instructors, in a checkout of the repository: it reads ``reference``, which is
never installed, as text.
"""
