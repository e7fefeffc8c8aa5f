"""Gradebooks of learning-management systems, filled with points."""
