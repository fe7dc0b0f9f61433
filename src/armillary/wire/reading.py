"""The shapes of a model file as a system, with every place and every reference checked.

What does not fit is an error that names its path, as `$.claims[3].cause`.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Protocol, TypeVar

from armillary import findings as found
from armillary import system as made
from armillary.chronology import Moment
from armillary.errors import ModelFileError, WordsError
from armillary.reading import Holder, Number, Speaker, Time
from armillary.text import Block, Document, Passage, Section, Span
from armillary.wire import shapes

Shape = TypeVar("Shape", bound="_HasId")
Noun = TypeVar("Noun")


class _HasId(Protocol):
    @property
    def id(self) -> str: ...


class _Spot(Protocol):
    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...


def system(model: shapes.Model) -> made.System:
    """The system of a model. Errors: `ModelFileError` with the path of the first fault."""
    reader = _Reader(model)
    return made.System(
        documents=reader.documents,
        actors=_table(model.actors, "actors", reader.actor),
        times=reader.times,
        figures=_table(model.figures, "figures", reader.figure),
        series=_table(model.series, "series", reader.series),
        quotations=_table(model.quotations, "quotations", reader.quotation),
        works=reader.works,
        events=_table(model.events, "events", reader.event),
        claims=reader.claims,
        positions=_table(model.positions, "positions", reader.position),
        factors=_table(model.factors, "factors", reader.factor),
        links=_table(model.links, "links", reader.link),
        loops=_table(model.loops, "loops", reader.loop),
        timeline=_table(model.timeline, "timeline", reader.moment),
        problems=_table(model.problems, "problems", reader.problem),
        notes=tuple(model.notes),
    )


def _table(rows: Sequence[Shape], name: str, noun: Callable[[Shape, str], Noun]) -> made.Table[Noun]:
    ids: dict[str, None] = {}
    nouns = []
    for place, row in enumerate(rows):
        path = f"$.{name}[{place}]"
        if row.id in ids:
            message = f"the id {row.id!r} is used twice"
            raise ModelFileError(message, f"{path}.id")
        ids[row.id] = None
        nouns.append(noun(row, path))
    return made.Table(tuple(nouns), tuple(ids))


class _Reader:
    """Reads rows, and knows the rows that they refer to."""

    def __init__(self, model: shapes.Model) -> None:
        self.documents = _table(model.documents, "documents", _document)
        self.times = _table(model.times, "times", self.time)
        self.works = _table(model.works, "works", self.work)
        self.claims = _table(model.claims, "claims", self.claim)
        self.factor_ids = {factor.id for factor in model.factors}
        self.event_ids = {event.id for event in model.events}
        self.link_ids = {link.id for link in model.links}

    def place(self, document: str, at: _Spot, path: str, words: str | None = None) -> Passage:
        """The words at a place, compared with those that the file says stand there."""
        if document not in self.documents:
            message = f"no document has the id {document!r}"
            raise ModelFileError(message, f"{path}.document")
        home = self.documents[document]
        try:
            if words is None:
                return home.passage(at.start, at.end)
            return Passage(home, at.start, at.end, words)
        except WordsError as error:
            raise ModelFileError(str(error), path) from error

    def holder(self, document: str, key: str | None, at: shapes.Stretch | None, path: str) -> Holder:
        if at is not None:
            return self.place(document, at, path)
        if key in {None, Speaker.AUTHOR.value}:
            return Speaker.UNKNOWN if key is None else Speaker.AUTHOR
        message = f"the holder {key!r} needs the place of the words that name them"
        raise ModelFileError(message, f"{path}_at")

    def actor(self, row: shapes.Actor, path: str) -> made.Actor:
        mentions = tuple(
            self.place(at.document, at, f"{path}.mentions[{n}]") for n, at in enumerate(row.mentions)
        )
        return made.Actor(row.name, row.kind, mentions, self.reasons(row.reasons, path))

    def reasons(self, rows: Sequence[shapes.Merge], path: str) -> tuple[made.Merge, ...]:
        return tuple(
            made.Merge(
                self.place(row.at.document, row.at, f"{path}.reasons[{n}].at"),
                self.place(row.like.document, row.like, f"{path}.reasons[{n}].like"),
                row.because,
            )
            for n, row in enumerate(rows)
        )

    def time(self, row: shapes.Time, path: str) -> Time:
        at = self.place(row.document, row, path, row.words)
        anchor = row.anchor and self.place(row.document, row.anchor, f"{path}.anchor", row.anchor.words)
        return Time(at, row.type, row.value, row.mod, anchor or None, row.distance)

    def figure(self, row: shapes.Figure, path: str) -> found.Figure:
        at = self.place(row.document, row, path, row.words)
        of = None if row.of_at is None else self.place(row.document, row.of_at, f"{path}.of_at", row.of)
        number = Number(
            at=at,
            value=row.value,
            unit=row.unit,
            approximate=row.approximate,
            bound=row.bound,
            change=row.change,
            low=row.low,
            high=row.high,
            dimension=row.dimension,
        )
        return found.Figure(number, of)

    def series(self, row: shapes.Series, path: str) -> found.Series:
        values = tuple(
            found.Datum(value.of, value.value, self.place(value.document, value, f"{path}.values[{n}]"))
            for n, value in enumerate(row.values)
        )
        return found.Series(row.what, row.unit, values)

    def quotation(self, row: shapes.Quotation, path: str) -> found.Quotation:
        speaker = self.holder(row.document, row.speaker, row.speaker_at, f"{path}.speaker")
        work = None if row.work is None else self.works[_known(row.work, self.works, f"{path}.work")]
        at = self.place(row.document, row, path, row.words)
        return found.Quotation(at, row.kind, speaker, work)

    def work(self, row: shapes.Work, path: str) -> found.Work:
        return found.Work(self.place(row.document, row, path), row.title, row.by, row.dated)

    def event(self, row: shapes.Event, path: str) -> found.Event:
        time = (
            None
            if row.time_id is None
            else self.times[_known(row.time_id, self.times, f"{path}.time_id")]
        )
        what, who, whom = (
            None if words is None else self.place(row.document, words, f"{path}.{name}", words.words)
            for name, words in (("what", row.what), ("who", row.who), ("whom", row.whom))
        )
        return found.Event(
            at=self.place(row.document, row, path, row.words),
            what=what,
            who=who,
            whom=whom,
            time=time,
            actors=tuple(self.place(row.document, at, f"{path}.actors_at") for at in row.actors_at),
            places=tuple(self.place(row.document, at, f"{path}.places_at") for at in row.places_at),
            modality=row.modality,
            holder=self.holder(row.document, row.holder, row.holder_at, f"{path}.holder"),
        )

    def argument(self, document: str, row: shapes.Argument, path: str) -> found.Argument:
        at = self.place(document, row, path, row.words)
        core, stands = (
            None if words is None else self.place(document, words, f"{path}.{name}", words.words)
            for name, words in (("core", row.core), ("stands_for", row.stands_for))
        )
        return found.Argument(at=at, core=core or at, stands_for=stands)

    def claim(self, row: shapes.Claim, path: str) -> found.Claim:
        return found.Claim(
            at=self.place(row.document, row, path, row.words),
            cause=self.argument(row.document, row.cause, f"{path}.cause"),
            effect=self.argument(row.document, row.effect, f"{path}.effect"),
            cue=tuple(
                self.place(row.document, at, f"{path}.cue[{n}]", at.words)
                for n, at in enumerate(row.cue)
            ),
            sign=row.sign,
            modality=row.modality,
            holder=self.holder(row.document, row.holder, row.holder_at, f"{path}.holder"),
            belief=row.belief,
            found_by=tuple(row.found_by),
        )

    def position(self, row: shapes.Position, path: str) -> found.Position:
        return found.Position(
            at=self.place(row.document, row, path, row.words),
            holder=self.holder(row.document, row.holder, row.holder_at, f"{path}.holder"),
            on=self.place(row.document, row.on_at, f"{path}.on_at", row.on_at.words),
            stance=row.stance,
            attributed_by=self.holder(
                row.document, row.attributed_by, row.attributed_by_at, f"{path}.attributed_by"
            ),
        )

    def factor(self, row: shapes.Factor, path: str) -> made.Factor:
        aliases = tuple(
            self.place(at.document, at, f"{path}.aliases[{n}]", at.words)
            for n, at in enumerate(row.aliases)
        )
        return made.Factor(row.label, aliases, self.reasons(row.reasons, path))

    def link(self, row: shapes.Link, path: str) -> made.Link:
        """The claims of a link, sorted again by what each of them says."""
        for side in ("cause", "effect"):
            _known(getattr(row, side), self.factor_ids, f"{path}.{side}")
        for n, key in enumerate(row.claims):
            _known(key, self.claims, f"{path}.claims[{n}]")
        read = made.link(row.cause, row.effect, ((key, self.claims[key]) for key in row.claims))
        said = row.support
        support = made.Support(said.documents, said.holders, said.sentences, said.sources)
        return replace(read, belief=row.belief, support=support)

    def loop(self, row: shapes.Loop, path: str) -> made.Loop:
        for n, key in enumerate(row.factors):
            _known(key, self.factor_ids, f"{path}.factors[{n}]")
        for n, key in enumerate(row.links):
            _known(key, self.link_ids, f"{path}.links[{n}]")
        return made.Loop(tuple(row.factors), tuple(row.links), row.polarity, row.support, row.belief)

    def moment(self, row: shapes.Moment, path: str) -> Moment:
        named = [("event", row.event), *(("anchor", key) for key in (row.anchor,) if key is not None)]
        named += [("after", key) for key in row.after] + [("before", key) for key in row.before]
        for field, key in named:
            _known(key, self.event_ids, f"{path}.{field}")
        return Moment(
            event=row.event,
            when=row.when,
            earliest=row.earliest,
            latest=row.latest,
            first_place=row.first_place,
            last_place=row.last_place,
            told=row.told,
            anchor=row.anchor,
            after=tuple(row.after),
            before=tuple(row.before),
        )

    def problem(self, row: shapes.Problem, path: str) -> made.Problem:
        see = tuple(self.place(at.document, at, f"{path}.see[{n}]") for n, at in enumerate(row.see))
        return made.Problem(
            row.code, row.severity, row.message, self.place(row.document, row, path), see
        )


def _document(row: shapes.Document, path: str) -> Document:
    try:
        return Document(
            name=row.name,
            title=row.title,
            text=row.text,
            sha256=row.sha256,
            dated=row.dated,
            blocks=tuple(Block(b.kind, Span(b.start, b.end)) for b in row.blocks),
            sections=tuple(
                Section(s.title, s.level, Span(s.start, s.end), s.status) for s in row.sections
            ),
        )
    except WordsError as error:
        raise ModelFileError(str(error), path) from error


def _known(key: str, among: made.Table[object] | set[str], path: str) -> str:
    if key not in among:
        message = f"no row has the id {key!r}"
        raise ModelFileError(message, path)
    return key
