"""The page for a student: what failed first, as a picture and in words, and nothing harmful."""

import pytest

from autograder.authoring.outcome import Outcome
from autograder.course.written.questions import WrittenQuestion
from autograder.course.written.typed import TypedPoints
from autograder.reports.pages.feedback import MOST_OF_LARGE, MOST_PICTURES, feedback_page
from autograder.reports.terminal import WORDS
from tests.reports.pages.sample import Page, check, counterexample, failing, record


def test_the_first_failure_comes_first_and_what_passed_is_folded(gallery):
    page = feedback_page(failing(), gallery)
    assert "2 of 6 points" in page
    order = [page.index(f"Claim {number} holds.") for number in (2, 3, 1)]
    assert order == sorted(order)
    folded = page[page.rindex("<details") :]
    assert "Claim 1 holds." in folded
    assert "open" not in folded.partition(">")[0]


def test_a_failure_shows_rule_picture_grid_call_and_token(gallery):
    page = Page(feedback_page(failing(), gallery))
    example = counterexample()
    for part in ("Rule 2. It is 1 instead of 0.", example["text"], example["call"]):
        assert part in page.text
    assert "autograder replay token1 FILE" in page.text
    pictures = [a for _, a in page.tags if a.get("role") == "img"]
    assert all(len(each["aria-label"]) > 40 for each in pictures)
    assert page.html.count("<svg xmlns") == len(pictures) >= 1


def test_the_sentence_is_told_without_the_grid_that_stands_below_it(gallery):
    page = Page(feedback_page(failing(), gallery))
    assert page.text.count(counterexample()["text"]) == 1


def test_a_mistake_and_its_hint_are_named_once(gallery):
    page = feedback_page(failing(), gallery)
    assert page.count("flipped it.</strong> You flipped it.") == 1


def test_further_sentences_stand_below_the_hint(gallery):
    one = check(1, "failed", counterexample(), hint="The first fault.")
    page = feedback_page(record(checks=[one | {"further": ["The next fault."]}]), gallery)
    assert page.index("The first fault.") < page.index("Also: The next fault.")


def test_no_more_pictures_are_drawn_than_anybody_studies(gallery):
    checks = [check(n, "failed", counterexample(n + 1)) for n in range(MOST_PICTURES + 3)]
    page = feedback_page(record(checks=checks), gallery)
    assert page.count("<svg xmlns") == MOST_PICTURES
    assert page.count("The case as numbers</summary>") == MOST_PICTURES + 3


def test_images_too_large_for_numbers_have_a_few_more_pictures(gallery):
    cases = [counterexample(n + 1) | {"call": ""} for n in range(MOST_OF_LARGE + 1)]
    checks = [check(n, "failed", case) for n, case in enumerate(cases)]
    page = feedback_page(record(checks=checks), gallery)
    assert page.count("<svg xmlns") == MOST_OF_LARGE
    small = check(9, "failed", counterexample(9))
    page = feedback_page(record(checks=[checks[0], small, checks[1]]), gallery)
    assert page.count("<svg xmlns") == 2


def test_large_images_with_a_kernel_have_grids_and_no_more_pictures(gallery):
    cases = [counterexample(n + 1) | {"call": ""} for n in range(MOST_PICTURES + 2)]
    for case in cases:
        case["arguments"] = case["arguments"] | {"kernel": case["expected"]}
    checks = [check(n, "failed", case) for n, case in enumerate(cases)]
    assert feedback_page(record(checks=checks), gallery).count("<svg xmlns") == MOST_PICTURES


def test_a_case_that_two_checks_share_is_drawn_once(gallery):
    checks = [check(n, "failed", counterexample()) for n in (1, 2)]
    page = feedback_page(record(checks=checks), gallery)
    assert page.count("<svg xmlns") == 1


def test_checks_that_fail_before_anything_ran_are_told_together(gallery):
    checks = [check(n, "crashed", message="SyntaxError on line 4") for n in (1, 2, 3)]
    page = feedback_page(record(checks=checks), gallery)
    assert page.count("SyntaxError on line 4") == 1
    assert "The same holds for 2 other checks" in page
    assert page.count("Claim ") == 3


def test_of_a_function_that_is_not_written_no_case_is_shown(gallery):
    checks = [check(n, "not_written", counterexample(n), "Not written yet.") for n in (1, 2)]
    page = feedback_page(record(checks=checks), gallery)
    assert page.count("Not written yet.") == 1
    assert "<svg" not in page
    assert "The same holds for 1 other check:" in page


@pytest.mark.parametrize("status", WORDS)
def test_every_status_is_told_in_words(gallery, status):
    page = Page(feedback_page(record(checks=[check(1, status), check(2)]), gallery))
    assert status == "passed" or WORDS[status][0] in page.text


def test_our_own_fault_comes_after_what_the_student_can_mend(gallery):
    page = feedback_page(record(checks=[check(1, "grader_error"), check(2, "failed")]), gallery)
    assert page.index("Claim 2") < page.index("Claim 1")
    assert "your points are not known yet" in page


def test_a_record_without_a_token_gets_no_command(gallery):
    one = failing()
    for each in one["checks"]:
        if each["counterexample"]:
            each["counterexample"]["token"] = ""
    assert "autograder replay" not in feedback_page(one, gallery)


def test_the_page_is_the_same_whatever_time_grading_took(gallery):
    slow = failing() | {"seconds": 99.25}
    assert feedback_page(failing(), gallery) == feedback_page(slow, gallery)


def test_points_for_written_answers_come_with_their_comment(gallery):
    typed = TypedPoints(WrittenQuestion("convolution", "Why?", 4), 3, "Well <argued>.")
    page = Page(feedback_page(record(), gallery, [typed]))
    assert "3 of 4 points" in page.text
    assert "Well <argued>." in page.text


HOSTILE = '"><script>alert(1)</script><img src=x onerror=alert(1)>'


def test_names_messages_and_hints_are_text_and_nothing_else(gallery):
    one = record(HOSTILE, checks=[check(1, "crashed", message=HOSTILE, hint=HOSTILE)])
    page = Page(feedback_page(one, gallery))
    assert not page.all("script")
    assert not page.all("img")
    assert page.text.count("<script>alert(1)</script>") == 3


def test_characters_that_turn_the_reading_direction_do_not_come_through(gallery):
    text = "a\u202eb\u2066c\x00d\x1be"
    page = feedback_page(record(text, checks=[check(1, "crashed", message=text)]), gallery)
    assert page.count("a?b?c?d?e") == 2


def test_a_message_of_millions_of_characters_is_cut(gallery):
    one = record(checks=[check(1, "crashed", message="x " * 2_000_000)])
    assert len(feedback_page(one, gallery)) < 100_000


@pytest.mark.parametrize("one", [record(), failing(), record(checks=[check(1, "not_run")])])
def test_a_page_needs_nothing_else_and_is_in_order(gallery, one):
    page = Page(feedback_page(one, gallery))
    assert all(each.startswith("#") for each in page.references)
    assert not page.all("script")
    (policy,) = [a["content"] for a in page.all("meta") if "http-equiv" in a]
    assert policy.startswith("default-src 'none'")
    assert page.all("html") == [{"lang": "en"}]
    assert len(page.all("main")) == len(page.all("title")) == page.headings.count(1) == 1
    steps = zip(page.headings, page.headings[1:], strict=False)
    assert all(below <= above + 1 for above, below in steps)
    ids = [a["id"] for _, a in page.tags if "id" in a]
    assert len(ids) == len(set(ids))


def test_what_a_check_writes_is_what_the_page_reads():
    written = set(Outcome("a", "A.", 1, 1, "passed").record())
    assert written == set(check(1))
