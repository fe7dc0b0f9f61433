"""Statements beside facts: the text, the rows, and how the two stand to each other."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from armillary.consult.facts.close import distance
from armillary.consult.facts.figures import rounding, step
from armillary.holdings import Holdings
from armillary.pipeline import examine
from armillary.read import Bytes
from armillary.reading import Number
from armillary.settings import Settings
from armillary.text import Document

HEAD = "subject,relation,object,value,unit,start,end,source,asof\n"
ROWS = """Clara Osten,Mayor,Zell,,,1990-01-01,1994-05-31,the town archive,
Paul Rehm,Mayor,Zell,,,1994-06-01,,the town archive,2001-12-31
Anna Berg,Harbour Master,Zell,,,1988,1996,the port,
Norland,member of,League of Towns,,,1975-04-01,1999-12-31,the league,
Norland,population,,3210000,,1991,1991,the census,
Zell,demonym,Zeller,,,,,,
Harbour Master,also called,Master of the Harbour,,,,,,
"""


def verdicts(text: str, folder: Path, rows: str = ROWS) -> list[tuple[str, str]]:
    table = folder / "facts.csv"
    table.write_text(HEAD + rows, encoding="utf-8")
    source = Bytes("essay.txt", f"The Harbour Towns\n\n{text}\n".encode())
    _, held = examine(source, Settings(), Holdings(None, (str(table),)))
    assert held.facts is not None
    return [(str(one.kind), str(one.answer)) for one in held.facts]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "In 1992 the Mayor of Zell was ill. In March 1992 Mayor Clara Osten opened the bridge.",
            "agrees",
        ),
        ("In March 1997 the Zeller Mayor Clara Osten opened the bridge.", "differs"),
        ("In March 1992 Zell's Mayor Paul Rehm opened the bridge.", "differs"),
        ("In March 1992 the Zeller Mayor John Quill opened the bridge.", "differs"),
        ("In March 1992 Mayor John Quill opened the bridge.", "not covered"),
        ("In March 1992 Zell's Mayor John Quill opened the bridge.", "differs"),
        ("In March 1997 the former Mayor Clara Osten opened the bridge.", None),
        ("Mayor Clara Osten opened the bridge.", "agrees"),
        ("In March 2010 the Zeller Mayor John Quill opened the bridge.", "not covered"),
        ("Anna Berg, then Master of the Harbour, said in 1990 that the quay was safe.", "agrees"),
        ("In 1990 the Harbour Master Ella Berg closed the quay.", "differs"),
        ("In 1990 the Harbour Master Ella Stone closed the quay.", "not covered"),
    ],
)
def test_an_office_at_a_date(text: str, expected: str | None, tmp_path: Path) -> None:
    found = [answer for kind, answer in verdicts(text, tmp_path) if kind == "office"]
    assert found == ([] if expected is None else [expected])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Norland joined the League of Towns in 1975.", "agrees"),
        ("Norland joined the League of Towns in 1979.", "differs"),
        ("The 1979 accession of Norland to the League of Towns was a mistake.", "differs"),
        ("Norland has been a member of the League of Towns since 1975.", "agrees"),
        ("Norland left the League of Towns in 1999.", "agrees"),
        ("Norland left the League of Towns in 1989.", "differs"),
        ("Norland wanted to join the League of Towns in 1979.", None),
        ("Norland met the League of Towns in 1979.", None),
    ],
)
def test_a_membership_and_its_date(text: str, expected: str | None, tmp_path: Path) -> None:
    found = [answer for kind, answer in verdicts(text, tmp_path) if kind == "membership"]
    assert found == ([] if expected is None else [expected])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("In 1991 the population of Norland was 3.2 million.", "agrees"),
        ("In 1991 the population of Norland was 3.6 million.", "differs"),
        ("In 1991 the population of Norland was about 3 million.", "agrees"),
        ("In 1991 the population of Norland was more than 3 million.", "agrees"),
        ("In 1991 the population of Norland was more than 4 million.", "differs"),
        ("In 1995 the population of Norland was 3.6 million.", "not covered"),
    ],
)
def test_a_figure_and_its_rounding(text: str, expected: str, tmp_path: Path) -> None:
    assert [answer for kind, answer in verdicts(text, tmp_path) if kind == "figure"] == [expected]


def test_rows_that_contradict_each_other_are_both_shown(tmp_path: Path) -> None:
    other = ROWS + "Norland,member of,League of Towns,,,1979,,another book,\n"
    found = verdicts("Norland joined the League of Towns in 1975.", tmp_path, other)
    assert found == [("membership", "disputed")]


def test_a_name_a_letter_from_a_known_one_is_told_once(tmp_path: Path) -> None:
    found = verdicts("Clara Ostenn came late. The clerk met Clara Ostenn.", tmp_path)
    assert found == [("name", "close name")]


def test_a_text_of_other_things_gets_no_verdict(tmp_path: Path) -> None:
    assert verdicts("The river rose in March, and the quay was closed.", tmp_path) == []


@pytest.mark.parametrize(
    ("words", "value", "margin"),
    [("3.2 million", 3_200_000, 50_000), ("1,200", 1200, 50), ("7", 7, 0.5), ("0.25", 0.25, 0.005)],
)
def test_the_rounding_of_a_number_is_half_its_last_digit(
    words: str, value: float, margin: float
) -> None:
    document = Document("a.txt", "a", words, "0")
    number = Number(document.passage(0, len(words)), value, None, approximate=False)
    assert rounding(number) == pytest.approx(margin)


@given(st.text("abc", max_size=6), st.text("abc", max_size=6), st.text("abc", max_size=6))
@settings(deadline=None)
def test_the_distance_of_names_is_a_distance(one: str, two: str, three: str) -> None:
    assert distance(one, two) == distance(two, one)
    assert (distance(one, two) == 0) == (one == two)
    assert distance(one, three) <= distance(one, two) + distance(two, three)


@given(st.integers(1, 10**12))
def test_a_whole_number_is_a_multiple_of_its_step(value: int) -> None:
    assert value % step(float(value)) == 0
