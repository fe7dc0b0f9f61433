"""Statements of DNA: a stretch of a document with a value for each variable of its type."""

import sqlite3
from dataclasses import dataclass, field

from armillary.text import Passage

KINDS = {"short text": "SHORTTEXT", "boolean": "BOOLEAN", "integer": "INTEGER"}
TYPES: dict[str, dict[str, str]] = {
    "DNA Statement": {
        "person": "short text",
        "organization": "short text",
        "concept": "short text",
        "agreement": "boolean",
    },
    "Causal claim": {
        "person": "short text",
        "organization": "short text",
        "cause": "short text",
        "effect": "short text",
        "sign": "integer",
        "modality": "short text",
        "armillary id": "short text",
    },
}
"""The types with their variables. The first is DNA's own."""
_COLOURS = {"DNA Statement": (239, 208, 51), "Causal claim": (93, 173, 226)}


@dataclass(frozen=True, slots=True)
class Coded:
    """A statement before it has numbers: its type, its words, and its values by their variables."""

    type: str
    at: Passage
    short: dict[str, str]
    truth: dict[str, int] = field(default_factory=dict)
    number: dict[str, int] = field(default_factory=dict)


class Statements:
    """Writes statements, and gives each short text one entity a variable."""

    def __init__(self, database: sqlite3.Connection) -> None:
        self.database = database
        self.types: dict[str, int] = {}
        self.variables: dict[tuple[str, str], int] = {}
        self.entities: dict[tuple[int, str], int] = {}
        for label, variables in TYPES.items():
            made = "INSERT INTO STATEMENTTYPES (Label, Red, Green, Blue) VALUES (?, ?, ?, ?)"
            self.types[label] = self._insert(made, (label, *_COLOURS[label]))
            for name, kind in variables.items():
                made = "INSERT INTO VARIABLES (Variable, DataType, StatementTypeId) VALUES (?, ?, ?)"
                self.variables[label, name] = self._insert(made, (name, kind, self.types[label]))

    def add(self, document: int, span: tuple[int, int], coded: Coded) -> None:
        """One statement, its span in UTF-16 units."""
        made = "INSERT INTO STATEMENTS (StatementTypeId, DocumentId, Start, Stop, Coder) VALUES (?, ?, ?, ?, 1)"
        statement = self._insert(made, (self.types[coded.type], document, *span))
        for name, value in coded.short.items():
            variable = self.variables[coded.type, name]
            row = (statement, variable, self._entity(variable, value))
            self._insert(
                "INSERT INTO DATASHORTTEXT (StatementId, VariableId, Entity) VALUES (?, ?, ?)", row
            )
        for table, numbers in (("DATABOOLEAN", coded.truth), ("DATAINTEGER", coded.number)):
            for name, number in numbers.items():
                made = f"INSERT INTO {table} (StatementId, VariableId, Value) VALUES (?, ?, ?)"  # noqa: S608  two names of ours
                self._insert(made, (statement, self.variables[coded.type, name], number))

    def _entity(self, variable: int, value: str) -> int:
        key = variable, value
        if key not in self.entities:
            made = "INSERT INTO ENTITIES (VariableId, Value, Red, Green, Blue) VALUES (?, ?, 0, 0, 0)"
            self.entities[key] = self._insert(made, key)
        return self.entities[key]

    def _insert(self, made: str, row: tuple[object, ...]) -> int:
        return self.database.execute(made, row).lastrowid or 0
