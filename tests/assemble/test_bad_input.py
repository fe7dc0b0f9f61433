"""Texts that nobody would write: all give a model, and say what was left out."""

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from armillary import build, wire
from armillary.assemble import actors, assemble
from armillary.findings import Argument, Claim, Corrections, Findings, Quotation, Sign
from armillary.read import Bytes
from armillary.reading import ActorKind, Mention, Modality, Speaker, VoiceKind
from armillary.settings import Settings
from armillary.system import System
from armillary.text import Document


def model_of(text: str) -> System:
    """The model of a text, which comes back from its file as it was."""
    system = build(Bytes("a.txt", text.encode()))
    assert wire.parse(wire.dump(system)) == system
    return system


def forty_names() -> list[str]:
    """Forty ways to write one name: given names, initials, the surname in several spellings."""
    given = ("Robert", "Bob", "R.", "Rob", "Bobby", "R", "", "ROBERT")
    middle = ("Oakwood ", "O. ", "O ", "", "")
    names = [f"{one} {two}Aldershaw".strip() for one, two in product(given, middle)]
    return list(dict.fromkeys([*names, *(name.replace(" ", "\n") for name in names)]))[:40]


def test_a_document_with_no_claims() -> None:
    system = model_of("Good morning. It is a fine day.")
    assert (len(system.claims), len(system.links), len(system.loops)) == (0, 0, 0)
    assert dict(system.measures.rows())["factors"] == 0
    assert len(system.documents) == 1


def test_one_actor_named_in_forty_ways() -> None:
    names = forty_names()
    assert len(names) == 40
    text, spots = "", []
    for name in names:
        spots.append((len(text), len(text) + len(name)))
        text += f"{name} spoke. "
    document = Document("a.txt", "A", text, "0" * 64)
    mentions = tuple(Mention(document.passage(*spot), ActorKind.PERSON) for spot in spots)
    (actor,) = actors.merge([Findings(document, mentions=mentions)])
    assert len(actor.mentions) == 40
    told = {" ".join(row.at.words.split()) for row in actor.reasons}
    others = {" ".join(name.replace(".", "").split()).casefold() for name in names}
    assert len(told) == len(others) - 1  # each name that differs from the first says why it is the same


def test_every_merge_of_forty_names_can_be_undone() -> None:
    names = ["Robert Aldershaw", "Aldershaw", "R. Aldershaw"]
    text = " spoke. ".join(names)
    document = Document("a.txt", "A", text, "0" * 64)
    starts = [0, text.index("Aldershaw", 20), text.index("R. ")]
    mentions = tuple(
        Mention(document.passage(start, start + len(name)), ActorKind.PERSON)
        for start, name in zip(starts, names, strict=True)
    )
    found = [Findings(document, mentions=mentions)]
    assert len(actors.merge(found)) == 1
    apart = Corrections(apart=(("Robert Aldershaw", "Aldershaw"), ("Robert Aldershaw", "R. Aldershaw")))
    groups = [{place.words for place in actor.mentions} for actor in actors.merge(found, apart)]
    assert {"Robert Aldershaw"} in groups


def test_ten_thousand_identical_sentences_are_one_link_of_one_sentence() -> None:
    """Read for real a hundred times, joined ten thousand times: what costs is reading, what might grow is joining."""
    hundred = model_of("The drought caused hunger in the valley. " * 100)
    assert len(hundred.claims) == 100
    many = [claim for claim in hundred.claims for _ in range(100)]
    found = Findings(hundred.documents[0], claims=tuple(many))
    system = assemble([found], Settings())
    assert (len(system.claims), len(system.links), len(system.factors)) == (10_000, 1, 2)
    assert system.links[0].support.sentences == 1
    assert system.links[0].belief == pytest.approx(hundred.links[0].belief)


def test_factors_of_four_hundred_characters() -> None:
    long = ("the carefully worded and often repeated decision of the elders about grain " * 6)[
        :400
    ].strip()
    system = model_of(f"{long} caused hunger. Hunger led to unrest.")
    assert all(len(factor.label) <= 120 for factor in system.factors)
    assert all(
        place.words in system.documents[0].text for factor in system.factors for place in factor.aliases
    )


def test_a_claim_whose_cause_is_its_effect_is_kept_and_makes_no_loop() -> None:
    system = model_of("War caused war. Hunger led to unrest.")
    assert len(system.claims) == 2
    assert all(link.cause != link.effect for link in system.links)
    assert len(system.links) == 1
    assert [note for note in system.notes if "make no link: c1 (1 in all)" in note]


def test_a_pronoun_that_nothing_settles_is_nobody_else() -> None:
    document = Document("a.txt", "A", "They said so.", "0" * 64)
    at = document.passage(0, 4)
    (actor,) = actors.merge([Findings(document, quotations=(Quotation(at, VoiceKind.DIRECT, at),))])
    assert actor.name == "They"


@given(
    st.lists(
        st.sampled_from(
            "1914 1918 199X 30|February 31|June|1914 BC|44 two|days|after|the|war later before ago /".split()
        ).map(lambda part: part.replace("|", " ")),
        max_size=6,
    )
)
def test_contradictory_dates_give_a_model(parts: list[str]) -> None:
    system = model_of(
        f"Rome attacked Veii {' '.join(parts)}. The war began in 1914. The war began in 1918."
    )
    places = [(moment.first_place, moment.last_place) for moment in system.timeline]
    assert all(first is None or last is None or first <= last for first, last in places)


def test_factors_of_more_than_can_be_compared_stay_apart_and_a_note_says_so() -> None:
    """Two that share their first 400 characters and end differently were once told to be the same words."""
    same = "the worded decision of the elders about " + "grain and seed and " * 22
    lines = [f"{same}{end} led to hunger." for end in ("salt", "oil", "oil")]
    document = Document("a.txt", "A", "\n".join(lines), "0" * 64)
    claims, at = [], 0
    for line in lines:
        end = at + len(line)
        cause, effect = document.passage(at, end - 16), document.passage(end - 7, end - 1)
        claims.append(
            Claim(
                document.passage(at, end),
                Argument(cause, cause),
                Argument(effect, effect),
                (),
                Sign.RAISES,
                Modality.ASSERTED,
                Speaker.AUTHOR,
                0.7,
                ("rule:to",),
            )
        )
        at = end + 1
    system = assemble([Findings(document, claims=tuple(claims))], Settings())
    assert sorted(len(factor.aliases) for factor in system.factors) == [1, 2, 3]
    assert (
        "factors of more than 400 characters are one only where their words are equal: 3 in all"
        in system.notes
    )


def test_contradictory_dates_are_all_kept_and_told_of() -> None:
    system = model_of(
        "The war began in 1914. The war began in 1918. The siege lasted from 1918 to 1916. "
        "Rome fell two days after Veii fell. Veii fell two days after Rome fell."
    )
    values = [event.time.value for event in system.events if event.time]
    assert {"1914", "1918", "1918/1916"} <= set(values)
    assert len(system.timeline) == len(system.events)
    assert any("before it begins" in problem.message for problem in system.problems)
