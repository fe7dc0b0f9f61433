"""Works that the text cites, by the ways in which texts write them.

*The Iron Timetable* (1961)                    italics, or a title in quotation marks, with its date
our article On the Great Frost(January 2021)   a run of capitals with its date in brackets
(The Daily Ledger, February 9, 2023)           a source in brackets
“…” —Mara Fenn, Letters from the Line          a citation behind a quotation
ON RAILWAYS, May 3rd, 1899                     a line of a list of works
"""

import re
from collections.abc import Iterator

from armillary.extract.voices.dates import DATE, DATE_START, iso
from armillary.findings import Work
from armillary.reading import Reading, VoiceKind
from armillary.text import BlockKind

_SMALL = r"(?:a|an|the|of|in|on|at|to|for|from|with|and|or|as|by|vs\.?|into|over|under)"
_WORD = r"[A-Z][\w’'&.-]{0,30}+"
_SLANTED = re.compile(
    rf"(?<![*_\w])([*_])(?=\S)(?P<title>[A-Z][^*_\n]{{2,120}}?)(?<=\S)\1(?![*_\w])"
    rf"(?:,?\s{{0,2}}\(?(?:[^()\n]{{0,60}},\s)?(?P<date>{DATE}))?"
)
"""A title set in italics, as Markdown writes it, and the date behind it."""
_BRACKETED = re.compile(rf"\((?!{DATE_START})(?P<title>[A-Z][^()\n]{{2,80}}?), (?P<date>{DATE})\)")
_DATED = re.compile(rf"\s{{0,2}}\((?:[^()\n]{{1,40}}, )?(?P<date>{DATE})\)")
_RUN = re.compile(
    rf"{_WORD}(?:[:,]? (?:{_SMALL} ){{0,2}}{_WORD}){{0,18}}+(?=\s{{0,2}}\((?:[^()\n]{{1,40}}, )?{DATE}\))"
)
_KIND = re.compile(
    r"(?:article|book|document|report|essay|paper|pamphlet|statement|study|novel|letter|speech|piece|column|"
    r"editorial|post|interview|memo|brochure|booklet|leaflet|manifesto)s?,?\s{0,2}(?:titled |entitled |called |named )?$"
)
_CITED = re.compile(
    r"[”\"’»]\s?[-—–―(\[]?\s?(?P<all>(?P<by>(?:[A-Z]\. ?){0,3}[A-Z][\w’'-]+(?: (?:de|von|van|of) [A-Z][\w’'-]+| [A-Z][\w’'.-]+){0,3}),\s?"
    r"(?:in )?[*_“]?(?P<title>[A-Z][^\n]{2,140}))$",
    re.MULTILINE,
)
_BEHIND = re.compile(
    rf"[”\"’»]\s?[-—–―]\s?(?P<title>[A-Z][^\n]{{5,160}}?),\s(?P<date>{DATE})\)?\.?$", re.MULTILINE
)
_LISTED = re.compile(
    rf"^[\W\d]{{0,6}}(?P<title>[^\n]{{3,200}}?)[,.]?\s\(?(?P<date>{DATE})\)?\.?$", re.MULTILINE
)
_SCHOLARLY = re.compile(
    rf"^[\W]{{0,4}}(?P<by>[A-Z][^()\n]{{2,100}}?),?\s\((?P<date>{DATE})[a-z]?\)[.,:]?\s[*_“]?(?P<title>[^.\n*_”]{{3,160}})",
    re.MULTILINE,
)
_LEAST = 3
"""Words that a title must have, where nothing but capitals and a date says that it is one."""
_TAIL = ' \t.,;:)]*_”"—–-'


def works(reading: Reading) -> tuple[Work, ...]:
    """All works, none over another, in the order of the text."""
    found: list[Work] = []
    every = (*_listed(reading), *_in_prose(reading))
    for work in sorted(every, key=lambda work: (work.at.start, -work.at.end)):
        if not found or work.at.start >= found[-1].at.end:
            found.append(work)
    return tuple(found)


def _listed(reading: Reading) -> Iterator[Work]:
    """The lines of lists of works."""
    for block in reading.document.blocks:
        if block.kind is BlockKind.REFERENCE:
            text = reading.document.text
            for line in re.finditer(r"[^\n]+", text[block.span.start : block.span.end]):
                start, end = block.span.start + line.start(), block.span.start + line.end()
                match = _SCHOLARLY.match(text, start, end) or _LISTED.match(text, start, end)
                if match is not None:
                    yield _work(reading, match)


def _in_prose(reading: Reading) -> Iterator[Work]:
    for block in reading.document.blocks:
        if block.kind in {BlockKind.CODE, BlockKind.CONTENTS, BlockKind.TABLE, BlockKind.REFERENCE}:
            continue
        span = (block.span.start, block.span.end)
        text = reading.document.text
        for pattern in (_BEHIND, _CITED, _BRACKETED):
            yield from (_work(reading, match) for match in pattern.finditer(text, *span))
        for match in _SLANTED.finditer(text, *span):
            if match["date"] or _KIND.search(text, max(span[0], match.start() - 40), match.start()):
                yield _work(reading, match)
        for match in _RUN.finditer(text, *span):
            yield from _run(reading, match, span[0])
    yield from _between_marks(reading)


def _run(reading: Reading, match: re.Match[str], first: int) -> Iterator[Work]:
    """A run of capitals before a date in brackets; the name of its publisher before it is no title."""
    text = reading.document.text
    start, end = match.span()
    head, comma, _ = match.group().partition(",")
    if comma and not match.group()[len(head) + 1 :].startswith(" "):
        start += len(head) + 1
    named = _KIND.search(text, max(first, start - 60), start)
    glued = re.search(
        r"(?:article|document|report|essay|statement|paper|book)$", text[max(first, start - 12) : start]
    )
    dated = _DATED.match(text, end)
    if dated is not None and (named or glued or len(text[start:end].split()) >= _LEAST):
        at = reading.document.passage(start, end)
        yield Work(at, " ".join(at.words.split()), None, iso(dated["date"]))


def _between_marks(reading: Reading) -> Iterator[Work]:
    """Titles in quotation marks: with a date behind, or after the word for what they are."""
    text = reading.document.text
    for voice in reading.voices:
        if voice.kind is VoiceKind.TITLE:
            dated = _DATED.match(text, min(len(text), voice.at.end + 1))
            named = _KIND.search(text, max(0, voice.at.start - 41), voice.at.start - 1)
            if dated or named:
                yield Work(
                    voice.at,
                    " ".join(voice.at.words.rstrip(_TAIL).split()),
                    None,
                    iso(dated["date"]) if dated else None,
                )


def _work(reading: Reading, match: re.Match[str]) -> Work:
    groups = match.groupdict()
    start, end = match.span("title")
    while end > start + 1 and match.string[end - 1] in _TAIL:
        end -= 1
    at = reading.document.passage(start, end)
    date = groups.get("date")
    return Work(at, " ".join(at.words.split()), groups.get("by"), iso(date) if date else None)
