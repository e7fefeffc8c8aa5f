"""A class: what still stands, who grades the rest, the files that it leaves."""
