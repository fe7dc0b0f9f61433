"""Every rule finds its example, with its value, and keeps off its counter-example."""

import pytest

from armillary.annotate.times import mark
from armillary.annotate.times.dates import meaning_of
from armillary.annotate.times.rules import Match, Rule, find, rules
from armillary.reading import Reading
from armillary.text import Document

RULES = [pytest.param(rule, id=rule.name) for rule in rules()]


@pytest.mark.parametrize("rule", RULES)
def test_a_rule_finds_its_example_with_its_value(rule: Rule) -> None:
    document = Document("t.txt", "T", rule.example, "0" * 64)
    times = {time.at.words: (time.type, time.value) for time in mark(Reading(document)).times}
    names = {match.rule.name for match in find(rule.example, 0, len(rule.example))}
    assert times.get(rule.finds) == (rule.type, rule.value)
    assert rule.name in names


@pytest.mark.parametrize("rule", RULES)
def test_a_rule_keeps_off_its_counter_example(rule: Rule) -> None:
    def says(match: Match) -> bool:
        return meaning_of(match.rule, match.slots) is not None

    names = {match.rule.name for match in find(rule.counter, 0, len(rule.counter), says)}
    assert rule.name not in names


def test_no_two_rules_share_a_name() -> None:
    names = [rule.name for rule in rules()]
    assert len(names) == len(set(names))
