"""What people read, from records alone.

The front doors are `terminal.check_report`, `hints.next_hint`, `pages.write_pages` and
`pictures.picture_of`. Matplotlib is imported by the functions that draw, for the others do without.
"""
