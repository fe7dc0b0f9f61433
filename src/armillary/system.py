"""Nouns: what we make of it. Table, Actor, Merge, Factor, Link, Loop, Problem, System.

A `System` is a set of tables. A row has no number of its own: its table gives it one (`c1`, `f7`),
and rows of other tables refer to it by that. So two findings are equal when they say the same.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, fields
from difflib import get_close_matches
from enum import StrEnum
from functools import cached_property
from typing import TYPE_CHECKING, Generic, TypeVar, cast

from armillary.chronology import Moment
from armillary.errors import SettingsError
from armillary.findings import Claim, Event, Figure, Position, Quotation, Series, Sign, Work
from armillary.measures import Measures, measured
from armillary.reading import ActorKind, Holder, Modality, Speaker, Time
from armillary.rows import Cell, flat
from armillary.text import Document, Passage

if TYPE_CHECKING:  # for the annotation alone: pandas is optional
    import pandas as pd

Row_co = TypeVar("Row_co", covariant=True)


@dataclass(frozen=True)  # no slots: the index is worked out once, when it is first asked for
class Table(Generic[Row_co]):
    """Rows in a fixed order, each with an id. Iterating gives the rows.

    >>> table = Table.numbered("c", ["first", "second"])
    >>> table["c2"], table[0], len(table), list(table)
    ('second', 'first', 2, ['first', 'second'])
    """

    rows: tuple[Row_co, ...] = ()
    ids: tuple[str, ...] = ()

    @staticmethod
    def numbered(letter: str, rows: Iterable[Row_co]) -> "Table[Row_co]":
        """A table whose ids are the letter and the place, counted from 1."""
        kept = tuple(rows)
        return Table(kept, tuple(f"{letter}{place}" for place in range(1, len(kept) + 1)))

    def __iter__(self) -> Iterator[Row_co]:
        """The rows, in order."""
        return iter(self.rows)

    def __len__(self) -> int:
        """How many rows."""
        return len(self.rows)

    def __getitem__(self, key: str | int) -> Row_co:
        """The row of an id, or at a place. `KeyError` or `IndexError` where there is none."""
        return self.rows[key] if isinstance(key, int) else self._by_id[key]

    def __contains__(self, key: object) -> bool:
        """Whether an id is in the table."""
        return key in self._by_id

    def items(self) -> Iterator[tuple[str, Row_co]]:
        """Pairs of id and row, in order."""
        return zip(self.ids, self.rows, strict=True)

    def id_of(self, row: object) -> str:
        """The id of the first row that equals this one. `KeyError` where there is none."""
        return self._by_row[row]

    @cached_property
    def _by_id(self) -> dict[str, Row_co]:
        return dict(zip(self.ids, self.rows, strict=True))

    @cached_property
    def _by_row(self) -> dict[object, str]:
        return dict(zip(reversed(self.rows), reversed(self.ids), strict=True))


class Because(StrEnum):
    """Why two names are taken for one actor's, or two wordings for one factor's."""

    ACRONYM = "acronym"
    PART_OF_NAME = "part of the name"
    SHORT_FORM = "short form"
    SPELLING = "spelling"
    KNOWN = "known names of one"
    DESCRIBED = "described beside the name"
    PRONOUN = "pronoun"
    ORDER = "the same words"
    FORM = "forms of one word"
    ACTOR = "names of one actor"
    CHANGE = "words of change"
    DEFINED = "the text says so"
    POINTER = "points back"
    BY_HAND = "said by hand"


@dataclass(frozen=True, slots=True)
class Merge:
    """Why the words at `at` are taken to name the same actor or factor as those at `like`."""

    at: Passage
    like: Passage
    because: Because

    def __str__(self) -> str:
        """The merge in words: *the Alliance = NATO (acronym)*."""
        one, other = (" ".join(place.words.split()) for place in (self.at, self.like))
        return f"{one} = {other} ({self.because.value})"


@dataclass(frozen=True, slots=True)
class Actor:
    """Who acts or speaks. `mentions` are all places where the text names them, by any name.

    `reasons` has one row for each name that differs from another of the same actor. Places with
    equal words need none.
    """

    name: str
    kind: ActorKind
    mentions: tuple[Passage, ...]
    reasons: tuple[Merge, ...] = ()

    @property
    def aliases(self) -> tuple[str, ...]:
        """The other names, each once, in the order in which they come first. Pronouns are none."""
        pointing = {row.at for row in self.reasons if row.because is Because.PRONOUN}
        names = dict.fromkeys(place.words for place in self.mentions if place not in pointing)
        return tuple(name for name in names if name != self.name)


@dataclass(frozen=True, slots=True)
class Factor:
    """What varies or happens: a node of the map. `aliases` are the places where the text names it.

    `reasons` has one row for each wording that differs from another of the same factor in more than its
    article.
    """

    label: str
    aliases: tuple[Passage, ...]
    reasons: tuple[Merge, ...] = ()

    @property
    def wordings(self) -> tuple[str, ...]:
        """The words of the aliases in one line each, each once, in the order in which they come first."""
        return tuple(dict.fromkeys(" ".join(place.words.split()) for place in self.aliases))


@dataclass(frozen=True, slots=True)
class Support:
    """Who says it: documents, holders and sentences, near-identical sentences counted once.

    `sources` are pairs of a document and a holder. No count is more than that of the sentences, so that a
    text that is copied stays one source. Claims that deny it are no support.
    """

    documents: int = 0
    holders: int = 0
    sentences: int = 0
    sources: int = 0

    def __str__(self) -> str:
        """The number of sources."""
        return str(self.sources)


@dataclass(frozen=True, slots=True)
class Link:
    """All claims on one ordered pair of factors. Dissent is kept: each sign has its own claims.

    `cause` and `effect` are ids of factors; the others hold ids of claims, in order. Claims whose
    modality is *negated* deny the link: they are in `denied` and in no other.

    `belief` is the probability that we read it right, `support` how many say it: two numbers, never one.
    """

    cause: str
    effect: str
    raises: tuple[str, ...] = ()
    lowers: tuple[str, ...] = ()
    unclear: tuple[str, ...] = ()
    denied: tuple[str, ...] = ()
    belief: float = 0.0
    support: Support = Support()

    @property
    def sign(self) -> Sign:
        """The sign on which all claims agree; *unclear* where they do not, or where none is known."""
        if self.raises and not self.lowers:
            return Sign.RAISES
        if self.lowers and not self.raises:
            return Sign.LOWERS
        return Sign.UNCLEAR

    @property
    def claims(self) -> tuple[str, ...]:
        """The ids of all its claims, those that deny it last."""
        return self.raises + self.lowers + self.unclear + self.denied


def link(cause: str, effect: str, claims: Iterable[tuple[str, Claim]]) -> Link:
    """A link of these claims, each put where its sign and its modality say."""
    heaps: dict[str, list[str]] = {"raises": [], "lowers": [], "unclear": [], "denied": []}
    for key, claim in claims:
        heap = "denied" if claim.modality is Modality.NEGATED else claim.sign.value
        heaps[heap].append(key)
    raises, lowers, unclear, denied = (tuple(heap) for heap in heaps.values())
    return Link(cause, effect, raises, lowers, unclear, denied)


class Polarity(StrEnum):
    """What a feedback loop does with a push (Sterman 2000, chapter 5)."""

    REINFORCING = "reinforcing"
    BALANCING = "balancing"
    UNCLEAR = "unclear"


@dataclass(frozen=True, slots=True)
class Loop:
    """Factors that come back to the first, and the links between them. Both hold ids.

    `links[i]` goes from `factors[i]` to the next. The first factor is the first of its table. `support` are
    the sources of the link that has fewest, `belief` that of the link that has least.
    """

    factors: tuple[str, ...]
    links: tuple[str, ...]
    polarity: Polarity
    support: int = 0
    belief: float = 0.0


class Severity(StrEnum):
    """How much a problem weighs."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Problem:
    """Something that does not hold together, where it stands, and the other places it clashes with."""

    code: str
    severity: Severity
    message: str
    at: Passage
    see: tuple[Passage, ...] = ()


@dataclass(
    frozen=True
)  # no slots: indexes and measures are worked out once, when they are first asked for
class System:
    """The system that one document or several describe, as tables.

    `notes` say in words what was left out, where something was: a search that was cut short.
    """

    documents: Table[Document] = field(default_factory=Table)
    actors: Table[Actor] = field(default_factory=Table)
    times: Table[Time] = field(default_factory=Table)
    figures: Table[Figure] = field(default_factory=Table)
    series: Table[Series] = field(default_factory=Table)
    quotations: Table[Quotation] = field(default_factory=Table)
    works: Table[Work] = field(default_factory=Table)
    events: Table[Event] = field(default_factory=Table)
    claims: Table[Claim] = field(default_factory=Table)
    positions: Table[Position] = field(default_factory=Table)
    factors: Table[Factor] = field(default_factory=Table)
    links: Table[Link] = field(default_factory=Table)
    loops: Table[Loop] = field(default_factory=Table)
    timeline: Table[Moment] = field(default_factory=Table)
    problems: Table[Problem] = field(default_factory=Table)
    notes: tuple[str, ...] = ()

    @cached_property
    def factor_at(self) -> dict[Passage, str]:
        """For each place that names a factor, the factor's id."""
        return {place: key for key, factor in self.factors.items() for place in factor.aliases}

    @cached_property
    def actor_at(self) -> dict[Passage, str]:
        """For each place that names an actor, the actor's id."""
        return {place: key for key, actor in self.actors.items() for place in actor.mentions}

    @cached_property
    def measures(self) -> Measures:
        """The map as a graph: degrees, roles, density. Links that every claim denies are left out."""
        held = (link for link in self.links if len(link.denied) < len(link.claims))
        return measured(self.factors.ids, ((link.cause, link.effect) for link in held))

    def holder_name(self, holder: Holder) -> str:
        """A holder as a person would name them: an actor's name, *the author*, or *unnamed*."""
        if isinstance(holder, Speaker):
            return "the author" if holder is Speaker.AUTHOR else "unnamed"
        key = self.actor_at.get(holder)
        return holder.words if key is None else self.actors[key].name

    def table(self, name: str) -> Table[object]:
        """A table by its name, as `claims`. `SettingsError` offers the nearest where there is none."""
        names = [field.name for field in fields(self) if field.name != "notes"]
        if name in names:
            return cast("Table[object]", getattr(self, name))
        near = get_close_matches(name, names, n=1)
        hint = f"did you mean {near[0]!r}?" if near else f"the tables are {', '.join(names)}"
        message = f"no table is called {name!r}; {hint}"
        raise SettingsError(message)

    def _repr_html_(self) -> str:
        """The page in a frame: what a notebook shows for a system at the end of a cell."""
        import armillary  # noqa: PLC0415  by the front door: a noun knows no verb

        return armillary.framed(self)

    def rows(self, name: str) -> list[dict[str, Cell]]:
        """A table as flat rows, each with its id first. The same as `armillary show` prints.

        `map` is none of the tables: its rows are the measures of the map.
        """
        if name == "map":
            return [{"measure": measure, "value": value} for measure, value in self.measures.rows()]
        return [
            {"id": key, **flat(row, self.holder_name), **self._cells(key, row)}
            for key, row in self.table(name).items()
        ]

    def _cells(self, key: str, row: object) -> dict[str, Cell]:  # noqa: PLR0911  one return for each table
        """What a table shows of a row instead of its plain fields, or beside them."""
        match row:
            case Actor():
                return {"reasons": "; ".join(map(str, row.reasons))}
            case Factor():
                told = {"reasons": "; ".join(map(str, row.reasons)), "aliases": "; ".join(row.wordings)}
                return {**told, **self._place_in_map(key)}
            case Series():
                return {"values": "; ".join(f"{one.of}: {one.value:g}" for one in row.values)}  # noqa: PD011  no data frame
            case Moment():
                return self._told(row.event)
            case Link():
                return {"cause": self._labels(row.cause), "effect": self._labels(row.effect)}
            case Loop():
                return {"factors": self._labels("; ".join(row.factors))}
        return {}

    def _told(self, key: str) -> dict[str, Cell]:
        """Where an event stands and how it is told, as cells."""
        event = self.events[key]
        return {
            "document": event.at.document.name,
            "start": event.at.start,
            "end": event.at.end,
            "modality": event.modality.value,
            "holder": self.holder_name(event.holder),
            "words": " ".join(event.at.words.split()),
        }

    def _place_in_map(self, factor: str) -> dict[str, Cell]:
        """The measures of a factor, as cells."""
        degree = self.measures.degrees[factor]
        return {
            "role": degree.role.value,
            "in": degree.incoming,
            "out": degree.outgoing,
            "centrality": degree.centrality,
        }

    def _labels(self, ids: Cell) -> str:
        """Factors by their labels: *f2; f5* → *fear → mobilisation*."""
        return " → ".join(self.factors[key].label for key in str(ids).split("; "))

    def to_pandas(self, name: str) -> "pd.DataFrame":
        """A table as a pandas data frame indexed by id. Needs `pip install armillary[pandas]`."""
        import pandas as pd  # noqa: PLC0415  optional, and slow to load

        rows = self.rows(name)
        return pd.DataFrame(rows).set_index("id") if rows else pd.DataFrame()
