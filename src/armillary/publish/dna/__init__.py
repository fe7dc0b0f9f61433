"""`.dna`, the database of Discourse Network Analyzer 3: documents, coded statements, actors and concepts.

Positions become its own *DNA Statement* (person, organization, concept, agreement). Claims become statements
of a type of ours, *Causal claim*, which DNA shows, filters and exports like any other. Its offsets are UTF-16
units. The file opens with the coder *Armillary* and the password `armillary`.
"""

import sqlite3
from collections.abc import Iterator
from datetime import UTC, datetime

from armillary.findings import Claim, Position, Sign, Stance
from armillary.publish.arrows import names
from armillary.publish.dna.password import hashed
from armillary.publish.dna.statements import Coded, Statements
from armillary.publish.dna.tables import TABLES
from armillary.publish.offsets import retold
from armillary.reading import ActorKind, Holder
from armillary.system import System

LOSES = (
    "links, loops, times, figures and quotations; positions that are neutral or unclear; "
    "more than one cue of a claim; windows line ends"
)
PASSWORD = "armillary"  # noqa: S105  told in the documentation: it protects nothing
_SIGNS = {Sign.RAISES: 1, Sign.LOWERS: -1, Sign.UNCLEAR: 0}
_AGREES = {Stance.FOR: 1, Stance.AGAINST: 0}
_LONGEST = 190
"""Characters: a short text of DNA holds at most so many."""


def dna(system: System) -> bytes:
    """The database as a file of SQLite."""
    database = sqlite3.connect(":memory:")
    with database:
        for table in TABLES:
            database.execute(table)
        _frame(database)
        texts = {one: retold(one.text) for one in system.documents}
        for number, document in enumerate(system.documents, 1):
            title = _short(document.title or document.name)
            row = (number, title, texts[document].text, _short(document.name), _seconds(document.dated))
            database.execute(
                "INSERT INTO DOCUMENTS (ID, Title, Text, Source, Date, Coder) VALUES (?, ?, ?, ?, ?, 1)",
                row,
            )
        statements = Statements(database)
        place = {document: number for number, document in enumerate(system.documents, 1)}
        for coded in _coded(system):
            told, at = texts[coded.at.document], coded.at
            span = told.units(at.start), told.units(at.end)
            statements.add(place[at.document], span, coded)
    return database.serialize()


def _frame(database: sqlite3.Connection) -> None:
    database.executemany(
        "INSERT INTO SETTINGS VALUES (?, ?)", [("version", "3.1.2"), ("date", "2023-01-01")]
    )
    database.execute(
        "INSERT INTO CODERS (ID, Name, Red, Green, Blue, Password) VALUES (1, 'Armillary', 69, 212, 255, ?)",
        (hashed(PASSWORD),),
    )


def _coded(system: System) -> Iterator[Coded]:
    """The positions and the claims, each as a statement with its values."""
    for position in system.positions:
        if position.stance in _AGREES:
            yield _position(system, position)
    label = names(system)
    for key, claim in system.claims.items():
        yield _claim(system, key, claim, label)


def _position(system: System, position: Position) -> Coded:
    person, organization = _named(system, position.holder)
    factor = system.factor_at.get(position.on)
    concept = system.factors[factor].label if factor else position.on.words
    return Coded(
        "DNA Statement",
        position.at,
        short={
            "person": _short(person),
            "organization": _short(organization),
            "concept": _short(concept),
        },
        truth={"agreement": _AGREES[position.stance]},
    )


def _claim(system: System, key: str, claim: Claim, label: dict[str, str]) -> Coded:
    cause, effect = (system.factor_at.get(side.core) for side in (claim.cause, claim.effect))
    person, organization = _named(system, claim.holder)
    return Coded(
        "Causal claim",
        claim.at,
        short={
            "person": _short(person),
            "organization": _short(organization),
            "cause": _short(label[cause] if cause else claim.cause.core.words),
            "effect": _short(label[effect] if effect else claim.effect.core.words),
            "modality": claim.modality.value,
            "armillary id": key,
        },
        number={"sign": _SIGNS[claim.sign]},
    )


def _named(system: System, holder: Holder) -> tuple[str, str]:
    """The holder as a person or as an organization, whichever they are."""
    name = system.holder_name(holder)
    key = None if not hasattr(holder, "words") else system.actor_at.get(holder)  # type: ignore[arg-type]
    kind = system.actors[key].kind if key else ActorKind.PERSON
    return (name, "") if kind is ActorKind.PERSON else ("", name)


def _short(text: str) -> str:
    """A short text on one line, as long as DNA allows."""
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST else f"{line[: _LONGEST - 1]}…"


def _seconds(dated: str | None) -> int:
    """Seconds since 1970 (UTC) of the beginning of a date; 0 where none is known."""
    if dated is None:
        return 0
    full = dated + "-01-01"[len(dated) - 4 :]
    return int(datetime.fromisoformat(full).replace(tzinfo=UTC).timestamp())
