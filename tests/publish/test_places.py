"""Places: what the gazetteer knows, what a name is taken for and why, and what is told of the rest."""

from hypothesis import given
from hypothesis import strategies as st

from armillary.publish.places import called
from armillary.publish.places.sheet import HEIGHT, WIDTH, Sheet
from armillary.publish.report.whereabouts import whereabouts
from armillary.reading import ActorKind
from armillary.system import Actor, System, Table
from samples.somewhere import told


def countries(words: str) -> list[str]:
    return [place.country for place in called(words)]


def test_a_name_is_known_in_other_spellings_and_as_a_province() -> None:
    assert countries("Kharkov") == countries("Kharkov province") == countries("KHARKIV") == ["UA"]
    assert countries("Zaporizhia") == ["UA"], "letters that are doubled count once"
    assert countries("the Netherlands") == ["NL"]
    assert countries("São Paulo") == countries("Sao Paulo") == ["BR"]
    assert countries("United States") == ["US"], "a State at the end is no kind of province here"


def test_a_country_is_not_also_its_city_of_the_same_name() -> None:
    assert [place.whole for place in called("Luxembourg")] == [True]


def test_a_name_of_several_places_gives_all_of_them() -> None:
    assert set(countries("Odessa")) == {"UA", "US"}
    assert set(countries("Georgia")) == {"GE", "US"}


@given(st.text(max_size=40))
def test_no_name_breaks_the_gazetteer(words: str) -> None:
    assert len(called(words)) < 100


@given(st.lists(st.tuples(st.floats(-180, 180), st.floats(-90, 90)), min_size=1, max_size=8))
def test_every_place_is_on_the_sheet_made_for_it(places: list[tuple[float, float]]) -> None:
    sheet = Sheet.around(places)
    for place in places:
        x, y = sheet.spot(*place)
        assert -1 <= x <= WIDTH + 1
        assert -1 - HEIGHT <= y <= 2 * HEIGHT
    assert sheet.outlines() == Sheet.around(places).outlines()


def test_a_name_of_several_places_is_said_and_not_guessed() -> None:
    found = whereabouts(told("In Odessa and in Vienna it rained.", "Odessa", "Vienna"))
    assert found
    assert [row["name"] for row in found["rows"]] == ["Vienna"]
    (unclear,) = found["unclear"]
    assert (unclear["name"], unclear["events"]) == ("Odessa", ["e1"])
    assert unclear["in"] == {"Ukraine": 1, "United States": 1}


def test_of_several_places_the_one_among_its_like_is_taken_with_the_reason() -> None:
    values = {"Odessa": "85%", "Kharkov": "74%", "Lugansk": "89%"}
    text = "Odessa 85%, Kharkov 74%, Lugansk 89%."
    found = whereabouts(told(text, series=values))
    assert found
    odessa = found["rows"][0]
    assert (odessa["name"], odessa["country"], odessa["called"]) == ("Odesa", "Ukraine", ["Odessa"])
    assert odessa["values"] == [("s1", 0)]
    assert "beside it" in odessa["why"]
    assert [sheet["of"] for sheet in found["sheets"]] == ["s1"]
    assert set(found["sheets"][0]["spots"]) == {"w1", "w2", "w3"}


def test_a_series_of_other_things_is_on_no_map() -> None:
    """Lincoln and Jackson are cities too; a row of presidents is no row of places."""
    system = told("Lincoln 55%, Jackson 54%.", series={"Lincoln": "55%", "Jackson": "54%"})
    persons = [Actor(actor.name, ActorKind.PERSON, actor.mentions) for actor in system.actors]
    assert (
        whereabouts(
            System(documents=system.documents, series=system.series, actors=Table.numbered("a", persons))
        )
        is None
    )


def test_names_that_are_not_known_are_told_and_alone_make_no_map() -> None:
    assert whereabouts(told("In Ruritania it rained.", "Ruritania")) is None
    found = whereabouts(told("In Ruritania and in Vienna it rained.", "Ruritania", "Vienna"))
    assert found
    assert found["unknown"] == ["Ruritania"]
