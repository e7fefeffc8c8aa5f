"""Removing the skull from a head: `remove_skull` and `remove_skull_3d`."""
