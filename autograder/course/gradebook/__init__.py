"""Gradebooks of learning-management systems, filled with points; see `filling.fill`."""
