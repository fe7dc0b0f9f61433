"""Tags, lemmas and dependencies, laid on the words that `grammar` has cut. Sentences stay as they are."""

from dataclasses import replace

from armillary.annotate.parser import parse
from armillary.annotate.parser.fitting import fitted
from armillary.reading import Reading

NO_MODEL = "none"
"""The name of the language model that is none: words and sentences by rule, and nothing else."""


def mark(reading: Reading) -> Reading:
    """The reading with what a parser says of its words; as it was where no model is wanted.

    Errors: `SettingsError` where the language model is not installed.
    """
    if reading.language_model == NO_MODEL:
        return reading
    spans = [sentence.span for sentence in reading.sentences]
    seen = parse(reading.document.text, spans, reading.language_model, names=False)
    tokens, _ = fitted(reading.tokens, seen.tokens, seen.sentences)
    return replace(reading, tokens=tokens)
