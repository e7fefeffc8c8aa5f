"""What a notebook shows below a check cell: as HTML, and as plain text if there is none.

The first failure comes whole: what is wrong, the mistake behind it, the picture, the call to paste.
The other failures are folded, those with one cause together, and so is what passed.
"""

from __future__ import annotations

import html
import textwrap

from autograder.reports.cell_picture import picture_as_html
from autograder.reports.failure_text import (
    all_unwritten,
    by_cause,
    case_of_check,
    cause_of,
    count_of,
    failures_in,
    left_out_of,
    sentences_of,
    told_of,
)
from autograder.reports.terminal import harmless

COLUMNS, LINES, PRINTED = 100, 40, 10
HINTS = ("A hint", "Another hint, nearly the answer")
BOX = '<div role="group" aria-label="What the checks found" style="max-width: 60em">{body}</div>'
LINE = '<p style="margin: 0.4em 0">{body}</p>'
FOLD = '<details style="margin: 0.4em 0"><summary>{title}</summary>{body}</details>'
CODE = (
    '<pre tabindex="0" role="group" aria-label="{label}" style="margin: 0.3em 0; '
    "max-height: 12em; overflow: auto; white-space: pre-wrap; word-break: normal; "
    'overflow-wrap: anywhere; font-family: monospace; font-size: 0.9em">{text}</pre>'
)


def cell_as_html(checks, waiting=(), printed="", hints=()):
    """Return the report of a check cell as HTML.

    It takes its colours from the page, light or dark; a picture has a white ground of its own.

    Parameters
    ----------
    checks : list of dict
        The cell's checks, as they stand in a result record.
    waiting : sequence of str
        Sentences on what cannot be checked yet.
    printed : str
        What the functions printed meanwhile.
    hints : sequence of str
        Further hints on the first failure, the last of them nearly the answer.
    """
    checks, left_out = told_of(checks), left_out_of(checks)
    failed = failures_in(checks)
    waits = "".join(map(_line, filter(None, [*waiting, left_out]))) + _printed_as_html(printed)
    if all_unwritten(checks):
        return BOX.format(body=_line(checks[0]["sentence"]))
    head = _strong(count_of(checks)) if failed else _strong(f"Passed: {count_of(checks)}.")
    if not failed:
        return BOX.format(body=head + waits)
    first, *others = failed
    parts = [head, case_as_html(first)]
    for title, hint in zip(HINTS, hints, strict=False):
        parts.append(FOLD.format(title=title, body=_line(hint)))
    if others:
        body = "".join(_group_as_html(group, first) for group in by_cause(others))
        parts.append(FOLD.format(title=f"{len(others)} more did not pass", body=body))
    passed = [each for each in checks if each["status"] == "passed"]
    if passed:
        parts.append(FOLD.format(title=f"{len(passed)} passed", body=_claims_of(passed)))
    return BOX.format(body="".join(parts) + waits)


def _printed_as_html(printed):
    """Return what was printed, cut to its first lines, or ""."""
    title, *lines = _printed_in_lines(printed) or [""]
    return _line(title) + _code("\n".join(lines), "What your functions printed") if title else ""


def _printed_in_lines(printed):
    """Return a heading and the first lines of what was printed; nothing if nothing was."""
    lines = printed.splitlines()
    if not lines:
        return []
    of_all = f" (the first {PRINTED} of {len(lines)} lines)" if len(lines) > PRINTED else ""
    return [f"Printed meanwhile{of_all}:", *(line[:COLUMNS] for line in lines[:PRINTED])]


def case_as_html(check, with_picture=True):
    """Return a failure as HTML: its sentences, its picture or its numbers, and what to paste.

    Parameters
    ----------
    check : dict
        A check that did not pass, as it stands in a result record.
    with_picture : bool
        Whether a picture is drawn, if there is one.
    """
    found, *behind = sentences_of(check)
    parts = [_strong(found), *map(_line, behind)]
    example = check["counterexample"]
    if example is not None:
        text = _code(example["text"], "The case as numbers")
        picture = picture_as_html(example) if with_picture else ""
        parts.append(picture or text)
        if example["call"]:
            parts += [_line("To try it:"), _code(example["call"], "Call to paste")]
        parts.append(FOLD.format(title="The case as numbers", body=text) if picture else "")
    return "".join(parts)


def _group_as_html(group, first):
    """Return failures with one cause: the cause, unless the first failure told it, and claims."""
    cause = "" if cause_of(group[0]) == cause_of(first) else _line(cause_of(group[0]))
    return cause + _claims_of(group)


def _claims_of(checks):
    claims = "".join(f"<li>{_escaped(each['claim'])}</li>" for each in checks)
    return f'<ul style="margin: 0.2em 0">{claims}</ul>'


def _escaped(text):
    """Return text that shows as it is: it may be a student's, and go to an instructor."""
    return html.escape(harmless(text.expandtabs(4)), quote=False)


def _line(text):
    return LINE.format(body=_escaped(text).replace("\n", "<br>"))


def _strong(text):
    return LINE.format(body=f"<strong>{_escaped(text)}</strong>")


def _code(text, label):
    return CODE.format(label=label, text=_escaped(text))


def cell_as_text(checks, waiting=(), printed=""):
    """Return the same report as plain text: at most `LINES` lines of `COLUMNS` characters."""
    checks, left_out = told_of(checks), left_out_of(checks)
    failed = failures_in(checks)
    if all_unwritten(checks):
        return "\n".join(_wrapped(checks[0]["sentence"]))
    waits = [line for each in filter(None, [*waiting, left_out]) for line in _wrapped(each)]
    waits += _printed_in_lines(printed)
    if not failed:
        return "\n".join([f"Passed: {count_of(checks)}.", *waits])
    first, *others = failed
    head = [count_of(checks)]
    for each in sentences_of(first):
        head += ["", *_wrapped(each)]
    tail = ["", f"{len(others)} more did not pass."] if others else []
    tail += waits
    case, paste = _case_in_lines(first)
    for _ in range(2):
        if len(head) + len(case) + len(paste) + len(tail) > LINES:
            case, paste = [], paste if case else []
    return "\n".join([*head, *case, *paste, *tail][:LINES])


def _case_in_lines(check):
    """Return the lines of a failure's picture, if they are short enough, and of what to paste."""
    example = check["counterexample"]
    if example is None:
        return [], []
    picture = example["text"].split("\n")
    paste = case_of_check(check).removeprefix(example["text"]).strip("\n").split("\n")
    wrapped = [part for line in paste for part in _broken_at_spaces(line)]
    fits = all(len(line) <= COLUMNS for line in picture)
    return ["", *picture] if fits else [], ["", *wrapped]


def _broken_at_spaces(line):
    """Return a line in pieces, which still can be pasted; none if a piece is too long."""
    pieces = textwrap.wrap(line, COLUMNS, break_long_words=False, break_on_hyphens=False)
    return pieces if all(len(piece) <= COLUMNS for piece in pieces) else []


def _wrapped(text):
    return [part for line in text.split("\n") for part in textwrap.wrap(line, COLUMNS) or [""]]
