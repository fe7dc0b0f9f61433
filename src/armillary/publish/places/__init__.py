"""Places: where cities and countries lie, from a small gazetteer (GeoNames, Natural Earth; see NOTICE).

It says what a name can mean, and never which of several it means: that is for whoever knows the text.
"""

import re
import unicodedata
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

COUNTRY = "="
"""Stands before the code of a row that is a whole country."""

KINDS = re.compile(
    r"\s+(?:province|region|oblast|district|county|city|prefecture|department|governorate|state)s?$",
    re.IGNORECASE,
)
"""What a name may end in besides: *Donetsk province* is looked for as *Donetsk*."""

REPEATED = re.compile(r"(\w{1,2})\1+")

NEAR = 0.7
"""Degrees within which two rows of one country are one place: a city and its district."""


@dataclass(frozen=True, slots=True)
class Place:
    """A city, or a country with the middle of its people. `country` is its code in two letters."""

    name: str
    country: str
    longitude: float
    latitude: float
    whole: bool

    def near(self, other: "Place") -> bool:
        """Whether the two lie beside each other in one country."""
        far = max(abs(self.longitude - other.longitude), abs(self.latitude - other.latitude))
        return self.country == other.country and far <= NEAR


def called(words: str) -> tuple[Place, ...]:
    """All places that the words can mean, countries first and then the largest cities.

    >>> [place.country for place in called("Kharkov")]
    ['UA']
    """
    found: list[Place] = []
    for place in _listed(key(words)) or _listed(key(KINDS.sub("", words))):
        inside = any(other.whole and other.country == place.country for other in found)
        if not inside and not any(place.near(other) for other in found):
            found.append(place)
    return tuple(found)


def country_name(code: str) -> str:
    """The name of a country by its code."""
    return _countries().get(code, code)


def key(name: str) -> str:
    """A name as it is looked for: no accents, no article, no marks, one case."""
    bare = "".join(
        mark for mark in unicodedata.normalize("NFKD", name) if not unicodedata.combining(mark)
    )
    letters = " ".join(re.sub(r"[^\w]+", " ", bare.replace("'", "").replace("’", "")).casefold().split())
    return letters.removeprefix("the ")


def _listed(wanted: str) -> list[Place]:
    """The rows of a name; of a name that is spelled otherwise, those of the same letters said once."""
    return _index().get(wanted) or _index().get(once(wanted), [])


def once(name: str) -> str:
    """Letters and pairs of letters that are doubled, once: *Zaporizhzhia* and *Zaporizhia* are one, *Khersson* and *Kherson*."""
    return REPEATED.sub(r"\1", name)


@cache
def _rows() -> tuple[tuple[Place, tuple[str, ...]], ...]:
    text = (files("armillary.publish.places") / "gazetteer.tsv").read_text(encoding="utf-8")
    rows = []
    for line in text.splitlines():
        if line.startswith("#"):
            continue
        code, longitude, latitude, name, others = line.split("\t")
        whole = code.startswith(COUNTRY)
        place = Place(name, code.removeprefix(COUNTRY), float(longitude), float(latitude), whole)
        rows.append((place, (name, *filter(None, others.split("|")))))
    return tuple(rows)


@cache
def _index() -> dict[str, list[Place]]:
    index: dict[str, list[Place]] = {}
    for place, names in _rows():
        keys = dict.fromkeys(map(key, names))
        for one in dict.fromkeys((*keys, *map(once, keys))):
            index.setdefault(one, []).append(place)
    return index


@cache
def _countries() -> dict[str, str]:
    return {place.country: place.name for place, _ in _rows() if place.whole}
