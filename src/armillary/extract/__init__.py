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


def extract(reading: Reading, witnesses: str = Heard.RULES) -> Findings:
    """All that the document says. `witnesses`: whose word counts for causal claims (`Settings.witnesses`)."""
    findings = replace(Findings(reading.document), mentions=reading.mentions, times=reading.times)
    for find in EXTRACTORS:
        findings = find(reading, findings)
    return plugged.find(reading, causes.find(reading, findings, Heard(witnesses)))
