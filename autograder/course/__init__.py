"""What people hand in, type, and carry back.

Its front doors are `submissions.finding.find`, `written.tables.WrittenTables` and
`gradebook.filling.fill`. It knows no exercise: whoever calls it hands it what exercises declare.
"""
