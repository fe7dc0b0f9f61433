"""Tags, lemmas and dependencies, laid on the words that `grammar` has cut. Sentences stay as they are.

Our own parser reads the sentences in which somebody is named or a time stands: events need them, and the
rest would cost more time than all other steps together (`bench/stages.py`). Another parser that a user has
chosen reads all of them.
"""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from armillary.annotate.parser import OURS, parse
from armillary.annotate.parser.fitting import fitted
from armillary.reading import Mention, Reading, Sentence, Time

NO_MODEL = "none"
"""The name of the language model that is none: words and sentences by rule, and nothing else."""


def mark(reading: Reading) -> Reading:
    """The reading with what a parser says of its words; as it was where no model is wanted, or no English is read.

    Errors: `SettingsError` where the language model is not installed.
    """
    if reading.language_model == NO_MODEL or not reading.is_english:
        return reading
    sentences = reading.sentences
    if reading.language_model == OURS:
        sentences = tuple(sentence for sentence in sentences if _wanted(reading, sentence))
    if not sentences:
        return reading
    spans = [sentence.span for sentence in sentences]
    seen = parse(reading.document.text, spans, reading.language_model, names=False)
    tokens, _ = fitted(reading.tokens, seen.tokens, seen.sentences)
    return replace(reading, tokens=tokens)


def _wanted(reading: Reading, sentence: Sentence) -> bool:
    """Whether a sentence may tell of an event."""
    return _stands_in(reading.mentions, sentence) or _stands_in(reading.times, sentence)


def _stands_in(marks: Sequence[Mention | Time], sentence: Sentence) -> bool:
    at = bisect_left(marks, sentence.span.start, key=lambda mark: mark.at.start)
    return at < len(marks) and marks[at].at.start < sentence.span.end
