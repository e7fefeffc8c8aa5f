"""Mutants of a solution lose points; `python -m benchmarks.mutation` grades those of all four."""

import ast
import sys

import pytest

from autograder.exercises import exercise_names, load_exercise
from autograder.exercises.tophat.page_checks import INK_FOUND, PAPER_MARKED
from autograder.exercises.tophat.pages import page_of
from autograder.judging.session import Session
from autograder.judging.verify import failing, solution, statuses
from benchmarks.equivalents import EQUIVALENTS
from benchmarks.mutants import mutants
from benchmarks.right_too import RIGHT_TOO

TOPHATS = ("white_tophat", "black_tophat")


def changes(source):
    return {mutant.change for mutant in mutants(source)}


def test_a_mutant_has_one_mistake():
    assert changes("def f(a, b):\n    return a - b") == {
        "f: return a - b -> return",
        "f: return a - b -> return a",
        "f: return a - b -> return b",
        "f: return a - b -> return a + b",
        "f: return a - b -> return a * b",
        "f: return a - b -> return b - b",
        "f: return a - b -> return a - a",
    }


@pytest.mark.parametrize(
    ("line", "mutated"),
    [
        ("a[1:]", "a[1 + 1:]"),
        ("a < 2", "a <= 2"),
        ("not a", "a"),
        ("f(a, 2)", "f(2, a)"),
        ("f(a, axis=0)", "f(a)"),
        ("np.zeros(a)", "np.empty(a)"),
        ("a.astype(float)", "a.astype(int)"),
        ("a if b else 0", "0"),
        ("np.pad(a, 1, mode='constant')", "np.pad(a, 1, mode='edge')"),
    ],
)
def test_each_kind_of_slip_is_made(line, mutated):
    assert f"f: return {line} -> return {mutated}" in changes(f"def f(a, b):\n    return {line}")


def test_statements_are_left_out_and_docstrings_are_not():
    source = 'def f(a):\n    """Say."""\n    a = a + 1\n    return a'
    assert "f: a = a + 1 -> pass" in changes(source)
    assert all('"""Say."""' in mutant.source for mutant in mutants(source))


@pytest.mark.parametrize("name", exercise_names())
def test_mutants_of_the_solutions_are_programs_each_another(name, root):
    found = list(mutants(solution(name, root)))
    assert len({mutant.source for mutant in found}) == len({m.change for m in found}) == len(found)
    for mutant in found:
        ast.parse(mutant.source)


@pytest.mark.skipif(sys.version_info < (3, 11), reason="Python 3.10 writes tuples otherwise")
@pytest.mark.parametrize("name", EQUIVALENTS)
def test_mutants_that_should_pass_exist_and_are_argued(name, root):
    known = EQUIVALENTS[name] | RIGHT_TOO.get(name, {})
    assert set(known) <= changes(solution(name, root))
    assert all(reason.endswith(".") for reason in known.values())


def test_mutants_that_search_for_letters_rightly_too_find_them_on_many_pages(root):
    found = [m for m in mutants(solution("tophat", root)) if m.change in RIGHT_TOO["tophat"]]
    assert len(found) == len(RIGHT_TOO["tophat"])
    for mutant in found:
        namespace = {}
        exec(compile(mutant.source, "<mutant>", "exec"), namespace)
        for page in map(page_of, range(30)):
            marked = namespace["find_letters"](page.image)
            assert marked[page.letters].mean() >= INK_FOUND
            assert marked[~page.letters].mean() <= PAPER_MARKED


def test_every_third_mutant_of_a_top_hat_loses_points(root, sandbox):
    tophat, right = load_exercise("tophat"), solution("tophat", root)
    found = [m for m in mutants(right) if m.change.startswith(TOPHATS)][::3]
    assert len(found) > 6
    session = Session("suite")
    passes = [m.change for m in found if not failing(statuses(sandbox, tophat, m.source, session))]
    assert passes == []
