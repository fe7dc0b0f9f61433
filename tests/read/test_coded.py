"""Work coded by hand in other tools: taken with its places, or refused with the first fault shown."""

import io
import json
import sqlite3
import zipfile
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

from armillary.cli import armillary
from armillary.errors import SourceError
from armillary.findings import Findings, Sign, Stance
from armillary.pipeline import adopt
from armillary.publish import publish
from armillary.read import Bytes
from armillary.read.coded import adopt as taken
from armillary.read.coded.coding import Coding, Held, Linked, sign_of
from armillary.reading import Speaker
from armillary.system import System
from samples.hostile import hostile
from samples.rents import rents

EDGES = 'from,to,polarity,quote,who\nrain,"harvest, good",+,"more rain, more grain",Ada\n"harvest, good",price,-,,\n'


def told(found: Findings) -> list[tuple[str, str, str]]:
    return [(one.cause.core.words, one.sign.value, one.effect.core.words) for one in found.claims]


def signed(system: System) -> set[tuple[str, str, str]]:
    """The claims of a system by the labels of their factors."""
    label = {key: " ".join(factor.label.split()) for key, factor in system.factors.items()}
    return {
        (
            label[system.factor_at[one.cause.core]],
            one.sign.value,
            label[system.factor_at[one.effect.core]],
        )
        for one in system.claims
    }


def test_an_edge_list_gives_claims_whose_words_are_its_rows() -> None:
    (found,) = taken(Bytes("map.csv", EDGES.encode()))
    assert told(found) == [("rain", "raises", "harvest, good"), ("harvest, good", "lowers", "price")]
    assert found.claims[0].at.words == "rain → harvest, good (+): more rain, more grain"
    assert getattr(found.claims[0].holder, "words", "") == "Ada"
    assert found.claims[1].holder is Speaker.UNKNOWN


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("m.csv", "a;b;+\nb;c;-0.5\n"),
        ("m.tsv", "a\tb\t1\nb\tc\tnegative\n"),
        ("m.csv", "a,b,+\n,,\nb,c,−\n"),
    ],
)
def test_edges_without_a_head_in_every_dress(name: str, text: str) -> None:
    (found,) = taken(Bytes(name, text.encode()))
    assert told(found) == [("a", "raises", "b"), ("b", "lowers", "c")]


def test_sd_json_is_taken_from_a_model_and_from_an_answer() -> None:
    model = {
        "variables": [],
        "relationships": [{"from": "a", "to": "b", "polarity": "-", "reasoning": "why"}],
    }
    for root in (model, {"success": True, "model": model}):
        (found,) = taken(Bytes("m.json", json.dumps(root).encode()))
        assert told(found) == [("a", "lowers", "b")]
        assert found.claims[0].at.words.endswith("(−): why")


@pytest.mark.parametrize("make", [rents, hostile])
@pytest.mark.parametrize("form", ["dna", "jsonld"])
def test_what_we_export_comes_back_with_the_same_words(make: object, form: str) -> None:
    system: System = make()  # type: ignore[operator]
    texts = tuple(system.documents)
    back = [
        claim for one in taken(Bytes(f"m.{form}", publish(system, form)), texts) for claim in one.claims
    ]
    words = [claim.at.words.replace("\r\n", "\n") for claim in system.claims]
    assert sorted(claim.at.words.replace("\r\n", "\n") for claim in back) == sorted(words)
    assert sorted(one.sign for one in back) == sorted(one.sign for one in system.claims)
    assert sorted(one.modality for one in back) == sorted(one.modality for one in system.claims)


def test_the_links_of_a_qda_project_come_back() -> None:
    system = rents()
    back = adopt(Bytes("m.qdpx", publish(system, "qdpx")))
    links = {
        (system.factors[one.cause].label, one.sign.value, system.factors[one.effect].label)
        for one in system.links
    }
    assert signed(back) == links


def qdpx(selections: str, text: str = "🌍 Rain feeds corn.\r\nCorn is food.") -> Bytes:
    project = (
        '<Project xmlns="urn:QDA-XML:project:1.0" name="p"><CodeBook><Codes><Code guid="A" name="rain"/>'
        '<Code guid="B" name="corn"/></Codes></CodeBook><Sources><TextSource guid="T" name="t" '
        f'plainTextPath="internal://T.txt">{selections}</TextSource></Sources>'
        '<Links><Link guid="L" name="+" originGUID="A" targetGUID="B" direction="OneWay"/></Links></Project>'
    )
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("project.qde", project)
        archive.writestr("sources/T.txt", text.encode("utf-8-sig"))
    return Bytes("hand.qdpx", file.getvalue())


def selection(start: int, end: int, *codes: str) -> str:
    coded = "".join(f'<Coding guid="c"><CodeRef targetGUID="{code}"/></Coding>' for code in codes)
    return f'<PlainTextSelection guid="s" startPosition="{start}" endPosition="{end}">{coded}</PlainTextSelection>'


def test_the_words_of_a_link_are_the_passages_that_carry_both_its_codes() -> None:
    (found,) = taken(qdpx(selection(2, 18, "A", "B") + selection(19, 23, "B")))
    assert [(one.at.words, one.sign) for one in found.claims] == [("Rain feeds corn.", Sign.RAISES)]
    bare = taken(qdpx(selection(2, 6, "A")))
    assert [one.at.words for found in bare for one in found.claims] == ["rain → corn (+)"]


def dna(start: int, stop: int) -> Bytes:
    base = sqlite3.connect(":memory:")
    base.deserialize(publish(rents(), "dna"))
    base.execute("DELETE FROM STATEMENTS WHERE ID > 1")
    base.execute("UPDATE STATEMENTS SET Start = ?, Stop = ?", (start, stop))
    base.commit()
    return Bytes("hand.dna", base.serialize())


@pytest.mark.parametrize(
    ("source", "said"),
    [
        (Bytes("notes.docx", b"x"), "they end in .dna"),
        (Bytes("m.json", b'{"relationships": 3}'), "no list of relationships"),
        (Bytes("m.json", b"{"), "no JSON"),
        (Bytes("m.csv", b"one column\nonly\n"), "two columns at least"),
        (Bytes("m.csv", b"from,to\n,\n"), "nothing in it"),
        (Bytes("m.dna", b"<xml/>"), "no database of DNA 3"),
        (Bytes("m.dna", b"SQLite format 3\x00" + b"\0" * 100), "damaged or no database"),
        (dna(0, 1_000_000), "stands at 0-1000000, and the text has"),
        (qdpx(selection(0, 999, "A", "B")), "stands at 0-999, and the text has"),
        (Bytes("m.qdpx", b"PK"), "is damaged"),
        (Bytes("m.jsonld", b"[]"), "give the texts"),
    ],
    ids=lambda value: value if isinstance(value, str) else value.name,
)
def test_what_cannot_be_taken_is_refused_in_words(source: Bytes, said: str) -> None:
    with pytest.raises(SourceError, match=said):
        taken(source)


def annotated(start: int, exact: str, prefix: str = "") -> Bytes:
    selectors = [
        {"type": "TextQuoteSelector", "exact": exact, "prefix": prefix, "suffix": ""},
        {"type": "TextPositionSelector", "start": start, "end": start + len(exact)},
    ]
    claim = {
        "cause": "rain",
        "effect": "corn",
        "sign": "raises",
        "modality": "asserted",
        "holder": "Ada",
    }
    item = {
        "type": "Annotation",
        "id": "x",
        "target": {"selector": selectors},
        "urn:armillary:claim": claim,
    }
    return Bytes("n.jsonld", json.dumps([item]).encode())


def test_an_annotation_is_found_again_by_its_words_once_or_not_at_all(tmp_path: Path) -> None:
    (tmp_path / "t.txt").write_text("New line. Rain feeds corn. Sun feeds corn.", encoding="utf-8")
    at = tmp_path / "t.txt"
    moved = adopt(annotated(0, "Rain feeds corn"), texts=[at])
    assert moved.claims[0].at.words == "Rain feeds corn"
    assert moved.claims[0].at.start == 10
    assert adopt(annotated(3, "feeds corn", "Sun "), texts=[at]).claims[0].at.start == 31
    for source in (annotated(3, "feeds corn"), annotated(3, "Hail feeds corn")):
        with pytest.raises(SourceError, match="do not stand at its place"):
            adopt(source, texts=[at])


CODES = st.text("ab c\n🌍é", min_size=1, max_size=8).filter(str.strip)
TEXTS = st.text("ab \r\n🌍e\u0301ש", max_size=30)


@given(TEXTS, st.lists(st.tuples(CODES, CODES, st.booleans()), max_size=5), st.data())
def test_nothing_that_is_taken_is_without_its_words(
    text: str, rows: list[tuple[str, str, bool]], data: st.DataObject
) -> None:
    coding = Coding("t", "t", text, "hand")
    for cause, effect, placed in rows:
        span = (0, data.draw(st.integers(1, len(text)))) if placed and text else None
        coding.links.append(Linked(cause, effect, Sign.RAISES, span, cause))
        if span:
            coding.positions.append(Held(effect, cause, Stance.FOR, span))
    found = coding.findings()
    assert found.document.text.startswith(text)
    for claim, row in zip(found.claims, coding.links, strict=True):
        assert claim.cause.core.words == " ".join(row.cause.split())
        assert claim.effect.core.words == " ".join(row.effect.split())


@pytest.mark.parametrize(
    ("mark", "sign"),
    [("+", "raises"), ("−", "lowers"), ("0", "unclear"), ("x", "unclear"), ("-.4", "lowers")],
)
def test_signs_as_people_write_them(mark: str, sign: str) -> None:
    assert sign_of(mark) == sign


def test_the_command_makes_a_model_and_a_page(tmp_path: Path) -> None:
    (tmp_path / "map.csv").write_text(EDGES, encoding="utf-8")
    done = CliRunner().invoke(
        armillary, ["import", str(tmp_path / "map.csv"), "-o", str(tmp_path / "m.html")]
    )
    assert done.exit_code == 0, done.output
    assert "2 claims by 2 holders" in done.output
    assert "harvest, good" in (tmp_path / "m.html").read_text(encoding="utf-8")
