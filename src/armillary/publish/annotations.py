"""W3C Web Annotations as JSON-LD, which Hypothesis, Recogito and other readers of annotations take.

A collection for all documents: each claim, event, quotation, figure and position is an annotation with
its words (`TextQuoteSelector`, with what stands before and after) and its place
(`TextPositionSelector`: code points, end exclusive, as the recommendation counts). What an annotation
says beyond the recommendation (cause, sign, holder …) has names in `urn:armillary:`, so that a reader of
linked data keeps it.
"""

import hashlib
import json
from collections.abc import Iterator
from typing import Any

from armillary.findings import Claim
from armillary.system import System
from armillary.text import Passage

LOSES = "factors, links and loops as such; each annotation names those that it belongs to"
CONTEXT = ("http://www.w3.org/ns/anno.jsonld", {"@vocab": "urn:armillary:"})
AROUND = 32
"""Characters before and after the words that a reader may find them again by; Hypothesis takes as many."""


def annotations(system: System) -> bytes:
    """The collection, one page, in the order of the model's tables."""
    texts = "".join(document.sha256 for document in system.documents)
    name = f"urn:armillary:{hashlib.sha256(texts.encode()).hexdigest()[:16]}"
    items = [{"id": f"{name}:{key}"} | item for key, item in _annotations(system)]
    collection = {
        "@context": CONTEXT,
        "id": name,
        "type": "AnnotationCollection",
        "label": "; ".join(document.title for document in system.documents),
        "total": len(items),
        "first": {"id": f"{name}:page", "type": "AnnotationPage", "items": items},
    }
    return json.dumps(collection, ensure_ascii=False, indent=1).encode() + b"\n"


def _annotations(system: System) -> Iterator[tuple[str, dict[str, Any]]]:
    for key, claim in system.claims.items():
        yield key, _annotation(claim.at, "linking", "claim", _of_claim(system, claim))
    for key, position in system.positions.items():
        told = {"holder": system.holder_name(position.holder), "stance": position.stance.value}
        on = {"on": position.on.words}
        yield key, _annotation(position.at, "tagging", "position", told | on)
    for key, quotation in system.quotations.items():
        said = {"kind": quotation.kind.value, "speaker": system.holder_name(quotation.speaker)}
        yield key, _annotation(quotation.at, "tagging", "quotation", said)
    for key, event in system.events.items():
        happened = {"time": event.time.value if event.time else None, "modality": event.modality.value}
        yield key, _annotation(event.at, "tagging", "event", happened)
    for key, figure in system.figures.items():
        number = {"value": figure.number.value, "unit": figure.number.unit}
        of = {"of": figure.of.words if figure.of else None}
        yield key, _annotation(figure.number.at, "tagging", "figure", number | of)


def _of_claim(system: System, claim: Claim) -> dict[str, Any]:
    cause, effect = (system.factor_at.get(side.core) for side in (claim.cause, claim.effect))
    return {
        "cause": system.factors[cause].label if cause else claim.cause.core.words,
        "effect": system.factors[effect].label if effect else claim.effect.core.words,
        "sign": claim.sign.value,
        "modality": claim.modality.value,
        "holder": system.holder_name(claim.holder),
        "parts": {
            name: [_selector(at) for at in places]
            for name, places in (
                ("cause", (claim.cause.at,)),
                ("cue", claim.cue),
                ("effect", (claim.effect.at,)),
            )
        },
    }


def _annotation(at: Passage, motivation: str, kind: str, told: dict[str, Any]) -> dict[str, Any]:
    described = {
        "type": "TextualBody",
        "purpose": "describing",
        "format": "text/plain",
        "value": _told(told),
    }
    return {
        "type": "Annotation",
        "motivation": motivation,
        "body": [{"type": "TextualBody", "purpose": "tagging", "value": kind}, described],
        "target": {
            "source": f"urn:sha256:{at.document.sha256}",
            "selector": [_quote(at), _selector(at)],
        },
        f"urn:armillary:{kind}": {name: value for name, value in told.items() if value is not None},
    }


def _told(told: dict[str, Any]) -> str:
    return "; ".join(f"{name}: {value}" for name, value in told.items() if isinstance(value, str))


def _quote(at: Passage) -> dict[str, str]:
    text = at.document.text
    return {
        "type": "TextQuoteSelector",
        "exact": at.words,
        "prefix": text[max(0, at.start - AROUND) : at.start],
        "suffix": text[at.end : at.end + AROUND],
    }


def _selector(at: Passage) -> dict[str, str | int]:
    return {"type": "TextPositionSelector", "start": at.start, "end": at.end}
