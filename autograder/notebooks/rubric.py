"""What the person who grades the written questions reads."""

from __future__ import annotations

from autograder.notebooks.handout import Question


def rubric_source(name, parts):
    """Return the written questions of a handout with their rubrics, as Markdown, or ""."""
    questions = [part for part in parts if isinstance(part, Question)]
    if not questions:
        return ""
    total = sum(each.points for each in questions)
    sections = [f"# {name}: written questions ({total} points)", "For instructors only."]
    for each in questions:
        sections += [
            f"## {each.title} ({each.points} points)",
            each.text.partition("\n")[2].strip(),
            "### Rubric",
            each.rubric,
        ]
    return "\n\n".join(sections) + "\n"
