"""Complete Gradescope's ``results.json``: what a check found as HTML, with the picture.

Points, names and order stay Otter's. Where HTML is not taken, as in other readers of the file,
nothing is completed, and the text is Otter's.
"""

from __future__ import annotations

from autograder.reports.cells import case_as_html
from autograder.reports.failure_text import by_cause, failures_in


def completed(results, checks):
    """Return results with the output of each check that did not pass as HTML.

    All that a student wrote is escaped. Of failures with one cause the first has the picture.

    Parameters
    ----------
    results : dict
        What Otter wrote.
    checks : dict of str to dict
        The checks that did not pass, as in a result record, by name.
    """
    told = [checks[each["name"]] for each in results["tests"] if each["name"] in checks]
    first = {group[0]["name"] for group in by_cause(failures_in(told))}

    def with_html(test):
        check = checks.get(test["name"])
        if check is None:
            return test
        shown = case_as_html(check, with_picture=check["name"] in first)
        return test | {"output": shown, "output_format": "html"}

    return results | {"tests": [with_html(each) for each in results["tests"]]}
