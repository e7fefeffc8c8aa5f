"""What must hold of each exercise, found by listing folders: a fifth needs no test of its own."""

import ast
import inspect
import re
from pathlib import Path

import pytest

from autograder.authoring.seeds import COURSE_SEED
from autograder.exercises import exercise_names, load_exercise
from autograder.judging.grade import grade
from autograder.judging.session import Session
from autograder.judging.tokens import token_of
from autograder.judging.verify import solution, verify

RIGHT = sorted((Path(__file__).parents[1] / "right").glob("*/*.py"))
SESSION = Session(COURSE_SEED)
CHAPTER = ("convolution", "convolution3d", "tophat", "skull_removal")


@pytest.mark.parametrize("name", exercise_names())
def test_the_autograder_judges_itself_well(name, sandbox, root):
    for claim, holds in verify(name, sandbox, root, seed="tests"):
        assert holds, claim


@pytest.mark.parametrize("path", RIGHT, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_right_solutions_pass_whatever_their_style(path, sandbox):
    one = load_exercise(path.parent.name)
    result = grade(sandbox, one, path.read_bytes(), ".py", SESSION)
    left_out = [c for c in result["checks"] if c["optional"] and c["status"] == "not_written"]
    problems = [c["message"] for c in result["checks"] if c["status"] != "passed"]
    assert problems == [c["message"] for c in left_out]


@pytest.mark.parametrize("name", CHAPTER)
def test_there_are_at_least_eight_styles_of_right_solution(name):
    assert len([path for path in RIGHT if path.parent.name == name]) >= 8


@pytest.mark.parametrize("name", exercise_names())
def test_functions_and_parameters_are_those_of_the_solution(name, root):
    tree = ast.parse(solution(name, root))
    public = {
        node.name: tuple(argument.arg for argument in node.args.args)
        for node in tree.body
        if isinstance(node, ast.FunctionDef) and not node.name.startswith("_")
    }
    assert load_exercise(name).parameters == public


@pytest.mark.parametrize("name", exercise_names())
def test_names_and_sentences_are_as_people_read_them(name):
    one = load_exercise(name)
    claims = [check.claim for check in one.checks]
    for sentence in claims:
        assert sentence[0].isupper(), sentence
        assert sentence.endswith((".", "?")), sentence
    assert len(set(claims)) == len(claims)
    assert len({mistake.name for mistake in one.misconceptions}) == len(one.misconceptions)


@pytest.mark.parametrize("name", exercise_names())
def test_each_misconception_has_three_hints_of_one_plain_sentence(name):
    for mistake in load_exercise(name).misconceptions:
        assert len(mistake.hints) == len(set(mistake.hints)) == 3, mistake.name
        for hint in mistake.hints:
            assert hint[0].isupper(), hint
            assert hint.endswith("."), hint
            assert not re.search(r"[.?!]\s", hint), f"more than one sentence: {hint}"
            assert not re.search(r"`|\s\s|>>>", hint), f"code, or an indent: {hint}"
            assert len(hint) <= 200, hint


@pytest.mark.parametrize("name", exercise_names())
def test_a_check_is_a_few_statements(name):
    for check in load_exercise(name).checks:
        (function,) = ast.parse(inspect.cleandoc(inspect.getsource(check.body))).body
        assert len(function.body) <= 5, check.name


def test_the_points_of_the_chapter_add_up_to_a_hundred():
    assert sum(load_exercise(name).points for name in CHAPTER) == 100


@pytest.mark.parametrize("name", CHAPTER)
def test_no_table_holds_the_answers_on_real_pictures(name):
    for check in load_exercise(name).checks:
        if "_real_" in check.name:
            one, other = (
                {token_of(name, check.name, drawn) for drawn in check.draws.examples(seed)}
                for seed in ("one", "other")
            )
            assert one != other, check.name
