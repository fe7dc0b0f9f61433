"""What is counted beforehand is what the claims themselves tell, at every moment."""

import itertools
import tempfile
from collections import Counter, defaultdict
from collections.abc import Sequence
from pathlib import Path

import duckdb
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from armillary.errors import CorpusError
from armillary.keep import Corpus, Leaf, Trouble, opened, rollup
from armillary.keep.questions import asked
from armillary.keep.store import Facts

NAMES = st.sampled_from(["Adler", "Brandt", "the author", "Čapek", "😀"])
FACTORS = st.sampled_from(["drought", "Drought", "prices", "mud", "Straße"])
CLAIMS = st.tuples(
    FACTORS,
    FACTORS,
    st.sampled_from(["raises", "lowers", "unclear"]),
    st.sampled_from(["asserted", "negated"]),
    NAMES,
)
FACTS = st.builds(
    Facts,
    st.none() | st.sampled_from(["Adler", "Brandt"]),
    st.none(),
    st.sampled_from([None, "1912", "1915-02", "1916"]),
)
STEPS = st.lists(
    st.one_of(
        st.tuples(
            st.just("put"), st.sampled_from("abcd"), FACTS, st.none() | st.lists(CLAIMS, max_size=6)
        ),
        st.tuples(st.just("remove"), st.sampled_from("abcd")),
        st.tuples(st.just("roll up")),
    ),
    max_size=12,
)
Said = list[tuple[str, str, str, str, int | None]]


def leaf(document: str, claims: list[tuple[str, str, str, str, str]]) -> Leaf:
    rows = tuple(
        (f"c{number}", *sides, 0.5, "words", number, number + 5) for number, sides in enumerate(claims)
    )
    return Leaf(document, "", "0", None, 10, {"claims": rows, "events": (), "positions": ()}, b"")


def act(corpus: Corpus, step: tuple[object, ...]) -> None:
    match step:
        case ("put", str(document), Facts() as facts, list(claims)):
            corpus.put(document, leaf(document, claims), "print", facts)
        case ("put", str(document), Facts() as facts, None):
            corpus.put(document, Trouble("unreadable"), "print", facts)
        case ("remove", str(document)):
            corpus.remove(document)
        case _:
            corpus.roll_up()


def counted(corpus: Corpus) -> dict[str, Sequence[object]]:
    """What the questions tell of what is counted."""
    names: list[tuple[str, tuple[str, ...]]] = [("agree", ()), ("changed", ("1900-1913", "1914-1916"))]
    return {name: list(corpus.ask(*asked(name, words))[1]) for name, words in names}


def from_claims(said: Said) -> dict[str, Sequence[object]]:
    """The same, worked out from the claims, one by one."""
    return {"agree": agreement(said), "changed": change(said)}


def agreement(said: Said) -> Sequence[object]:
    sides = defaultdict(set)
    for who, cause, effect, says, _ in said:
        if says != "unclear":
            sides[cause, effect].add((who, says))
    same, opposed = Counter[tuple[str, str]](), Counter[tuple[str, str]]()
    for held in sides.values():
        for (one, here), (other, there) in itertools.permutations(held, 2):
            if one < other:
                (same if here == there else opposed)[one, other] += 1
    pairs = [(*pair, same[pair], opposed[pair]) for pair in same.keys() | opposed.keys()]
    return sorted(pairs, key=lambda row: (-row[2], -row[3], row[0], row[1]))


def change(said: Said) -> Sequence[object]:
    before, after = Counter[tuple[str, str, str]](), Counter[tuple[str, str, str]]()
    for _, cause, effect, says, year in said:
        if year is not None and 1900 <= year <= 1916:
            (before if year <= 1913 else after)[cause, effect, says] += 1
    rows = [(*key, before[key], after[key]) for key in before.keys() | after.keys()]
    rows = [row for row in rows if row[3] != row[4]]
    return sorted(rows, key=lambda row: (-abs(row[4] - row[3]), row[0], row[1], row[2]))


def said(corpus: Corpus) -> Said:
    rows = corpus.ask("SELECT who, lower(cause), lower(effect), says, year FROM said")[1]
    return [(str(a), str(b), str(c), str(d), None if e is None else int(e)) for a, b, c, d, e in rows]


@settings(max_examples=15, deadline=None)
@given(steps=STEPS)
def test_counts_are_those_of_the_claims_after_every_step(steps: list[tuple[object, ...]]) -> None:
    with tempfile.TemporaryDirectory() as place:
        path = Path(place, "c.armillary")
        with opened(path, to_write=True) as corpus:
            for step in steps:
                act(corpus, step)
                assert counted(corpus) == from_claims(said(corpus))
        with opened(path, to_write=True) as corpus:
            corpus.roll_up()
            assert counted(corpus) == from_claims(said(corpus))


def test_many_links_of_many_holders_are_packed_and_still_counted(tmp_path: Path) -> None:
    """More links than a word has bits, of all holders and of two; each holder has a side that turns."""
    with opened(tmp_path / "c.armillary", to_write=True) as corpus:
        for place in range(20):
            who, turn = f"holder {place:02}", ("raises", "lowers", "raises")
            claims = [
                (f"f{number}", "g", turn[(place + number) % 3], "asserted", who) for number in range(150)
            ]
            claims += [("rare", f"h{place // 2}", turn[place % 2], "negated", who)]
            corpus.put(f"d{place}", leaf(f"d{place}", claims), "print", Facts())
        corpus.roll_up()
        words = corpus.ask(
            "SELECT count(DISTINCT word) FILTER (word >= 0), count(DISTINCT word) FROM sides"
        )
        assert words[1] == [(3, 13)]
        assert counted(corpus) == from_claims(said(corpus))


def test_what_fails_in_the_middle_leaves_the_counts(tmp_path: Path) -> None:
    """A put that cannot be finished takes nothing with it: neither the document before nor its counts."""
    with opened(tmp_path / "c.armillary", to_write=True) as corpus:
        corpus.put("a", leaf("a", [("rain", "mud", "raises", "asserted", "Adler")]), "print", Facts())
        corpus.roll_up()
        broken = leaf("a", [("rain", "mud", "lowers", "asserted", "Adler")])
        broken.rows["claims"] = ((*broken.rows["claims"][0][:-1], "no number"),)
        with pytest.raises(CorpusError, match="what was kept before still is"):
            corpus.put("a", broken, "print", Facts())
        assert [row[3] for row in said(corpus)] == ["raises"]
        corpus.put("b", leaf("b", [("rain", "mud", "lowers", "asserted", "Brandt")]), "print", Facts())
        assert counted(corpus)["agree"] == [("Adler", "Brandt", 0, 1)]


def test_counts_are_kept_in_tables_until_something_changes(tmp_path: Path) -> None:
    path = tmp_path / "c.armillary"
    with opened(path, to_write=True) as corpus:
        corpus.put("a", leaf("a", [("rain", "mud", "raises", "asserted", "Adler")]), "print", Facts())
        corpus.roll_up()
    kept = {f"kept_{name}" for name in rollup.ROLLED}
    assert kept <= _tables(path)
    with opened(path, to_write=True) as corpus:
        corpus.roll_up()
        corpus.remove("a")
    assert not kept & _tables(path)


def test_a_corpus_of_an_older_format_is_refused_with_the_way_out(tmp_path: Path) -> None:
    path = tmp_path / "c.armillary"
    with opened(path, to_write=True):
        pass
    with duckdb.connect(str(path)) as connection:
        connection.execute("UPDATE format SET version = 1")
    with (
        pytest.raises(CorpusError, match=r"older format 1.* into a new file"),
        opened(path, to_write=False),
    ):
        pass


def _tables(path: Path) -> set[str]:
    with duckdb.connect(str(path)) as connection:
        return {
            row[0] for row in connection.execute("SELECT table_name FROM duckdb_tables()").fetchall()
        }
