"""Mutants of the skull removal that are right solutions too, in the range that the exercise states.

They give other results than the reference, all of them within what the claims allow: there is more
than one way to remove a skull. Since the reference was written again none has been counted; what
`python -m benchmarks.mutation --exercise skull_removal` lists as surviving belongs here if it is
right, each with the reason.
"""

RIGHT_TOO = {}
