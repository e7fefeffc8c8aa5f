"""Result records of a made-up exercise, put together from what the kit itself writes."""

from __future__ import annotations

from html.parser import HTMLParser

import numpy as np

from autograder.authoring.outcome import overall_status
from autograder.imaging.arrays import as_record
from autograder.imaging.grids import side_by_side


def counterexample(value=1.0):
    """The counterexample of a function that returns its image instead of zeros."""
    image = np.zeros((2, 2))
    image[0, 1] = value
    text = side_by_side({"image": image}, np.zeros((2, 2)), image, (0, 1))
    return {
        "function": "blank",
        "call": f"blank(np.array({image.tolist()}))",
        "arguments": {"image": as_record(image)},
        "expected": as_record(np.zeros((2, 2))),
        "yours": as_record(image),
        "where": [0, 1],
        "text": text,
        "token": f"token{value:g}",
    }


def check(number, status="passed", example=None, message=None, misconception=None, hint=""):
    """One check of a record, worth two points."""
    if message is None:
        message = "" if status == "passed" else f"Rule {number}. It is 1 instead of 0."
    sentence = message
    if example is not None:
        message += f"\n\n{example['text']}\n\nTo try it: {example['call']}"
    return {
        "name": f"check_{number}",
        "claim": f"Claim {number} holds.",
        "points": {"passed": 2, "grader_error": None}.get(status, 0),
        "possible": 2,
        "status": status,
        "sentence": sentence,
        "message": message,
        "counterexample": example,
        "misconception": misconception,
        "hint": hint,
        "further": [],
        "optional": False,
    }


def record(student="ada", exercise="convolution", checks=None, seconds=0.5):
    """The record of a submission."""
    checks = [check(1), check(2)] if checks is None else checks
    points = [each["points"] for each in checks]
    return {
        "student": student,
        "exercise": exercise,
        "points": None if None in points else sum(points),
        "possible": sum(each["possible"] for each in checks),
        "status": overall_status(checks),
        "seconds": seconds,
        "checks": checks,
        "notes": [],
    }


def failing(
    student="ada", exercise="convolution", value=1.0, misconception="flipped_it", seconds=0.5
):
    """The record of a submission that passes one check and fails two with one mistake."""
    mistake = {"misconception": misconception, "hint": "You flipped it." if misconception else ""}
    return record(
        student,
        exercise,
        [
            check(1),
            check(2, "failed", counterexample(value), **mistake),
            check(3, "failed", counterexample(value + 1), **mistake),
        ],
        seconds,
    )


class Page(HTMLParser):
    """What a page holds: its tags with their attributes, its text, its headings."""

    def __init__(self, html):
        super().__init__()
        self.html, self.tags, self.text, self.headings = html, [], "", []
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))
        if tag in ("h1", "h2", "h3", "h4"):
            self.headings.append(int(tag[1]))

    def handle_data(self, data):
        self.text += data

    def all(self, tag):
        return [attributes for name, attributes in self.tags if name == tag]

    @property
    def references(self):
        """Every address that the page names, wherever a browser would follow or load it."""
        names = ("href", "src", "xlink:href", "action", "data", "srcset", "poster")
        return [a[name] for _, a in self.tags for name in names if a.get(name) is not None]
