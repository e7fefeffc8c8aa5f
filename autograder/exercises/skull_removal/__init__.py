"""Removing the skull from a head: `remove_skull` and `remove_skull_3d`."""

TITLE = "Skull removal"
FUNCTIONS = {"remove_skull": ("image",), "remove_skull_3d": ("volume",)}
QUESTIONS = {"What is lost with the skull?": 4, "Does it work better in three dimensions?": 4}
