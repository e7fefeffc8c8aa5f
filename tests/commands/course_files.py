"""Course files of a class of three, and what is read of its grades."""

import csv
import json

DUE = """
time_zone = "Europe/Berlin"
exercises = ["convolution"]
[exercise.convolution]
due = 2026-03-07T23:59:00
[late]
policy = "per day"
deduction = 2
cap = "50 %"
"""
CAME = """
[handed_in.anna]
convolution = 2026-03-07T12:00:00
[handed_in.ben]
convolution = 2026-03-09T12:00:00
"""
EXTENDED = "[extensions.BEN]\nconvolution = 2026-03-14\n"


def table(out):
    text = (out / "grades.csv").read_text(encoding="utf-8-sig")
    return {row["student"]: row for row in csv.DictReader(text.splitlines())}


def record(out, student):
    return json.loads((out / "results" / student / "convolution.json").read_text("utf-8"))
