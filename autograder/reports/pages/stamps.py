"""What a page was made from, as a digest in its head, so that it is not made again for nothing."""

from __future__ import annotations

import hashlib
import json

from autograder.reports.pages.templating import fingerprint_of_templates

# The digest stands within the first characters of a page.
HEAD = 400


def fingerprint(*parts):
    """Return a digest of what a page is made from, the templates included."""
    text = json.dumps([fingerprint_of_templates(), *parts], sort_keys=True)
    return hashlib.sha256(text.encode()).hexdigest()


def is_made_from(path, made_from):
    """Return whether there is a page that names this digest in its head."""
    try:
        with open(path, encoding="utf-8") as page:
            return made_from in page.read(HEAD)
    except (OSError, UnicodeDecodeError):
        return False
