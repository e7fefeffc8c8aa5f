"""Images, kernels, phantoms and figures: all that a notebook may import."""
