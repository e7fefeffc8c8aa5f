"""Removing the skull from a head; optional: what the radius of a footprint costs."""

TITLE = "Skull removal"
FUNCTIONS = {
    "remove_skull": ("image",),
    "remove_skull_3d": ("volume",),
    "dice_by_radius": ("mask", "radii"),
}
OPTIONAL = {"dice_by_radius": ()}
QUESTIONS = {"What is lost with the skull?": 4, "Does it work better in three dimensions?": 4}
