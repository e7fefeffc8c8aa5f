"""What people read is plain English, as far as patterns can tell."""

import ast
import re
from functools import cache

import click
import pytest

from autograder.cli import main
from autograder.exercises import load_exercises

LONGEST = 30  # words from one full stop, colon or semicolon to the next
THE_ACTOR_FIRST = "the one who acts comes first: `grade` says, the page shows"
# What CONTRIBUTING.md forbids, each with what to write instead. A pattern may never hit a place:
# "0 where the closing changed nothing" is right, and so is "where the mask is True".
FORBIDDEN = {
    r"(?<![-\"`])\banew\b": "again",  # --anew is an option of `report`
    r"\b(?:is|are|was|were|be|been|being) (?:told(?! apart)|said)\b": THE_ACTOR_FIRST,
    r"\b(?:came|comes) of (?:it|that|them|this)\b": "the result",
    r"\b(?:is|are|was|were) to be (?:0|zero|False|True)\b": "should be 0",
    r"\bknows? no\b": "does not know",
    r"\b[Ww]here there (?:is|are|was|were) (?:no|none|any|one)\b": "if there is",
    r"\bWhere (?:there|none|it|they|both) (?!are now)(?:is|are|was|were|hold|known?)\b": "if",
    r"\b[Ww]here (?:nothing|nobody|none|neither|no one) (?:is|was|tells|knows)\b": "if nothing is",
    r"\b[Ww]here (?:that|this) (?:is|does|do|can|cannot|holds?)\b": "if that is",
    r"\b[Ww]here (?:it|they) (?:is|are|was|were) (?:not )?"
    r"(?:needed|wanted|known|missing|clear|possible|given|asked)\b": "if it is",
    r"\b[Ww]here (?:an?|another|the) \w+ (?:is|was) (?:not )?"
    r"(?:needed|wanted|known|missing|clear|possible|given|installed)\b": "if one is",
    r"\b[Ww]here one (?:is|was)\b": "if one is",
    r"\b(?:also|refuses?|fails|says so) where\b": "if, or even if",
    r"\balso (?:if|when)\b": "even if",
    r", for (?:he|it|she|they|there|we) (?:is|are|was|were|has|have|do|does)\b": "because it is",
    r"\bto be (?:found|had)\b": "there",
    r"\bunless told\b": "unless you say",
    r"(?<!there) (?:is|are) (?:not )?to (?:get|go|have|see)\b": "should, or does",
    r"(?<!:[ ])(?<![\d.])(?:\d[\d.]*|…)%": "5 %, with a space",  # not in CSS: width: 100%
    r"\b[Oo]ur (?:own )?fault\b": "a fault of the kit",
    r"\b(?:is|are|was|were|be|been|being) had\b": "there, or can be given",
    r"\b(?:[Bb]ehavior|[Nn]eighbor|(?:[Rr]ecogn|[Oo]rgan|[Ss]ummar|[Mm]inim)iz)": "British",
}
# What docstrings and comments may not hold either: an answer or an error "where" something is.
CONDITIONS = {
    r"\b(?:None|none|\"\"|nan|[A-Z]\w+Error|NotUnderstood|GraderError),? where\b"
    r"(?! a number is not finite)": "None if",
    r"\bonly where (?:these|it|they|exercises)\b": "only if",
    r"\b(?:Raise|refuse|reports?) `?\w+`? where\b": "raise it if",
    r"\bwhere the (?:platform|system|machine) \w+": "if the platform",
    r"\bwhere (?:not\b|no (?:more|earlier|file|folder)\b|recognised)": "if not",
    r"\b(?:came|comes) of\b": "the result of",
    r"\bis to be (?!\w+ing)": "should be, or is",
    r"\bfaults? of ours\b": "a fault of the kit",
}
# What an attribute or a parameter may mean, and the name of one.
A_PLACE = re.compile(r"^ +Where it is\b[^.;]*[.;]|^anew\b", re.MULTILINE)
DOCUMENTED = (ast.Module, ast.ClassDef, ast.FunctionDef)


def documents(root):
    """Yield the place and the text of each document and page template."""
    paths = [root / name for name in ("README.md", "CONTRIBUTING.md", "CHANGELOG.md")]
    paths += [*root.glob("docs/**/*.md"), *root.glob("reference/*/handout.md")]
    paths += root.glob("autograder/reports/pages/templates/**/*.html")
    for path in sorted(paths):
        yield str(path.relative_to(root)), path.read_text("utf-8")


def docstrings_of_solutions(root):
    """Yield what students find in their stubs: the docstrings come from the solutions."""
    for path in sorted(root.glob("reference/*/solution.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, DOCUMENTED):
                yield str(path.relative_to(root)), ast.get_docstring(node) or ""


def claims_and_hints(root):
    """Yield the claim of each check, and the hints of each known mistake."""
    for exercise in load_exercises():
        for check in exercise.checks:
            yield f"{exercise.name}.{check.name}", check.claim
        for mistake in exercise.misconceptions:
            yield f"{exercise.name}.{mistake.name}", "\n".join(mistake.hints)


def helps(root):
    """Yield the help of the group and of each command."""
    context = click.Context(main, info_name="autograder")
    yield "autograder --help", main.get_help(context)
    for name in main.list_commands(context):
        command = main.get_command(context, name)
        yield f"autograder {name} --help", command.get_help(click.Context(command, context, name))


def messages(root):
    """Yield each string of more than a word in the package that is not a docstring."""
    for place, nodes in modules(root):
        for line, text in literals(nodes):
            yield f"{place}:{line}", text


def docstrings(root):
    """Yield what authors read of the package: its docstrings, without what means a place."""
    for place, nodes in modules(root):
        for node in nodes:
            if isinstance(node, DOCUMENTED):
                text = ast.get_docstring(node) or ""
                yield f"{place}:{getattr(node, 'lineno', 1)}", A_PLACE.sub("", text)


def comments(root):
    """Yield the comments of each module that stand on lines of their own."""
    for path in sorted((root / "autograder").rglob("*.py")):
        lines = map(str.strip, path.read_text("utf-8").splitlines())
        yield str(path.relative_to(root)), "\n".join(each[1:] for each in lines if each[:1] == "#")


@cache
def modules(root):
    """Return the path of each module of the package, and the nodes of its tree."""
    return [
        (path.relative_to(root), list(ast.walk(ast.parse(path.read_text("utf-8")))))
        for path in sorted((root / "autograder").rglob("*.py"))
    ]


def literals(nodes):
    """Yield the line and the text of each string, with … for what an f-string fills in."""
    inside = set()
    for node in nodes:  # a node comes before what it holds
        if isinstance(node, DOCUMENTED) and ast.get_docstring(node) is not None:
            inside.add(node.body[0].value)
        if isinstance(node, ast.JoinedStr):
            inside.update(node.values)
            yield node.lineno, "".join(map(_as_read, node.values))
        elif isinstance(node, ast.Constant) and isinstance(node.value, str) and node not in inside:
            yield node.lineno, node.value


def _as_read(part):
    """Return a part of an f-string: its text, or … for a value; …% for one as percent."""
    if isinstance(part, ast.Constant):
        return part.value
    is_share = part.format_spec and ast.unparse(part.format_spec)[:-1].endswith("%")
    return "…%" if is_share else "…"


SOURCES = (
    documents,
    docstrings_of_solutions,
    claims_and_hints,
    helps,
    messages,
    docstrings,
    comments,
)


def found(texts, forbidden=FORBIDDEN):
    """Return, for each forbidden turn in texts, where it stands and what to write instead."""
    return [
        f"{place}: {' '.join(text[max(0, hit.start() - 30) : hit.end() + 30].split())!r}: {better}"
        for place, text in texts
        for pattern, better in forbidden.items()
        for hit in re.finditer(pattern.replace(" ", r"\s+"), text)
    ]


@pytest.mark.parametrize("source", SOURCES, ids=lambda source: source.__name__)
def test_what_people_read_holds_no_forbidden_turn(source, root):
    texts = list(source(root))
    assert sum(map(len, (text for _, text in texts))) > 1000
    assert found(texts) == []


@pytest.mark.parametrize("source", [docstrings, comments], ids=lambda source: source.__name__)
def test_no_docstring_and_no_comment_says_where_for_if(source, root):
    assert found(source(root), CONDITIONS) == []


@pytest.mark.parametrize(
    "wrong",
    [
        "Return the folder, or None where there is none.",
        "Return the examples; GraderError where they cannot be drawn.",
        "A simpler one only where these still pass.",
        "Raise `WrongResult` where too much is left.",
        "Used where the platform has it.",
        "A sentence of help, where no earlier case has it.",
        "What came of an export.",
        "What it is to be checked for.",
        "Unknown because of a fault of ours.",
    ],
)
def test_a_condition_as_a_place_is_found_in_a_docstring(wrong):
    assert found([("here", wrong)], CONDITIONS) != []


@pytest.mark.parametrize(
    "right",
    [
        "Nested lists, with None where a number is not finite.",
        "Return where a function ends; the address if none is known.",
        "0 where the opening changed nothing.",
        "The folder where the submissions are.",
    ],
)
def test_a_place_in_a_docstring_is_no_condition(right):
    assert found([("here", right)], CONDITIONS) == []


def test_no_sentence_of_a_claim_or_hint_is_long(root):
    sentences = [
        (place, sentence)
        for place, text in claims_and_hints(root)
        for sentence in re.split(r"(?<=[.:;?])\s+", text)
    ]
    assert [each for each in sentences if len(each[1].split()) > LONGEST] == []


@pytest.mark.parametrize(
    "wrong",
    [
        "The pages are written anew.",
        "A deleted table is told.",
        "What was left out was said above.",
        "The record says what came of it.",
        "The rest, which is to be 0 then.",
        "It names none where there is none.",
        "Where it is not clear, say so.",
        "Points are empty where nothing was graded.",
        "It refuses where that does not hold.",
        "A sentence, where a mistake is known.",
        "The run fails\nwhere a mutant loses points.",
        "The result is floating-point, also where the image holds integers.",
        "It holds also if there is none.",
        "The result is 0, for it is smaller.",
        "The file is not to be found.",
        "An array that is to go into another.",
        "Students are not to see it.",
        "That is our own fault.",
        "The points that could be had.",
        "Recognize a neighbor by its behavior.",
        "At most 5% of it is left.",
        "A share of …% is left.",
    ],
)
def test_a_forbidden_turn_is_found(wrong):
    assert found([("here", wrong)]) != []


@pytest.mark.parametrize(
    "right",
    [
        "The white top-hat is 0 where the opening changed nothing.",
        "Let np.where take the image's value where the mask is True, and 0 where it is False.",
        "The corners of the block are where no cross fits inside it.",
        "Where is the result 0?",
        "Show the mask: it has holes where the ventricles are.",
        "Rows and columns cannot be told apart in a square image.",
        "Write the pages with --anew.",
        "A zip for Moodle, for each student one.",
        "What there is to see.",
        "At most 5 % of it is left.",
    ],
)
def test_a_place_is_no_forbidden_turn(right):
    assert found([("here", right)]) == []
