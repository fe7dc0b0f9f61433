"""What numbers are numbers of."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from armillary.annotate import grammar, numbers
from armillary.extract import figures
from armillary.findings import Findings
from armillary.reading import Reading, Time, TimeType
from armillary.text import Document


def find(text: str) -> Findings:
    document = Document("t.txt", "T", text, "0" * 64)
    return figures.find(numbers.mark(grammar.mark(Reading(document))), Findings(document))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Some 72% of voters agreed.", "voters"),
        ("Nearly 300 wooden ships sailed.", "wooden ships"),
        ("They sent $500 million in aid.", "aid"),
        ("A 10% increase in exports came.", "exports"),
        ("It has a population of 44 million.", "population"),
        ("Inflation rose to 9 per cent.", "Inflation"),
        ("The answer, they say: 42.", None),
        ("The Falcon 9 weighs 549 tonnes.", "Falcon 9"),
        ("The S&P 500 gained 35 points.", "S&P 500"),
        ("The pass (adults) costs 7 euros.", "pass"),
        ("Fares will go up by 6 percent.", "Fares"),
        ("The tank has a lid and weighs 12 kg.", "tank"),
    ],
)
def test_a_figure_says_what_it_is_of(text: str, expected: str | None) -> None:
    (figure,) = find(text).figures
    assert (figure.of.words if figure.of else None) == expected


def test_measures_of_one_thing_in_a_row_are_all_of_it() -> None:
    found = find("The quay is 90 metres long, 12 m wide and 4 m deep.").figures
    assert [figure.of.words if figure.of else None for figure in found] == ["quay", "quay", "quay"]


@pytest.mark.parametrize(
    ("text", "what", "expected"),
    [
        ("Some 72% of Czechs and 93% of Poles agreed.", "agreed", [("Czechs", 72), ("Poles", 93)]),
        (
            "Norway, Sweden and Denmark voted 99%, 98% and 87%, respectively.",
            "voted",
            [("Norway", 99), ("Sweden", 98), ("Denmark", 87)],
        ),
        (
            "The rock holds quartz (62%), feldspar (25%) and mica (13%).",
            "rock",
            [("quartz", 62), ("feldspar", 25), ("mica", 13)],
        ),
        (
            "Turnout was 72% in Norway, 61% in Spain and 48% in Poland.",
            "Turnout",
            [("Norway", 72), ("Spain", 61), ("Poland", 48)],
        ),
    ],
)
def test_values_in_a_row_make_a_series(text: str, what: str, expected: list[tuple[str, float]]) -> None:
    (series,) = find(text).series
    assert (series.what, series.unit) == (what, "percent")
    assert [(datum.of, datum.value) for datum in series.values] == expected
    assert all(text[datum.at.start : datum.at.end] == datum.at.words for datum in series.values)


def test_values_of_years_are_told_apart_by_their_years() -> None:
    text = "It rose from 10% in 1990 to 20% in 2000."
    document = Document("t.txt", "T", text, "0" * 64)
    times = tuple(
        Time(document.passage(at, at + 4), TimeType.DATE, text[at : at + 4]) for at in (20, 35)
    )
    reading = numbers.mark(grammar.mark(Reading(document, times=times)))
    (series,) = figures.find(reading, Findings(document)).series
    assert [(datum.of, datum.value) for datum in series.values] == [("1990", 10), ("2000", 20)]


@pytest.mark.parametrize(
    "text",
    [
        "They had two ships and three forts.",
        "Some 30 to 40 men came.",
        "It cost $5 and weighed 3 kg.",
        "A 5% tax.",
    ],
)
def test_numbers_of_different_things_make_no_series(text: str) -> None:
    assert find(text).series == ()


@given(st.text(alphabet=st.sampled_from("ab 129.%,()-oftwne\r\n$“é🌍ﬁשל\u0301"), max_size=60))
def test_every_figure_and_series_stands_in_the_text(text: str) -> None:
    found = find(text)
    passages = [f.number.at for f in found.figures] + [f.of for f in found.figures if f.of]
    passages += [datum.at for series in found.series for datum in series.values]
    assert all(text[p.start : p.end] == p.words for p in passages)
