"""The sixteen tables of a database of DNA 3.1, told by their columns as its program reads them."""

_NUMBER = "INTEGER NOT NULL DEFAULT 0"
_YES = "INTEGER NOT NULL DEFAULT 1"
_TEXT = "TEXT NOT NULL DEFAULT ''"
_ID = "INTEGER NOT NULL PRIMARY KEY"
_COLOUR = {"Red": _NUMBER, "Green": _NUMBER, "Blue": _NUMBER}
_PERMISSIONS = (
    "AddDocuments EditDocuments DeleteDocuments ImportDocuments AddStatements EditStatements DeleteStatements "
    "EditAttributes EditRegex EditStatementTypes EditCoders EditCoderRelations ViewOthersDocuments "
    "EditOthersDocuments ViewOthersStatements EditOthersStatements"
).split()
_LOOKS = {
    "Refresh": _NUMBER,
    "FontSize": "INTEGER NOT NULL DEFAULT 14",
    "Password": "TEXT NOT NULL",
    "PopupWidth": "INTEGER NOT NULL DEFAULT 300",
    "ColorByCoder": _NUMBER,
    "PopupDecoration": _NUMBER,
    "PopupAutoComplete": _YES,
}


def _refers(table: str) -> str:
    return f"INTEGER NOT NULL REFERENCES {table}(ID) ON DELETE CASCADE"


_STATEMENT = {
    "ID": _ID,
    "StatementId": _refers("STATEMENTS"),
    "VariableId": _refers("VARIABLES"),
}
_ONE_VALUE = "UNIQUE (StatementId, VariableId)"
_COLUMNS: dict[str, tuple[dict[str, str], str]] = {
    "SETTINGS": ({"Property": "TEXT PRIMARY KEY", "Value": _TEXT}, ""),
    "CODERS": (
        {"ID": _ID, "Name": "TEXT NOT NULL", **_COLOUR, **_LOOKS}
        | {f"Permission{name}": _YES for name in _PERMISSIONS},
        "",
    ),
    "DOCUMENTS": (
        {"ID": _ID, "Title": "TEXT NOT NULL", "Text": "TEXT NOT NULL", "Coder": _refers("CODERS")}
        | dict.fromkeys(("Author", "Source", "Section", "Notes", "Type"), _TEXT)
        | {"Date": "INTEGER NOT NULL"},
        "",
    ),
    "STATEMENTTYPES": ({"ID": _ID, "Label": "TEXT NOT NULL", **_COLOUR}, ""),
    "VARIABLES": (
        {"ID": _ID, "Variable": "TEXT NOT NULL", "DataType": "TEXT NOT NULL DEFAULT 'short text'"}
        | {"StatementTypeId": _refers("STATEMENTTYPES")},
        "UNIQUE (Variable, StatementTypeId)",
    ),
    "VARIABLELINKS": (
        {"ID": _ID, "SourceVariableId": _refers("VARIABLES"), "TargetVariableId": _refers("VARIABLES")},
        "CHECK (SourceVariableId != TargetVariableId)",
    ),
    "REGEXES": ({"Label": "TEXT PRIMARY KEY", **_COLOUR}, ""),
    "CODERRELATIONS": (
        {"ID": _ID, "Coder": _refers("CODERS"), "OtherCoder": _refers("CODERS")}
        | dict.fromkeys(("viewStatements", "editStatements", "viewDocuments", "editDocuments"), _YES),
        "CHECK (Coder != OtherCoder)",
    ),
    "STATEMENTS": (
        {"ID": _ID, "StatementTypeId": _refers("STATEMENTTYPES"), "DocumentId": _refers("DOCUMENTS")}
        | {"Start": "INTEGER NOT NULL", "Stop": "INTEGER NOT NULL", "Coder": _refers("CODERS")},
        "CHECK (0 <= Start AND Start < Stop)",
    ),
    "DATABOOLEAN": ({**_STATEMENT, "Value": _YES}, _ONE_VALUE),
    "DATAINTEGER": ({**_STATEMENT, "Value": _NUMBER}, _ONE_VALUE),
    "DATALONGTEXT": ({**_STATEMENT, "Value": "TEXT DEFAULT ''"}, _ONE_VALUE),
    "ENTITIES": (
        {"ID": _ID, "VariableId": _refers("VARIABLES"), "Value": _TEXT, **_COLOUR}
        | {"ChildOf": "INTEGER REFERENCES ENTITIES(ID) ON DELETE CASCADE"},
        "UNIQUE (VariableId, Value)",
    ),
    "DATASHORTTEXT": ({**_STATEMENT, "Entity": _refers("ENTITIES")}, _ONE_VALUE),
    "ATTRIBUTEVARIABLES": (
        {"ID": _ID, "VariableId": _refers("VARIABLES"), "AttributeVariable": "TEXT NOT NULL"},
        "UNIQUE (VariableId, AttributeVariable)",
    ),
    "ATTRIBUTEVALUES": (
        {
            "ID": _ID,
            "EntityId": _refers("ENTITIES"),
            "AttributeVariableId": _refers("ATTRIBUTEVARIABLES"),
        }
        | {"AttributeValue": _TEXT},
        "UNIQUE (EntityId, AttributeVariableId)",
    ),
}
TABLES = tuple(
    f"CREATE TABLE {name} ({', '.join([*(f'{column} {kind}' for column, kind in columns.items()), *([rule] if rule else [])])})"
    for name, (columns, rule) in _COLUMNS.items()
)
"""What makes the tables, in an order in which each finds those that it refers to."""
