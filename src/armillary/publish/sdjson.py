"""SD-JSON, the format of sd-ai, which Stella, CoModel and Simlin read: variables and signed relationships.

`reasoning` holds the sentences behind a relationship, `polarityReasoning` how its claims stand for the
sign. The block `armillary`, which other readers pass over, keeps the ids and the places.
"""

import json

from armillary.publish.arrows import Arrow, arrows, names, story
from armillary.system import System

LOSES = "actors, times, figures, quotations and the text; a relationship that claims disagree on has the sign `?`"


def sdjson(system: System) -> bytes:
    """The map as a model of variables without equations."""
    label = names(system)
    model = {
        "variables": [
            {
                "name": name,
                "type": "variable",
                "equation": "",
                "documentation": "; ".join(_wordings(system, key)),
                "units": "",
            }
            for key, name in label.items()
        ],
        "relationships": [_relationship(system, arrow, label) for arrow in arrows(system)],
    }
    told = {"title": _title(system), "explanation": "What the text claims, not what is so."}
    written = model | {"armillary": told}
    return json.dumps(written, ensure_ascii=False, indent=1).encode() + b"\n"


def _relationship(system: System, arrow: Arrow, label: dict[str, str]) -> dict[str, object]:
    link = arrow.link
    return {
        "from": label[link.cause],
        "to": label[link.effect],
        "polarity": arrow.mark,
        "reasoning": story(arrow.claims, system),
        "polarityReasoning": f"{len(link.raises)} claims raise, {len(link.lowers)} lower, "
        f"{len(link.unclear)} leave it open, {len(link.denied)} deny it",
        "armillary": {"link": arrow.key, "claims": [_place(system, key) for key, _ in arrow.claims]},
    }


def _place(system: System, key: str) -> dict[str, object]:
    at = system.claims[key].at
    return {
        "id": key,
        "document": system.documents.id_of(at.document),
        "start": at.start,
        "end": at.end,
        "words": at.words,
    }


def _wordings(system: System, key: str) -> list[str]:
    return list(dict.fromkeys(" ".join(place.words.split()) for place in system.factors[key].aliases))


def _title(system: System) -> str:
    return "; ".join(document.title for document in system.documents) or "Nothing read"
