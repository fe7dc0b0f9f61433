"""Quotations with their speakers and works, the works that the text cites, and who is for what.

    “It works,” said Mara Fenn.                   →  direct, speaker "Mara Fenn"
    She says so in *The Iron Timetable* (1961).   →  the work "The Iron Timetable", 1961
    The union opposes the new timetable.          →  "The union" against "the new timetable"

Reported speech is a voice and no quotation: nothing of it is given word for word.
"""

from dataclasses import replace

from armillary.extract.voices.citing import cited_by
from armillary.extract.voices.positions import positions
from armillary.extract.voices.works import works
from armillary.findings import Findings, Quotation
from armillary.reading import Reading, VoiceKind


def find(reading: Reading, findings: Findings) -> Findings:
    """The findings with quotations, works and positions."""
    cited = works(reading)
    quotations = tuple(
        Quotation(voice.at, voice.kind, voice.holder, cited_by(voice, cited))
        for voice in reading.voices
        if voice.kind is not VoiceKind.REPORTED
    )
    return replace(findings, quotations=quotations, works=cited, positions=tuple(positions(reading)))
