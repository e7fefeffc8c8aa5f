"""Run a student's functions in another process than the one that decides the grade.

The front door is `host.Sandbox`, with `limits.Limits` on its time: `Sandbox.open` loads a
submission and gives a `student_function.StudentFunction` for each function. `unsandboxed` stands in
if no process can be forked, and `self_test` looks whether the isolation holds.
"""
