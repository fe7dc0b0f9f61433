"""Headings of a text that marks none, told by their look and by what stands around them.

    FEDERALIST No. 10        CHAPTER II. The Cap        1. The Shortage        What Next

A line that is wrongly made a heading is lost to the reading, and it cuts a section in two. So a line
that only might be a heading is prose: a speech of one line, a citation, a byline, a name under a letter.
"""

import re
from collections import Counter
from collections.abc import Sequence
from enum import IntEnum

from armillary.read.contents import Entry
from armillary.read.draft import Piece
from armillary.read.lines import ends_in_stop
from armillary.read.titles import key
from armillary.text import BlockKind

LONGEST = 150
"""A heading that no table of contents promises has at most so many characters."""

MOST_REPEATED = 2
"""A line that comes more often is a running head, a signature or a speaker's name."""

MOST_IN_A_ROW = 3
"""More heading-like lines with no text between them are a list."""

LEAST_CAPITALS = 0.75
"""Of the telling words of a heading in title case, at least this share begins with a capital."""

_LONGEST_LABEL = 40
_OPENERS = "“\"‘'(¿–—-"
_CLOSERS = "”’,:;?!)"
_MOST_WORDS = 14
_MOST_PLAIN_WORDS = 10
_LONG = 120
_NUMBERS = r"(?:[IVXLC]{1,7}|\d{1,3}|[A-Z])"
_BOOK = re.compile(rf"(?:BOOK|PART|VOLUME|Book|Part|Volume) (?:{_NUMBERS}|One|Two|Three|Four|Five)\b")
_CHAPTER = re.compile(
    rf"(?:(?:CHAPTER|LETTER|ACT|ESSAY|LECTURE|Chapter|Letter|Act|Essay|Lecture|APPENDIX|Appendix)"
    rf" (?:{_NUMBERS}|One|Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten)\b|[A-Z]{{3,20}} (?:No|NO)\. \d{{1,3}}\b)"
)
_SECTION = re.compile(rf"(?:SECTION|ARTICLE|SCENE|Section|Article|Scene) {_NUMBERS}\b")
_LABEL_ALONE = re.compile(r"(?:[A-Za-z]{3,20} (?:No\. )?\w{1,7}|[IVXLC]{1,7}|\d{1,3})[.:]?")
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
    r"keywords|tags|url|e-?mail|tel|phone|note|copyright|isbn|doi|editor|translator|publisher):",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"[^\W\d_]{3}[.!?] +[“\"‘(]?[A-Z]")
_ENDED = re.compile(r"[.,;:][\"”’»')\]]{0,3}$")
_PERSON = re.compile(r"(?:[A-Z][\w’'-]+\.? ){1,3}[A-Z][\w’'-]+")
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


_COUNTED = frozenset({Look.ROMAN, Look.NUMBERED, Look.BRACKETED})


def find(text: str, pieces: Sequence[Piece], entries: Sequence[Entry]) -> tuple[Piece, ...]:
    """The pieces, those that are headings marked as such and ranked from 1."""
    promised = {key(entry.title) for entry in entries}
    looks = _looks(text, pieces, promised)
    usual = _usual_space(text, pieces)
    body = _first_body(text, pieces)
    ranks: dict[int, int] = {}
    for at, run in _runs(pieces, looks):
        after = pieces[at + run] if at + run < len(pieces) else None
        for place in range(at, at + run):
            piece, look = pieces[place], looks[place]
            words = _words(text, piece)
            byline = place < body and _person_alone(words, look) and not _labels(text, pieces, place - 1)
            fits = run <= MOST_IN_A_ROW and not byline
            if key(words) in promised or (fits and _stands_out(text, piece, look, usual, after)):
                ranks[place] = _rank(text, piece, look)
    return _joined(text, _marked(pieces, ranks))


def _looks(text: str, pieces: Sequence[Piece], promised: set[str]) -> list[Look]:
    """What each piece looks like; what comes again and again or in a list looks like nothing."""
    looks = [_look_of(text, piece, promised) for piece in pieces]
    keys = {at: key(_words(text, pieces[at])) for at, look in enumerate(looks) if look < Look.NONE}
    often = Counter(keys.values())
    for at, title in keys.items():
        beside = {*looks[max(0, at - 1) : at], *looks[at + 1 : at + 2]}
        listed = looks[at] in _COUNTED and looks[at] in beside
        if title not in promised and (often[title] > MOST_REPEATED or listed):
            keys[at] = ""
    looks = [look if keys.get(at, "") else Look.NONE for at, look in enumerate(looks)]
    for at in range(1, len(pieces)):
        if looks[at] is Look.NONE and looks[at - 1] <= Look.SECTION and _labels(text, pieces, at - 1):
            looks[at] = _look_under_label(text, pieces[at])
    return looks


def _labels(text: str, pieces: Sequence[Piece], at: int) -> bool:
    """Whether a piece is a label that waits for its title: `CHAPTER II`."""
    if at < 0 or pieces[at].end - pieces[at].start > _LONGEST_LABEL:
        return False
    words = _words(text, pieces[at])
    return _LABEL_ALONE.fullmatch(words) is not None and _labelled(words) is not None


def _look_under_label(text: str, piece: Piece) -> Look:
    """A line right under a label may be longer than other headings, and end in a stop."""
    words = " ".join(_words(text, piece)[: 2 * LONGEST].split()).rstrip(".")
    if piece.kind is not BlockKind.PARAGRAPH or len(words) > LONGEST or not words or words[-1] in ",;:":
        return Look.NONE
    return Look.TITLED if _is_titled(words.split()) and not _BYLINE.match(words) else Look.NONE


def _words(text: str, piece: Piece) -> str:
    return text[piece.start : piece.end]


def look_of(words: str) -> Look:
    """What the words of a line look like, apart from what stands around them."""
    line = " ".join(words.split())
    if not line or len(line) > LONGEST or len(line.split()) > _MOST_WORDS + 6:
        return Look.NONE
    labelled = _labelled(line)
    if labelled is not None:
        return labelled
    if _ENDED.search(line) or not (line[0].isalnum() or line[0] in "“\"‘'¿("):
        return Look.NONE
    if _BYLINE.match(line) or _FIELD.match(line) or _SENTENCE.search(line):
        return Look.NONE
    return _unlabelled(line)


def _labelled(line: str) -> Look | None:
    """The look of a line with a word and a number, or a number, before it."""
    if ends_in_stop(line, len(line)) and line[-1] not in "?!" and len(line.split()) > _MOST_WORDS // 2:
        return None
    for pattern, look in ((_BOOK, Look.BOOK), (_CHAPTER, Look.CHAPTER), (_SECTION, Look.SECTION)):
        found = pattern.match(line)
        if found and (found.end() == len(line) or line[found.end()] in ".:–—- "):
            return look if not line[found.end() :].lstrip(" .:–—-")[:1].islower() else None
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


def _look_of(text: str, piece: Piece, promised: set[str]) -> Look:
    if (
        piece.kind not in {BlockKind.PARAGRAPH, BlockKind.LIST_ITEM}
        or piece.end - piece.start > 2 * LONGEST
    ):
        return Look.NONE
    words = _words(text, piece)
    look = look_of(words)
    if look is Look.NONE and key(words) in promised:
        return Look.BRACKETED if _BRACKETED.match(words) else Look.PLAIN
    return look


def _usual_space(text: str, pieces: Sequence[Piece]) -> int:
    """How many blank lines stand before most paragraphs."""
    spaces = Counter(
        piece.space
        for piece in pieces[1:]
        if piece.kind is BlockKind.PARAGRAPH
        and (piece.end - piece.start > _LONG or ends_in_stop(text, piece.end))
    )
    return min(spaces, key=lambda space: (-spaces[space], space)) if spaces else 1


def _first_body(text: str, pieces: Sequence[Piece]) -> int:
    """Which piece is the first of the text proper: a long paragraph, or one that ends in a stop."""
    return next(
        (
            at
            for at, piece in enumerate(pieces)
            if piece.kind is BlockKind.PARAGRAPH
            and (piece.end - piece.start > _LONG or ends_in_stop(text, piece.end))
        ),
        len(pieces),
    )


def _runs(pieces: Sequence[Piece], looks: Sequence[Look]) -> list[tuple[int, int]]:
    """Where heading-like pieces follow each other: the first, and how many."""
    runs: list[tuple[int, int]] = []
    for at in range(len(pieces)):
        if looks[at] is Look.NONE:
            continue
        if runs and sum(runs[-1]) == at:
            runs[-1] = (runs[-1][0], runs[-1][1] + 1)
        else:
            runs.append((at, 1))
    return runs


def _stands_out(text: str, piece: Piece, look: Look, usual: int, after: Piece | None) -> bool:
    """Whether a line with the look of a heading stands as one: apart, with text under it."""
    if after is None or piece.space == 0 < usual:
        return False
    if look in {Look.BOOK, Look.CHAPTER, Look.SECTION}:
        return True
    if after.kind is BlockKind.PARAGRAPH:
        long = after.end - after.start > _LONG
        if not long and not ends_in_stop(text, after.end):
            return False
    return look not in {Look.PLAIN, Look.BRACKETED} or piece.space > usual


def _person_alone(words: str, look: Look) -> bool:
    """Whether the line may be no more than somebody's name."""
    return look is Look.TITLED and _PERSON.fullmatch(words) is not None and key(words) not in _OPENINGS


def _rank(text: str, piece: Piece, look: Look) -> int:
    """The height of a heading by its look; 1.2 is below 1."""
    if look is Look.NUMBERED:
        number = _NUMBERED.match(" ".join(_words(text, piece).split()))
        return Look.TITLED + (number[1].count(".") if number else 0)
    return Look.TITLED if look is Look.PLAIN else look


def _marked(pieces: Sequence[Piece], ranks: dict[int, int]) -> list[Piece]:
    heights = sorted(set(ranks.values()))
    return [
        piece._replace(kind=BlockKind.HEADING, level=heights.index(ranks[at]) + 1)
        if at in ranks
        else piece
        for at, piece in enumerate(pieces)
    ]


def _joined(text: str, pieces: Sequence[Piece]) -> tuple[Piece, ...]:
    """`CHAPTER II` and the title on the next line become one heading."""
    joined: list[Piece] = []
    for piece in pieces:
        before = joined[-1] if joined else None
        if (
            before is not None
            and before.kind is piece.kind is BlockKind.HEADING
            and before.level < piece.level
            and _LABEL_ALONE.fullmatch(_words(text, before))
            and not _labelled(_words(text, piece))
        ):
            joined[-1] = before._replace(end=piece.end)
        else:
            joined.append(piece)
    return tuple(joined)
