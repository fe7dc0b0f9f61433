"""Atlas: the links of many documents as one HTML file, which opens from disk and asks the network for nothing."""

from collections.abc import Sequence
from typing import Any

from armillary.atlas import Atlas, Link, Saying, Source
from armillary.publish.atlas import plain
from armillary.publish.layout import lay_out
from armillary.publish.report import filled, in_script, template
from armillary.publish.report.prose import escaped

Json = dict[str, Any]

FORMAT = 1
FIRST = 60
"""Links that are shown at first, and get places of their own: as in `ui/src/atlas/address.ts`."""
ROOM = "as much room as the name of a factor takes"
"""What is laid out in place of each name: factors with short names need as much room for their arrows."""


def atlas_page(atlas: Atlas) -> str:
    """The page of an atlas. The same input gives the same bytes. Errors: `OutputError` where the template was not built."""
    contents = {
        "title": escaped(atlas.name),
        "heading": escaped(atlas.name),
        "counts": escaped(counts(atlas)),
        "table": plain.tables(atlas),
        "model": in_script(facts(atlas)),
    }
    return filled(template("atlas.html"), contents)


def counts(atlas: Atlas) -> str:
    """What the corpus holds, in one line."""
    parts = ((atlas.documents, "document"), (atlas.claims, "claim"), (atlas.links_in_all, "link"))
    return ", ".join(f"{count:,} {what}{'' if count == 1 else 's'}" for count, what in parts)


def facts(atlas: Atlas) -> Json:
    """The whole model of the page, in the shape that `ui/src/atlas/model.ts` describes: rows point to others by place."""
    names = atlas.factors
    row = {name: place for place, name in enumerate(names)}
    sayings = [saying for link in atlas.links for saying in link.sayings]
    sources = list({saying.source.path: saying.source for saying in sayings}.values())
    document = {source.path: place for place, source in enumerate(sources)}
    holders = list(dict.fromkeys(saying.who for saying in sayings))
    holder = {who: place for place, who in enumerate(holders)}
    return {
        "format": FORMAT,
        "name": atlas.name,
        "linksInAll": atlas.links_in_all,
        "factors": _factors(names, row, atlas.links),
        "documents": [_document(source) for source in sources],
        "holders": holders,
        "links": [
            {
                "cause": row[link.cause],
                "effect": row[link.effect],
                "claims": link.claims,
                "documents": link.documents,
                "holders": link.holders,
                "since": link.since,
                "sayings": [
                    _saying(saying, document[saying.source.path], holder[saying.who])
                    for saying in link.sayings
                ],
            }
            for link in atlas.links
        ],
    }


def _factors(names: list[str], row: dict[str, int], links: Sequence[Link]) -> list[Json]:
    """Each factor with its place among all, and among those of the strongest links, which are looked at first."""
    places = _places(row, links)
    first = _places(row, links[:FIRST])
    return [
        {"label": name, "at": places[place], "first": first.get(place)}
        for place, name in enumerate(names)
    ]


def _places(row: dict[str, int], links: Sequence[Link]) -> dict[int, list[float]]:
    ends = {
        str(place): (str(row[link.cause]), str(row[link.effect])) for place, link in enumerate(links)
    }
    labels = {key: ROOM for pair in ends.values() for key in pair}
    return {
        int(key): [round(box.x, 1), round(box.y, 1)] for key, box in lay_out(labels, ends).boxes.items()
    }


def _document(source: Source) -> list[Any]:
    return [source.title or source.name, source.author, source.body, source.dated, source.year]


def _saying(saying: Saying, document: int, holder: int) -> list[Any]:
    return [holder, document, saying.says, saying.modality, saying.words, saying.start, saying.end]
