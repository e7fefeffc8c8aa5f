"""Returns lists in lists, and prints and raises texts of megabytes now and then."""

calls = 0


def convolve2d(image, kernel):
    global calls
    calls += 1
    if calls % 2:
        return [[[0] * 1000 for _ in range(100)] for _ in range(10)]
    raise ValueError("\N{GRINNING FACE}\0\x1b[2J" * 500_000)
