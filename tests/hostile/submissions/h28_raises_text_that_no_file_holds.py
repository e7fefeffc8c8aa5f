"""Raises an error with half a character, control codes and a formula."""

def convolve2d(image, kernel):
    raise ValueError("\udfff\ud800 \x1b[2J\x07 \u202e =HYPERLINK(1) <script>alert(1)</script>")
