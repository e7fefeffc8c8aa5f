"""Gradebooks of learning-management systems, filled with points; the front door is `filling.fill`."""
