"""One actor, many names; and those that must stay apart."""

import re
from dataclasses import replace
from itertools import combinations, permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from armillary.assemble import actors
from armillary.assemble.actors.named import key_of
from armillary.findings import Corrections, Findings, Quotation
from armillary.reading import ActorKind, Mention, Reference, VoiceKind
from armillary.system import Actor, Because
from armillary.text import Document, Passage

KINDS = {
    "p": ActorKind.PERSON,
    "b": ActorKind.BODY,
    "l": ActorKind.PLACE,
    "n": ActorKind.PEOPLE,
    "o": ActorKind.OTHER,
}
MARK = re.compile(r"\[([pblnohr]):([^\]]*)\]")


def marked(text: str, name: str = "t.txt") -> Findings:
    """Findings of a text with marks: [p:person], [b:body], [l:place], [n:people], [o:other], [h:holder], [r:pronoun for the name before]."""
    plain, places, at = "", [], 0
    for found in MARK.finditer(text):
        plain += text[at : found.start()]
        places.append((found[1], len(plain), len(plain) + len(found[2])))
        plain += found[2]
        at = found.end()
    document = Document(name, name, plain + text[at:], "0" * 64)
    spots = [(letter, document.passage(start, end)) for letter, start, end in places]
    mentions = tuple(Mention(at, KINDS[letter]) for letter, at in spots if letter not in "hr")
    said = tuple(Quotation(at, VoiceKind.DIRECT, at) for letter, at in spots if letter == "h")
    meant = tuple(
        Reference(at, before)
        for (letter, at), (_, before) in zip(spots[1:], spots, strict=False)
        if letter == "r"
    )
    return Findings(document, mentions=mentions, quotations=said, references=meant)


def held(found: Findings, words: str) -> Findings:
    """The same findings, with a speaker at the first place of these words."""
    start = found.document.text.index(words)
    at = found.document.passage(start, start + len(words))
    return replace(found, quotations=(*found.quotations, Quotation(at, VoiceKind.DIRECT, at)))


def groups(*texts: str) -> set[frozenset[str]]:
    """The words of each actor."""
    merged = actors.merge([marked(text, f"{place}.txt") for place, text in enumerate(texts)])
    return {frozenset(at.words for at in actor.mentions) for actor in merged}


def together(one: str, other: str, letter: str = "l") -> bool:
    return len(groups(f"[{letter}:{one}] and [{letter}:{other}]")) == 1


def only(*texts: str) -> Actor:
    merged = actors.merge([marked(text, f"{place}.txt") for place, text in enumerate(texts)])
    assert len(merged) == 1
    return merged[0]


@pytest.mark.parametrize(
    ("text", "name", "because"),
    [
        ("[b:European Union] … [b:EU]", "EU", Because.KNOWN),
        ("[b:Organization of Petrified Forests] ([b:OPF])", "OPF", Because.ACRONYM),
        ("[p:Edith Moor] … [p:Moor]", "Edith Moor", Because.PART_OF_NAME),
        (
            "[p:Theobald von Bethmann Hollweg] … [p:Bethmann]",
            "Theobald von Bethmann Hollweg",
            Because.PART_OF_NAME,
        ),
        ("[p:John Maynard Keynes] … [p:J. M. Keynes]", "John Maynard Keynes", Because.PART_OF_NAME),
        ("[p:John Kennedy] … [p:John F. Kennedy]", "John F. Kennedy", Because.PART_OF_NAME),
        ("[p:Robert Oak Webb] … [p:Bob Webb]", "Robert Oak Webb", Because.PART_OF_NAME),
        ("[p:Joe Biden] … [p:Joseph Biden]", "Joseph Biden", Because.KNOWN),
        ("[b:Rent Commission] … [b:Commission]", "Commission", Because.SHORT_FORM),
        ("[b:Peasants' Party of Moravia] … [b:Peasants' Party]", "Peasants' Party", Because.SHORT_FORM),
        ("[l:Lugansk] … [l:Luhansk]", "Luhansk", Because.SPELLING),
        ("[p:Oda Lindqvist] said. [r:She] left", "Oda Lindqvist", Because.PRONOUN),
    ],
)
def test_a_merge_carries_its_reason(text: str, name: str, because: Because) -> None:
    actor = only(text)
    assert (actor.name, [row.because for row in actor.reasons]) == (name, [because])


@pytest.mark.parametrize(
    ("one", "other", "letter"),
    [
        ("Lugansk", "Luhansk", "l"),
        ("Kherson", "Khersson", "l"),
        ("Donbas", "Donbass", "l"),
        ("Kiev", "Kyiv", "l"),
        ("Yanukovych", "Yanukovich", "p"),
        ("Zelensky", "Zelenskyy", "p"),
        ("István Tisza", "Istvan Tisza", "p"),
        ("The Hague", "Hague", "l"),
        ("U.S.", "United\nStates", "l"),
        ("Washington", "Washingten", "l"),
    ],
)
def test_variants_of_one_name_are_one(one: str, other: str, letter: str) -> None:
    assert together(one, other, letter)


@pytest.mark.parametrize(
    ("one", "other", "letter"),
    [
        ("Iran", "Iraq", "l"),
        ("Austria", "Australia", "l"),
        ("Slovakia", "Slovenia", "l"),
        ("Niger", "Nigeria", "l"),
        ("Gambia", "Zambia", "l"),
        ("Mauritius", "Mauritania", "l"),
        ("North Korea", "South Korea", "l"),
        ("North Carolina", "South Carolina", "l"),
        ("World War I", "World War II", "o"),
        ("Second Army", "Third Army", "b"),
        ("Johnson", "Johnston", "p"),
        ("George W. Bush", "George H. W. Bush", "p"),
        ("Jon Smith", "John Smyth", "p"),
        ("Franz Ferdinand", "Franz Joseph", "p"),
        ("Labour Party", "Liberal Party", "b"),
        ("the minister", "the ministry", "o"),
    ],
)
def test_names_that_look_alike_stay_apart(one: str, other: str, letter: str) -> None:
    assert not together(one, other, letter)


def test_a_surname_with_two_bearers_stays_apart() -> None:
    found = groups("[p:Ann Webb], [p:Tom Webb] and [p:Webb]")
    assert found == {frozenset({"Ann Webb"}), frozenset({"Tom Webb"}), frozenset({"Webb"})}


def test_a_surname_is_looked_for_in_its_own_document_first() -> None:
    found = groups("[p:Ann Webb] and [p:Webb]", "[p:Tom Webb]")
    assert found == {frozenset({"Ann Webb", "Webb"}), frozenset({"Tom Webb"})}


def test_a_surname_without_a_full_name_finds_the_only_one_elsewhere() -> None:
    assert groups("[p:Webb]", "[p:Tom Webb]") == {frozenset({"Tom Webb", "Webb"})}


def test_a_people_is_not_its_state_and_a_place_is_not_its_namesake() -> None:
    assert len(groups("[l:Russia], [n:Russians], [b:Russian troops]")) == 3
    assert len(actors.merge([marked("[p:Washington]", "a"), marked("[l:Washington]", "b")])) == 2


def test_an_acronym_that_fits_two_bodies_stays_apart() -> None:
    assert len(groups("[b:Bank of Crete], [b:Board of Control], [b:BOC]")) == 3


def test_a_short_form_that_fits_two_bodies_stays_apart() -> None:
    assert len(groups("[b:Rent Commission], [b:Peace Commission], [b:Commission]")) == 3


@pytest.mark.parametrize(
    ("text", "holder", "name"),
    [
        ("[b:Kremlin] men met. Then the Kremlin said", "the Kremlin", "Kremlin"),
        (
            "the mayor Oda Lindqvist, [p:Ida Holm] said",
            "the mayor Oda Lindqvist",
            "the mayor Oda Lindqvist",
        ),
        ("the mayor [p:Ida Holm] said", "the mayor Ida Holm", "Ida Holm"),
        ("[p:Ida Holm], the mayor, said", "Ida Holm, the mayor", "Ida Holm"),
        ("officials in [l:Vienna] said", "officials in Vienna", "officials in Vienna"),
        ("[b:NATO] officials said", "NATO officials", "NATO officials"),
        ("[p:Ida Holm] came. [r:She] said", "She", "Ida Holm"),
        ("[p:Ida Holm] met [p:Ada Berg]. She said", "She", "She"),
        ("most Western media said", "most Western media", "most Western media"),
    ],
)
def test_every_holder_is_an_actor(text: str, holder: str, name: str) -> None:
    found = held(marked(text), holder)
    merged = actors.merge([found])
    mine = [actor for actor in merged if found.quotations[0].at in actor.mentions]
    assert [actor.name for actor in mine] == [name]


@pytest.mark.parametrize(
    ("holder", "kind"),
    [
        ("the foreign minister", ActorKind.PERSON),
        ("Western media", ActorKind.BODY),
        ("critics of the plan", ActorKind.PEOPLE),
        ("one", ActorKind.OTHER),
    ],
)
def test_a_holder_without_a_name_has_a_kind_by_its_noun(holder: str, kind: ActorKind) -> None:
    assert [actor.kind for actor in actors.merge([held(marked(f"{holder} said"), holder)])] == [kind]


def test_the_minister_of_one_document_is_not_the_minister_of_another() -> None:
    first, second = (held(marked("the minister spoke", name), "the minister") for name in ("a", "b"))
    assert len(actors.merge([first, second])) == 2


def test_an_actor_named_in_forty_ways_among_ten_thousand_mentions_is_one() -> None:
    forms = [
        "Robert Oakwood Aldershaw",
        "Robert Aldershaw",
        "R. Aldershaw",
        "Aldershaw",
        "Bob Aldershaw",
    ]
    forms += [f"Robert {letter}. Aldershaw" for letter in "O"] + ["Robert\nAldershaw", "R. O. Aldershaw"]
    assert len(only(" ".join(f"[p:{form}]" for form in forms * 1500)).mentions) == 1500 * len(forms)


def test_no_findings_make_no_actors() -> None:
    assert actors.merge([]) == ()
    assert actors.merge([marked("Nothing.")]) == ()


def test_keys_ignore_articles_stops_and_line_ends() -> None:
    assert key_of("the\nU.S.", ActorKind.PLACE) == "us"
    assert key_of("...", ActorKind.OTHER) == "..."


def test_a_pronoun_is_a_place_of_its_actor_and_no_name_of_it() -> None:
    actor = only("[p:Ida Holm] came. [r:She] left.")
    assert ([at.words for at in actor.mentions], actor.aliases) == (["Ida Holm", "She"], ())
    assert str(actor.reasons[0]) == "She = Ida Holm (pronoun)"


@pytest.mark.parametrize(
    ("text", "holder", "pair"),
    [
        ("[p:Ida Holm] came. [r:She] left.", "She", ("she", "Ida Holm")),
        ("[p:Ida Holm], the mayor, said", "Ida Holm, the mayor", ("Ida Holm, the mayor", "Ida Holm")),
        ("[p:Ida Holm] came. [p:Holm] sat. [r:She] left.", "She", ("Ida Holm", "She")),
    ],
)
def test_a_person_can_take_a_pronoun_or_a_description_from_its_actor(
    text: str, holder: str, pair: tuple[str, str]
) -> None:
    found = held(marked(text), holder)
    assert len(actors.merge([found])) == 1
    told = actors.merge([found], Corrections(apart=(pair,)))
    assert {actor.name for actor in told} == {"Ida Holm", holder}
    assert all(row.because is Because.PART_OF_NAME for actor in told for row in actor.reasons)


NAMES = st.sampled_from(
    "[p:Ann Webb] [p:Webb] [p:Tom Webb] [b:Rent Board] [b:RB] [b:Board] [l:Luhansk] [l:Lugansk] [n:Serbs] [p:A. Webb]".split(
        "] "
    )
).map(lambda mark: mark.rstrip("]") + "]")


@given(st.lists(st.lists(NAMES, max_size=4).map(" ".join), min_size=1, max_size=3))
@settings(max_examples=60)
def test_merging_does_not_depend_on_the_order_of_documents(texts: list[str]) -> None:
    found = [marked(text, f"{place}.txt") for place, text in enumerate(texts)]
    made = {
        frozenset(frozenset(actor.mentions) for actor in actors.merge(order))
        for order in permutations(found)
    }
    assert len(made) == 1


@given(st.lists(st.lists(NAMES, max_size=5).map(" ".join), min_size=1, max_size=3))
@settings(max_examples=60)
def test_every_mention_belongs_to_one_actor(texts: list[str]) -> None:
    found = [marked(text, f"{place}.txt") for place, text in enumerate(texts)]
    merged = actors.merge(found)
    places = [at for actor in merged for at in actor.mentions]
    assert sorted(places, key=_spot) == sorted((m.at for one in found for m in one.mentions), key=_spot)
    assert all(not set(a.mentions) & set(b.mentions) for a, b in combinations(merged, 2))


def _spot(place: Passage) -> tuple[str, int]:
    return place.document.name, place.start
