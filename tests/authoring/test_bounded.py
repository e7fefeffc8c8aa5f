"""A record stays small, whatever a submission made of it."""

import json

from autograder.authoring.bounded import MOST_EVIDENCE, bounded


def check(data="", text="a picture", sentence="It is wrong."):
    example = {"arguments": {"image": data}, "expected": data, "yours": data}
    return {
        "name": "a_check",
        "sentence": sentence,
        "message": f"{sentence}\n\n{text}",
        "counterexample": example | {"text": text, "token": "tABC", "where": None},
    }


def size(records):
    return len(json.dumps(records, indent=1))


def test_what_is_small_stays_as_it_is():
    records = [check(), check() | {"counterexample": None}]
    assert bounded(records) == records


def test_the_first_checks_keep_their_arrays_and_later_ones_their_pictures_in_text():
    first, *_, last = bounded([check("x" * 50_000)] * 9)
    assert first["counterexample"]["yours"]
    assert last["counterexample"]["yours"] is None
    assert last["message"] == check()["message"]


def test_long_texts_are_cut_short_and_the_token_stays():
    records = bounded([check(text="y" * 90_000, sentence="z" * 90_000)] * 20)
    assert size(records) < MOST_EVIDENCE + 60_000
    assert records[-1]["sentence"] == "z" * 1000
    assert records[-1]["message"].endswith("autograder replay tABC FILE")
