"""Events at the borders of a sentence, whatever the parser makes of it."""

from hypothesis import example, given, settings
from hypothesis import strategies as st

from armillary.annotate import annotate
from armillary.annotate.parser import OURS
from armillary.extract.events import find
from armillary.findings import Findings
from armillary.text import Document

WORDS = (
    "Had no important step been taken by the leaders of Rome in 1914 , and which burned ( 1923 ) "
    "; — 🙂 “ Venice ” by Cairo attacked was the"
).split()


@given(st.lists(st.sampled_from(WORDS), min_size=1, max_size=14))
@example("Had no important step been taken by the leaders of the Revolution in Rome".split())
@example(["attacked", "Rome", "in", "1914"])
@settings(max_examples=150, deadline=None)
def test_a_verb_at_the_very_beginning_has_nothing_before_it(words: list[str]) -> None:
    """*Had no important step been taken …*, a sentence of the Federalist Papers, stopped the whole build: the
    verb was its first word, and the name before a lost subject was sought in no words at all."""
    text = " ".join(words)
    document = Document("t", "t", text, "0" * 64)
    reading = annotate(document, OURS)
    found = find(reading, Findings(document, mentions=reading.mentions, times=reading.times))
    assert all(text[event.at.start : event.at.end] == event.at.words for event in found.events)
