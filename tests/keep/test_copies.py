"""A document that is nearly another counts once for support, and what it adds still counts."""

from pathlib import Path

from click.testing import CliRunner

from armillary.cli import armillary
from armillary.fleet import Alone
from armillary.gathering import Gathered, gather
from armillary.keep import opened
from armillary.keep.questions import asked
from armillary.keep.store import Facts
from armillary.settings import Settings

RULES = Settings(language_model="none", witnesses="rules")
SPEECH = (
    "Drought raises prices. The harvest of this year was taken in by the old men of the valley, who went out "
    "before the sun stood above the mill and came home when the lamps were lit in the houses by the river."
)
OTHER = (
    "Drought raises prices. My neighbour counted eleven wagons on the road to the port, each of them laden "
    "with barrels, and none of the drivers could tell her for whom they were meant or who had paid."
)
FACTS = {
    "first.txt": Facts("Adler", "Left", "1912"),
    "again.txt": Facts("Adler", "Left", "1913"),
    "another.txt": Facts("Brandt", "Right", "1914"),
}


def folder_of(place: Path, **texts: str) -> Path:
    folder = place / "speeches"
    folder.mkdir(exist_ok=True)
    for name, text in texts.items():
        (folder / f"{name}.txt").write_text(text)
    return folder


def add(corpus: Path, folder: Path) -> Gathered:
    with opened(corpus, to_write=True) as kept:
        return gather([folder], kept, RULES, FACTS, Alone())


def ask(corpus: Path, question: str, *words: str) -> list[dict[str, object]]:
    with opened(corpus, to_write=False) as kept:
        columns, rows = kept.ask(*asked(question, words))
    return [dict(zip(columns, row, strict=True)) for row in rows]


def test_a_copy_counts_once_and_what_it_adds_counts(tmp_path: Path) -> None:
    again = SPEECH.replace("year", "summer") + " Rain causes mud."
    folder = folder_of(tmp_path, first=SPEECH, again=again, another=OTHER)
    corpus = tmp_path / "c.armillary"
    assert add(corpus, folder).copies == 1
    (copy,) = ask(corpus, "copies")
    assert str(copy["document"]).endswith("again.txt")
    assert str(copy["source"]).endswith("first.txt")
    assert (copy["claims"], copy["repeated"]) == (2, 1)
    (link,) = ask(corpus, "sql", "SELECT * FROM links WHERE cause = 'drought'")
    assert (link["claims"], link["documents"], link["sources"]) == (3, 3, 2)
    (mud,) = ask(corpus, "sql", "SELECT * FROM links WHERE cause = 'rain'")
    assert mud["sources"] == 1
    who = {str(row["who"]): row for row in ask(corpus, "who", "drought", "prices")}
    assert (who["Adler"]["documents"], who["Adler"]["sources"]) == (2, 1)
    assert [row["sources"] for row in ask(corpus, "years", "drought", "prices")] == [1, 0, 1]
    assert [row["repeats"] for row in ask(corpus, "words", "drought", "prices")] == [False, True, False]
    changed = {str(row["cause"]): row for row in ask(corpus, "changed", "1912-1913", "1914")}
    assert set(changed) == {"rain"}


def test_the_earliest_is_the_source_and_a_lost_source_makes_its_copy_one(tmp_path: Path) -> None:
    folder = folder_of(tmp_path, first=SPEECH, again=SPEECH.replace("year", "summer"))
    corpus = tmp_path / "c.armillary"
    add(corpus, folder)
    (folder / "first.txt").unlink()
    assert add(corpus, folder) == Gathered(unchanged=1, removed=1, copies=0)
    assert ask(corpus, "copies") == []
    assert [row["repeats"] for row in ask(corpus, "words", "drought", "prices")] == [False]


def test_it_does_not_matter_in_which_order_documents_come(tmp_path: Path) -> None:
    texts = {"first": SPEECH, "again": SPEECH.replace("year", "summer"), "another": OTHER}
    whole, grown = tmp_path / "whole.armillary", tmp_path / "grown.armillary"
    for name in reversed(texts):
        add(grown, folder_of(tmp_path, **{name: texts[name]}))
    add(whole, tmp_path / "speeches")
    for question in (("copies",), ("words", "drought", "prices")):
        assert ask(whole, *question) == ask(grown, *question)
    assert ask(whole, "copies")


def test_a_speech_that_others_print_makes_no_holders_who_agree(tmp_path: Path) -> None:
    folder = folder_of(tmp_path, one=SPEECH, two=SPEECH.replace("year", "summer"))
    corpus = tmp_path / "c.armillary"
    add(corpus, folder)
    assert ask(corpus, "agree") == []


def test_the_command_says_how_many_and_where_to_see_them(tmp_path: Path) -> None:
    folder = folder_of(tmp_path, first=SPEECH, again=SPEECH.replace("year", "summer"))
    corpus = str(tmp_path / "c.armillary")
    how = ["--language-model", "none", "--witnesses", "rules", "--workers", "0"]
    run = CliRunner().invoke(armillary, ["corpus", "add", str(folder), "--to", corpus, *how])
    assert "1 is nearly another" in run.output
    asked_for = ["corpus", "query", corpus, "copies", "--to", "csv"]
    assert "first.txt" in CliRunner().invoke(armillary, asked_for).output
