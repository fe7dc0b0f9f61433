"""Extract: marks become statements, each with its words and its holder. Nothing is merged."""

from collections.abc import Callable
from dataclasses import replace

from armillary.extract import causes, events, figures, plugged, voices
from armillary.extract.causes.witnesses import Heard
from armillary.findings import Findings
from armillary.reading import Reading

Extractor = Callable[[Reading, Findings], Findings]
"""Takes a reading and what was found so far; gives it back with more."""

EXTRACTORS: tuple[Extractor, ...] = (
    figures.find,
    voices.find,
    events.find,
)

IN_ANY_LANGUAGE: tuple[Extractor, ...] = (figures.find, voices.find)
"""What is looked for in a document that is not English: what digits and quotation marks show."""


def extract(
    reading: Reading, witnesses: str = Heard.RULES, tell: Callable[[float], None] = lambda _: None
) -> Findings:
    """All that the document says. `witnesses`: whose word counts for causal claims (`Settings.witnesses`).

    `tell` is called with the share of the sentences that were searched for them, which takes most of the time.
    """
    tell(0.0)
    findings = Findings(
        reading.document,
        mentions=reading.mentions,
        references=reading.references,
        times=reading.times,
    )
    for find in EXTRACTORS if reading.is_english else IN_ANY_LANGUAGE:
        findings = find(reading, findings)
    if not reading.is_english:
        return plugged.find(reading, replace(findings, notes=(_not_english(reading),)))
    return plugged.find(reading, causes.find(reading, findings, Heard(witnesses), tell))


def _not_english(reading: Reading) -> str:
    return (
        f"{reading.document.name} is in {reading.language}, and Armillary reads English: its sections, "
        "numbers, dates in figures and quotations in marks are found; its names, events and claims are not"
    )
