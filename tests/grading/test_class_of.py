"""The class that benchmarks grade is a mix, and the same each time."""

from collections import Counter

import pytest

from autograder.exercises import exercise_names, load_exercise
from benchmarks.class_of import MISTAKES, SHARES, mix, sources, submissions


def test_the_same_number_gives_the_same_class():
    assert submissions(30) == submissions(30)


@pytest.mark.parametrize("count", [1, 10, 50, 200])
def test_a_class_has_as_many_students_as_asked_for_each_with_a_name_of_their_own(count):
    made = submissions(count)
    assert len({student for student, *_ in made}) == len(made) == count


def test_half_of_a_class_is_right_and_all_kinds_are_there():
    made = submissions(200)
    kinds = Counter(kind for _, _, kind, _ in made)
    assert kinds == {kind: 2 * share for kind, share in SHARES.items()}
    assert {name for _, name, _, _ in made} == set(exercise_names())
    assert mix(made).endswith(
        "100 right, 70 mistaken, 20 unfinished, 8 with a syntax error, 2 looping."
    )


@pytest.mark.parametrize("name", exercise_names())
def test_only_those_with_a_syntax_error_do_not_compile(name):
    for kind in SHARES:
        source = next(sources(kind, name))
        if kind == "with a syntax error":
            with pytest.raises(SyntaxError):
                compile(source, name, "exec")
        else:
            compile(source, name, "exec")


def test_mistakes_are_in_functions_that_there_are():
    for name, mistakes in MISTAKES.items():
        assert {function for function, _ in mistakes.values()} <= set(load_exercise(name).functions)


def test_every_mistake_loses_points(graded):
    mistaken = sources("mistaken", "convolution")
    for mistake in MISTAKES["convolution"]:
        result = graded(next(mistaken))
        assert 0 < result["points"] < result["possible"], mistake
