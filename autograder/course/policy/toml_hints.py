"""What is probably wrong with a file that is not TOML."""

from __future__ import annotations

# By a part of the library's message.
_HINTS = {
    "Invalid value": "A text stands in quotation marks.",
    "Illegal character '\\n'": "Is a quotation mark missing at the end of this line?",
    "Unterminated string": "Is a quotation mark missing at the end of this line?",
    "Expected ']'": "Is the bracket ] missing at the end of this line?",
    "Unclosed array": "Is the bracket ] missing at the end of the list?",
}


def toml_hint(why):
    """Return a sentence on what a library says of a file, with a space before it, or "".

    Examples
    --------
    >>> toml_hint("Unclosed array (at end of document)")
    ' Is the bracket ] missing at the end of the list?'
    >>> toml_hint("Cannot overwrite a value")
    ''
    """
    return next((f" {hint}" for part, hint in _HINTS.items() if part in why), "")
