"""Builds a system from a short sketch, so that a test of the page can say what it shows in a few lines."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from armillary.findings import Argument, Claim, Event, Quotation, Sign
from armillary.reading import ActorKind, Holder, Modality, Speaker, Time, TimeType, VoiceKind
from armillary.system import Actor, Factor, Link, Loop, Polarity, Problem, Severity, System, Table
from armillary.text import Block, BlockKind, Document, Passage, Section, Span

SIGNS = {"+": Sign.RAISES, "-": Sign.LOWERS, "?": Sign.UNCLEAR}
Side = tuple[str, str]
"""The words of a cause or an effect, and the label of its factor."""


@dataclass
class Sketch:
    """A document that collects statements; each is given by words that stand in it."""

    text: str
    title: str = "A sketch"
    name: str = "sketch.txt"
    sections: tuple[Section, ...] = ()
    kinds: dict[str, BlockKind] = field(default_factory=dict)
    claims: list[tuple[Claim, str, str]] = field(default_factory=list)
    events: list[Event] = field(default_factory=list)
    quotations: list[Quotation] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    actors: dict[str, list[Passage]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Every paragraph is a block."""
        blocks, start = [], 0
        for part in self.text.split("\n\n"):
            words = part.strip("\n")
            if words:
                left = start + part.index(words)
                kind = self.kinds.get(words, BlockKind.PARAGRAPH)
                blocks.append(Block(kind, Span(left, left + len(words))))
            start += len(part) + 2
        self.document = Document(
            self.name, self.title, self.text, "0" * 64, blocks=tuple(blocks), sections=self.sections
        )

    def at(self, words: str, within: Passage | None = None) -> Passage:
        """The first place of words in the text, or in a passage of it."""
        start = self.text.index(words, within.start if within else 0)
        return self.document.passage(start, start + len(words))

    def claim(  # noqa: PLR0913, PLR0917  a claim has so many parts
        self,
        words: str,
        cause: Side,
        sign: str,
        effect: Side,
        cue: str,
        holder: str = "",
        modality: Modality = Modality.ASSERTED,
    ) -> None:
        """Add a claim. A second one in the same words may stand for another reading of them."""
        at = self.at(words)
        sides = [Argument(self.at(side[0], at), self.at(side[0], at)) for side in (cause, effect)]
        cues, found_by = (self.at(cue, at),), ("rule:sketch",)
        claim = Claim(
            at, sides[0], sides[1], cues, SIGNS[sign], modality, self.speaker(holder), 0.8, found_by
        )
        self.claims.append((claim, cause[1], effect[1]))

    def speaker(self, holder: str) -> Holder:
        """The author for no words, else the actor whom these words name."""
        if not holder:
            return Speaker.AUTHOR
        at = self.at(holder)
        self.actors.setdefault(holder, []).append(at)
        return at

    def event(
        self, words: str, time: str | None = None, value: str | None = None, holder: str = ""
    ) -> None:
        """Add an event, with its time where it has one."""
        at = self.at(words)
        when = Time(self.at(time, at), TimeType.DATE, value) if time else None
        self.events.append(Event(at, when, (), (), Modality.ASSERTED, self.speaker(holder)))

    def quotation(self, words: str, holder: str = "") -> None:
        """Add words between quotation marks."""
        self.quotations.append(Quotation(self.at(words), VoiceKind.DIRECT, self.speaker(holder)))

    def problem(self, code: str, message: str, *words: str) -> None:
        """Add a problem; the first words are its place, the others what it clashes with."""
        first, *others = map(self.at, words)
        self.problems.append(Problem(code, Severity.WARNING, message, first, tuple(others)))


def system_of(*sketches: Sketch, loops: Sequence[tuple[Sequence[str], Polarity]] = ()) -> System:
    """The sketches as one system; a loop is given by the labels of its factors, in order."""
    rows = [row for sketch in sketches for row in sketch.claims]
    aliases: dict[str, list[Passage]] = {}
    for claim, cause, effect in rows:
        aliases.setdefault(cause, []).append(claim.cause.core)
        aliases.setdefault(effect, []).append(claim.effect.core)
    factors = Table.numbered(
        "f", (Factor(label, tuple(dict.fromkeys(at))) for label, at in aliases.items())
    )
    ids = {factor.label: key for key, factor in factors.items()}
    claims = Table.numbered("c", (claim for claim, _, _ in rows))
    links = _links(claims, [(ids[cause], ids[effect]) for _, cause, effect in rows])
    actors = [
        Actor(name, ActorKind.PERSON, tuple(dict.fromkeys(at)))
        for sketch in sketches
        for name, at in sketch.actors.items()
    ]
    return System(
        documents=Table.numbered("d", (sketch.document for sketch in sketches)),
        actors=Table.numbered("a", actors),
        quotations=Table.numbered("q", (row for sketch in sketches for row in sketch.quotations)),
        events=Table.numbered("e", (row for sketch in sketches for row in sketch.events)),
        claims=claims,
        factors=factors,
        links=links,
        loops=Table.numbered(
            "o", (_loop([ids[label] for label in ring], links, kind) for ring, kind in loops)
        ),
        problems=Table.numbered("k", (row for sketch in sketches for row in sketch.problems)),
    )


def _loop(ring: list[str], links: Table[Link], polarity: Polarity) -> Loop:
    pairs = {(link.cause, link.effect): key for key, link in links.items()}
    steps = zip(ring, [*ring[1:], ring[0]], strict=True)
    return Loop(tuple(ring), tuple(pairs[step] for step in steps), polarity)


def _links(claims: Table[Claim], ends: list[tuple[str, str]]) -> Table[Link]:
    kinds: dict[tuple[str, str], dict[str, list[str]]] = {}
    for (key, claim), pair in zip(claims.items(), ends, strict=True):
        kind = "denied" if claim.modality is Modality.NEGATED else claim.sign.value
        kinds.setdefault(pair, {}).setdefault(kind, []).append(key)
    return Table.numbered(
        "l",
        (_link(pair, {kind: tuple(keys) for kind, keys in of.items()}) for pair, of in kinds.items()),
    )


def _link(pair: tuple[str, str], claims: dict[str, tuple[str, ...]]) -> Link:
    raises, lowers, unclear, denied = (
        claims.get(kind, ()) for kind in ("raises", "lowers", "unclear", "denied")
    )
    return Link(*pair, raises, lowers, unclear, denied)
