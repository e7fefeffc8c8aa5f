"""What ``course.toml`` says, and what follows from it for points: pure functions, nothing is run.

The front door is `course_file.read_course`.
"""
