"""The rules that ``benchmarks.rules`` takes away one by one."""

import pytest

from benchmarks.rules import ROOT, RULES


@pytest.mark.parametrize("name", RULES)
def test_a_rule_that_is_to_be_taken_away_stands_where_it_is_said_to(name):
    assert (ROOT / RULES[name].file).read_text().count(RULES[name].rule) == 1
