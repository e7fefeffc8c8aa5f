"""The command line, one file a command; the front door is `autograder.cli.main`.

What only some runs of a command need is imported by the function that needs it, before all else
that it does, so that no command waits for the libraries of another.
"""
