"""What an author has to change before an exercise can be built."""


class BuildError(Exception):
    """The folder, the solution or the handout is not as the build needs it."""
