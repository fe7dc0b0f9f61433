"""Two witnesses, one claim: what the rules found in a sentence and what the tagger proposes meet here.

Where both name the same cause and effect, in the same direction, the claim has both for witnesses: what varies is
as the rules read it, in the words that the tagger gives where they hold it. A proposal
that no rule supports becomes a claim of its own where it is sure enough and stands on words: it must be
settled at words of the sentence, and its sign follows from its cue as the rules know it, else it is unclear.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from enum import StrEnum

from armillary.extract.causes.line import (
    ADVERBS,
    AUXILIARIES,
    DETERMINERS,
    PREPOSITIONS,
    PRONOUNS,
    SUBORDINATORS,
    Line,
)
from armillary.extract.causes.rules import Pattern, lexicon
from armillary.extract.causes.shapes.draft import Draft
from armillary.extract.causes.stretch import Stretch
from armillary.extract.tagger import Proposal, proposals
from armillary.findings import Argument, Claim, Sign
from armillary.text import Passage, cover

TAGGER = "tagger"
SURE, SURE_WITHOUT = 0.3, 0.7
"""How sure a proposal must be that no rule supports (the probability that the sentence is causal times that of
its spans): with a cue that the rules know, and without. On the tuned documents of `gold/`, proposals with a known
cue from 0.3 on were right 9 times in 12, those without 4 times in 17: `python bench/gold.py --proposals`."""
LIKE = 1 / 3
"""Two sides are the same where they share this part of their characters, or where what varies stands in both. Against
the share alone, and the rules' words kept, end to end F1 on the Causal News Corpus went from 31.7 to 33.5, with the
tuned documents of `gold/` no worse: `python bench/claims.py --part aside`."""
_EMPTY = (
    AUXILIARIES
    | ADVERBS
    | SUBORDINATORS
    | PRONOUNS
    | DETERMINERS
    | PREPOSITIONS
    | frozenset({"what", "and", "or"})
)


class Heard(StrEnum):
    """Whose word counts."""

    BOTH = "both"
    RULES = "rules"
    TAGGER = "tagger"


Made = Callable[[Line, Draft, str], Claim | None]
"""Makes a claim of a draft and the name of its witness, by the signs, moods and voices of the rules."""


def settled(line: Line, claims: list[Claim], make: Made, heard: Heard) -> list[Claim]:
    """The claims of a sentence by those who are heard; those of the rules first, in their order."""
    if heard is Heard.RULES:
        return claims
    kept = list(claims) if heard is Heard.BOTH else []
    for proposal in proposals(line.passage(Stretch(0, len(line))).words, SURE):
        draft = _draft(line, proposal)
        if draft is None or not isinstance(draft.cause, Stretch):
            continue
        sides = line.passage(draft.cause), line.passage(draft.effect)
        same = next((at for at, claim in enumerate(kept) if _same(claim, *sides)), None)
        if same is not None:
            kept[same] = _supported(kept[same], *sides)
        elif _is_sure(line, proposal) and not any(_clash(one, *sides) for one in kept):
            made = make(line, draft, TAGGER)
            kept += [] if made is None else [made]
    return kept


def _is_sure(line: Line, proposal: Proposal) -> bool:
    known = any(True for _ in _patterns(line, _cue(line, proposal)))
    return proposal.causal * proposal.sure >= (SURE if known else SURE_WITHOUT)


def _supported(claim: Claim, cause: Passage, effect: Passage) -> Claim:
    """The claim with the tagger for a witness, and its words for the sides."""
    names = claim.found_by if TAGGER in claim.found_by else (*claim.found_by, TAGGER)
    sides = _worded(claim, claim.cause, cause), _worded(claim, claim.effect, effect)
    at = cover(*claim.cue, sides[1].at, *([sides[0].at] if claim.at.holds(claim.cause.at) else []))
    return replace(claim, found_by=names, cause=sides[0], effect=sides[1], at=at)


def _worded(claim: Claim, side: Argument, at: Passage) -> Argument:
    """A side in other words: these must hold what varies, and nothing of the cue or of the other side."""
    other = claim.effect if side is claim.cause else claim.cause
    fits = side.stands_for is None and at.holds(side.core)
    return (
        replace(side, at=at)
        if fits and not any(at.meets(one) for one in (*claim.cue, other.at))
        else side
    )


def _same(claim: Claim, cause: Passage, effect: Passage) -> bool:
    return _alike(claim.cause, cause) and _alike(claim.effect, effect)


def _alike(side: Argument, at: Passage) -> bool:
    """Whether a side is in these words: they share enough, or what varies stands in them."""
    return _like(side.at, at) >= LIKE or side.core.meets(at)


def _clash(claim: Claim, cause: Passage, effect: Passage) -> bool:
    """Whether a claim of the rules says the opposite, or the same with other borders."""
    turned = claim.cause.at.meets(effect) and claim.effect.at.meets(cause)
    return turned or (claim.cause.at.meets(cause) and claim.effect.at.meets(effect))


def _like(one: Passage, other: Passage) -> float:
    """The characters that two passages share, of all that they have."""
    shared = min(one.end, other.end) - max(one.start, other.start)
    return max(shared, 0) / (max(one.end, other.end) - min(one.start, other.start))


def _draft(line: Line, proposal: Proposal) -> Draft | None:
    """A proposal as stretches of words; None where a side says nothing of its own."""
    start = line.tokens[0].start
    cause, effect = (_stretch(line, start, span) for span in (proposal.cause, proposal.effect))
    if cause is None or effect is None:
        return None
    places = _cue(line, proposal)
    cue = _longest_run(places) or _between(cause, effect)
    if places and any(side.first <= cue.first and cue.last <= side.last for side in (cause, effect)):
        return None  # the cue of a claim inside that side
    return Draft(cause, effect, cue, _sign(line, places))


def _cue(line: Line, proposal: Proposal) -> list[int]:
    """The words of the cue."""
    start = line.tokens[0].start
    return sorted({at for span in proposal.cue for at in _places(line, start, span)})


def _stretch(line: Line, start: int, span: tuple[int, int]) -> Stretch | None:
    """A side at the borders of words; None where none of them says anything."""
    places = _places(line, start, span)
    if not places:
        return None
    trimmed = line.trimmed(Stretch(places[0], places[-1] + 1))
    said = {low for low in line.lows[trimmed.first : trimmed.last] if low[0].isalnum()} - _EMPTY
    return trimmed if said and not said <= lexicon().keys() else None


def _places(line: Line, start: int, span: tuple[int, int]) -> list[int]:
    """The words that a span of the sentence touches."""
    return [
        at
        for at, token in enumerate(line.tokens)
        if token.start - start < span[1] and span[0] < token.end - start
    ]


def _longest_run(places: Iterable[int]) -> Stretch | None:
    """The longest run of words without a gap."""
    runs: list[Stretch] = []
    for at in places:
        if runs and runs[-1].last == at:
            runs[-1] = Stretch(runs[-1].first, at + 1)
        else:
            runs.append(Stretch(at, at + 1))
    return max(runs, key=len, default=None)


def _between(cause: Stretch, effect: Stretch) -> Stretch:
    """Where no cue is marked: the words between the sides, or the first of the later side."""
    left, right = sorted((cause, effect))
    return (
        Stretch(left.last, right.first)
        if left.last < right.first
        else Stretch(right.first, right.first + 1)
    )


def _sign(line: Line, places: list[int]) -> Sign:
    """What the rules know of the cue: the sign of the longest pattern among its words."""
    found = max(_patterns(line, places), key=lambda pattern: len(pattern.words), default=None)
    return Sign.UNCLEAR if found is None else found.rule.sign


def _patterns(line: Line, places: list[int]) -> Iterator[Pattern]:
    for at in places:
        for pattern in lexicon().get(line.lows[at], ()):
            if line.lows[at : at + len(pattern.words)] == pattern.words:
                yield pattern
