"""Reported speech: somebody else's claim in the author's words, and how far it reaches.

    The mayor said that [the bridge was safe], but it fell.       the mayor
    According to Jane Roe, [nothing works].                       Jane Roe
    [The bridge was safe], the mayor said.                        the mayor
    the mayor's claim that [the bridge was safe]                  the mayor
    He blamed [the builders for the delay].                       He

What the author says of himself (*we believe that*) needs no voice of its own.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from armillary.annotate.stance.frames import Row
from armillary.annotate.stance.lexicon import Clause, Verb, words
from armillary.annotate.stance.page import Page
from armillary.annotate.stance.people import People
from armillary.annotate.stance.phrases import Phrase, after, owner
from armillary.annotate.stance.quotations import holder
from armillary.annotate.stance.subjects import subject
from armillary.annotate.stance.verbs import has_verb, is_cue
from armillary.reading import Sentence, Speaker, Voice, VoiceKind

_GAP = 9
"""How many words may stand between a verb of speech and its *that*: *said in a speech on Monday that*."""
_PROOF = 10
"""How many words after a verb an auxiliary shows that a clause follows: *claimed the road was shut*."""
_OPENERS = frozenset("he she it they i we there this these those you".split())
_ASKS = frozenset("whether if how why what where when who".split())
_VAGUE = frozenset("this these that those it which what there".split())
_CUTS = frozenset("but yet although though while whereas".split())
_STOPS = frozenset({";", "?", "!", "—", "--", "–"})


@dataclass(frozen=True, slots=True)
class _Report:
    """Words [first, last) that somebody else says. `by` is None where nobody is named."""

    by: Phrase | None
    first: int
    last: int


def voices(page: Page, named: People) -> Iterator[Voice]:
    """The reported voices of all sentences."""
    for sentence in page.reading.sentences:
        for report in _reports(page, sentence):
            who = (
                Speaker.UNKNOWN if report.by is None else holder(page, named, report.by, Speaker.AUTHOR)
            )
            first, last = _trimmed(page, report.first, report.last)
            if first < last and who is not Speaker.AUTHOR:
                yield Voice(page.passage(first, last), VoiceKind.REPORTED, who)


def _trimmed(page: Page, first: int, last: int) -> tuple[int, int]:
    while first < last and not page.is_word(first) and page.lows[first] not in {"“", '"', "‘", "$", "€"}:
        first += 1
    while last > first and page.lows[last - 1] in {",", ".", ";", ":", "?", "!", "—", "–", "-", "("}:
        last -= 1
    return first, last


def _reports(page: Page, sentence: Sentence) -> Iterator[_Report]:
    row = range(sentence.first, sentence.last)
    verbs = words().verbs
    for at, index in enumerate(row):
        low = page.lows[index]
        verb = verbs.get(low)
        if verb is not None and is_cue(page, row, at):
            yield from _by_verb(page, row, at, verb)
        elif low == "according" and page.lows[index + 1 : index + 2] == ("to",):
            yield from _by_source(page, row, at)
        elif low in {"view", "opinion", "eyes", "judgment", "judgement", "reading", "telling"}:
            yield from _by_view(page, row, at)
        if low in words().sets["claim_nouns"] and page.lows[index + 1 : index + 2] == ("that",):
            by = owner(page, row, at)
            if by is not None:
                yield _Report(by, index + 2, _end(page, row, at + 2))


def _by_verb(page: Page, row: Row, at: int, verb: Verb) -> Iterator[_Report]:
    start = _content(page, row, at, verb)
    if start is not None:
        nobody = _is_impersonal(page, row, at)
        by = None if nobody else _reporter(page, row, at, verb)
        if by is not None or nobody:
            yield _Report(by, row[start], _end(page, row, start))
    elif verb.clause in {Clause.BARE, Clause.THAT, Clause.NO} and not page.lows[row[at]].endswith("ing"):
        yield from _fronted(page, row, at, verb)


def _reporter(page: Page, row: Row, at: int, verb: Verb) -> Phrase | None:
    by = _after_comma(page, row, at) or subject(page, row, at)
    if by is None:
        return None
    vague = by.last - by.first == 1 and page.lows[by.first] in _VAGUE
    return None if vague and (verb.clause is not Clause.BARE or page.lows[by.first] != "it") else by


def _is_impersonal(page: Page, row: Row, at: int) -> bool:
    """*It is said that* and *it was reported that*."""
    return (
        at > 1
        and page.lows[row[at - 1]] in {"is", "was", "been"}
        and "it" in page.lows[row[max(0, at - 4)] : row[at]]
    )


def _content(page: Page, row: Row, at: int, verb: Verb) -> int | None:
    """Where in the row the words begin that the verb reports; None where no clause follows it."""
    if verb.lemma in words().sets["blames"]:
        link = {"of", "for", "with"}
        ahead = page.lows[row[at] + 1 : row[min(len(row) - 1, at + _GAP)]]
        return at + 1 if link & set(ahead) and at + 1 < len(row) else None
    if verb.clause is Clause.NO and verb.lemma not in {"ask", "wonder", "question", "inquire"}:
        return None
    for here in range(at + 1, min(len(row), at + 1 + _GAP)):
        low = page.lows[row[here]]
        if low == "that" and here + 1 < len(row) and _joins(page, row, at, here, verb):
            return here + 1
        if low in _ASKS and here == at + 1 and (verb.clause is not Clause.BARE or low == "whether"):
            return here
        if low in {",", "(", ":", "“", '"'} or low in _STOPS or low in words().sets["borders"]:
            break
    return _bare(page, row, at, verb)


def _joins(page: Page, row: Row, at: int, here: int, verb: Verb) -> bool:
    """Whether this *that* opens a clause: *said on Monday that*, and not *held on to that seat*."""
    if here == at + 1:
        return True
    sets = words().sets
    opens = page.lows[row[at + 1]]
    parts = sets["prepositions"] | sets["days"] | sets["adverbs"] - {"to"}
    led = verb.clause is Clause.TOLD or opens in parts or opens.endswith("ly")
    before = page.lows[row[here - 1]]
    return led and before not in sets["prepositions"] and "to" not in page.lows[row[at] + 2 : row[here]]


def _bare(page: Page, row: Row, at: int, verb: Verb) -> int | None:
    """The same without *that*: *said he left*, *told the court he left*, *claimed the road was shut*."""
    sets = words().sets
    here = at + 1
    while here < len(row) and page.lows[row[here]] in sets["days"]:
        here += 1
    if here >= len(row) or not page.is_word(row[here]):
        return None
    if verb.clause is Clause.TOLD:
        ahead = range(here + 1, min(len(row), here + 6))
        return next((one for one in ahead if page.lows[row[one]] in _OPENERS - {"you"}), None)
    low = page.lows[row[here]]
    if verb.clause is not Clause.BARE or low in sets["prepositions"] or low in sets["borders"]:
        return None
    opens = low in _OPENERS or low in sets["determiners"] or page.is_capital(row[here])
    if _after_comma(page, row, at) is not None:
        return None
    if low in _OPENERS or (verb.lemma == "say" and (opens or low.endswith("s"))):
        return here
    proof = page.lows[row[here] + 1 : row[min(len(row) - 1, here + _PROOF)]]
    return here if opens and sets["auxiliaries"] & set(proof) else None


def _after_comma(page: Page, row: Row, at: int) -> Phrase | None:
    """The subject in *…, said the mayor* and *…, said Jane Roe, a farmer*."""
    if (
        at == 0
        or page.lows[row[at - 1]] not in {",", "”", '"', "’"}
        or page.lows[row[at]].endswith("ing")
    ):
        return None
    by = after(page, row, at + 1)
    here = len(row) if by is None else by.last - row[0]
    ends = here >= len(row) or not page.is_word(row[here])
    return by if ends or page.lows[row[here]] in {"who", "in", "on", "at"} else None


def _fronted(page: Page, row: Row, at: int, verb: Verb) -> Iterator[_Report]:
    """What stands before *the mayor said* at the end of a sentence."""
    by = _reporter(page, row, at, verb)
    if by is None or verb.lemma in words().sets["silent"] or not _is_last(page, row, at, by):
        return
    edge = min(by.first, row[at]) - 1
    if edge <= row[0] or page.lows[edge] != ",":
        return
    start = row[0] + (page.lows[row[0]] in {"but", "and", "yet", "so"})
    marked = any(page.lows[index] in {"“", '"', "”"} for index in (start, edge - 1))
    if not marked and has_verb(page, start, edge):
        yield _Report(by, start, edge)


def _is_last(page: Page, row: Row, at: int, by: Phrase) -> bool:
    """Whether nothing follows *the mayor said* but when, where and how."""
    here = at + 1 if by.first < row[at] else by.last - row[0]
    if here >= len(row):
        return True
    low, sets = page.lows[row[here]], words().sets
    plain = not page.is_word(row[here]) and low not in {":", "“", '"', "‘"}
    return plain or low in sets["days"] or low in {"in", "on", "at", "during", "after", "when", "as"}


def _by_source(page: Page, row: Row, at: int) -> Iterator[_Report]:
    by = after(page, row, at + 2)
    if by is None:
        return
    if at <= 1:
        comma = next(
            (
                here
                for here in range(at + 2, min(len(row), at + 40))
                if page.lows[row[here]] == "," and row[here] >= by.last
            ),
            None,
        )
        if comma is not None:
            yield _Report(by, row[comma] + 1, _end(page, row, comma + 1))
    else:
        yield _Report(by, _clause_before(page, row, at), row[at])


def _clause_before(page: Page, row: Row, at: int) -> int:
    """Where the clause before *according to* begins: with the sentence, or after a semicolon or *but*."""
    for here in range(at - 1, max(-1, at - 60), -1):
        low = page.lows[row[here]]
        if low in _STOPS or (low in {"but", "and"} and here > 0 and page.lows[row[here - 1]] == ","):
            return row[here] + 1
    return row[max(0, at - 60)]


def _by_view(page: Page, row: Row, at: int) -> Iterator[_Report]:
    """*In the mayor's view, …*: the owner of the view."""
    by = owner(page, row, at)
    if by is None or page.lows[max(row[0], by.first - 1)] not in {"in", "to"}:
        return
    if row[at] + 1 < row[-1] and page.lows[row[at] + 1] == ",":
        yield _Report(by, row[at] + 2, _end(page, row, at + 2))


def _end(page: Page, row: Row, start: int) -> int:
    """Where reported words end: with the sentence, or where the author goes on."""
    verbs = words().verbs
    for here in range(start + 1, len(row) - 1):
        low, following = page.lows[row[here]], page.lows[row[here + 1]]
        if low in {";", "—", "--", "–"}:
            return row[here]
        if low in {"and", "but"} and following in verbs and is_cue(page, row, here + 1):
            return row[here]
        if low != ",":
            continue
        if following in _CUTS and page.lows[row[min(len(row) - 1, here + 2)]] != "that":
            return row[here]
        if following == "according" or (following.endswith("ing") and following in verbs):
            return row[here]
        if following == "and" and _speaks_soon(page, row, here + 2):
            return row[here]
    return row[-1] + 1


def _speaks_soon(page: Page, row: Row, start: int) -> bool:
    """Whether a verb of speech follows within a few words: another report begins."""
    return any(
        page.lows[row[here]] in words().verbs and is_cue(page, row, here)
        for here in range(start, min(len(row), start + 4))
    )
