"""Make a class of hostile and honest students, and grade it."""

from pathlib import Path

from autograder.sandbox.limits import Limits
from tests.classes import find, grade_class, records

FILES = {path.stem: path for path in (Path(__file__).parent / "submissions").glob("[a-z]*_*.*")}
HONEST = (
    *("c00_honest_right", "c01_honest_wrong", "c02_honest_zeros", "c03_honest_partial"),
    *("c05_honest_noisy", "c07_honest_demonstration"),
)
HOSTILE = (
    *("a05_eats_memory", "a07_starts_thousands_of_threads", "a11_uses_up_descriptors"),
    *("b02_ends_its_process", "b05_kills_all_it_can_name", "b06_leaves_a_survivor"),
    *("c10_writes_result_files", "e10_remembers_for_the_next", "g01_deletes_files"),
    *("h12_kills_the_zygote", "h25_digs_a_deep_tree", "h28_raises_text_that_no_file_holds"),
)
LIMITS = Limits(load=20, call=4, submission=60)


def hand_in(folder, names):
    """Make a class folder in which each of the named files was handed in by a student."""
    for name in names:
        source = FILES[name]
        (folder / name).mkdir(parents=True)
        (folder / name / f"convolution{source.suffix}").write_bytes(source.read_bytes())
    return folder


def graded(folder, out, **options):
    """Grade a class; return each student's record as it is on the disk, without its seconds."""
    submissions, _ = find(folder)
    list(grade_class(submissions, out, "a seed", LIMITS, **options))
    return written(out)


def written(out):
    """Return the records of a class with one exercise, by student."""
    return {student: each for (student, _), each in records(out).items()}
