"""The seeds that decide which examples are drawn.

Students practise on one set of examples, and the kit is tried on another. Grading draws from
neither of these, but from a seed that an instructor keeps to herself, or that is made for the first
grading.
"""

STUDENT_SEED = "practice"
COURSE_SEED = "course"
