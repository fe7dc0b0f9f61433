"""A7: the names of actors.

“Kherson”, “Khersson”                     →  A701: one place, spelt in two ways
“Prime Minister Osten”, “President Osten”  →  A702: which is it?
“the ZKB”, and it is never spelt out       →  A703
"""

import re
from collections.abc import Iterator

from armillary.check.rule import Clash, Rule
from armillary.held import Held
from armillary.system import Actor, Because, Severity, System
from armillary.text import PROSE, Document, Passage

_TITLES = (
    "President", "Vice President", "Prime Minister", "Chancellor", "Foreign Minister", "Finance Minister", "Interior Minister",
    "Defence Minister", "Defense Minister", "Foreign Secretary", "Home Secretary", "Secretary of State", "Secretary-General", "Governor",
    "Mayor", "Senator", "Ambassador", "General", "Colonel", "Major", "Captain", "Admiral", "Professor", "Judge", "Bishop", "Archbishop",
    "Cardinal", "King", "Queen", "Emperor", "Tsar", "Kaiser", "Archduke", "Duke", "Count", "Baron", "Lord",
)  # fmt: skip
_TITLE = re.compile(
    rf"(?P<past>\b(?:former|ex-|then|late|future|(?<=the )later|Vice|Deputy)[\s-]{{0,3}})?\b(?P<title>{'|'.join(sorted(_TITLES, key=len, reverse=True))})\s{{1,3}}$"
)
_BEFORE = 40
_ACRONYM = re.compile(r"(?<![\w.&/-])[A-Z]{3,6}(?![\w.&/-])")
_LOWER = re.compile(r"\b[a-z]{3,6}\b")
_KNOWN = frozenset(
    """NATO USA USSR UNESCO UNICEF NASA BBC CNN CIA FBI KGB GDP GNP HIV AIDS DNA RNA PDF HTML HTTP URL WHO IMF OPEC OECD WTO GDR FRG
    USD EUR GBP PhD CEO NGO VAT SMS TNT LED LCD CPU GPU RAM USB TV FAQ ISBN ASAP COVID III VII VIII XII XIII XIV XVI XVII XVIII XIX XXI""".split()
)
_ROMAN = re.compile(r"[IVXLCDM]+")
FEWEST_USES = 2
SHOUTED = 0.3
"""Where more than this share of the letters of a block are capitals, it is set in capitals: no acronyms in it."""


def _spelt_in_two_ways(system: System, _: Held) -> Iterator[Clash]:
    for actor in system.actors:
        for merge in actor.reasons:
            if merge.because is Because.SPELLING:
                message = f"“{merge.at.words}” here, “{merge.like.words}” elsewhere: one name, spelt in two ways"
                yield message, merge.at, (merge.like,)


def _other_title(system: System, _: Held) -> Iterator[Clash]:
    for actor in system.actors:
        titled = [(title, at) for at in actor.mentions if (title := _title(at)) is not None]
        first = dict[str, Passage]()
        for title, at in titled:
            others = [there for other, there in first.items() if other != title]
            if title not in first and others and _same_document(at, others[0]):
                message = f"{title} {at.words} here, {_title(others[0])} {others[0].words} before"
                yield message, at, (others[0],)
            first.setdefault(title, at)


def _title(at: Passage) -> str | None:
    """The title before a name, where it is held at that time: not *former President*."""
    found = _TITLE.search(at.document.text[max(0, at.start - _BEFORE) : at.start])
    return None if found is None or found["past"] else found["title"]


def _same_document(one: Passage, two: Passage) -> bool:
    return one.document is two.document


def _never_spelt_out(system: System, _: Held) -> Iterator[Clash]:
    for document in system.documents:
        uses: dict[str, list[Passage]] = {}
        for block in document.blocks:
            if block.kind in PROSE and not _shouted(document.text[block.span.start : block.span.end]):
                for found in _ACRONYM.finditer(document.text, block.span.start, block.span.end):
                    uses.setdefault(found[0], []).append(document.passage(found.start(), found.end()))
        small = set(_LOWER.findall(document.text))  # *the UNION*, and *the union*: stressed, no acronym
        for word, places in uses.items():
            often = len(places) >= FEWEST_USES and word.lower() not in small
            if often and not _known(word) and not _spelt_out(document, word, system.actors.rows):
                yield f"“{word}” stands {len(places)} times and is never spelt out", places[0], ()


def _shouted(words: str) -> bool:
    letters = sum(map(str.isalpha, words))
    return letters == 0 or sum(map(str.isupper, words)) > SHOUTED * letters


def _known(word: str) -> bool:
    return word in _KNOWN or _ROMAN.fullmatch(word) is not None


def _spelt_out(document: Document, word: str, actors: tuple[Actor, ...]) -> bool:
    """Whether the words stand somewhere whose first letters it is, beside it or in a name."""
    small = r"(?:\s{1,3}(?:of|the|and|for|in|de|du|des|la|on|to|against)){0,2}"
    letters = rf"{small}[\s-]{{1,3}}".join(rf"\(?{letter}\w{{1,30}}" for letter in word)
    if re.search(rf"\b{letters}", document.text, re.IGNORECASE) is not None:
        return True
    beside = rf"\w\s{{0,3}}\(\s{{0,2}}{word}\s{{0,2}}[),;]|\b{word}\s{{0,3}}\(\s{{0,2}}\w{{4,}}"
    if re.search(beside, document.text) is not None:
        return True
    return any(
        because.because is Because.ACRONYM and word in {because.at.words, because.like.words}
        for actor in actors
        for because in actor.reasons
    )


TWO_SPELLINGS = Rule("A701", "one name, spelt in several ways", Severity.NOTE, _spelt_in_two_ways)
OTHER_TITLE = Rule("A702", "a title that changes", Severity.NOTE, _other_title)
ACRONYM = Rule("A703", "an acronym that is never spelt out", Severity.NOTE, _never_spelt_out)
