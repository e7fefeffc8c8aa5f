"""Stands in for a package that takes seconds to import, in each process with notebooks again.

Without it, schemas are tried as before, but for the form of the web addresses in a notebook.
"""

raise ImportError("The tests leave this package out, to save time.")
