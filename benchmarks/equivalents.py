"""Mutants that no check can tell from the solution, each with the reason.

A mutant is written ``"function: line -> mutated line"``, as `benchmarks.mutants` writes it.
"""

EQUIVALENTS = {
    "convolution": {},
    "convolution3d": {},
    "tophat": {},
    "skull_removal": {},
}
