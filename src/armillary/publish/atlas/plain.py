"""Plain: the links as a table, for a browser that runs no scripts."""

from armillary.atlas import SIDES, Atlas, Link
from armillary.publish.report.prose import escaped

COLUMNS = ("cause", "effect", *SIDES, "documents", "holders", "since", "first said")


def tables(atlas: Atlas) -> str:
    """All links of the atlas, each with the first sentence of every side, or a sentence that there are none."""
    if not atlas.links:
        return "<p>No causal claim was found in these documents.</p>"
    head = "".join(f"<th>{column}" for column in COLUMNS)
    rows = "".join(map(_row, atlas.links))
    return f"<table><caption>What these documents claim</caption><thead><tr>{head}<tbody>{rows}</table>"


def _row(link: Link) -> str:
    counts = (str(link.claims.get(side, 0)) for side in SIDES)
    cells = (link.cause, link.effect, *counts, str(link.documents), str(link.holders), link.since or "")
    return f"<tr>{''.join(f'<td>{escaped(cell)}' for cell in cells)}<td>{_voices(link)}"


def _voices(link: Link) -> str:
    firsts = {saying.says: saying for saying in reversed(link.sayings)}
    return "<br>".join(
        f"<b>{side}</b> {escaped(firsts[side].words)} ({escaped(firsts[side].who)})"
        for side in SIDES
        if side in firsts
    )
