"""The files of downloads as systems for courses make them, by their paths.

Each function gets who hands in what, a list of (person, list of dict of str to bytes): the attempts
of each, the first first; and the number of the download in the class.
"""

from __future__ import annotations

import json


def plain(handed_in, lab):
    """A folder for each student."""
    return {
        f"{person.user}/{name}": data
        for person, attempts in handed_in
        for name, data in attempts[-1].items()
    }


def canvas(handed_in, lab):
    """A flat folder; later attempts are late."""
    made = {}
    for person, attempts in handed_in:
        letters = "".join(c for c in person.name.lower() if c.isalnum() or c in "\u0308\u030a")
        for n, attempt in enumerate(attempts):
            for name, data in attempt.items():
                late = "LATE_" if n else ""
                made[f"{letters}_{late}{person.number}_{1000 + len(made)}_{name}"] = data
    return made


def moodle(handed_in, lab, between="/"):
    """A folder for each student, named after name and number."""
    return {
        f"{person.name}_{person.number}_assignsubmission_file{between}{name}": data
        for person, attempts in handed_in
        for name, data in attempts[-1].items()
    }


def moodle_flat(handed_in, lab):
    """A flat folder of what Moodle has."""
    return moodle(handed_in, lab, "_")


def gradescope(handed_in, lab):
    """A folder for each attempt, and who handed it in."""
    made, metadata = {}, ""
    for person, attempts in handed_in:
        for n, attempt in enumerate(attempts):
            place = f"submission_{lab}{person.number}{n}"
            metadata += (
                f"{place}:\n  :submitters:\n  - :name: {json.dumps(person.name)}\n"
                f"    :sid: '{person.number}'\n  :created_at: 2026-01-3{lab} 1{n}:00:00 Z\n"
            )
            made |= {f"{place}/{name}": data for name, data in attempt.items()}
    return made | {"submission_metadata.yml": metadata.encode()}


def sakai(handed_in, lab):
    """A folder for each student, and a table of all."""
    rows = [f"Lab {lab},Points", "", "Display ID,ID,Last Name,First Name,grade"]
    made = {}
    for person, attempts in handed_in:
        rows.append(f'{person.user},{person.number},{person.name},"F.",')
        place = f"{person.name}, F.({person.user})"
        made[f"{place}/timestamp.txt"] = b"20260131120000000"
        for name, data in attempts[-1].items():
            made[f"{place}/Submission attachment(s)/{name}"] = data
    return made | {"grades.csv": "\n".join(rows).encode()}


def brightspace(handed_in, lab, between="/"):
    """A folder for each attempt, named after who and when."""
    return {
        f"{person.number}-77 - {person.name} - Jan 3{lab}, 2026 {n + 1}00 PM{between}{name}": data
        for person, attempts in handed_in
        for n, attempt in enumerate(attempts)
        for name, data in attempt.items()
    }


def brightspace_flat(handed_in, lab):
    """A flat folder of what Brightspace has."""
    return brightspace(handed_in, lab, " - ")


def blackboard(handed_in, lab):
    """A flat folder, with a receipt for each attempt."""
    made = {}
    for person, attempts in handed_in:
        for n, attempt in enumerate(attempts):
            start = f"Lab_{lab}_{person.user}_attempt_2026-01-3{lab}-1{n}-00-00"
            made[f"{start}.txt"] = f"Name: {person.name} ({person.user})\n".encode()
            made |= {f"{start}_{name}": data for name, data in attempt.items()}
    return made


def nbgrader(handed_in, lab):
    """A folder for each student, and in it one for each attempt."""
    made = {}
    for person, attempts in handed_in:
        for n, attempt in enumerate(attempts):
            place = f"submitted/{person.user}/ps{lab}{n}"
            made[f"{place}/timestamp.txt"] = f"2026-01-3{lab} 1{n}:00:00 UTC".encode()
            made |= {f"{place}/{name}": data for name, data in attempt.items()}
    return made


def classroom50(handed_in, lab):
    """A repository for each student, and a table of scores."""
    start, made = f"lab-hw-{lab}", {}
    place = f"{start}_submissions_2026_02_01_T_12_00_0{lab}"
    scores = "username,first_name,last_name,email,section,datetime,late\n"
    for person, attempts in handed_in:
        scores += f"{person.user},,{person.name},,,2026-01-31T12:00:00Z,false\n"
        made[f"{place}/{start}-{person.user}/.git/HEAD"] = b""
        for name, data in attempts[-1].items():
            made[f"{place}/{start}-{person.user}/{name}"] = data
    return made | {f"{place}/scores.csv": scores.encode()}


SHAPES = (
    *(plain, canvas, moodle, moodle_flat, gradescope, sakai, brightspace, brightspace_flat),
    *(blackboard, nbgrader, classroom50),
)
# These keep the last attempt alone.
LAST_ALONE = (plain, moodle, moodle_flat, sakai, classroom50)
