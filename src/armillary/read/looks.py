"""What a line looks like: the title of a chapter, of a section, or nothing of the kind.

    CHAPTER II. The Cap     2.1 The cap     THE CAP     The Cap and After     What next?

A look is of the line alone; whether it stands as a heading is for what stands around it to say.
"""

import re
from collections.abc import Sequence
from enum import IntEnum

from armillary.read.lines import ends_in_stop
from armillary.read.titles import key

LONGEST = 150
"""A heading that no table of contents promises has at most so many characters."""

LEAST_CAPITALS = 0.75
"""Of the telling words of a heading in title case, at least this share begins with a capital."""

_LONGEST_LABEL = 40
_OPENERS = "“\"‘'(¿–—-"
_CLOSERS = "”’,:;?!)"
_MOST_WORDS = 14
_MOST_PLAIN_WORDS = 10
_NUMBERS = r"(?:[IVXLC]{1,7}|\d{1,3}|[A-Z])"
_BOOK = re.compile(rf"(?:BOOK|PART|VOLUME|Book|Part|Volume) (?:{_NUMBERS}|One|Two|Three|Four|Five)\b")
_CHAPTER = re.compile(
    rf"(?:(?:CHAPTER|LETTER|ACT|ESSAY|LECTURE|Chapter|Letter|Act|Essay|Lecture|APPENDIX|Appendix)"
    rf" (?:{_NUMBERS}|One|Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten)\b|[A-Z]{{3,20}} (?:No|NO)\. \d{{1,3}}\b)"
)
_SECTION = re.compile(rf"(?:SECTION|ARTICLE|SCENE|Section|Article|Scene) {_NUMBERS}\b")
_LABEL_ALONE = re.compile(r"(?:[A-Za-z]{3,20} (?:No\. )?\w{1,7}|[IVXLC]{1,7}|\d{1,3})[.:]?")
_ROMAN_ALONE = re.compile(r"[IVX]{1,6}\.?")
_ROMAN = re.compile(r"[IVXLC]{1,7}\. +(?=\S)|[A-H]\. +(?=[A-Z])")
_NUMBERED = re.compile(r"(\d{1,3}(?:\.\d{1,3}){0,4})\.? +(?=[^\W\d_])")
_BRACKETED = re.compile(r"(?:\(?(?:\d{1,3}|[a-z])\)|[a-z]\.) +(?=\S)")
_BYLINE = re.compile(
    r"(?:(?:translated|edited|written|produced|compiled|prepared|published|posted|illustrated|reviewed) )?by [A-Z]"
    r"|(?:from|with) [A-Z]",
    re.IGNORECASE,
)
_FIELD = re.compile(
    r"(?:title|author|date|release date|posting date|language|subject|from|to|cc|source|published|updated|"
    r"keywords|tags|url|e-?mail|tel|phone|note|copyright|isbn|doi|editor|translator|publisher):"
    r"|(?:copyright|©|\(c\))(?: |$)|\S{0,200}(?:https?:|www\.)",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"[^\W\d_]{3}[.!?] +[“\"‘(]?[A-Z]")
_ENDED = re.compile(r"[.,;:][\"”’»')\]]{0,3}$")
_OPENED = re.compile(r"(?:^|[\s(])[“\"‘'«„]\w")
_PERSON = re.compile(r"(?:[A-Z][\w’'-]*\.? ){1,3}[A-Z][\w’'-]+")
_SMALL = frozenset(
    "a an the of in on at to for and or nor but by with from into over under as vs is are was were be it "
    "its than that off up per via about between against after before during without within toward towards".split()
)
_OPENINGS = frozenset(
    "introduction preface foreword abstract summary prologue overview background".split()
)


class Look(IntEnum):
    """What a line looks like. A smaller number is a higher rank among headings."""

    BOOK = 1
    CHAPTER = 2
    SECTION = 3
    CAPITALS = 4
    ROMAN = 5
    TITLED = 6
    PLAIN = 7
    NUMBERED = 8
    BRACKETED = 20
    NONE = 99


def look_of(words: str) -> Look:
    """What the words of a line look like, apart from what stands around them."""
    line = " ".join(words.split())
    if not line or len(line) > LONGEST or len(line.split()) > _MOST_WORDS + 6:
        return Look.NONE
    labelled = _labelled(line)
    if labelled is not None:
        return labelled
    if _ENDED.search(line) or not (line[0].isalnum() or line[0] in "¿("):  # a mark of speech is no title
        return Look.NONE
    if line[-1] in "”\"’'»" and not _OPENED.search(line):  # the end of a speech
        return Look.NONE
    if _BYLINE.match(line) or _FIELD.match(line) or _SENTENCE.search(line):
        return Look.NONE
    return _unlabelled(line)


def labels(words: str) -> bool:
    """Whether a line is a label that waits for its title: `CHAPTER II`."""
    if len(words) > _LONGEST_LABEL:
        return False
    return _LABEL_ALONE.fullmatch(words) is not None and _labelled(words) is not None


def look_under_label(words: str) -> Look:
    """A line right under a label may be longer than other titles, and end in a stop."""
    line = " ".join(words.split()).rstrip(".")
    if len(line) > LONGEST or not line or line[-1] in ",;:" or _BYLINE.match(line):
        return Look.NONE
    return Look.TITLED if _is_titled(line.split()) else Look.NONE


def is_labelled(words: str) -> bool:
    """Whether a word and a number, or a number, stand before the title."""
    return _labelled(words) is not None


def is_bracketed(words: str) -> bool:
    """Whether `1)`, `(a)` or `b.` stands before the title: the lowest of all headings."""
    return _BRACKETED.match(words) is not None


def calls_out(words: str) -> bool:
    """Whether the line is a question or an exclamation: a title, or a line of speech."""
    return words.rstrip(_CLOSERS.replace("?", "").replace("!", "") + " \"'")[-1:] in {"?", "!"}


def may_be_a_name(words: str, look: Look) -> bool:
    """Whether the line may be no more than somebody's name."""
    named = look in {Look.TITLED, Look.ROMAN} and _PERSON.fullmatch(words) is not None
    return named and key(words) not in _OPENINGS


def rank_of(words: str, look: Look) -> int:
    """The height of a heading by its look: 1.2 is below 1."""
    if look is Look.NUMBERED:
        number = _NUMBERED.match(" ".join(words.split()))
        return Look.TITLED + (number[1].count(".") if number else 0)
    return Look.TITLED if look is Look.PLAIN else look


def _labelled(line: str) -> Look | None:
    """The look of a line with a word and a number, or a number, before it."""
    if ends_in_stop(line, len(line)) and line[-1] not in "?!" and not _is_titled(line.split()):
        return None
    for pattern, look in ((_BOOK, Look.BOOK), (_CHAPTER, Look.CHAPTER), (_SECTION, Look.SECTION)):
        found = pattern.match(line)
        if found and (found.end() == len(line) or line[found.end()] in ".:–—- "):
            return look if not line[found.end() :].lstrip(" .:–—-")[:1].islower() else None
    if _ROMAN_ALONE.fullmatch(line):
        return Look.ROMAN
    if _ENDED.search(line):
        return None
    for pattern, look in (
        (_ROMAN, Look.ROMAN),
        (_NUMBERED, Look.NUMBERED),
        (_BRACKETED, Look.BRACKETED),
    ):
        found = pattern.match(line)
        if found and line[found.end()].isupper() and not _SENTENCE.search(line[found.end() :]):
            return look
    return None


def _unlabelled(line: str) -> Look:
    words = [word for word in line.split() if any(char.isalpha() for char in word)]
    letters = sum(char.isalpha() for char in line)
    if line.isupper() and letters >= 4 and len(words) <= _MOST_WORDS:  # noqa: PLR2004  *I*, *OK*, *USA* are names
        return Look.CAPITALS
    if not words or words[0].lstrip(_OPENERS)[:1].islower() or len(words) > _MOST_WORDS:
        return Look.NONE
    if _is_titled(words):
        return Look.TITLED
    return Look.PLAIN if len(words) <= _MOST_PLAIN_WORDS and "," not in line else Look.NONE


def _is_titled(words: Sequence[str]) -> bool:
    """Whether the telling words after the first begin with capitals."""
    bare = [word.strip(_OPENERS + _CLOSERS) for word in words[1:]]
    telling = [word for word in bare if word and word.lower() not in _SMALL]
    return sum(not word[0].islower() for word in telling) >= LEAST_CAPITALS * len(telling)
