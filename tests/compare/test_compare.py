"""Texts side by side: what flips, what is denied, shared, missing, dated otherwise."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from armillary import pipeline
from armillary.cli import armillary
from armillary.comparison import Comparison, Standing
from armillary.publish import differences
from armillary.read import Bytes
from armillary.settings import Settings

EXAMPLES = Path(__file__).parents[2] / "examples"
RULES = Settings(language_model="none", witnesses="rules")


def side(name: str, text: str) -> list[Bytes]:
    return [Bytes(name, text.encode())]


def standings(found: Comparison) -> dict[tuple[str, str], Standing]:
    factors = found.system.factors
    return {
        (factors[row.sides[0].cause].label, factors[row.sides[0].effect].label): row.standing
        for row in found.links
    }


@pytest.fixture(scope="module")
def july() -> Comparison:
    return pipeline.compare([EXAMPLES / "july-1914.md"], [EXAMPLES / "july-1914-reply.md"])


def test_each_way_to_stand_to_a_link() -> None:
    one = "Drought raises prices. Trade raises trust. Smoking causes cancer. Rain causes mud. Mud causes delay."
    other = "Drought lowers prices. Trade raises trust. Smoking does not cause cancer. Mud spoils rain. Frost causes delay."
    found = standings(pipeline.compare(side("one.txt", one), side("two.txt", other), settings=RULES))
    assert found["Drought", "prices"] is Standing.FLIPPED
    assert found["Trade", "trust"] is Standing.SHARED
    assert found["Smoking", "cancer"] is Standing.DENIED
    assert found["Frost", "delay"] is Standing.ALONE


def test_a_link_is_missing_where_the_other_speaks_of_both_factors() -> None:
    one = "Fear causes flight. Flight causes fear."
    found = standings(
        pipeline.compare(side("a.txt", one), side("b.txt", "Fear causes flight."), settings=RULES)
    )
    assert sorted(found.values()) == [Standing.MISSING, Standing.SHARED]


def test_a_text_beside_itself_differs_in_nothing() -> None:
    essay = [EXAMPLES / "rents.txt"]
    found = pipeline.compare(essay, essay)
    assert {row.standing for row in found.links} <= {Standing.SHARED, Standing.CONTRADICTED}
    assert found.distances[0].overall == 0
    assert (found.dates, found.reuse) == ((), ())


def test_order_of_the_sides_changes_no_standing_and_no_distance(july: Comparison) -> None:
    back = pipeline.compare([EXAMPLES / "july-1914-reply.md"], [EXAMPLES / "july-1914.md"])
    assert back.counts() == july.counts()
    assert back.distances[0].overall == july.distances[0].overall


def test_the_clashes_of_the_two_essays_come_first(july: Comparison) -> None:
    """The table in examples/README.md says where they clash; *alliances → war* is worded too differently."""
    against = {Standing.FLIPPED, Standing.CONTRADICTED}
    clashes = {pair for pair, standing in standings(july).items() if standing in against}
    assert {(cause.casefold(), effect.casefold()) for cause, effect in clashes} >= {
        ("armaments", "insecurity"),
        ("delay", "sympathy for austria"),
        ("mobilisation", "fear"),
        ("conferences", "fear"),
    }
    assert [row.standing in against for row in july.links[: len(clashes)]] == [True] * len(clashes)


def test_the_order_of_the_tsar_has_two_dates(july: Comparison) -> None:
    dates = [{event.time.value for event in row.events if event.time} for row in july.dates]
    assert dates == [{"1914-07-29", "1914-07-30"}]


def test_positions_on_two_sides_of_one_matter_are_told() -> None:
    one, other = "Ms Adler opposed the treaty.", "Mr Brandt supported the treaty."
    found = pipeline.compare(side("a.txt", one), side("b.txt", other))
    assert [{position.stance.value for position in row.positions} for row in found.positions] == [
        {"for", "against"}
    ]


def test_model_files_are_compared_as_their_documents_are(tmp_path: Path, july: Comparison) -> None:
    essays = [EXAMPLES / "july-1914.md", EXAMPLES / "july-1914-reply.md"]
    models = [pipeline.save(pipeline.build(essay), tmp_path / f"{essay.stem}.json") for essay in essays]
    found = pipeline.compare(*([model] for model in models))
    assert differences.links(found)[0]["words"] == differences.links(july)[0]["words"]
    assert found.counts() == july.counts()


def test_every_word_of_a_table_stands_where_it_says(july: Comparison) -> None:
    texts = {document.name: document.text for document in july.system.documents}
    rows = [row for table in differences.TABLES for row in table(july) if "words" in row]
    assert rows
    for row in rows:
        assert texts[str(row["document"])][int(str(row["start"])) : int(str(row["end"]))] == row["words"]


def test_the_command_tells_it_as_text_json_and_csv(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Drought raises prices.")
    (tmp_path / "b.txt").write_text("Drought lowers prices.")
    paths = [str(tmp_path / "a.txt"), str(tmp_path / "b.txt")]
    run = CliRunner().invoke(armillary, ["compare", *paths])
    assert "Links with opposite signs\n  Drought → prices\n" in run.output
    whole = json.loads(CliRunner().invoke(armillary, ["compare", *paths, "--to", "json"]).output)
    assert {row["standing"] for row in whole["links"]} == {"flipped"}
    table = CliRunner().invoke(armillary, ["compare", *paths, "--to", "csv", "--table", "maps"]).output
    assert table.splitlines()[1:] == [
        "a.txt,l1,Drought,prices,1,0,0,0",
        "b.txt,l1,Drought,prices,0,1,0,0",
    ]


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["a.txt"], "one side alone"),
        (["a.txt", "b.txt", "--to", "csv", "--table", "link"], "did you mean 'links'"),
        (["a.txt", "nowhere.txt"], "nowhere.txt"),
    ],
)
def test_what_cannot_be_compared_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, words: list[str], message: str
) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("a.txt", "b.txt"):
        Path(name).write_text("Rain causes mud.")
    assert message in str(CliRunner().invoke(armillary, ["compare", *words]).exception)


def test_factors_and_actors_of_both_sides_are_aligned_with_the_reason() -> None:
    one = "The Ministry of Food raised the bread ration. The rise of prices caused unrest. Ida Holm said so."
    other = "Mrs Holm left the Ministry of Food. Falling prices caused unrest."
    found = pipeline.compare(side("one.txt", one), side("two.txt", other), settings=RULES)
    factors = {row.name: row for row in found.factors}
    assert factors["prices"].places == (1, 1)
    holm = next(row for row in found.actors if "Holm" in row.name)
    assert holm.places == (1, 1)
    (reason,) = holm.reasons
    assert str(reason) == "Holm = Ida Holm (part of the name)"
    assert {reason.at.document.name, reason.like.document.name} == {"one.txt", "two.txt"}
