"""A system as the shapes of the model file."""

from collections.abc import Iterable
from typing import TypedDict

from armillary import findings as found
from armillary import system as made
from armillary.chronology import Moment
from armillary.matters import Matters
from armillary.reading import Holder, Speaker, Time
from armillary.text import Document, Passage
from armillary.wire import shapes


def model(system: made.System) -> shapes.Model:
    """The whole system, in the order of its tables."""
    writer = _Writer(system)
    return shapes.Model(
        format=shapes.FORMAT,
        documents=[writer.document(key, row) for key, row in system.documents.items()],
        actors=[writer.actor(key, row) for key, row in system.actors.items()],
        times=[writer.time(key, row) for key, row in system.times.items()],
        figures=[writer.figure(key, row) for key, row in system.figures.items()],
        series=[writer.series(key, row) for key, row in system.series.items()],
        quotations=[writer.quotation(key, row) for key, row in system.quotations.items()],
        works=[writer.work(key, row) for key, row in system.works.items()],
        events=[writer.event(key, row) for key, row in system.events.items()],
        claims=[writer.claim(key, row) for key, row in system.claims.items()],
        positions=[writer.position(key, row) for key, row in system.positions.items()],
        factors=[writer.factor(key, row) for key, row in system.factors.items()],
        links=[_link(key, row) for key, row in system.links.items()],
        loops=[_loop(key, row) for key, row in system.loops.items()],
        timeline=[_moment(key, row) for key, row in system.timeline.items()],
        problems=[writer.problem(key, row) for key, row in system.problems.items()],
        notes=list(system.notes),
    )


class _Where(TypedDict):
    document: str
    start: int
    end: int


class _Here(_Where):
    words: str


def _stretch(passage: Passage) -> shapes.Stretch:
    return shapes.Stretch(passage.start, passage.end)


def _words(passage: Passage) -> shapes.Words:
    return shapes.Words(passage.start, passage.end, passage.words)


def _told(passage: Passage | None) -> shapes.Words | None:
    return None if passage is None else _words(passage)


def _link(key: str, link: made.Link) -> shapes.Link:
    return shapes.Link(
        id=key,
        cause=link.cause,
        effect=link.effect,
        sign=link.sign,
        claims=list(link.claims),
        raises=len(link.raises),
        lowers=len(link.lowers),
        unclear=len(link.unclear),
        denied=len(link.denied),
        belief=link.belief,
        support=shapes.Support(
            documents=link.support.documents,
            holders=link.support.holders,
            sentences=link.support.sentences,
            sources=link.support.sources,
        ),
    )


def _loop(key: str, loop: made.Loop) -> shapes.Loop:
    return shapes.Loop(
        id=key,
        factors=list(loop.factors),
        links=list(loop.links),
        polarity=loop.polarity,
        support=loop.support,
        belief=loop.belief,
    )


def _moment(key: str, moment: Moment) -> shapes.Moment:
    return shapes.Moment(
        id=key,
        event=moment.event,
        when=moment.when,
        earliest=moment.earliest,
        latest=moment.latest,
        first_place=moment.first_place,
        last_place=moment.last_place,
        told=moment.told,
        anchor=moment.anchor,
        after=list(moment.after),
        before=list(moment.before),
    )


class _Writer:
    """Writes rows, and knows the ids that they refer to."""

    def __init__(self, system: made.System) -> None:
        self.system = system
        self.matters = Matters(system)
        self.key_of = {id(document): key for key, document in system.documents.items()}

    def home(self, document: Document) -> str:
        """The id of a document. The same object is the usual case; an equal one serves."""
        return self.key_of.get(id(document)) or self.system.documents.id_of(document)

    def where(self, passage: Passage) -> _Where:
        return {"document": self.home(passage.document), "start": passage.start, "end": passage.end}

    def here(self, passage: Passage) -> _Here:
        return {**self.where(passage), "words": passage.words}

    def place(self, passage: Passage) -> shapes.Place:
        return shapes.Place(**self.where(passage))

    def places(self, passages: Iterable[Passage]) -> list[shapes.Place]:
        return [self.place(passage) for passage in passages]

    def reasons(self, rows: Iterable[made.Merge]) -> list[shapes.Merge]:
        return [
            shapes.Merge(at=self.place(r.at), like=self.place(r.like), because=r.because) for r in rows
        ]

    def holder(self, holder: Holder) -> tuple[str | None, shapes.Stretch | None]:
        """The id of a holder, and the words that name them where they are not the author."""
        if isinstance(holder, Speaker):
            return (holder.value if holder is Speaker.AUTHOR else None), None
        return self.system.actor_at.get(holder), _stretch(holder)

    def document(self, key: str, document: Document) -> shapes.Document:
        return shapes.Document(
            id=key,
            title=document.title,
            name=document.name,
            sha256=document.sha256,
            dated=document.dated,
            text=document.text,
            sections=[
                shapes.Section(s.title, s.level, s.span.start, s.span.end, s.status)
                for s in document.sections
            ],
            blocks=[shapes.Block(b.kind, b.span.start, b.span.end) for b in document.blocks],
        )

    def actor(self, key: str, actor: made.Actor) -> shapes.Actor:
        return shapes.Actor(
            id=key,
            name=actor.name,
            kind=actor.kind,
            aliases=list(actor.aliases),
            mentions=self.places(actor.mentions),
            reasons=self.reasons(actor.reasons),
        )

    def time(self, key: str, time: Time) -> shapes.Time:
        return shapes.Time(
            id=key,
            **self.here(time.at),
            type=time.type,
            value=time.value,
            mod=time.mod,
            anchor=None if time.anchor is None else _words(time.anchor),
            distance=time.distance,
        )

    def figure(self, key: str, figure: found.Figure) -> shapes.Figure:
        number = figure.number
        return shapes.Figure(
            id=key,
            **self.here(number.at),
            value=number.value,
            unit=number.unit,
            approximate=number.approximate,
            bound=number.bound,
            change=number.change,
            low=number.low,
            high=number.high,
            dimension=number.dimension,
            of=None if figure.of is None else figure.of.words,
            of_at=None if figure.of is None else _stretch(figure.of),
        )

    def series(self, key: str, series: found.Series) -> shapes.Series:
        return shapes.Series(
            id=key,
            what=series.what,
            unit=series.unit,
            values=[
                shapes.Datum(
                    of=datum.of,
                    value=datum.value,
                    **self.where(datum.at),
                )
                for datum in series.values
            ],
        )

    def quotation(self, key: str, quotation: found.Quotation) -> shapes.Quotation:
        speaker, speaker_at = self.holder(quotation.speaker)
        return shapes.Quotation(
            id=key,
            **self.here(quotation.at),
            kind=quotation.kind,
            speaker=speaker,
            speaker_at=speaker_at,
            work=None if quotation.work is None else self.system.works.id_of(quotation.work),
        )

    def work(self, key: str, work: found.Work) -> shapes.Work:
        return shapes.Work(
            id=key,
            title=work.title,
            by=work.by,
            dated=work.dated,
            **self.where(work.at),
        )

    def event(self, key: str, event: found.Event) -> shapes.Event:
        holder, holder_at = self.holder(event.holder)
        actors = dict.fromkeys(
            self.system.actor_at[at] for at in event.actors if at in self.system.actor_at
        )
        return shapes.Event(
            id=key,
            **self.here(event.at),
            what=_told(event.what),
            who=_told(event.who),
            whom=_told(event.whom),
            time=None if event.time is None else event.time.value,
            time_id=None if event.time is None else self.system.times.id_of(event.time),
            actors=list(actors),
            actors_at=[_stretch(at) for at in event.actors],
            places=[at.words for at in event.places],
            places_at=[_stretch(at) for at in event.places],
            modality=event.modality,
            holder=holder,
            holder_at=holder_at,
        )

    def argument(self, argument: found.Argument) -> shapes.Argument:
        return shapes.Argument(
            start=argument.at.start,
            end=argument.at.end,
            words=argument.at.words,
            factor=self.system.factor_at.get(argument.core),
            core=_words(argument.core),
            stands_for=_told(argument.stands_for),
        )

    def claim(self, key: str, claim: found.Claim) -> shapes.Claim:
        holder, holder_at = self.holder(claim.holder)
        return shapes.Claim(
            id=key,
            **self.here(claim.at),
            cause=self.argument(claim.cause),
            effect=self.argument(claim.effect),
            cue=[_words(cue) for cue in claim.cue],
            sign=claim.sign,
            modality=claim.modality,
            holder=holder,
            holder_at=holder_at,
            belief=claim.belief,
            found_by=list(claim.found_by),
        )

    def position(self, key: str, position: found.Position) -> shapes.Position:
        holder, holder_at = self.holder(position.holder)
        attributed, attributed_at = self.holder(position.attributed_by)
        matter = self.matters.of(position)
        return shapes.Position(
            id=key,
            holder=holder,
            holder_at=holder_at,
            on=self.system.factor_at.get(position.on),
            on_at=_words(position.on),
            about=matter.key if matter.known else None,
            stance=position.stance,
            attributed_by=attributed,
            attributed_by_at=attributed_at,
            **self.here(position.at),
        )

    def factor(self, key: str, factor: made.Factor) -> shapes.Factor:
        return shapes.Factor(
            id=key,
            label=factor.label,
            aliases=[
                shapes.Alias(
                    words=alias.words,
                    document=self.home(alias.document),
                    start=alias.start,
                    end=alias.end,
                )
                for alias in factor.aliases
            ],
            reasons=self.reasons(factor.reasons),
        )

    def problem(self, key: str, problem: made.Problem) -> shapes.Problem:
        return shapes.Problem(
            id=key,
            code=problem.code,
            severity=problem.severity,
            message=problem.message,
            **self.where(problem.at),
            see=self.places(problem.see),
        )
