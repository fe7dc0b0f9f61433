"""Dates as citations write them, and their ISO form: *April 2019*, *September 8th, 2022*, *1961*."""

import re

_MONTHS = "january february march april may june july august september october november december".split()
_NAMES = "|".join(f"{month.capitalize()}|{month[:3].capitalize()}\\.?" for month in _MONTHS)
DATE = (
    rf"(?:(?:(?:{_NAMES})(?:\s{{1,2}}\d{{1,2}}(?:st|nd|rd|th)?)?,?\s{{1,2}}"
    rf"|\d{{1,2}}(?:st|nd|rd|th)?\s(?:{_NAMES}),?\s{{1,2}})?(?:1[4-9]|20)\d\d)"
)
"""A year, with its month and day where they are given."""

DATE_START = rf"(?:{_NAMES})\s\d"
"""The month and the day of a date whose year comes later."""

_PARTS = re.compile(rf"(?P<name>{_NAMES})|(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?!\d)|(?P<year>\d{{4}})")


def iso(written: str) -> str:
    """The ISO form of words that `DATE` matches, as far as they go: `2022-09-08`, `2019-04`, `1961`."""
    found = {
        kind: words
        for part in _PARTS.finditer(written)
        for kind, words in part.groupdict().items()
        if words
    }
    value = found["year"]
    if "name" in found:
        month = next(
            n for n, name in enumerate(_MONTHS, 1) if name.startswith(found["name"].lower().rstrip("."))
        )
        value += f"-{month:02}"
        if 0 < int(found.get("day", "0")) <= 31:  # noqa: PLR2004  days of a month
            value += f"-{int(found['day']):02}"
    return value
