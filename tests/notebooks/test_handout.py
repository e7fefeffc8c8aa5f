"""A handout is Markdown with a place for the stub and written questions with rubrics."""

import pytest

from autograder.notebooks.handout import (
    BuildError,
    Code,
    Prose,
    QuestionPart,
    StubPlace,
    read_handout,
)

HANDOUT = """\
---
jupyter:
  jupytext:
    text_representation:
      extension: .md
      format_name: markdown
---

# Blurring

Blur an image.

```python
from reference.blurring.solution import blur, identity
```

```python
%matplotlib inline
blur(image)
```

## Question: Why blur? (3 points)

Say why.

Take your time.


And say how.

### Rubric

- 3 points: noise.


Half of it is enough.

## Afterwards

The end.
"""


def parts_of(body):
    return read_handout(body, "blurring")


def test_prose_code_stub_and_question_are_told_apart():
    assert parts_of(HANDOUT) == [
        Prose("# Blurring\n\nBlur an image."),
        StubPlace(("blur", "identity")),
        Code("%matplotlib inline\nblur(image)"),
        QuestionPart(
            "Why blur?",
            3,
            "## Question: Why blur? (3 points)\n\nSay why.\n\nTake your time.\n\nAnd say how.",
            "- 3 points: noise.\n\nHalf of it is enough.",
        ),
        Prose("## Afterwards\n\nThe end."),
    ]


QUESTION = "## Question: Why? (1 point)\n\nSay why.\n\n"


@pytest.mark.parametrize(
    ("body", "complaint"),
    [
        (QUESTION, "no rubric"),
        ("## Question: Why?\n\n### Rubric\n\nBecause.\n", "headed"),
        ("# Title\n\n### Rubric\n\nBecause.\n", "no question"),
        (f"{QUESTION}### Rubric\n\nSo.\n\n### Rubric\n\nBecause.\n", "no question"),
        (f"{QUESTION}**Rubric** Because.\n", "show students"),
        ("```python\nfrom reference.blurring.solution import blur as b\n```\n", "own names"),
        ("```python\nfrom reference.blurring.solution import *\n```\n", "own names"),
        ("```python\nfrom reference.other.solution import blur\n```\n", "nothing else"),
        ("```python\nimport reference.blurring.solution\n```\n", "nothing else"),
        ("```python\nfrom reference.blurring.solution import blur  # so\n```\n", "nothing else"),
        ("```python\nfrom reference.blurring.solution import blur\nblur(1)\n```\n", "nothing else"),
        ("```python\ndef f():\n    from reference.blurring import solution\n```\n", "nothing else"),
        ("```python\nopen('reference/blurring/solution.py')\n```\n", "show students"),
        ("```python\nblur(1)  # SOLUTION\n```\n", "marker"),
        ("```python\n# BEGIN SOLUTION\nblur(1)\n```\n", "marker"),
        ("```python\nblur(\n```\n", "not Python"),
        ("---\ntitle: no header for jupytext\n---\n\n# Title\n", "raw cell"),
    ],
)
def test_what_would_publish_too_much_is_refused(body, complaint):
    with pytest.raises(BuildError, match=complaint):
        parts_of(body)
