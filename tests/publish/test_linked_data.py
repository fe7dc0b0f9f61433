"""Web Annotations as a store of linked data reads them: rdflib, asked in SPARQL.

`schemas/anno.jsonld` stands for http://www.w3.org/ns/anno.jsonld, which a reader would fetch: those of its terms that we
write, by the Web Annotation Vocabulary (W3C Recommendation of 23 February 2017).
"""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
import rdflib

from armillary import build
from armillary.publish import publish
from armillary.read import Bytes
from armillary.system import System
from samples.hostile import hostile
from samples.rents import rents

ANNO = "http://www.w3.org/ns/anno.jsonld"
TERMS = json.loads((Path(__file__).parent / "schemas" / "anno.jsonld").read_text(encoding="utf-8"))
pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning:rdflib")
SYSTEMS = pytest.mark.parametrize("make", [rents, hostile])


def stored(*systems: System) -> rdflib.Graph:
    """One store with the annotations of all of them."""
    graph = rdflib.Graph()
    for system in systems:
        collection = json.loads(publish(system, "jsonld"))
        collection["@context"] = [
            TERMS["@context"] if one == ANNO else one for one in collection["@context"]
        ]
        graph.parse(data=json.dumps(collection), format="json-ld")
    return graph


def asked(graph: rdflib.Graph, where: str) -> list[dict[str, object]]:
    """The rows of a query, by the names of its variables."""
    names = {
        "oa": "http://www.w3.org/ns/oa#",
        "as": "http://www.w3.org/ns/activitystreams#",
        "a": "urn:armillary:",
    }
    found = graph.query(f"SELECT * WHERE {{ {where} }}", initNs=names)
    rows = json.loads(found.serialize(format="json") or b"{}")["results"]["bindings"]
    return [{name: cell["value"] for name, cell in row.items()} for row in rows]


@SYSTEMS
def test_both_selectors_of_every_annotation_give_its_words(make: Callable[[], System]) -> None:
    system = make()
    texts = {f"urn:sha256:{one.sha256}": one.text for one in system.documents}
    rows = asked(
        stored(system),
        "?one a oa:Annotation ; oa:hasTarget [ oa:hasSource ?source ; oa:hasSelector"
        " [ a oa:TextQuoteSelector ; oa:exact ?exact ; oa:prefix ?before ; oa:suffix ?after ] ,"
        " [ a oa:TextPositionSelector ; oa:start ?start ; oa:end ?end ] ]",
    )
    assert len(rows) == len({row["one"] for row in rows}) >= len(system.claims)
    for row in rows:
        text, start, end = texts[str(row["source"])], int(str(row["start"])), int(str(row["end"]))
        assert text[start:end] == row["exact"]
        assert text[:start].endswith(str(row["before"]))
        assert text[end:].startswith(str(row["after"]))


@SYSTEMS
def test_a_store_keeps_who_claims_what_with_the_places_of_its_parts(make: Callable[[], System]) -> None:
    """The names of our own fields had no meaning in linked data once, and every store left them out."""
    system = make()
    graph = stored(system)
    rows = asked(
        graph,
        "?one a:claim [ a:cause ?cause ; a:effect ?effect ; a:sign ?sign ; a:holder ?holder ; a:modality ?modality ;"
        " a:parts [ a:effect [ oa:start ?start ; oa:end ?end ] ] ]",
    )
    label = {key: factor.label for key, factor in system.factors.items()}
    told = {
        (
            label[system.factor_at[claim.cause.core]],
            label[system.factor_at[claim.effect.core]],
            claim.sign.value,
            system.holder_name(claim.holder),
            claim.modality.value,
            str(claim.effect.at.start),
            str(claim.effect.at.end),
        )
        for claim in system.claims
    }
    names = ("cause", "effect", "sign", "holder", "modality", "start", "end")
    assert {tuple(row[name] for name in names) for row in rows} == told
    assert len(rows) == len(system.claims)


def test_the_collection_counts_its_annotations_in_order() -> None:
    graph = stored(rents())
    (row,) = asked(graph, "?all a as:OrderedCollection ; as:totalItems ?total ; as:first ?page")
    items = graph.value(
        rdflib.URIRef(str(row["page"])), rdflib.URIRef("http://www.w3.org/ns/activitystreams#items")
    )
    assert items is not None
    keys = [str(item).rpartition(":")[2] for item in graph.items(items)]
    assert len(keys) == int(str(row["total"]))
    assert keys[: len(rents().claims)] == list(rents().claims.ids)


def test_two_models_in_one_store_stay_two() -> None:
    """Annotations were named by the ids of one model alone once, and a store took two for one."""
    models = [build(Bytes("m.txt", text)) for text in (b"Fear led to war.", b"Rain causes floods.")]
    alone = [len(asked(stored(model), "?one a oa:Annotation")) for model in models]
    assert min(alone) > 0
    assert len(asked(stored(*models), "?one a oa:Annotation")) == sum(alone)
