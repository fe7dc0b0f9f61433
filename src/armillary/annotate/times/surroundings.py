"""What the words around a time say of its place: ahead, aside, quoted, citing, alone on its line."""

import re
from dataclasses import dataclass

from armillary.annotate.times.rules import Match
from armillary.text import Document, Passage

SENTENCE = 300  # characters, at most, between two times of one sentence
BEFORE = 120  # characters before a time that are looked at
FIRST_LINES = 1500  # characters in which a line with the date of the document stands
BRACKETS = 60  # characters from an opening bracket, at most
OPENING = 12  # characters: a time that opens its sentence is told by the verb after it
EVENT_WORDS = 8

_FUTURE = (
    r"will|shall|would|'ll|to be|plans?|planned|planning|scheduled|expect(?:s|ed)?|upcoming|due|set to"
)
_AHEAD_BEFORE = re.compile(rf"\b(?:(?:{_FUTURE}|next)\b|(?:until|by)(?: the)? $)", re.IGNORECASE)
_AHEAD_AFTER = re.compile(rf"(?:(?! that)[^.!?\n]){{0,12}}\b(?:{_FUTURE})\b", re.IGNORECASE)
_ENDS = re.compile(r"[.!?][”\"')]?\s|\n")
_RANGE = re.compile(r"\s{0,2}(?:[-–—/]|to|and|until|through)\s{0,2}(?:the )?")
_HAD = re.compile(r"\b(?:had|having)\b[^.!?;:]{0,40}$", re.IGNORECASE)
_WORK = re.compile(
    r"[”\"’*_]\s{0,2}\($|\((?:[^()]{0,60}[\s(])?[A-Z][a-z]{2,20}(?: et al\.?| and [A-Z][a-z]{1,20})?,? $"
)
_WROTE = re.compile(
    r"\b(?:writing|reprinted|translated|recalled|edition of|interviewed)(?: in)? $", re.IGNORECASE
)
_EVENT = re.compile(r"\s(?:(?!\s)[^.,;:()!?\n“”\"])(?:[^.,;:()!?\n“”\"]){1,80}")
_ALONE = re.compile(
    r"\W{0,3}(?:(?:[A-Z][\w.’'-]{1,20} ?){1,3}[,–—-]|(?i:(?:first |last )?(?:published|posted|updated|written|"
    r"dated?)(?: on| at)?)|)\W{0,4}"
)


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What the words around a time say of it.

    `aside`: it looks away from the story (the end of a range, brackets, a flashback); `ahead`: its
    sentence looks forward; `fresh`: it is the first time of its sentence; `quoted`: it stands between
    quotation marks.
    """

    aside: bool = False
    ahead: bool = False
    fresh: bool = True
    quoted: bool = False


def of(text: str, match: Match, last: Match | None) -> Surroundings:
    """The surroundings of a match, given the one before it."""
    between = text[last.end : match.start] if last and match.start - last.end < SENTENCE else "\n"
    before = text[max(0, match.start - BEFORE) : match.start]
    ends = [end.end() for end in _ENDS.finditer(before)]
    sentence = before[ends[-1] if ends else 0 :]
    return Surroundings(
        aside=_RANGE.fullmatch(between) is not None
        or _in_brackets(before)
        or _HAD.search(sentence) is not None,
        ahead=_AHEAD_BEFORE.search(sentence) is not None
        or (len(sentence) < OPENING and _AHEAD_AFTER.match(text, match.end, match.end + 40) is not None),
        fresh=_ENDS.search(between) is not None,
        quoted=_in_quotation(text[max(0, match.start - 500) : match.start]),
    )


def _in_brackets(before: str) -> bool:
    return before.rfind("(", max(0, len(before) - BRACKETS)) > before.rfind(")")


def _in_quotation(before: str) -> bool:
    line = before[before.rfind("\n") + 1 :]
    return line.count("“") > line.count("”") or line.count('"') % 2 == 1


def cited(text: str, match: Match) -> bool:
    """Whether a time dates a work: in brackets after a title, after a name in brackets, *writing in*."""
    before = text[max(0, match.start - 80) : match.start]
    return _WORK.search(before) is not None or _WROTE.search(before) is not None


def event(document: Document, match: Match) -> Passage | None:
    """The words that a time is told from: what follows it in its clause, eight words at most."""
    found = _EVENT.match(document.text, match.end)
    if found is None:
        return None
    words = list(re.finditer(r"\S+", found.group()))[:EVENT_WORDS]
    return document.passage(match.end + words[0].start(), match.end + words[-1].end()) if words else None


def dateline(text: str, match: Match) -> bool:
    """Whether a date stands alone on one of the first lines, or after a place or *Published*."""
    if match.end > FIRST_LINES:
        return False
    start = text.rfind("\n", 0, match.start) + 1
    end = text.find("\n", match.end)
    alone = _ALONE.fullmatch(text, start, match.start) is not None
    return alone and not text[match.end : end if end >= 0 else len(text)].strip(" .\r*_")
