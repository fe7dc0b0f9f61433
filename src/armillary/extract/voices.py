"""Quotations with their speakers, and the works that the text cites.

    “It works,” said Mara Fenn.                   →  direct, speaker "Mara Fenn"
    She says so in *The Iron Timetable* (1961).   →  the work "The Iron Timetable", 1961

Reported speech is a voice and no quotation: nothing of it is given word for word. Who is for or against
what is not read yet: `positions` stays empty.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from armillary.findings import Findings, Quotation, Work
from armillary.reading import Reading, Time, VoiceKind
from armillary.text import Passage

_SLANTED = re.compile(r"(?<![*_\w])([*_])(?=\S)([^*_\n]{3,120}?)(?<=\S)\1(?![*_\w])")
"""A title set in italics, as Markdown writes it."""

_DATED = re.compile(r"[”\"’]?\s{0,2}\(\s*$|[”\"’*_]?,?\s{0,2}\(?(?:[^()\n]{0,60},\s*)?$")
"""What may stand between a title and the date of the work: *(*, *, volume 1, *."""

_NEAR = 80
"""Characters from the end of a title within which its date must stand."""


def find(reading: Reading, findings: Findings) -> Findings:
    """The findings with quotations and works."""
    works = tuple(_works(reading))
    quotations = tuple(
        Quotation(voice.at, voice.kind, voice.holder, _cited_after(voice.at, works))
        for voice in reading.voices
        if voice.kind is not VoiceKind.REPORTED
    )
    return replace(findings, quotations=quotations, works=works)


def _works(reading: Reading) -> Iterator[Work]:
    """Titles in italics or in quotation marks that a date follows, in the order of the text."""
    titles = {voice.at for voice in reading.voices if voice.kind is VoiceKind.TITLE}
    titles |= {
        reading.document.passage(found.start(2), found.end(2))
        for found in _SLANTED.finditer(reading.document.text)
        if found.group(2)[0].isupper()
    }
    for title in sorted(titles, key=lambda at: (at.start, -at.end)):
        time = _date_after(reading, title)
        if time is not None:
            yield Work(title, " ".join(title.words.split()), None, time.value)


def _date_after(reading: Reading, title: Passage) -> Time | None:
    """The date that stands behind a title, with little between."""
    text = reading.document.text
    for time in reading.times:
        if time.at.start >= title.end:
            between = text[title.end : time.at.start]
            near = len(between) <= _NEAR and _DATED.fullmatch(between.lstrip("*_")) is not None
            dated = time.value is not None and time.value[:4].isdigit()
            return time if near and dated else None
    return None


def _cited_after(quoted: Passage, works: tuple[Work, ...]) -> Work | None:
    """The work that is named right behind a quotation."""
    text = quoted.document.text
    for work in works:
        if 0 <= work.at.start - quoted.end <= _NEAR and "\n\n" not in text[quoted.end : work.at.start]:
            return work
    return None
