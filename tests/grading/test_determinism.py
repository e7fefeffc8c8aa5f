"""The same submission gets the same record; `python -m benchmarks.determinism` tries it longer."""

from benchmarks.determinism import grade_again, locales

MEMBERS = ("flipped_the_kernel/convolution.py", "half_done/tophat.py")


def test_class_processes_hash_seed_and_locale_leave_no_trace_in_a_record():
    one = grade_again(MEMBERS, copies=2, run=0, locale="C")
    other = grade_again(MEMBERS[::-1], copies=1, run=1, locale=locales()[-1])
    assert {member: len(texts) for member, texts in one.items()} == dict.fromkeys(MEMBERS, 1)
    assert one == other
