"""A map for each group of a corpus: for and against stay apart."""

from pathlib import Path

import pytest

from armillary.errors import SettingsError
from armillary.keep import opened
from armillary.keep.questions import GROUPS, asked
from samples.speeches import corpus_of


def maps(corpus: Path, group: str) -> list[dict[str, object]]:
    with opened(corpus, to_write=False) as kept:
        columns, rows = kept.ask(*asked("maps", (group,)))
    return [dict(zip(columns, row, strict=True)) for row in rows]


def test_who_raises_and_who_denies_is_not_netted_out(tmp_path: Path) -> None:
    found = {
        (row["body"], row["cause"], row["effect"]): row
        for row in maps(corpus_of(tmp_path / "c"), "body")
    }
    left, right = found["Left", "tariffs", "prices"], found["Right", "tariffs", "prices"]
    assert (left["raises"], left["lowers"], left["denies"]) == (1, 0, 1)
    assert (right["raises"], right["lowers"], right["denies"]) == (1, 1, 0)
    assert (right["holders"], right["documents"], right["sources"]) == (2, 2, 2)
    assert ("Left", "unrest", "war") not in found


@pytest.mark.parametrize("group", GROUPS)
def test_the_maps_of_all_groups_hold_every_claim(tmp_path: Path, group: str) -> None:
    corpus = corpus_of(tmp_path / "c")
    with opened(corpus, to_write=False) as kept:
        ((claims,),) = kept.ask("SELECT count(*) FROM said", [])[1]
    told = [
        row[side] for row in maps(corpus, group) for side in ("raises", "lowers", "denies", "unclear")
    ]
    assert sum(map(int, map(str, told))) == claims


def test_a_group_that_is_none_is_said() -> None:
    with pytest.raises(SettingsError, match="author, body, year, who, not by 'party'"):
        asked("maps", ("party",))
