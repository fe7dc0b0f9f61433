"""Findings as text, JSON and SARIF: each says the same, and SARIF fits its schema."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from armillary import build
from armillary.check.setting_aside import entry_for, parted
from armillary.errors import SettingsError
from armillary.holdings import Holdings
from armillary.outcome import Outcome
from armillary.pipeline import examine
from armillary.publish import publish
from armillary.publish.outcomes import TELLINGS, telling_named
from armillary.read import Bytes
from armillary.settings import Settings
from samples.pdf import lines, pdf

SCHEMA = json.loads(
    (Path(__file__).parent / "schemas" / "sarif-2.1.0-rtm.5.json").read_text(encoding="utf-8")
)
TEXT = (
    "🌍 They had 20 days between 3 May 1912 and 8 May 1912 to lay the planks.\n\n"
    "It was opened on Friday, 8 May 1912.\n"
)


def outcome_of(text: str = TEXT, file: str = "a b.txt") -> Outcome:
    return parted(file, build(Bytes(file, text.encode())), ())


def sarif_of(*outcomes: Outcome) -> Any:
    log = json.loads(telling_named("sarif").write(outcomes))
    jsonschema.Draft4Validator(SCHEMA).validate(log)
    return log["runs"][0]


def test_text_has_a_line_for_each_finding_and_one_for_each_other_passage() -> None:
    assert telling_named("text").write([outcome_of()]).decode().splitlines() == [
        "a b.txt:1:12 T402 from 1912-05-03 to 1912-05-08 it is 5 days, not 20",
        "    see a b.txt:1:28 “3 May 1912”",
        "    see a b.txt:1:43 “8 May 1912”",
        "a b.txt:3:18 T401 1912-05-08 was a Wednesday, not a Friday",
    ]


def test_json_says_the_same_with_offsets() -> None:
    days, weekday = json.loads(telling_named("json").write([outcome_of()]))
    assert TEXT[days["see"][0]["start"] : days["see"][0]["end"]] == "3 May 1912"
    assert (weekday["line"], weekday["column"], weekday["set_aside"]) == (3, 18, None)


def test_sarif_fits_its_schema_and_points_to_the_words() -> None:
    run = sarif_of(outcome_of())
    assert [rule["id"] for rule in run["tool"]["driver"]["rules"]] == ["T401", "T402"]
    place = run["results"][0]["locations"][0]["physicalLocation"]
    assert place["artifactLocation"]["uri"] == "a%20b.txt"
    assert place["region"] == {
        "startLine": 1, "startColumn": 12, "endLine": 1, "endColumn": 19, "snippet": {"text": "20 days"},
    }  # fmt: skip
    assert len(run["results"][0]["relatedLocations"]) == 2


def test_sarif_holds_what_was_set_aside_with_its_reason() -> None:
    outcome = outcome_of()
    aside = entry_for(outcome.problems[1], "It was a leap of faith.")
    run = sarif_of(parted("a b.txt", outcome.system, [aside]))
    assert [row.get("suppressions", [{}])[0].get("justification") for row in run["results"]] == [
        None,
        "It was a leap of faith.",
    ]


def test_sarif_of_nothing_fits_its_schema() -> None:
    assert sarif_of(outcome_of("Nobody came.")) | {"tool": None} == {
        "tool": None, "columnKind": "unicodeCodePoints", "results": [],
    }  # fmt: skip


def test_sarif_gives_no_lines_for_a_source_that_has_none() -> None:
    system = build(Bytes("a.pdf", pdf([lines("It was opened on Friday, 8 May 1912, in heavy rain.")])))
    (result,) = sarif_of(parted("a.pdf", system, ()))["results"]
    assert "region" not in result["locations"][0]["physicalLocation"]
    assert b"(page 1)" in telling_named("text").write([parted("a.pdf", system, ())])


def test_a_model_can_be_published_as_sarif() -> None:
    log = json.loads(publish(outcome_of().system, "sarif"))
    jsonschema.Draft4Validator(SCHEMA).validate(log)
    assert len(log["runs"][0]["results"]) == 2


def test_html_shows_one_document() -> None:
    assert b"Wednesday, not a Friday" in telling_named("html").write([outcome_of()])
    with pytest.raises(SettingsError, match="one by one"):
        telling_named("html").write([outcome_of(), outcome_of()])


def test_an_unknown_form_is_refused_with_the_nearest() -> None:
    with pytest.raises(SettingsError, match="did you mean 'sarif'"):
        telling_named("sariff")


@pytest.mark.parametrize("telling", TELLINGS, ids=lambda telling: telling.name)
def test_the_same_findings_give_the_same_bytes(telling: Any) -> None:
    assert telling.write([outcome_of()]) == telling.write([outcome_of()])


def test_claim_reviews_name_the_rows_and_give_no_number(tmp_path: Path) -> None:
    table = tmp_path / "facts.csv"
    table.write_text(
        "subject,relation,object,start,source\nNorland,member of,League of Towns,1975,the league\n",
        encoding="utf-8",
    )
    source = Bytes("a b.txt", b"It began so.\n\nNorland joined the League of Towns in 1979.\n")
    system, held = examine(source, Settings(), Holdings(None, (str(table),)))
    written = json.loads(
        telling_named("claimreview").write([replace(parted("a b.txt", system, ()), held=held)])
    )
    (review,) = written["@graph"]
    assert (written["@context"], review["@type"]) == ("https://schema.org", "ClaimReview")
    assert review["reviewRating"] == {
        "@type": "Rating", "alternateName": "differs", "ratingExplanation": "it was 1975",
    }  # fmt: skip
    assert review["itemReviewed"]["appearance"]["position"] == "3:1"
    assert review["citation"][0]["publisher"] == "the league"
