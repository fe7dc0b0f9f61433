"""HTML: the main text of a page, block by block, with the bytes that each word came from.

We walk the page ourselves: extractors that are made for it (trafilatura, readability) give clean text and
lose the way back, and the headings, lists, tables and quotations are wanted as such.
"""

from collections.abc import Iterable, Iterator
from itertools import groupby

from armillary.errors import EncodingError, NothingToRead
from armillary.read.canvas import Canvas, Run
from armillary.read.draft import ByteCounter, Draft
from armillary.read.encoding import Decoded, decode
from armillary.read.html.flow import Chunk, Flow
from armillary.read.html.kinds import Kind, kind_at
from armillary.read.html.main_text import chosen
from armillary.read.html.metadata import Metadata, declared_encoding, metadata_of
from armillary.read.html.tokens import Words, tokens_of
from armillary.read.source import Bytes
from armillary.read.titles import key
from armillary.settings import Settings
from armillary.text import BlockKind, ByteRange

_LEAST_ENTRIES = 2
_LISTED = frozenset({BlockKind.LIST_ITEM, BlockKind.CONTENTS})


def read(source: Bytes, settings: Settings) -> Draft:
    """The main text of a page. Errors: `NothingToRead` where it shows no words without its scripts."""
    decoded = _decoded(source, settings)
    tokens = list(tokens_of(decoded.text))
    flow = Flow().read(tokens)
    if not flow.chunks:
        message = f"{source.name} shows no words by itself; open it in a browser and save what it shows"
        raise NothingToRead(message)
    canvas = Canvas()
    draw(canvas, flow, chosen(flow), ByteCounter(decoded))
    return Draft(
        canvas.text,
        tuple(canvas.pieces),
        tuple(canvas.origin),
        title=_title(metadata_of(tokens), canvas),
        dated=metadata_of(tokens).dated,
        knows_headings=canvas.has_headings,
    )


def _decoded(source: Bytes, settings: Settings) -> Decoded:
    """The characters of a page: as the user says, as it says itself, as its bytes fit."""
    declared = None if settings.encoding else declared_encoding(source.content)
    if declared is not None:
        try:
            return decode(source, declared)
        except EncodingError:  # it says what it is not
            pass
    return decode(source, settings.encoding)


def _title(metadata: Metadata, canvas: Canvas) -> str | None:
    """The title of the page; without the name of the site, where the first heading tells it apart."""
    said = metadata.names.get("og:title") or metadata.title
    text = canvas.text
    first = next(
        (piece for piece in canvas.pieces if piece.kind is BlockKind.HEADING and piece.level == 1), None
    )
    if first is not None:
        words = " ".join(text[first.start : first.end].split())
        if not said or key(words) in key(metadata.title):
            return words
    return said or None


def draw(
    canvas: Canvas, flow: Flow, chunks: Iterable[Chunk], counter: ByteCounter, part: str = ""
) -> None:
    """Put chunks on the canvas as blocks. `counter` must not have passed their places yet."""
    kinds = _with_contents([(chunk, kind_at(flow, chunk)) for chunk in chunks])
    for table, group in groupby(kinds, key=lambda pair: pair[1].table):
        pairs = [(chunk, kind, list(_runs(chunk.words, counter, part))) for chunk, kind in group]
        if table >= 0 and canvas.table(_rows(flow, [(chunk, runs) for chunk, _, runs in pairs])):
            continue
        for _, kind, runs in pairs:
            canvas.block(kind.kind if table < 0 else BlockKind.PARAGRAPH, runs, kind.level)


def _with_contents(kinds: list[tuple[Chunk, Kind]]) -> list[tuple[Chunk, Kind]]:
    """Two and more list items in a row that only lead to places on the page are its contents."""
    given: list[tuple[Chunk, Kind]] = []
    for leads, group in groupby(kinds, key=lambda pair: pair[0].leads_on and pair[1].kind in _LISTED):
        pairs = list(group)
        if leads and len(pairs) >= _LEAST_ENTRIES:
            pairs = [(chunk, kind._replace(kind=BlockKind.CONTENTS)) for chunk, kind in pairs]
        given += pairs
    return given


def _rows(flow: Flow, cells: Iterable[tuple[Chunk, list[Run]]]) -> list[list[list[list[Run]]]]:
    """The cells of a table in rows."""
    rows: list[list[list[list[Run]]]] = []
    row = cell = -2
    for chunk, runs in cells:
        here, inside = _nearest(flow, chunk, {"tr"}), _nearest(flow, chunk, {"td", "th"})
        if here != row or not rows:
            rows.append([[]])
        elif inside != cell:
            rows[-1].append([])
        row, cell = here, inside
        rows[-1][-1].append(runs)
    return rows


def _nearest(flow: Flow, chunk: Chunk, names: set[str]) -> int:
    return next((at for at in flow.ancestors(chunk.element) if flow.elements[at].name in names), -1)


def _runs(words: Iterable[Words], counter: ByteCounter, part: str) -> Iterator[Run]:
    for stretch in words:
        start, end = counter.at(stretch.start), counter.at(stretch.end)
        yield Run(stretch.words, ByteRange(start, end, counter.encoding, part))
