"""Read a handout: Markdown in which code runs, with a place for the stub and written questions.

- A code cell that only imports functions of the exercise's ``reference`` solution is where their
  stubs go.
- A heading ``Question: <title> (<n> points)`` begins a written question, and the heading
  ``Rubric`` after it what only instructors see; both end at the next heading or code cell.
"""

from __future__ import annotations

import ast
import re
from dataclasses import dataclass

import jupytext

FORMAT = {"extension": ".md", "split_at_heading": True}
HEADING = re.compile(r"#{1,6} +(?P<text>.+)")
QUESTION = re.compile(r"Question: (?P<title>.+) \((?P<points>\d+) points?\)")
# Comments by which Otter Assign steers; here, they would change what is published.
OTTER_MARKER = re.compile(
    r"#\s*(begin|end)\s+(question|prompt|solution|tests?|plugin|ignore)\b"
    r"|#\s*(ignore|assignment\s+config)\b|#\s?(solution|seed)\s*$|```otter",
    re.IGNORECASE | re.MULTILINE,
)


class BuildError(Exception):
    """The folder, the solution or the handout is not fit for the build; the message says why."""


@dataclass(frozen=True)
class Prose:
    """A Markdown cell."""

    text: str


@dataclass(frozen=True)
class Code:
    """A code cell that students receive as it is."""

    source: str


@dataclass(frozen=True)
class StubPlace:
    """The place of the stubs of these functions."""

    functions: tuple[str, ...]


@dataclass
class QuestionPart:
    """A written question, with the rubric by which a person grades the answer."""

    title: str
    points: int
    text: str
    rubric: str = ""


def read_handout(text, exercise_name):
    """Return the parts of a handout, in order.

    Parameters
    ----------
    text : str
        Jupytext Markdown.
    exercise_name : str
        The folder under ``reference`` whose solution it imports.

    Returns
    -------
    parts : list of Prose, Code, StubPlace or QuestionPart

    Raises
    ------
    BuildError
        If a question has no points or no rubric, if something for instructors would be published,
        or if the solution is imported in another way than by a cell of its own.
    """
    parts = []
    for cell in jupytext.reads(text, fmt=FORMAT).cells:
        if OTTER_MARKER.search(cell.source):
            raise BuildError(f"The handout holds a marker of Otter Assign:\n{cell.source}")
        if cell.cell_type == "code":
            parts.append(_code_or_stub_place(cell.source, exercise_name))
        elif cell.cell_type == "markdown":
            _add_prose(parts, cell.source)
        else:
            raise BuildError(f"The handout holds a raw cell:\n{cell.source}")
    for part in parts:
        _require_publishable(part)
    return parts


def functions_of(parts):
    """Return the functions whose stubs a handout has a place for, in its order."""
    return [name for part in parts if isinstance(part, StubPlace) for name in part.functions]


def _add_prose(parts, text):
    """Append a Markdown cell to the parts, or to the question that it belongs to."""
    heading = HEADING.match(text)
    title = heading["text"].strip() if heading else ""
    question = parts[-1] if parts and isinstance(parts[-1], QuestionPart) else None
    if title.startswith("Question"):
        parts.append(_new_question(title, text))
    elif title == "Rubric":
        if question is None or question.rubric:
            raise BuildError("A rubric has no question before it.")
        question.rubric = text.partition("\n")[2].strip()
    elif heading or question is None:
        parts.append(Prose(text))
    elif question.rubric:
        question.rubric += f"\n\n{text}"
    else:
        question.text += f"\n\n{text}"


def _new_question(title, text):
    """Return the question that a heading begins."""
    match = QUESTION.fullmatch(title)
    if match is None:
        raise BuildError(f"A question is headed 'Question: <title> (<n> points)', not {title!r}.")
    return QuestionPart(match["title"], int(match["points"]), text)


def _code_or_stub_place(source, exercise_name):
    """Return the part that a code cell makes."""
    statements = _python_statements(source)
    mentioned = {name for s in statements for name in _modules_of(s) if _is_reference(name)}
    if not mentioned:
        return Code(source)
    expected = f"reference.{exercise_name}.solution"
    alone = len(statements) == 1 and isinstance(statements[0], ast.ImportFrom)
    if mentioned != {expected} or not alone or source.strip() != ast.unparse(statements[0]):
        raise BuildError(
            f"A cell should hold 'from {expected} import ...' and nothing else, not:\n{source}"
        )
    if any(alias.asname or alias.name == "*" for alias in statements[0].names):
        raise BuildError(f"Functions should be imported under their own names:\n{source}")
    return StubPlace(tuple(alias.name for alias in statements[0].names))


def _python_statements(source):
    """Return all statements of a code cell; lines that are IPython magics are passed over."""
    lines = ["" if line.lstrip().startswith("%") else line for line in source.splitlines()]
    try:
        tree = ast.parse("\n".join(lines))
    except SyntaxError as error:
        raise BuildError(f"A code cell is not Python ({error}):\n{source}") from error
    return [node for node in ast.walk(tree) if isinstance(node, ast.stmt)]


def _modules_of(statement):
    """Return the names of the modules that an import statement names."""
    if isinstance(statement, ast.ImportFrom):
        return [statement.module or ""]
    return [alias.name for alias in getattr(statement, "names", []) if isinstance(alias, ast.alias)]


def _is_reference(name):
    """Return whether a module is the private package of solutions, or in it."""
    return name.partition(".")[0] == "reference"


def _require_publishable(part):
    """Raise `BuildError` if a part gives away what only instructors may see."""
    text = "\n".join(str(v) for k, v in vars(part).items() if k != "rubric")
    if re.search(r"\brubric\b", text, re.I) or re.search(r"\breference[./]\w", text):
        raise BuildError(f"This would show students the rubric or the solution:\n{text}")
    if isinstance(part, QuestionPart) and not part.rubric:
        raise BuildError(f"The question {part.title!r} has no rubric.")
