"""``course.toml``: what an instructor says of the course, read as a whole or not at all."""

from __future__ import annotations

import hashlib
import json
from datetime import timedelta, timezone
from decimal import Decimal
from pathlib import Path

from autograder.course.policy import units
from autograder.course.policy.course_rules import Course, ExerciseRules
from autograder.course.policy.lateness import OF, Amount, Curve, LateDays, PerDay
from autograder.course.policy.sections import BadCourse, TomlFile, unknown

NAME = "course.toml"
POLICIES = ("per day", "curve", "late days")
WHOLE = Amount(Decimal(1), is_share=True)


def read_course(path, declared_with, checks_of):
    """Return the `Course` that a file describes.

    Parameters
    ----------
    path : path
        The file.
    declared_with : callable
        Takes the folders that bring exercises and the folder of the course; returns the exercises
        that there are then, a dict of str to `Declaration`. ValueError says what is wrong with the
        folders.
    checks_of : callable
        Returns the names of an exercise's checks; called only if the file names a check.

    Raises
    ------
    BadCourse
        If anything in it is not understood; the message has a line for each mistake.
    """
    path = Path(path)
    try:
        content = path.read_bytes()
    except OSError as error:
        if isinstance(error, FileNotFoundError):
            raise BadCourse(
                f"There is no file {path}. To write one, run: autograder course init {path}"
            ) from error
        raise BadCourse(f"{path} cannot be read: {error.strerror}.") from error
    file = TomlFile(path.name, content)
    course = _course_in(file, _declared(file, path, declared_with), checks_of)
    file.require_no_mistakes()
    return course


def _digest_of(data):
    """Return a digest of a file without its seed, which somebody could guess from the digest."""
    said = {name: value for name, value in data.items() if name != "seed"}
    return hashlib.sha256(json.dumps(said, sort_keys=True, default=str).encode()).hexdigest()


def _declared(file, path, declared_with):
    """Return the exercises that there are with the folders that a course file names."""

    def declared(value):
        try:
            home = path.absolute().parent
            return declared_with([home / each for each in units.folders(value)], home)
        except ValueError as error:
            what = f"a list of folders that bring exercises. {error}".rstrip(".")
            raise units.Unfit(what) from error

    found = file.section().take("folders", declared)
    return declared_with([], path.absolute().parent) if found is None else found


def _course_in(file, declarations, checks_of):
    """Return the `Course`; mistakes are noted in the file."""
    top = file.section("folders")
    title, seed = top.take("title", units.text, ""), top.take("seed", units.seed)
    # One mistake is enough for a zone that there is not: its times are read all the same.
    zone = top.take("time_zone", units.time_zone, timezone.utc if "time_zone" in top.data else None)
    names = top.take("exercises", _names_among(declarations), tuple(declarations))
    hints, install = top.take("hints", units.flag, True), top.take("install", units.text, "")
    regrades = top.take("regrades", units.text, "")
    colab = top.take("colab", units.address_of_each, "")
    moment = units.moment_in(zone)
    of_course = {name: declarations[name] for name in names}
    rules = _rules_in(top.section("exercise"), of_course, moment, checks_of)
    policy, grace, in_time = _policy_in(top.section("late"))
    times = [_times_in(top.section(kind), names, moment) for kind in ("extensions", "handed_in")]
    top.close()
    exercises = {name: rules.get(name, ExerciseRules()) for name in names}
    return Course(
        *(title, seed, zone, exercises, policy, grace, in_time, *times),
        *(hints, install, colab, regrades, _digest_of(file.data)),
    )


def _names_among(declarations):
    """Return the function that takes a list of names of exercises."""

    def names(value):
        if not isinstance(value, list) or not value or not all(isinstance(n, str) for n in value):
            raise units.Unfit(
                f"a list of names among {', '.join(declarations)}; "
                "settings for one exercise stand below a line [exercise.NAME]"
            )
        for name in value:
            if name not in declarations:
                raise units.Unfit(f"a list of exercises. {unknown(name, declarations)}")
        return tuple(dict.fromkeys(value))

    return names


def _rules_in(sections, declarations, moment, checks_of):
    """Return the `ExerciseRules` by the name of the exercise."""
    found = {}
    for name, section in sections.sections():
        if sections.require(name, declarations):
            has_optional = bool(declarations[name].optional)
            found[name] = ExerciseRules(
                section.take("due", moment),
                section.take("points", units.whole_number),
                section.take("weight", units.decimal_number, Decimal(1)),
                _checks_in(section.section("checks"), lambda name=name: checks_of(name)),
                section.take("optional", units.whole_number) if has_optional else None,
            )
            section.close()
    return found


def _checks_in(section, names):
    """Return the points of single checks."""
    there = names() if section.data else ()
    for name in section.data:
        if name not in there:
            listed_by = f"autograder list {section.path[-2]}"
            section.note(unknown(name, there, "check", listed_by=listed_by), name)
    return {
        name: section.take(name, units.whole_number, 0) for name in there if name in section.data
    }


def _policy_in(section):
    """Return the late policy, the grace, and whether what is not known counts as in time."""
    kind = section.take("policy", units.one_of(*POLICIES))
    grace = section.take("grace", units.time_span, timedelta(0))
    unknown_is = section.take("unknown", units.one_of("empty", "in time"), "empty")
    policy = None
    if kind == "curve":
        policy = Curve(section.take("curve", units.curve_corners, ()))
        _require_key(section, "curve", "such as", '[["1 day", "90 %"], ["3 days", "50 %"]]')
    elif kind is not None:
        policy = _per_day_in(section, kind)
    elif section.data and "policy" not in section.data:
        section.note(f"[late] has no policy; there are {', '.join(map(repr, POLICIES))}.")
    section.close()
    return policy, grace, unknown_is == "in time"


def _per_day_in(section, kind):
    """Return a policy by days: a deduction, with days for the term before it if these are asked."""
    cap = section.take("cap", units.amount, WHOLE)
    of = section.take("of", units.one_of(*OF), OF[0])
    if kind == "per day":
        _require_key(section, "deduction", "such as", '"10 %"')
        return PerDay(section.take("deduction", units.amount, WHOLE), cap, of)
    _require_key(section, "days", "such as", "5")
    days = section.take("days", units.whole_number, 0)
    most = section.take("most", units.whole_number, days)
    return LateDays(days, most, PerDay(section.take("deduction", units.amount, WHOLE), cap, of))


def _require_key(section, name, *example):
    if name not in section.data:
        section.note(f"[late] needs {name}, {' '.join(example)}.")


def _times_in(sections, names, moment):
    """Return times by student and exercise."""
    found = {}
    for student, section in sections.sections():
        named = [name for name in section.data if section.require(name, names)]
        times = {name: section.take(name, moment) for name in named}
        found[student] = {name: time for name, time in times.items() if time is not None}
    return found


def course_beside(folders):
    """Return the path of the course file beside one of several folders or zips, or None.

    It is not looked for within them, where students can put files; so nobody means one there.

    Raises
    ------
    BadCourse
        If there are several, or if one lies in a folder of submissions.
    """
    for folder in map(Path, folders):
        if (folder / NAME).is_file():
            raise BadCourse(
                f"{folder / NAME} lies among the submissions. Put it beside {folder}, or give it "
                "with --course."
            )
    beside = {Path(each).absolute().parent / NAME for each in folders}
    found = sorted(path for path in beside if path.is_file())
    if len(found) > 1:
        raise BadCourse(f"There are {' and '.join(map(str, found))}; say which with --course.")
    return found[0] if found else None
