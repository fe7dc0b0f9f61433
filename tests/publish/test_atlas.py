"""The atlas of a corpus holds what was said, on which side and by whom, and says what it leaves out."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from armillary.atlas import Atlas
from armillary.cli import armillary
from armillary.errors import OutputError, SettingsError
from armillary.keep import opened
from armillary.keep.strongest import MOST_SAYINGS, strongest
from armillary.publish.atlas import atlas_page, facts
from armillary.publish.report import template
from samples.speeches import corpus_of

MOST_BYTES = 260_000


def atlas_of(path: Path, most: int = 100) -> Atlas:
    with opened(path, to_write=False) as corpus:
        return strongest(corpus, str(path), most)


@pytest.fixture
def built() -> None:
    try:
        template("atlas.html")
    except OutputError as error:
        pytest.skip(str(error))


def test_the_strongest_links_come_first_with_all_their_sides(tmp_path: Path) -> None:
    atlas = atlas_of(corpus_of(tmp_path / "c.armillary"), most=2)
    first, second = atlas.links
    assert (first.cause, first.effect, first.documents, first.holders) == ("tariffs", "prices", 4, 4)
    assert first.claims == {"raises": 2, "lowers": 1, "denies": 1}
    assert first.is_disputed
    assert [(saying.who, saying.says) for saying in first.sayings] == [
        ("Adler", "raises"),
        ("Brandt", "lowers"),
        ("Cole", "denies"),
        ("Dietz", "raises"),
    ]
    assert (second.cause, second.is_disputed) == ("drought", False)
    assert (atlas.documents, atlas.links_in_all, len(atlas.links)) == (4, 4, 2)


def test_of_many_sentences_on_a_side_each_holder_is_heard_and_all_are_counted(tmp_path: Path) -> None:
    many = [[("rain", "mud", "raises", "asserted", "Adler")]] * (MOST_SAYINGS + 4)
    many.append([("rain", "mud", "raises", "asserted", "Brandt")])
    (link,) = atlas_of(corpus_of(tmp_path / "c.armillary", many)).links
    assert link.claims == {"raises": MOST_SAYINGS + 5}
    assert len(link.sayings) == MOST_SAYINGS
    assert link.sayings[0].source.dated == "1900"
    assert [saying.who for saying in link.sayings] == ["Adler"] * (MOST_SAYINGS - 1) + ["Brandt"]


def test_rows_of_the_page_point_to_what_was_said(tmp_path: Path) -> None:
    atlas = atlas_of(corpus_of(tmp_path / "c.armillary"))
    page = facts(atlas)
    for link, row in zip(atlas.links, page["links"], strict=True):
        assert page["factors"][row["cause"]]["label"] == link.cause
        assert page["factors"][row["effect"]]["label"] == link.effect
        for saying, (who, document, says, how, words, *_) in zip(
            link.sayings, row["sayings"], strict=True
        ):
            assert page["holders"][who] == saying.who
            assert page["documents"][document][1] == saying.source.author
            assert (says, how, words) == (saying.says, saying.modality, saying.words)
    places = [tuple(factor["at"]) for factor in page["factors"]]
    assert len(set(places)) == len(places)


@pytest.mark.usefixtures("built")
def test_two_processes_give_the_same_bytes(tmp_path: Path) -> None:
    """More links than are shown at first, in islands and in one large part, with sets in another order."""
    told = [
        [(f"f{one * one % 53}", f"f{one * 7 % 59}", "raises", "asserted", f"h{one % 9}")]
        for one in range(90)
    ]
    path = corpus_of(tmp_path / "c.armillary", told)
    for seed in ("1", "2"):
        command = [sys.executable, "-m", "armillary", "corpus", "atlas", str(path), "-o", f"{seed}.html"]
        subprocess.run(command, cwd=tmp_path, env={**os.environ, "PYTHONHASHSEED": seed}, check=True)
    assert (tmp_path / "1.html").read_bytes() == (tmp_path / "2.html").read_bytes()


@pytest.mark.usefixtures("built")
def test_the_command_says_what_is_left_out(tmp_path: Path) -> None:
    path = corpus_of(tmp_path / "c.armillary")
    told = CliRunner().invoke(armillary, ["corpus", "atlas", str(path), "--links", "1"])
    assert "the 1 strongest of 4 links" in told.output
    page = (tmp_path / "c.html").read_text(encoding="utf-8")
    found = re.search(r'id="armillary-model">(.*?)</script>', page)
    assert found
    model = json.loads(found[1])
    assert (model["linksInAll"], len(model["links"])) == (4, 1)


def test_the_page_never_takes_the_place_of_the_corpus(tmp_path: Path) -> None:
    """A corpus that is called speeches.html was overwritten by its own atlas."""
    path = corpus_of(tmp_path / "speeches.html")
    before = path.read_bytes()
    refused = CliRunner().invoke(armillary, ["corpus", "atlas", str(path)])
    assert isinstance(refused.exception, SettingsError)
    assert "would take the place of the corpus" in str(refused.exception)
    assert path.read_bytes() == before


@pytest.mark.usefixtures("built")
def test_the_template_of_the_atlas_stays_small_and_carries_its_licences() -> None:
    page = template("atlas.html")
    assert len(page.encode()) <= MOST_BYTES
    for package in ("svelte", "sigma", "graphology", "graphology-utils", "events"):
        assert f"This page contains {package}:" in page


@pytest.mark.usefixtures("built")
def test_a_corpus_without_claims_says_so(tmp_path: Path) -> None:
    page = atlas_page(atlas_of(corpus_of(tmp_path / "c.armillary", [[]])))
    assert "No causal claim was found in these documents." in page
    assert "1 document, 0 claims, 0 links" in page
