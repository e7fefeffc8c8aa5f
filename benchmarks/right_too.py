"""Mutants that give other results than the reference, and do what the exercise asks for.

There is more than one way to remove a skull, or to find letters. A mutant that
`python -m benchmarks.mutation` lists as surviving belongs here if it is right, with the reason.
Since the reference of the skull removal was written again, none of its mutants has been counted.
"""

from benchmarks.equivalents import mutants_of

OTHER_DISK = (
    "Strokes are 2 or 3 pixels wide, and letters 4 apart: disks of radius 4 and 6 fit into none, "
    "and the light changes by 9 at most over a radius, where ink is 60 darker."
)
WITH_ITS_OWN_GREY = (
    "Otsu's threshold is the largest grey of the paper, which at most 1 % of it has; 2 % may be "
    "marked."
)

RIGHT_TOO = {
    "tophat": {
        **mutants_of(
            "find_letters",
            "dark = black_tophat(page, disk(5))",
            OTHER_DISK,
            "dark = black_tophat(page, disk(4))",
            "dark = black_tophat(page, disk(6))",
        ),
        **mutants_of(
            "find_letters",
            "return dark > threshold_otsu(dark)",
            WITH_ITS_OWN_GREY,
            "return dark >= threshold_otsu(dark)",
        ),
    },
}
