"""A page for each known mistake, with the smallest case that shows it and no line of code.

The pages are written below ``docs/mistakes`` when a build begins. They are made again only if the
kit, a solution or Matplotlib changed.
"""

from __future__ import annotations

import hashlib
import re
import shutil
from concurrent.futures import ProcessPoolExecutor
from contextlib import closing
from itertools import repeat
from multiprocessing import get_context
from pathlib import Path

import matplotlib

import autograder
from autograder.authoring.seeds import COURSE_SEED
from autograder.exercises import exercise_names, load_exercise
from autograder.judging.judge import judge_check
from autograder.judging.judged_function import judged
from autograder.judging.session import Session
from autograder.judging.verify import allowed_for, mistaken, solution
from autograder.reports.pictures import as_svg, picture_of, words_of
from autograder.sandbox.unsandboxed import Unsandboxed

ROOT = Path(autograder.__file__).parents[1]
# Where a mistake stops, which is in no file of a student's.
LINE = re.compile(r" Line \d+ \(return _mistake\(\*arguments\)\):")
MARKDOWN = re.compile(r"([\\`*_\[\]<>$#|{}~!&])")

INDEX = """# Known mistakes

The kit recognises these mistakes by what a function returns. Each page shows what the mistake does,
why that is wrong, the smallest case that the kit found, and what to do instead.

```{{toctree}}
:maxdepth: 1

{pages}
```
"""

OF_EXERCISE = """# {title}: known mistakes

{lines}
"""

# No page is in the tree of pages beside each page: with all of them, most of a build makes trees.
PAGE = """---
orphan: true
---

# {title}

A known mistake in `{function}`. All [known mistakes of this exercise](index.md).

## What it does

{did}

## Why it is wrong

It fails this check: *{claim}*

{found}

{shown}

{look}

## What to do instead

{instead}
"""


def setup(app):
    """Let Sphinx write the pages before it reads any."""
    # How many mistakes of each exercise get a page, for a quick build; 0 for all.
    app.add_config_value("mistakes_of_each", 0, "", types=(int,))
    app.connect("config-inited", lambda app, config: _write(app.srcdir, config.mistakes_of_each))
    return {"parallel_read_safe": True, "parallel_write_safe": True}


def _write(source, most):
    """Write the pages below the folder of the sources, unless those there are what would come."""
    folder, made_from = Path(source) / "mistakes", _digest(most)
    note = folder / "made-from.txt"
    if note.is_file() and note.read_text("utf-8") == made_from:
        return
    shutil.rmtree(folder, ignore_errors=True)
    names = exercise_names()
    for name, pages in zip(names, _pages_of_all(names, most), strict=True):
        (folder / name).mkdir(parents=True)
        for path, content in pages.items():
            (folder / name / path).write_text(content, "utf-8")
    listed = "\n".join(f"{name}/index" for name in names)
    (folder / "index.md").write_text(INDEX.format(pages=listed), "utf-8")
    note.write_text(made_from, "utf-8")


def _digest(most):
    """Return a digest of all that the pages are made from."""
    found = hashlib.sha256(f"{most} {matplotlib.__version__}".encode())
    folders = (ROOT / "autograder", ROOT / "reference", Path(__file__).parent)
    for path in sorted(path for folder in folders for path in folder.rglob("*.py")):
        found.update(path.read_bytes())
    return found.hexdigest()


def _pages_of_all(names, most):
    """Return the pages of each exercise; all of them are made by several processes."""
    if most:
        return [_pages_of(name, most) for name in names]
    with ProcessPoolExecutor(mp_context=get_context("spawn")) as pool:
        return list(pool.map(_pages_of, names, repeat(most)))


def _pages_of(name, most):
    """Return the files on the mistakes of one exercise, a dict of file names to texts."""
    exercise, right, session = load_exercise(name), solution(name, ROOT), Session(COURSE_SEED)
    mistakes = exercise.misconceptions[: most or None]
    lines = [f"- [{_title(m)}]({m.name}.md): {_plain(m.hint)}" for m in mistakes]
    files = {"index.md": OF_EXERCISE.format(title=exercise.title, lines="\n".join(lines))}
    for mistake in mistakes:
        outcome = _outcome(mistake, exercise, right, session)
        picture = picture_of(outcome["counterexample"])
        if picture is not None:
            files[f"{mistake.name}.svg"] = as_svg(picture, mistake.name)
        files[f"{mistake.name}.md"] = _page(mistake, outcome, picture is not None)
    return files


def _outcome(mistake, exercise, right, session):
    """Return the record of the check that catches a mistake, tried on a solution that makes it."""
    source, forbidden = mistaken(mistake, exercise.name, right), allowed_for(mistake, exercise)
    opened = Unsandboxed().open(source.encode(), ".py", exercise.functions, forbidden, ())
    with closing(opened) as worker:
        functions = judged(worker.subjects)
        return judge_check(mistake.caught_by, functions, session, exercise).record()


def _page(mistake, outcome, has_picture):
    """Return the page on one mistake."""
    did, look, instead = map(_plain, mistake.hints)
    example = outcome["counterexample"] or {"text": "", "call": ""}
    shown = f"```text\n{example['text']}\n```" if example["text"] else ""
    if has_picture:
        shown = f"![{_plain(words_of(example))}]({mistake.name}.svg)"
    call = f"\n\nTo try it:\n\n```python\n{example['call']}\n```" if example["call"] else ""
    return PAGE.format(
        title=_title(mistake),
        function=mistake.of,
        did=did,
        claim=_plain(mistake.caught_by.claim),
        found=_plain(LINE.sub("", outcome["sentence"])),
        shown=shown + call,
        look=look,
        instead=instead,
    )


def _title(mistake):
    return mistake.name.replace("_", " ").capitalize()


def _plain(text):
    """Return a text as a paragraph of Markdown in which no character means more than itself."""
    return MARKDOWN.sub(r"\\\1", " ".join(text.split()))
