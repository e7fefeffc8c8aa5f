"""What people hand in, type, and carry back.

Its front doors are `submissions.finding.find`, `written.tables.WrittenTables` and
`gradebook.filling.fill`. It does not know any exercise: whoever calls it hands it what exercises
declare.
"""
