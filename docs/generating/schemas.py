"""The fields of a result record and the keys of ``course.toml``, as the kit itself has them."""

from __future__ import annotations

import inspect
import re
import tempfile
from dataclasses import fields
from pathlib import Path

from sphinx.util.docutils import SphinxDirective

from autograder.authoring.outcome import Counterexample, Outcome, Result
from autograder.course.policy.course_file import read_course
from autograder.course.policy.sample_course import sample_course
from autograder.course.policy.sections import BadCourse
from autograder.exercises import declarations, declarations_with, load_exercise

DESCRIBED = re.compile(r"^(\w[\w, ]*) : (.+)\n((?:    .*\n?)+)", re.MULTILINE)
TABLE = re.compile(r"\[(.+?)\](?:\s|$)")
KEY = re.compile(r"(\w+) = (.+?)(?:\s+# (.*))?")


def setup(app):
    """Give Sphinx the two directives."""
    app.add_directive("record-fields", _RecordFields)
    app.add_directive("course-keys", _CourseKeys)
    return {"parallel_read_safe": True, "parallel_write_safe": True}


class _RecordFields(SphinxDirective):
    """The fields of one part of the record: ``result``, ``check`` or ``counterexample``."""

    required_arguments = 1

    def run(self):
        """Return the table."""
        return self.parse_text_to_nodes(fields_table(self.arguments[0]))


class _CourseKeys(SphinxDirective):
    """The keys of ``course.toml``, and the file that ``autograder course init`` writes."""

    def run(self):
        """Return the table and the file."""
        return self.parse_text_to_nodes(f"{keys_table()}\n\n```toml\n{sample()}```\n")


def fields_table(part):
    """Return the table of the fields of a part of the record, in Markdown."""
    cls = {"result": Result, "check": Outcome, "counterexample": Counterexample}[part]
    described = _described(cls)
    names = [each.name for each in fields(cls)]
    if cls is Outcome:
        names = list(Outcome("", "", 0, 0, "passed").record())
        described["message"] = "str", inspect.cleandoc(Outcome.message.__doc__)
    rows = [(f"`{name}`", *described[name]) for name in names]
    return _table(("field", "type", "meaning"), rows)


def _described(cls):
    """Return the type and the meaning of each attribute that a class's docstring describes."""
    section = inspect.cleandoc(cls.__doc__).partition("Attributes\n----------\n")[2]
    return {
        name: (kind, " ".join(text.split()))
        for names, kind, text in DESCRIBED.findall(section + "\n")
        for name in names.split(", ")
    }


def sample():
    """Return the course file with a comment for each key."""
    return sample_course(declarations(), "a-seed", load_exercise)


def keys_table():
    """Return the table of all keys of ``course.toml``, in Markdown."""
    rows, table, policy = [], "", ""
    for line in sample().splitlines():
        line = line.removeprefix("# ")
        if found := TABLE.match(line):
            table = found[1]
        elif found := KEY.fullmatch(line):
            key, value, comment = found.groups()
            policy = f"policy = {value}\n" if key == "policy" else policy
            place = re.sub(r"^exercise\..*", "exercise.NAME", table)
            place = re.sub(r'"Ada Example"', "STUDENT", place)
            key_shown = key if not key.startswith("convolution") else "EXERCISE"
            allowed = _allowed(table, key, value, policy if table == "late" else "")
            row = (f"`[{place}]`" if place else "", f"`{key_shown}`", allowed, f"`{value}`")
            if row[:2] not in [each[:2] for each in rows]:
                rows.append((*row, comment or ""))
    return _table(("table", "key", "value", "example", "meaning"), rows)


def _allowed(table, key, value, policy):
    """Return what a key's value should be: what the reader says if it is something else."""
    wrong = "{ wrong = 1 }"
    wrong = re.sub(r"= .* }", f"= {wrong} }}", value) if value.startswith("{") else wrong
    zone = "" if key == "time_zone" else 'time_zone = "UTC"\n'
    policy = "" if key == "policy" else policy
    head = f"[{table}]\n" if table else ""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "course.toml")
        path.write_text(f"{zone}{head}{policy}{key} = {wrong}\n", "utf-8")
        try:
            read_course(path, declarations_with, _checks_of)
        except BadCourse as error:
            (said,) = [line for line in str(error).splitlines() if "it should be" in line]
            return said.partition("it should be ")[2].partition(";")[0].rstrip(".")
    raise ValueError(f"course.toml takes {wrong} for {key}: the page cannot say what it takes.")


def _checks_of(name):
    return [each.name for each in load_exercise(name).checks]


def _table(head, rows):
    """Return a table in Markdown."""
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join(
        "| " + " | ".join(cell.replace("|", "\\|") for cell in row) + " |" for row in lines
    )
