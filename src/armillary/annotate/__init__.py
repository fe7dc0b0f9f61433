"""Annotate: mark up what the document says, word by word, and change nothing in it."""

from collections.abc import Callable
from dataclasses import dataclass

from armillary.annotate import grammar, language, names, numbers, references, stance, syntax, times
from armillary.reading import Reading
from armillary.text import Document


@dataclass(frozen=True, slots=True)
class Step:
    """One kind of mark: a function that adds it, the marks it needs and those it gives."""

    mark: Callable[[Reading], Reading]
    needs: tuple[str, ...]
    gives: tuple[str, ...]


STEPS: tuple[Step, ...] = (
    Step(language.mark, needs=(), gives=("language",)),
    Step(grammar.mark, needs=(), gives=("tokens", "sentences")),
    Step(times.mark, needs=("tokens", "sentences"), gives=("times",)),
    Step(numbers.mark, needs=("tokens", "sentences", "times"), gives=("numbers",)),
    Step(names.mark, needs=("language", "tokens", "sentences", "times"), gives=("mentions",)),
    Step(stance.mark, needs=("tokens", "sentences", "mentions"), gives=("voices", "moods")),
    Step(syntax.mark, needs=("language", "tokens", "sentences", "mentions", "times"), gives=("tags",)),
    Step(
        references.mark,
        needs=("language", "tokens", "sentences", "mentions", "voices"),
        gives=("references",),
    ),
)  # tests/test_road.py fails when a need stands before its giver


def annotate(
    document: Document,
    language_model: str = syntax.NO_MODEL,
    tell: Callable[[float], None] = lambda _: None,
) -> Reading:
    """The document with all marks. `tell` is called with the share of the steps that are done.

    Errors: `SettingsError` where the language model is not installed.
    """
    reading = Reading(document, language_model=language_model)
    for at, step in enumerate(STEPS):
        tell(at / len(STEPS))
        reading = step.mark(reading)
    return reading
