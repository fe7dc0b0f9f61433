"""A comparison as rows: what its tables, its JSON and its CSV hold.

Every row that speaks of words has them, with the name of their document and their place.
"""

import csv as codec
import io
import json
from collections.abc import Callable
from difflib import get_close_matches

from armillary.comparison import Comparison, LinkAcross, Shared
from armillary.errors import SettingsError
from armillary.publish.tables import safe
from armillary.rows import Cell
from armillary.system import Link
from armillary.text import Passage

FORMAT = "armillary-comparison/1"
HEAPS = ("raises", "lowers", "unclear", "denied")
Row = dict[str, Cell]


def links(comparison: Comparison) -> list[Row]:
    """A row for each claim of each part on each link, links in the order of the comparison."""
    return [
        row
        for across in comparison.links
        for part, side in zip(comparison.parts, across.sides, strict=True)
        for row in _claims(comparison, across, part.name, side)
    ]


def _claims(comparison: Comparison, across: LinkAcross, part: str, side: Link) -> list[Row]:
    system = comparison.system
    rows = []
    for heap in HEAPS:
        for key in getattr(side, heap):
            claim = system.claims[key]
            rows.append(
                {
                    "link": across.key,
                    "standing": across.standing.value,
                    "cause": system.factors[side.cause].label,
                    "effect": system.factors[side.effect].label,
                    "part": part,
                    "says": heap,
                    "claim": key,
                    "holder": system.holder_name(claim.holder),
                    "modality": claim.modality.value,
                    **_place(claim.at),
                }
            )
    return rows


def maps(comparison: Comparison) -> list[Row]:
    """A row for each part and link: its aggregate map, with the numbers for and against apart."""
    factors = comparison.system.factors
    return [
        {
            "part": part.name,
            "link": across.key,
            "cause": factors[side.cause].label,
            "effect": factors[side.effect].label,
            **{heap: len(getattr(side, heap)) for heap in HEAPS},
        }
        for place, part in enumerate(comparison.parts)
        for across in comparison.links
        for side in (across.sides[place],)
        if side.claims
    ]


def factors(comparison: Comparison) -> list[Row]:
    """A row for each factor: how often each part names it, and why wordings of two parts are one."""
    return [_shared(comparison, row) for row in comparison.factors]


def actors(comparison: Comparison) -> list[Row]:
    """The same for actors."""
    return [_shared(comparison, row) for row in comparison.actors]


def _shared(comparison: Comparison, row: Shared) -> Row:
    counts = {part.name: count for part, count in zip(comparison.parts, row.places, strict=True)}
    return {"id": row.key, "name": row.name, **counts, "reasons": "; ".join(map(str, row.reasons))}


def positions(comparison: Comparison) -> list[Row]:
    """A row for each pair of positions, one for and one against."""
    return [
        {
            "on": " ".join(row.positions[0].on.words.split()),
            **_both(comparison, row.parts, (row.positions[0].at, row.positions[1].at)),
            "holder": comparison.system.holder_name(row.positions[0].holder),
            "stance": row.positions[0].stance.value,
            "other_holder": comparison.system.holder_name(row.positions[1].holder),
            "other_stance": row.positions[1].stance.value,
        }
        for row in comparison.positions
    ]


def dates(comparison: Comparison) -> list[Row]:
    """A row for each event with two dates."""
    return [
        {
            "date": one.time.value if one.time else None,
            "other_date": other.time.value if other.time else None,
            **_both(comparison, row.parts, (one.at, other.at)),
        }
        for row in comparison.dates
        for one, other in (row.events,)
    ]


def reuse(comparison: Comparison) -> list[Row]:
    """A row for each run of words that two documents share, the rarest first."""
    return [
        {
            "bits": row.bits,
            "count": row.words,
            "quoted": row.quoted[0],
            "other_quoted": row.quoted[1],
            **_both(comparison, row.parts, row.places),
        }
        for row in comparison.reuse
    ]


def distances(comparison: Comparison) -> list[Row]:
    """A row for every two parts."""
    return [
        {
            "part": comparison.parts[row.parts[0]].name,
            "other": comparison.parts[row.parts[1]].name,
            "langfield_smith_wirth": None if row.overall is None else round(row.overall, 4),
            "markoczy_goldberg_common": None if row.common is None else round(row.common, 4),
            "shared_factors": row.shared_factors,
            "links_left_out": row.left_out,
        }
        for row in comparison.distances
    ]


def _both(comparison: Comparison, parts: tuple[int, int], places: tuple[Passage, Passage]) -> Row:
    one, other = (_place(place) for place in places)
    names = [comparison.parts[part].name for part in parts]
    return {"part": names[0], **one, "other": names[1]} | {
        f"other_{key}": cell for key, cell in other.items()
    }


def _place(at: Passage) -> Row:
    return {"words": at.words, "document": at.document.name, "start": at.start, "end": at.end}


TABLES: tuple[Callable[[Comparison], list[Row]], ...] = (
    links,
    maps,
    factors,
    actors,
    positions,
    dates,
    reuse,
    distances,
)


def table_named(name: str) -> Callable[[Comparison], list[Row]]:
    """A table of a comparison by its name. `SettingsError` offers the nearest where there is none."""
    known = {table.__name__: table for table in TABLES}
    if name in known:
        return known[name]
    near = get_close_matches(name, known, n=1)
    hint = f"did you mean {near[0]!r}?" if near else f"the tables are {', '.join(known)}"
    message = f"a comparison has no table {name!r}; {hint}"
    raise SettingsError(message)


def csv(comparison: Comparison, name: str) -> bytes:
    """One table as CSV. An empty table gives no bytes but a line end."""
    rows = table_named(name)(comparison)
    file = io.StringIO(newline="")
    writer = codec.writer(file, lineterminator="\n")
    writer.writerow(rows[0] if rows else [])
    writer.writerows([safe(cell) for cell in row.values()] for row in rows)
    return file.getvalue().encode()


def as_json(comparison: Comparison) -> bytes:
    """All tables as JSON. Equal comparisons give equal bytes."""
    parts = [
        {"name": part.name, "documents": [document.name for document in part.documents]}
        for part in comparison.parts
    ]
    tables = {table.__name__: table(comparison) for table in TABLES}
    whole = {"format": FORMAT, "parts": parts, **tables}
    return (json.dumps(whole, ensure_ascii=False, indent=1) + "\n").encode()
