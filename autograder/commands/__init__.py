"""The command line, one file a command; each has a `command`, which `autograder.cli` imports.

What takes long to import, and not every call of a command needs, is imported inside the functions
that use it.
"""
