"""Written answers: one page a question without names, a table to type points into, and back.

Its front doors are `gather.gather`, for what a class answers, and `tables.WrittenTables`, for the
points that a person has typed.
"""
