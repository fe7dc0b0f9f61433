"""A corpus holds each document once and whole, whatever happens while it is made."""

import os
import random
import resource
import subprocess
import sys
import time
from pathlib import Path

import duckdb
import pytest
from click.testing import CliRunner

from armillary.beside import facts_of
from armillary.cli import armillary
from armillary.errors import CorpusError, SettingsError
from armillary.fleet import Alone, Pool
from armillary.gathering import Gathered, gather
from armillary.keep import opened, rollup
from armillary.keep.questions import asked
from armillary.keep.store import Facts
from armillary.settings import Settings

RULES = Settings(language_model="none", witnesses="rules")
TABLES = (*"documents problems claims events positions copies said links".split(), *rollup.ROLLED)
KILLS = 20
PAIR = ("drought", "prices")


def add(
    corpus: Path, *sources: Path, workers: int = 0, facts: dict[str, Facts] | None = None
) -> Gathered:
    with opened(corpus, to_write=True) as kept:
        return gather(sources, kept, RULES, facts or {}, Pool(workers) if workers else Alone())


def everything(corpus: Path) -> dict[str, list[str]]:
    with opened(corpus, to_write=False) as kept:
        return {table: sorted(map(repr, kept.ask(f"SELECT * FROM {table}")[1])) for table in TABLES}  # noqa: S608


def ask(corpus: Path, question: str, *words: str) -> list[tuple[object, ...]]:
    with opened(corpus, to_write=False) as kept:
        return list(kept.ask(*asked(question, words))[1])


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    place = tmp_path / "speeches"
    (place / "deep").mkdir(parents=True)
    (place / "one.txt").write_text("On 3 May 1912 Drought raises prices. Ms Adler opposed the treaty.")
    (place / "two.md").write_text("Drought lowers prices. Rain causes mud.")
    (place / "deep" / "three.txt").write_text("Drought does not raise prices.")
    return place


@pytest.fixture
def corpus(tmp_path: Path, folder: Path) -> Path:
    path = tmp_path / "c.armillary"
    dates = {"one.txt": Facts("Adler", "Left", "1912"), "two.md": Facts("Brandt", "Right", "1915-02")}
    assert add(path, folder, facts=dates) == Gathered(read=3)
    return path


def test_what_has_not_changed_is_not_read_again(tmp_path: Path, folder: Path) -> None:
    corpus = tmp_path / "c.armillary"
    add(corpus, folder)
    assert add(corpus, folder) == Gathered(unchanged=3)
    (folder / "two.md").write_text("Drought raises prices.")
    (folder / "one.txt").unlink()
    assert add(corpus, folder) == Gathered(read=1, unchanged=1, removed=1)
    fresh = tmp_path / "fresh.armillary"
    add(fresh, folder)
    assert everything(corpus) == everything(fresh)


def test_other_settings_and_facts_read_again(tmp_path: Path, folder: Path) -> None:
    corpus = tmp_path / "c.armillary"
    add(corpus, folder)
    assert add(corpus, folder, facts={"two.md": Facts("Brandt")}) == Gathered(read=1, unchanged=2)


def test_a_corpus_is_the_same_whatever_the_number_of_workers(tmp_path: Path, folder: Path) -> None:
    for workers in (0, 1, 3):
        add(tmp_path / f"{workers}.armillary", folder, workers=workers)
    first, *others = (everything(tmp_path / f"{workers}.armillary") for workers in (0, 1, 3))
    assert others == [first, first]


def test_a_bad_document_is_listed_and_stops_no_other(tmp_path: Path, folder: Path) -> None:
    for number in range(30):
        (folder / f"empty{number}.txt").touch()
    corpus = tmp_path / "c.armillary"
    assert add(corpus, folder) == Gathered(read=3, troubled=30)
    assert add(corpus, folder) == Gathered(unchanged=33)
    told = CliRunner().invoke(armillary, ["corpus", "problems", str(corpus)]).output.splitlines()
    assert len(told) == 30
    assert "there is nothing to read" in told[0]
    (folder / "empty0.txt").write_text("Rain causes mud.")
    assert add(corpus, folder) == Gathered(read=1, unchanged=32)


def test_names_with_line_ends_emoji_and_bytes_and_a_folder_in_itself(
    tmp_path: Path, folder: Path
) -> None:
    names = [b"two\nlines.txt", "🌧️.txt".encode(), b"caf\xe9.txt"]
    for name in names:
        Path(os.fsdecode(os.fsencode(folder) + b"/" + name)).write_text("Rain causes mud.")
    (folder / "itself").symlink_to(folder)
    corpus = tmp_path / "c.armillary"
    assert add(corpus, folder) == Gathered(read=6)
    assert add(corpus, folder) == Gathered(unchanged=6)


def test_the_words_of_every_claim_stand_in_the_model_that_is_kept(corpus: Path) -> None:
    with opened(corpus, to_write=False) as kept:
        _, rows = kept.ask('SELECT document, words, start, "end" FROM said')
        assert rows
        for document, words, start, end in rows:
            (text,) = kept.model(str(document)).documents
            assert text.text[int(str(start)) : int(str(end))] == words


def test_who_claims_it_and_since_when(corpus: Path) -> None:
    rows = ask(corpus, "who", *PAIR)
    assert [row[:5] for row in rows] == [
        ("Adler", "raises", "1912", 1, 1),
        ("Brandt", "lowers", "1915-02", 1, 1),
        ("the author of three.txt", "denies", None, 1, 1),
    ]


def test_years_first_words_agreement_and_change(corpus: Path) -> None:
    assert [row[:2] for row in ask(corpus, "years", *PAIR)] == [
        (1912, "raises"),
        (1915, "lowers"),
        (None, "denies"),
    ]
    assert [row[0] for row in ask(corpus, "first", *PAIR)] == ["1912", "1915-02", None]
    assert ("Adler", "Brandt", 0, 1) in ask(corpus, "agree")
    assert ("drought", "prices", "raises", 1, 0) in ask(corpus, "changed", "1900-1913", "1914-1918")


def test_the_sentences_behind_a_link_and_between_two_holders(corpus: Path) -> None:
    rows = ask(corpus, "words", *PAIR)
    assert [row[2] for row in rows] == ["raises", "lowers", "denies"]
    assert str(rows[1][5]).startswith("Drought lowers prices")
    (row,) = ask(corpus, "between", "adler", "brandt")
    assert [row[place] for place in (0, 1, 3, 6)] == ["drought", "prices", "raises", "lowers"]
    assert "Drought lowers prices" in str(row[7])
    assert ask(corpus, "between", "adler", "nobody") == []


def test_answers_come_as_tables_csv_and_parquet(corpus: Path, tmp_path: Path) -> None:
    query = ["corpus", "query", str(corpus)]
    assert "Adler" in CliRunner().invoke(armillary, [*query, "who", *PAIR]).output
    count = ["sql", "SELECT count(*) AS n FROM said", "--to", "csv"]
    assert CliRunner().invoke(armillary, [*query, *count]).output == "n\n4\n"
    out = tmp_path / "answer.parquet"
    assert (
        CliRunner()
        .invoke(armillary, [*query, "years", *PAIR, "--to", "parquet", "-o", str(out)])
        .exit_code
        == 0
    )
    assert duckdb.read_parquet(str(out)).shape[0] == 3


@pytest.mark.parametrize(
    ("question", "words", "message"),
    [
        ("wo", (), "did you mean 'who'"),
        ("who", ("drought",), "takes CAUSE EFFECT"),
        ("changed", ("then", "now"), "is no period"),
    ],
)
def test_a_question_that_means_nothing_is_said(
    question: str, words: tuple[str, ...], message: str
) -> None:
    with pytest.raises(SettingsError, match=message):
        asked(question, words)


def test_sql_that_is_wrong_or_writes_is_refused(corpus: Path) -> None:
    for sql in ("SELECT nothing FROM said", "DELETE FROM documents"):
        with pytest.raises(CorpusError, match="cannot answer"):
            ask(corpus, "sql", sql)


def test_facts_without_a_column_of_files_are_refused(tmp_path: Path) -> None:
    (tmp_path / "f.csv").write_text("name,author\na.txt,Adler\n")
    with pytest.raises(SettingsError, match="no column file"):
        facts_of(tmp_path / "f.csv")
    (tmp_path / "f.csv").write_text("file,author,date\na.txt,Adler,1912\n")
    assert facts_of(tmp_path / "f.csv") == {"a.txt": Facts("Adler", None, "1912")}


def test_what_is_no_corpus_or_a_newer_one_is_refused(corpus: Path, tmp_path: Path) -> None:
    with pytest.raises(CorpusError, match="there is no corpus"), opened(tmp_path / "no", to_write=False):
        pass
    (tmp_path / "text").write_text("This is no corpus." * 1000)
    with pytest.raises(CorpusError, match="is no corpus"), opened(tmp_path / "text", to_write=True):
        pass
    with duckdb.connect(str(corpus)) as connection:
        connection.execute("UPDATE format SET version = 99")
    with pytest.raises(CorpusError, match="format 99"), opened(corpus, to_write=True):
        pass


def test_a_second_run_on_the_same_corpus_is_refused(corpus: Path, folder: Path) -> None:
    with opened(corpus, to_write=True):
        second = subprocess.run(_command(corpus, folder), capture_output=True, text=True, check=False)
    assert second.returncode == CorpusError.exit_code
    assert "another run is writing to" in second.stderr
    assert "Traceback" not in second.stderr


def test_a_file_that_grows_while_it_is_read_is_kept_as_it_was_and_read_again(
    tmp_path: Path, folder: Path
) -> None:
    """The bytes that were read are those whose hash is kept, so the next run sees that there are more."""
    growing = folder / "one.txt"

    def grow(name: str, done: int, whole: int) -> None:
        assert name
        if done < whole:
            with growing.open("a") as file:
                file.write(" Rain causes mud.")

    path = tmp_path / "c.armillary"
    with opened(path, to_write=True) as kept:
        assert gather([folder], kept, RULES, {}, Alone(), grow).read == 3
    assert add(path, folder) == Gathered(read=1, unchanged=2)
    add(tmp_path / "calm.armillary", folder)
    assert everything(path) == everything(tmp_path / "calm.armillary")


def test_ten_thousand_empty_files_are_listed(tmp_path: Path) -> None:
    folder = tmp_path / "empty"
    folder.mkdir()
    for number in range(10_000):
        (folder / f"{number}.txt").touch()
    path = tmp_path / "c.armillary"
    assert add(path, folder) == Gathered(troubled=10_000)
    assert add(path, folder) == Gathered(unchanged=10_000)


def test_a_full_disk_is_said_and_what_was_kept_stays(tmp_path: Path) -> None:
    """A limit on the size of files stands for the disk: the write fails where it would there."""
    folder = tmp_path / "many"
    folder.mkdir()
    for number in range(40):
        (folder / f"{number}.txt").write_text(f"Drought {number} raises prices. Rain causes mud. " * 60)
    full, calm = tmp_path / "full.armillary", tmp_path / "calm.armillary"
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)

    def fill(name: str, done: int, whole: int) -> None:
        assert name
        assert whole == 40
        if done == 2:  # the models are loaded, something is kept
            resource.setrlimit(resource.RLIMIT_FSIZE, (full.stat().st_size + 4096, hard))

    try:
        with (
            pytest.raises(CorpusError, match="what was kept before still is"),
            opened(full, to_write=True) as kept,
        ):
            gather([folder], kept, RULES, {}, Alone(), fill)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    after = add(full, folder)
    assert after.unchanged >= 2
    assert after.read + after.unchanged == 40
    add(calm, folder)
    assert everything(full) == everything(calm)


def test_a_corpus_that_is_killed_again_and_again_ends_as_one_that_is_not(tmp_path: Path) -> None:
    """Killed by force at twenty moments, then left alone: the same answers, none lost, none twice."""
    folder = tmp_path / "many"
    folder.mkdir()
    for number in range(60):
        body = f"Drought {number} raises prices. Fear of rule {number} causes flight. " * 40
        (folder / f"{number}.txt").write_text(body)
    killed, calm = tmp_path / "killed.armillary", tmp_path / "calm.armillary"
    moments = random.Random(9)  # noqa: S311  moments, not secrets
    for _ in range(KILLS):
        run = subprocess.Popen(_command(killed, folder), stderr=subprocess.DEVNULL)
        time.sleep(moments.uniform(0.4, 1.6))
        run.kill()
        run.wait()
    last = subprocess.run(_command(killed, folder), capture_output=True, text=True, check=False)
    assert last.returncode == 0, last.stderr
    add(calm, folder)
    assert everything(killed) == everything(calm)
    assert len(everything(killed)["documents"]) == 60


def _command(corpus: Path, folder: Path) -> list[str]:
    how = ["--language-model", "none", "--witnesses", "rules", "--workers", "2"]
    return [sys.executable, "-m", "armillary", "corpus", "add", str(folder), "--to", str(corpus), *how]
