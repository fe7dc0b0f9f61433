"""Corrections hold by their words: through edits, in any order, once, and never for a look-alike."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from armillary.anchor import Flat, one_line
from armillary.correct import BY_HAND, correct, ledger
from armillary.correct.precision import judged
from armillary.desk import Desk
from armillary.errors import SettingsError
from armillary.findings import Findings, Sign
from armillary.pipeline import as_read, build, join
from armillary.read import Bytes
from armillary.reading import Modality, Speaker
from armillary.review import Correction, Kind, Review, Same, Verdict
from armillary.settings import Settings
from armillary.system import System
from armillary.text import Document

TEXT = (
    "The cap reduced the number of flats. Fewer flats led to higher rents. Higher rents led to a cap.\n\n"
    "Rent control, said the mayor, hurts nobody. 🌍 Heavy rain caused floods.\n"
)
QUICK = Settings(witnesses="rules", language_model="none")
STRANGE = st.text(st.sampled_from("ab .\n\t🌍e\u0301ש\u200fﬁ"), max_size=40)


def read(text: str) -> Findings:
    return as_read(Bytes("rents.txt", text.encode()), QUICK)


def said(findings: Findings, at: int, verdict: Verdict | None = Verdict.REJECTED) -> Correction:
    claim = findings.claims[at]
    cause, effect = one_line(claim.cause.core.words), one_line(claim.effect.core.words)
    return Correction(Flat(findings.document).anchor(claim.at), cause, effect, verdict)


def moved(findings: Findings, before: str, after: str) -> Findings:
    """The same claims in a text with words before and behind: what a reader of the new text would find."""
    text = before + findings.document.text + after
    document = Document("rents.txt", "", text, "0" * 64)

    def at(passage: object) -> object:
        return document.passage(passage.start + len(before), passage.end + len(before))  # type: ignore[attr-defined]

    claims = []
    for claim in findings.claims:
        sides = [
            replace(side, at=at(side.at), core=at(side.core), stands_for=None)  # type: ignore[arg-type]
            for side in (claim.cause, claim.effect)
        ]
        claims.append(replace(claim, at=at(claim.at), cause=sides[0], effect=sides[1], cue=()))  # type: ignore[arg-type]
    return Findings(document, claims=tuple(claims))


READ = read(TEXT)


def system(findings: Findings) -> System:
    return join([findings], QUICK)


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    path = tmp_path / "rents.txt"
    path.write_text(TEXT, encoding="utf-8")
    return Desk(path, QUICK)


@given(before=STRANGE, after=STRANGE)
def test_words_before_and_behind_the_text_keep_every_correction(before: str, after: str) -> None:
    review = Review(tuple(said(READ, at) for at in range(len(READ.claims))))
    done = correct(moved(READ, before, after), review)
    assert (done.claims, done.corrected and done.corrected.lost) == ((), ())


@given(words=STRANGE, at=st.integers(0, len(TEXT)), claim=st.integers(0, len(READ.claims) - 1))
def test_an_edit_outside_its_words_keeps_a_correction(words: str, at: int, claim: int) -> None:
    place = READ.claims[claim].at
    if place.start < at < place.end:
        return
    edited = TEXT[:at] + " " + words + " " + TEXT[at:]
    anchor = Flat(READ.document).anchor(place)
    document = Document("rents.txt", "", edited, "0" * 64)
    start = place.start + (len(words) + 2 if at <= place.start else 0)
    assert [found.start for found in Flat(document).find(anchor)] == [start]


@given(
    st.permutations(range(len(READ.claims))), st.lists(st.sampled_from(Verdict), min_size=9, max_size=9)
)
def test_the_order_of_a_review_says_nothing(order: list[int], verdicts: list[Verdict]) -> None:
    entries = [said(READ, at, verdicts[at % 9]) for at in range(len(READ.claims))]
    names = (
        Same(Kind.FACTORS, ("flats", "rents")),
        Same(Kind.FACTORS, ("floods", "Heavy rain"), apart=True),
    )
    one = correct(READ, Review(tuple(entries), names))
    other = correct(READ, Review(tuple(entries[at] for at in order), names[::-1]))
    assert one == other


@given(st.lists(st.sampled_from(Verdict), min_size=9, max_size=9))
def test_to_correct_twice_changes_nothing(verdicts: list[Verdict]) -> None:
    review = Review(tuple(said(READ, at, verdicts[at % 9]) for at in range(len(READ.claims))))
    once = correct(READ, review)
    assert correct(once, review) == once
    bare = correct(replace(once, corrected=None), review)  # as if nobody had remembered
    assert bare.claims == once.claims


def test_a_look_alike_is_never_taken() -> None:
    refrain = (
        "In spring, war caused famine.\nThe king wept.\nIn autumn, war caused famine.\nThe king wept.\n"
    )
    found = read(refrain)
    entry = said(found, 0)
    assert [claim.at for claim in correct(found, Review((entry,))).claims] == [found.claims[1].at]
    left = read(refrain.split("\n", 2)[2])
    done = correct(left, Review((entry,)))
    assert (len(done.claims), done.corrected and done.corrected.lost) == (
        1,
        ("'war caused famine': its words are gone",),
    )


def test_two_entries_for_one_claim_are_both_left_out() -> None:
    one, other = said(READ, 0, Verdict.ACCEPTED), said(READ, 0, Verdict.REJECTED)
    done = correct(READ, Review((one, other)))
    assert done.corrected is not None
    assert (done.claims, done.corrected.applied, len(done.corrected.lost)) == (READ.claims, 0, 2)


def test_a_rejected_claim_leaves_all_other_ids(desk: Desk) -> None:
    before = {key: claim.at for key, claim in desk.system().claims.items()}
    desk.judge("c2", Verdict.REJECTED)
    after = {key: claim.at for key, claim in desk.system().claims.items()}
    assert after == {key: at for key, at in before.items() if key != "c2"}
    desk.undo("c2")
    assert {key: claim.at for key, claim in desk.system().claims.items()} == before


def test_an_arrow_is_turned_and_turned_back(desk: Desk) -> None:
    claim = desk.system().claims["c1"]
    desk.turn("c1")
    turned = desk.system().claims["c1"]
    assert (turned.cause.core, turned.effect.core) == (claim.effect.core, claim.cause.core)
    desk.turn("c1")
    assert desk.system().claims["c1"] == claim
    assert desk.review == Review()


@pytest.mark.parametrize("key", ["c1", "c2", "c3"])
@pytest.mark.parametrize("sign", list(Sign))
def test_the_sign_is_the_one_that_was_asked_for(desk: Desk, key: str, sign: Sign) -> None:
    desk.change(key, sign=sign, modality=Modality.HEDGED, holder="the mayor")
    claim = desk.system().claims[key]
    assert (claim.sign, claim.modality) == (sign, Modality.HEDGED)
    assert not isinstance(claim.holder, Speaker)
    assert (claim.holder.words, claim.belief, claim.found_by[-1]) == ("the mayor", 1.0, BY_HAND)


def test_a_claim_is_added_by_its_words(desk: Desk) -> None:
    numbers = len(desk.read.claims)
    desk.add(
        "Rent control, said the mayor, hurts nobody", "Rent control", "hurts nobody", sign=Sign.LOWERS
    )
    claim = desk.system().claims[f"c{numbers + 1}"]
    assert (claim.cause.core.words, claim.effect.core.words) == ("Rent control", "hurts nobody")
    desk.judge(f"c{numbers + 1}", Verdict.REJECTED)
    assert desk.review == Review()


@pytest.mark.parametrize(
    ("quote", "cause", "said"),
    [
        ("no such words", "no", "nowhere"),
        ("led to", "led", "more than once"),
        ("Rent control, said the mayor, hurts nobody", "cap", "once each"),
    ],
)
def test_what_cannot_be_added_is_refused_in_words(desk: Desk, quote: str, cause: str, said: str) -> None:
    with pytest.raises(SettingsError, match=said):
        desk.add(quote, cause, "nobody")
    assert not desk.path.exists()


def test_factors_are_merged_and_split_again(desk: Desk) -> None:
    before = len(desk.system().factors)
    kind, words = desk.words_of(desk.system().factors.ids[-1])
    desk.same(kind, [words, "The cap"])
    assert len(desk.system().factors) == before - 1
    desk.same(kind, [words, "The cap"], apart=True)
    assert len(desk.system().factors) == before
    assert [name.apart for name in desk.review.names] == [True]


def test_a_pronoun_is_taken_from_its_actor_and_given_back(tmp_path: Path) -> None:
    path = tmp_path / "ida.txt"
    path.write_text("Ida Holm sold the mill. She moved to Turin.", encoding="utf-8")
    desk = Desk(path, QUICK)
    names = [actor.name for actor in desk.system().actors]
    kind, words = desk.words_of("She")
    assert (kind, words) == (Kind.ACTORS, "She")
    desk.same(kind, [words, "Ida Holm"], apart=True)
    assert [actor.name for actor in desk.system().actors] == ["Ida Holm", "She", "Turin"]
    desk.same(kind, [words, "Ida Holm"])
    assert [actor.name for actor in desk.system().actors] == names


def test_judgements_teach_how_far_a_rule_is_believed(desk: Desk) -> None:
    before = desk.system().claims
    rule = before["c2"].found_by
    assert before["c3"].found_by == rule
    desk.judge("c2", Verdict.REJECTED)
    after = desk.system().claims
    assert after["c3"].belief == pytest.approx(before["c3"].belief * 10 / 11)
    assert after["c1"].belief == before["c1"].belief
    (row,) = judged(ledger(desk.read, desk.review).lines)
    assert (row.rule, row.right, row.judged, row.precision) == (rule, 0, 1, 0.0)


def test_a_build_applies_the_file_and_says_what_it_could_not(desk: Desk) -> None:
    desk.judge("c1", Verdict.REJECTED)
    desk.judge("c2", Verdict.ACCEPTED)
    document = desk.path.with_name("rents.txt")
    document.write_text(TEXT.replace("The cap reduced", "The law reduced"), encoding="utf-8")
    built = build(document, settings=QUICK)
    assert built.notes[:2] == (
        "rents.txt: 1 correction by hand applied, 1 not",
        "rents.txt: a correction was not applied: 'The cap reduced the number of flats': its words are gone",
    )
    assert len(built.claims) == len(desk.read.claims)
