"""A class: what still stands, who grades the rest, the files that it leaves.

Its front doors are `class_grading.ClassGrading`, `regrading.Regrading`, and the pools that they
grade with, `pool.LocalPool` and `cluster.Cluster`.

A class that has not changed is looked at without the libraries that grading needs: what imports
them is imported inside the functions that use it.
"""
