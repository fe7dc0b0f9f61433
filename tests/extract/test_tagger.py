"""The second witness: what it finds has exact words, is the same every time, and never where there is none."""

import re
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from armillary.annotate import annotate
from armillary.extract import extract, plugged
from armillary.extract.causes.witnesses import TAGGER, Heard
from armillary.extract.tagger import Proposal, proposals
from armillary.findings import Claim, Sign
from armillary.pipeline import join
from armillary.read import Bytes, read
from armillary.reading import Modality, Reading
from armillary.settings import WITNESSES, Settings
from armillary.text import Document


def reading_of(text: str) -> Reading:
    return annotate(read(Bytes("t.txt", text.encode()), Settings()), "none")


def claims_of(text: str, heard: str = "both") -> tuple[Claim, ...]:
    return extract(reading_of(text), heard).claims


def test_the_settings_name_those_who_can_be_heard() -> None:
    assert tuple(Heard) == WITNESSES


def test_it_proposes_both_links_of_a_chain() -> None:
    sentence = "The drought led to a famine, which caused unrest in the city."
    found = proposals(sentence, 0.3)
    assert len(found) == 2
    assert {sentence[slice(*one.cause)] for one in found} >= {"The drought"}


def test_both_witnesses_make_one_claim() -> None:
    (claim,) = claims_of("Because of the flood, the railway was closed for a month.")
    assert claim.found_by == ("rule:because of", TAGGER)


def test_it_finds_what_no_rule_does_and_says_where() -> None:
    text = "War makes enormous profits for the banks that lend to both sides."
    (claim,) = claims_of(text)
    assert claim.found_by == (TAGGER,)
    assert claim.cause.core.words == "War"
    assert "enormous profits" in claim.effect.at.words


def test_the_sign_of_an_unknown_cue_stays_unclear() -> None:
    claims = claims_of("The minister resigned amid anger over the new tax on bread.", "tagger")
    assert all(claim.sign is Sign.UNCLEAR for claim in claims)


def test_rules_alone_are_heard_alone() -> None:
    text = "War makes enormous profits for the banks that lend to both sides."
    assert claims_of(text, "rules") == ()
    assert all(
        claim.found_by == (TAGGER,) for claim in claims_of("The drought caused a famine.", "tagger")
    )


@pytest.mark.parametrize(
    "text",
    [
        "because because because because because because",
        "What caused what?",
        "if (x == 1) { cause = effect; }",
        "# Because of the flood, the railway was closed\n\nNothing else.",
        "He walked home and read the paper.",
    ],
)
def test_there_is_no_claim_where_there_is_none(text: str) -> None:
    assert not [claim for claim in claims_of(text, "tagger") if claim.modality is Modality.ASSERTED]


def test_a_sentence_of_five_thousand_words_is_read_as_far_as_it_is_short() -> None:
    claims = claims_of("The flood closed the railway because " + "the river rose and " * 1250 + "fell.")
    assert len(claims) < 100


def test_a_sentence_is_read_the_same_wherever_it_stands() -> None:
    one, other = "The frost killed the vines.", "Because of the strike, the ferry did not sail."
    alone = [claim.at.words for text in (one, other) for claim in claims_of(text, "tagger")]
    assert [claim.at.words for claim in claims_of(f"{one} {other}", "tagger")] == alone


PIECES = st.sampled_from(
    [
        "rain",
        "Because of",
        "led to",
        "🌍",
        "e\u0301tat",
        "ﬁre",
        "שלום",
        "flood",
        "\r\n",
        "—",
        "so",
        ",",
        "“war”",
        ". ",
    ]
)


@settings(max_examples=60, deadline=None)
@given(st.lists(PIECES, min_size=1, max_size=14))
def test_every_claim_has_its_words(pieces: list[str]) -> None:
    text = " ".join(pieces) + " x."
    for claim in claims_of(text, "tagger"):
        for at in (claim.at, claim.cause.at, claim.effect.core, *claim.cue):
            assert at.document.text[at.start : at.end] == at.words


def plugged_in(monkeypatch: pytest.MonkeyPatch, finder: plugged.Plugged) -> None:
    monkeypatch.setattr(plugged, "installed", lambda: (("mine", finder),))


def test_a_claim_of_another_package_is_taken_or_supports_ours(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "The drought caused a famine. Hail fell on Monday."
    (ours,) = claims_of(text)

    def mine(reading: Reading) -> list[object]:
        document = reading.document
        hail, fell = (
            document.passage(found.start(), found.end())
            for found in (_at(document, "Hail"), _at(document, "Monday"))
        )
        side = replace(ours.cause, at=hail, core=hail)
        return [
            ours,
            replace(
                ours,
                at=document.passage(hail.start, fell.end),
                cause=side,
                effect=replace(side, at=fell, core=fell),
            ),
        ]

    plugged_in(monkeypatch, mine)
    first, second = claims_of(text)
    assert first.found_by[-1] == "plugged:mine"
    assert second.cause.core.words == "Hail"


def _at(document: Document, words: str) -> re.Match[str]:
    found = re.search(words, document.text)
    assert found is not None
    return found


def test_what_has_no_exact_words_is_refused_and_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    foreign = claims_of("Another text: the frost killed the vines because it was late.")

    def wrong(reading: Reading) -> list[object]:
        return [*foreign, "rain -> famine", reading.document.passage(5, 2)]

    plugged_in(monkeypatch, wrong)
    findings = extract(reading_of("The drought caused a famine."))
    assert [claim.cause.core.words for claim in findings.claims] == ["The drought"]
    (note,) = join([findings], Settings()).notes
    assert "of the extractor 'mine' were refused" in note


def proposed(monkeypatch: pytest.MonkeyPatch, text: str, cause: str, effect: str) -> Claim:
    """The claim where the tagger proposes these words, each found once in the text."""
    spans = [(text.index(words), text.index(words) + len(words)) for words in (cause, effect)]
    proposal = Proposal(spans[0], spans[1], (), 1.0, 1.0)
    monkeypatch.setattr("armillary.extract.causes.witnesses.proposals", lambda *_: (proposal,))
    (claim,) = claims_of(text)
    return claim


def test_a_side_takes_the_words_of_the_tagger_where_they_hold_what_varies(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    text = "Mills, old and new, by the river caused the fever in the town."
    before = claims_of(text, "rules")[0]
    claim = proposed(monkeypatch, text, "Mills, old and new, by the river", "the fever in the town")
    assert claim.cause.at.words == "Mills, old and new, by the river"
    assert claim.cause.core == before.cause.core
    assert claim.at.words == text[:-1]
    assert claim.found_by == ("rule:causing", TAGGER)


def test_words_that_reach_over_the_cue_are_not_taken(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "Mills by the river caused the fever in the town."
    before = claims_of(text, "rules")[0]
    claim = proposed(monkeypatch, text, "Mills by the river caused", "the fever in the town")
    assert claim.cause == before.cause
