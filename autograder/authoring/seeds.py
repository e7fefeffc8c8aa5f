"""The seeds that decide which examples are drawn.

Students practise on one set of examples. Grading draws others, from a seed that an instructor
chooses and keeps to herself with ``--seed``, or from the one below.
"""

STUDENT_SEED = "practice"
COURSE_SEED = "course"
