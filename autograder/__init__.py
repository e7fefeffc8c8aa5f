"""Autograded assignments in image processing: what students import, and what grades them."""
