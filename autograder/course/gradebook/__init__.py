"""Gradebooks of learning-management systems, filled with points.

The front door is `filling.fill`.
"""
