"""Every id of every marked document: chosen on the page, its words are read back and compared with the model."""

from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

import armillary
from armillary.system import System
from armillary.text import Passage
from ui.conftest import Open

TEXTS = sorted((Path(__file__).parents[2] / "gold").glob("*/*.txt"))
CHOOSE = """async ids => {
  const read = {};
  for (const id of ids) {
    location.hash = id;
    await new Promise(done => requestAnimationFrame(() => setTimeout(done, 5)));
    read[id] = [...document.querySelectorAll('#text .on')].map(piece => piece.textContent).join('');
  }
  return read;
}"""
AT_ONCE = 100


def places(system: System) -> Iterator[tuple[str, list[Passage]]]:
    """For every id of the model that bears words, the places that choosing it must mark."""
    for table in (system.claims, system.events, system.quotations, system.positions):
        yield from ((key, [row.at]) for key, row in table.items())
    yield from ((key, [figure.number.at]) for key, figure in system.figures.items())
    yield from ((key, [value.at for value in row.values]) for key, row in system.series.items())
    yield from ((key, [row.at, *row.see]) for key, row in system.problems.items())
    for key in system.links.ids:
        yield key, said(system, [key])
    for key in system.factors.ids:
        at = [one for one, link in system.links.items() if key in {link.cause, link.effect}]
        yield key, said(system, at)
    for key, loop in system.loops.items():
        yield key, said(system, loop.links)


def said(system: System, links: Iterable[str]) -> list[Passage]:
    return [system.claims[claim].at for link in links for claim in system.links[link].claims]


def words(text: str, at: Iterable[Passage]) -> str:
    """The characters under any of the places, in the order of the text."""
    return "".join(text[place] for place in sorted({n for one in at for n in range(one.start, one.end)}))


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.stem)
def test_every_id_of_a_marked_document_marks_exactly_its_words(open_page: Open, path: Path) -> None:
    system = armillary.build(path)
    text = system.documents[0].text
    wanted = {key: words(text, at) for key, at in places(system)}
    page = open_page(system)
    ids = list(wanted)
    read: dict[str, str] = {}
    for first in range(0, len(ids), AT_ONCE):
        read |= page.page.evaluate(CHOOSE, ids[first : first + AT_ONCE])
    assert read == wanted
    assert len(wanted) > len(system.claims)
    assert page.errors == []
