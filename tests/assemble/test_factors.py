"""One factor, many wordings; and what must stay apart."""

import re
from dataclasses import replace
from itertools import permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from armillary.assemble import assemble, factors
from armillary.assemble.factors.label import LONGEST, label
from armillary.assemble.factors.wording import parse
from armillary.findings import Argument, Claim, Corrections, Findings, Sign
from armillary.reading import ActorKind, Mention, Modality, Reference, Speaker
from armillary.settings import Settings
from armillary.system import Actor, Because, Factor, System
from armillary.text import Document, Passage

NAMES = (
    "NATO",
    "Alliance",
    "Russia",
    "Ukraine",
    "Poland",
    "Vienna",
    "Austria",
    "North Atlantic Treaty Organization",
)


def found_in(*wordings: str, name: str = "t.txt", text: str | None = None) -> Findings:
    """Findings in which each wording brings about an effect of its own. Bars part claims' sides: *a|b*."""
    pairs = [[*wording.split("|"), f"outcome {n}x"][:2] for n, wording in enumerate(wordings)]
    whole = text or "".join(f"{cause} causes {effect}.\n" for cause, effect in pairs)
    document = Document(name, name, whole, "0" * 64)
    claims, at = [], 0
    for cause, effect in pairs:
        if text is not None:
            at = whole.index(cause, at)
            claims.append(_claim(document, at, cause, None))
            at += len(cause)
            continue
        claims.append(_claim(document, at, cause, at + len(cause) + len(" causes "), effect))
        at += len(f"{cause} causes {effect}.\n")
    mentions = [
        Mention(document.passage(start, start + len(who)), ActorKind.BODY)
        for who in NAMES
        for start in (match.start() for match in re.finditer(rf"\b{who}\b", whole))
    ]
    return Findings(document, mentions=tuple(mentions), claims=tuple(claims))


def _claim(document: Document, at: int, cause: str, effect_at: int | None, effect: str = "") -> Claim:
    one = document.passage(at, at + len(cause))
    other = one if effect_at is None else document.passage(effect_at, effect_at + len(effect))
    return Claim(
        at=one,
        cause=Argument(one, one),
        effect=Argument(other, other),
        cue=(),
        sign=Sign.RAISES,
        modality=Modality.ASSERTED,
        holder=Speaker.AUTHOR,
        belief=0.7,
        found_by=("rule:x",),
    )


def system_of(*found: Findings, **corrections: Corrections) -> System:
    return assemble(found, Settings(), **corrections)


def factors_of(*found: Findings) -> list[Factor]:
    return [factor for factor in system_of(*found).factors if not factor.label.startswith("outcome")]


def together(*wordings: str) -> bool:
    return len(factors_of(found_in(*wordings))) == 1


ONE = [
    ("the expansion of NATO", "NATO's expansion", Because.ORDER),
    ("NATO expansion", "NATO's expansion", Because.ORDER),
    ("NATO expanded", "NATO's expansion", Because.FORM),
    ("NATO's eastward expansion", "the expansion", Because.SHORT_FORM),
    ("NATO's eastward expansion", "this expansion", Because.POINTER),
    ("the North Atlantic Treaty Organization (NATO) expanded", "NATO's expansion", Because.ACTOR),
    ("the Russian mobilisation", "Russia's mobilisation", Because.ACTOR),
    ("Russia mobilised", "Russian mobilization", Because.ACTOR),
    ("the occupation of the city", "they occupied the city", Because.FORM),
    ("the army occupied the city", "the occupation of the city by the army", Because.FORM),
    ("the city was occupied", "the occupation of the city", Because.FORM),
    ("its army was weak", "the weakness of its army", Because.FORM),
    ("bread prices", "the price of bread", Because.FORM),
    ("labour costs", "the cost of labor", Because.FORM),
    ("caution in Vienna", "caution", Because.SHORT_FORM),
    ("Austria's restraint", "Austria's lack of restraint", Because.CHANGE),
    ("rents", "rent increases", Because.FORM),
    ("the number of flats", "flats", Because.ORDER),
    ("the process of reform", "reform", Because.ORDER),
    ("trade with Russia", "the trade", Because.SHORT_FORM),
    ("unemployment", "joblessness", Because.FORM),
    ("the talks failed", "the failure of the talks", Because.FORM),
    ("a conference of ambassadors", "the conference", Because.SHORT_FORM),
    ("the bridge had to be closed", "the closure of the bridge", Because.FORM),
    ("the mills, closed in May, were rebuilt", "the mills were rebuilt", Because.ORDER),
    ("Vienna's deeper caution", "Vienna's caution", Because.ORDER),
]

APART = [
    ("war", "peace"),
    ("the rise of prices in spring", "the price of rice"),
    ("Russian imports", "Ukrainian imports"),
    ("imports from Russia", "imports from Ukraine"),
    ("Russia attacked Ukraine", "Ukraine attacked Russia"),
    ("the fear of Russia", "Russia's fear"),
    ("they attacked Russia", "Russia's attack"),
    ("pro-war parties", "anti-war parties"),
    ("the crisis of 1908", "the crisis of 1912"),
    ("war", "civil war"),
    ("exports", "imports"),
    ("security", "insecurity"),
    ("the state", "the statement"),
    ("the government", "governing"),
    ("news", "a new"),
    ("NATO's strength", "its strength in Poland"),
    ("interest", "interest rates"),
    ("the wars", "the war in Ukraine"),
    ("mobilisation", "Russian mobilisation"),
    ("imports of steel", "steel"),
    ("supply", "demand"),
    ("an expansion", "NATO's eastward expansion"),
]


@pytest.mark.parametrize(("one", "other", "because"), ONE)
def test_wordings_of_one_factor_meet_and_say_why(one: str, other: str, because: Because) -> None:
    (factor,) = factors_of(found_in(one, other))
    assert [row.because for row in factor.reasons] == [because]


@pytest.mark.parametrize(("one", "other"), APART)
def test_different_things_stay_apart(one: str, other: str) -> None:
    assert not together(one, other)


def test_a_short_form_with_two_long_ones_stays_apart() -> None:
    assert len(factors_of(found_in("the fear of war", "the fear of Russia", "the fear"))) == 3


def test_a_pointer_takes_the_nearest() -> None:
    found = factors_of(found_in("the war in Poland", "the war in Ukraine", "this war"))
    assert [factor.wordings for factor in found] == [
        ("the war in Poland",),
        ("the war in Ukraine", "this war"),
    ]


def test_the_text_says_what_it_calls_a_thing() -> None:
    text = "Full support (the “blank cheque”) came. Here full support; there the blank cheque."
    document = Document("t", "t", text, "0" * 64)
    spots = [
        (0, 12),
        (text.index("blank"), text.index("blank") + 12),
        (text.rindex("the"), len(text) - 1),
    ]
    claims = [_claim(document, start, text[start:end], None) for start, end in spots]
    (factor,) = system_of(Findings(document, claims=tuple(claims))).factors
    assert factor.reasons[0].because is Because.DEFINED


def test_an_acronym_that_the_text_spells_out_is_written_out() -> None:
    text = "The gross domestic product (GDP) fell. Then GDP growth; the gross domestic product."
    found = found_in("GDP", "the gross domestic product", text="x " + text)
    (factor,) = factors_of(found)
    assert [row.because for row in factor.reasons] == [Because.ACRONYM]


def test_a_noun_of_change_alone_is_what_the_text_says_changes() -> None:
    """*The shortage of flats* was read as flats, going down; *the shortage* is the same, turned."""
    text = "The shortage of flats hurts. The shortage hurts."
    document = Document("t", "t", text, "0" * 64)
    first = document.passage(0, 21)
    flats, alone = document.passage(16, 21), document.passage(29, 41)
    claims = [
        _with(_claim(document, 0, text[:21], None), Argument(first, flats), Sign.LOWERS, text),
        _with(_claim(document, 29, text[29:41], None), Argument(alone, alone), Sign.RAISES, text),
    ]
    system = system_of(Findings(document, claims=tuple(claims)))
    assert [factor.label for factor in system.factors] == ["flats", "hurts"]
    assert [claim.sign for claim in system.claims] == [Sign.LOWERS, Sign.LOWERS]


def _with(claim: Claim, cause: Argument, sign: Sign, text: str) -> Claim:
    start = text.index("hurts", cause.at.start)
    hurts = cause.at.document.passage(start, start + 5)
    return Claim(
        claim.at, cause, Argument(hurts, hurts), (), sign, Modality.ASSERTED, Speaker.AUTHOR, 0.7, ()
    )


def test_a_wording_against_its_label_turns_the_sign() -> None:
    system = system_of(found_in("Austria's lack of restraint|war", "Austria's restraint|peace"))
    assert [claim.sign for claim in system.claims] == [Sign.LOWERS, Sign.RAISES]
    assert [link.sign for link in system.links] == [Sign.LOWERS, Sign.RAISES]
    assert system.factors[0].label == "Austria's restraint"


def test_where_every_wording_goes_down_none_is_turned() -> None:
    system = system_of(found_in("Austria's lack of restraint|war"))
    assert (system.claims[0].sign, system.factors[0].label) == (
        Sign.RAISES,
        "Austria's lack of restraint",
    )


def test_the_label_is_the_shortest_wording_that_says_it_all() -> None:
    found = factors_of(found_in("NATO's eastward expansion", "the expansion", "NATO expanded eastward"))
    assert [factor.label for factor in found] == ["NATO's eastward expansion"]


@given(st.text(min_size=1, max_size=300))
def test_a_label_fits(words: str) -> None:
    assert len(label(words)) <= LONGEST + 1


def test_a_bare_short_form_of_one_document_is_not_that_of_another() -> None:
    first = found_in("the attack on Poland", "the attack", name="a.txt")
    second = found_in("the attack on Ukraine", "the attack", name="b.txt")
    assert [factor.wordings for factor in factors_of(first, second)] == [
        ("the attack on Poland", "the attack"),
        ("the attack on Ukraine", "the attack"),
    ]


def test_what_a_person_says_goes_before_every_rule() -> None:
    found = found_in("caution in Vienna", "caution", "prudence")
    said = Corrections(one=(("Prudence", "caution"),), apart=(("caution", "caution in Vienna"),))
    system = system_of(found, of_factors=said)
    assert [f.wordings for f in system.factors if "outcome" not in f.label] == [
        ("caution in Vienna",),
        ("caution", "prudence"),
    ]
    assert [row.because for f in system.factors for row in f.reasons] == [Because.BY_HAND]


def test_equal_keys_can_be_told_apart() -> None:
    said = Corrections(apart=(("labour costs", "the cost of labor"),))
    system = system_of(found_in("labour costs", "the cost of labor", "labor costs"), of_factors=said)
    assert len([f for f in system.factors if "outcome" not in f.label]) == 2


def test_a_factor_of_many_characters_stands_for_itself() -> None:
    assert not together("x " * 300, "x")


def test_ten_thousand_equal_wordings_are_one_factor() -> None:
    found = found_in(*["rain"] * 10_000)
    assert len(system_of(found).factors[0].aliases) == 10_000


@given(st.text(min_size=1, max_size=60).filter(lambda words: bool(words.strip())))
def test_every_wording_has_a_key(words: str) -> None:
    assert parse(words).key[0]


WORDS = st.sampled_from(
    [*(words for row in ONE for words in row[:2]), *(w for row in APART for w in row)]
)


@given(st.lists(st.lists(WORDS, max_size=5), min_size=2, max_size=3))
@settings(max_examples=60, deadline=None)
def test_merging_does_not_depend_on_the_order_of_documents(texts: list[list[str]]) -> None:
    found = [found_in(*wordings, name=f"{n}.txt") for n, wordings in enumerate(texts)]
    made = {
        frozenset(
            (factor.label, frozenset(map(_spot, factor.aliases))) for factor in system_of(*order).factors
        )
        for order in permutations(found)
    }
    assert len(made) == 1


@given(st.lists(WORDS, max_size=8))
@settings(max_examples=60, deadline=None)
def test_every_wording_belongs_to_one_factor(wordings: list[str]) -> None:
    found = found_in(*wordings)
    places = [_spot(place) for factor in system_of(found).factors for place in factor.aliases]
    assert sorted(places) == sorted(
        {_spot(side.core) for claim in found.claims for side in (claim.cause, claim.effect)}
    )


def _spot(place: Passage) -> tuple[str, int, int]:
    return place.document.name, place.start, place.end


def test_no_claims_make_no_factors() -> None:
    assert factors.merge([], [], ()) == factors.Merged((), ())
    assert not isinstance(system_of(), Actor)


def test_a_settled_pronoun_is_read_as_its_name_and_makes_no_label() -> None:
    found = found_in("NATO's expansion", "its expansion", "it expanded")
    text = found.document.text
    at = text.index("NATO")
    meant = tuple(
        Reference(found.document.passage(start, start + len(word)), found.document.passage(at, at + 4))
        for word in ("its", "it")
        for start in (text.index(f"{word} "),)
    )
    system = assemble([replace(found, references=meant)], Settings())
    factor = system.factors[0]
    assert (factor.label, len(factor.aliases)) == ("NATO's expansion", 3)
    assert str(factor.reasons[0]) == "its expansion = NATO's expansion (pronoun)"
    assert len(assemble([found], Settings()).factors[0].aliases) < 3


def test_a_relative_pronoun_stays_in_its_clause() -> None:
    found = found_in("NATO, who met in May, expanded", "NATO expanded")
    at = found.document.text.index("who")
    who, name = found.document.passage(at, at + 3), found.document.passage(0, 4)
    system = assemble([replace(found, references=(Reference(who, name),))], Settings())
    assert len(system.factors[0].aliases) == 2
