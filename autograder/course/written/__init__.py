"""Written answers: one page a question without names, a table to type points into, and back.

`collect` gathers the answers of a class, `typed` reads the points that a person has typed.
"""
