"""Causes: what is said to bring what about, with sign, modality and holder.

    "The cap reduced the supply of flats."  →  the cap −▶ supply of flats, asserted by the author

Rules over words and closed word classes: `rules/*.toml` are the patterns, `shapes` finds the two sides of
a cue, `phrases` where a side ends, `change` takes the words of change off, `moods` says how it is put
forward. A trained tagger is the second witness; `witnesses` settles what the two say.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from armillary.extract.causes import beliefs, change, clauses, moods, witnesses
from armillary.extract.causes.line import BE, PREPOSITIONS, Line
from armillary.extract.causes.rules import lexicon
from armillary.extract.causes.shapes import SHAPES
from armillary.extract.causes.shapes.draft import Cue, Draft, Elsewhere
from armillary.extract.causes.stretch import Stretch
from armillary.extract.causes.witnesses import Heard
from armillary.findings import Argument, Claim, Findings, Sign
from armillary.reading import Modality, Reading, VoiceKind
from armillary.text import Passage, cover

_POINTERS = frozenset(
    "this that these those it they them which such latter former he she him her itself one".split()
)
"""Words that only point. A cause that points is the effect of the claim before, or the sentence before; an
effect that points (*made it likely*) is settled by no rule of ours, and gives no claim."""
_CODE = frozenset("={}\\")
_EMPTY = frozenset(
    "more less most much many some others a the surely anything something nothing".split()
)
"""Words that name no factor by themselves."""

_TELLING = frozenset(
    "said says told tells asked asks wrote writes explained argued insisted noted warned replied".split()
)
_ALSO = frozenset({"also", "likewise", "too"})
"""Words behind a pointer by which it is the cause of the claim before: *It also reduces B*."""
_MANY = frozenset("these those they them he him she her".split())
"""Pointers that never stand for a whole sentence."""
_NAMES = frozenset({VoiceKind.TITLE})


def find(
    reading: Reading,
    findings: Findings,
    heard: Heard = Heard.RULES,
    tell: Callable[[float], None] = lambda _: None,
) -> Findings:
    """The findings with all causal claims of a reading, by the witnesses that are heard.

    `tell` is called with the share of the sentences that are read.
    """
    claims: list[Claim] = []
    finder = _Finder(reading)
    for at, sentence in enumerate(reading.sentences):
        tell(at / len(reading.sentences))
        line = Line(reading, sentence)
        found = finder.claims(line)
        read = len(_CODE & set(line.lows)) == 0
        claims.extend(witnesses.settled(line, found, finder.made, heard) if read else found)
    sure = beliefs.measured()
    return replace(
        findings, claims=tuple(replace(claim, belief=sure.of(claim.found_by)) for claim in claims)
    )


@dataclass(frozen=True, slots=True)
class _Side:
    """A side of a claim, read: its words, and which way the factor goes in them."""

    argument: Argument
    sign: Sign
    claimed: bool = False  # whether it is the effect of a claim


class _Finder:
    """Goes through the sentences and remembers the one before, for *this* and *as a result*."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.before: _Side | None = None
        self.doer: _Side | None = None
        self.here: _Side | None = None

    def claims(self, line: Line) -> list[Claim]:
        """The claims of one sentence, in the order of their cues; one that two cues give is one."""
        found: dict[tuple[Passage, Passage], Claim] = {}
        last: _Side | None = None
        doer: _Side | None = None
        self.here = None
        for cue in () if _CODE & set(line.lows) else _cues(line):
            if self.reading.voice_around(line.passage(cue.at), _NAMES):
                continue
            for draft in SHAPES[cue.pattern.rule.shape](line, cue):
                sides = self._sides(line, draft)
                if sides is None:
                    continue
                claim = self._claim(line, f"rule:{cue.pattern.rule.name}", draft, *sides)
                pair = claim.cause.core, claim.effect.core
                if pair in found:
                    claim = replace(found[pair], found_by=(*found[pair].found_by, *claim.found_by))
                found[pair] = claim
                if claim.modality is Modality.ASSERTED:
                    last = _Side(claim.effect, claim.sign.times(sides[0].sign), claimed=True)
                    self.here, doer = last, sides[0]
        self.before, self.doer = last or _of_sentence(line), doer
        return list(found.values())

    def _sides(self, line: Line, draft: Draft) -> tuple[_Side, _Side] | None:
        cause = self.before if isinstance(draft.cause, Elsewhere) else self._side(line, draft.cause)
        effect = self._side(line, draft.effect)
        if (
            cause is None
            or effect is None
            or _tells(line, draft.effect)
            or effect.argument.stands_for
            or cause.argument.core == effect.argument.core
        ):
            return None
        return cause, effect

    def _side(self, line: Line, stretch: Stretch) -> _Side | None:
        """A stretch as a side. One that only points gives what it points to, or nothing."""
        trimmed = line.trimmed(stretch)
        if not len(trimmed) or not any(line.is_word(at) for at in range(trimmed.first, trimmed.last)):
            return None
        read = change.read(line, trimmed)
        core = set(line.lows[read.core.first : read.core.last]) - {"the"}
        if core <= _EMPTY:
            return None
        if core <= _POINTERS:
            return self._pointed_at(line, trimmed)
        return _Side(Argument(line.passage(trimmed), line.passage(read.core)), read.sign)

    def _pointed_at(self, line: Line, pointer: Stretch) -> _Side | None:
        if pointer.last < len(line) and line.low(pointer.last) in {"which", "who", "of"}:
            return None  # "those which …" point to nothing before
        before = self._before(line, pointer)
        many = bool(_MANY & set(line.lows[pointer.first : pointer.last]))
        if before is None or (many and not before.claimed):
            return None
        same = self.doer is not None and _ALSO & set(line.lows[pointer.last : pointer.last + 3])
        meant = self.doer if same and self.doer is not None else before
        stands_for = meant.argument
        return replace(
            meant,
            argument=Argument(
                line.passage(pointer), stands_for.core, stands_for.stands_for or stands_for.at
            ),
        )

    def _before(self, line: Line, pointer: Stretch) -> _Side | None:
        """What a pointer can mean: behind an *and* or a semicolon the clause before it, else the sentence before."""
        at = pointer.first - 1
        if line.low(at) not in {"and", ";", "but"} or line.low(pointer.last - 1) == "which":
            return self.before
        return self.here or _of_clause(line, clauses.left_clause(line, at - (line.low(at - 1) == ",")))

    def made(self, line: Line, draft: Draft, witness: str) -> Claim | None:
        """A claim of a draft by whomever; None where a side only points and nothing settles where to."""
        if self.reading.voice_around(line.passage(draft.cue), _NAMES):
            return None
        sides = self._sides(line, draft)
        return None if sides is None else self._claim(line, witness, draft, *sides)

    def _claim(self, line: Line, witness: str, draft: Draft, cause: _Side, effect: _Side) -> Claim:
        words = line.passage(draft.cue)
        at = [words, effect.argument.at]
        if not isinstance(draft.cause, Elsewhere):
            at.append(cause.argument.at)
        modality = draft.modality or moods.of_cue(line, draft.cue)
        voice = self.reading.voice_around(words)
        if voice is not None and voice.kind is VoiceKind.REPORTED and moods.is_denied(line, voice.at):
            modality = Modality.NEGATED
        if modality is Modality.ASSERTED:
            modality = self.reading.modality_of(words, cause.argument.at, effect.argument.at)
        return Claim(
            at=cover(*at),
            cause=cause.argument,
            effect=effect.argument,
            cue=(words,),
            sign=draft.sign.times(cause.sign).times(effect.sign),
            modality=modality,
            holder=line.passage(draft.holder) if draft.holder else self.reading.holder_of(words),
            belief=beliefs.measured().of((witness,)),
            found_by=(witness,),
        )


def _tells(line: Line, side: Stretch) -> bool:
    """Whether a side only says who spoke: *“Because the queues are long,” she told the council*."""
    words = line.lows[side.first : side.last]
    at = next((at for at, word in enumerate(words) if word in _TELLING), None)
    return at is not None and 0 < at <= _TELLER and len(words) - at - 1 <= _TOLD and "that" not in words


_TELLER, _TOLD = 8, 5  # most words of who speaks, and of to whom and when


def _of_sentence(line: Line) -> _Side | None:
    """A whole sentence as something that a later one can point back to."""
    return _of_clause(line, clauses.left_clause(line, line.trimmed(Stretch(0, len(line))).last))


def _of_clause(line: Line, clause: Stretch) -> _Side | None:
    """A clause as a side. One that only says that there is something gives the thing, as a claim would."""
    stretch = line.trimmed(clause)
    if not len(stretch):
        return None
    there = line.low(stretch.first) == "there" and line.low(stretch.first + 1) in BE
    held = stretch
    if there:
        ends = (
            at for at in range(stretch.first + 3, stretch.last) if line.low(at) in PREPOSITIONS - {"of"}
        )
        held = Stretch(stretch.first, next(ends, stretch.last))
    read = change.read(line, held)
    return _Side(Argument(line.passage(stretch), line.passage(read.core)), read.sign, claimed=there)


def _cues(line: Line) -> Iterator[Cue]:
    """The patterns that stand in a sentence: at each place the longest, all rules of that length."""
    at = 0
    while at < len(line):
        matches = [
            p for p in lexicon().get(line.lows[at], ()) if line.lows[at : at + len(p.words)] == p.words
        ]
        size = max((len(p.words) for p in matches), default=1)
        for pattern in matches:
            if len(pattern.words) == size:
                yield Cue(pattern, Stretch(at, at + size))
        at += size
