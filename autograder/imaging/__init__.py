"""Images, kernels, phantoms and figures: all that a notebook may import.

The front doors are the modules themselves, such as `images`, and `figures.show_images`. A library
that only some images or figures need is imported by the functions that need it.
"""
