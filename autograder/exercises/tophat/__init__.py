"""Opening and closing an image, and its two top-hats."""
