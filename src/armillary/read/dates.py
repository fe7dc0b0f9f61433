"""Dates as metadata write them, as ISO 8601 or the beginning of it."""

import re
from datetime import date

_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
_ISO = re.compile(r"(?:D:)?(\d{4})(?:[-/.]?(\d{2})(?:[-/.]?(\d{2}))?)?(?!\d{1,3}(?:\D|$))")
_DAY_FIRST = re.compile(r"(?:\w{3,9},? )?(\d{1,2})(?:st|nd|rd|th)?[ -]([A-Za-z]{3,9})\.?,?[ -](\d{4})")
_MONTH_FIRST = re.compile(r"(?:\w{3,9},? )?([A-Za-z]{3,9})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})")
_MONTH_ALONE = re.compile(r"([A-Za-z]{3,9})\.?,? (\d{4})$")


def iso(words: str) -> str | None:
    """A date as `2023`, `2023-02` or `2023-02-24`; None where the words are none that we know.

    Hours are left out, and so is what no calendar has. `02/03/2023` is None: nobody knows which is the month.

    >>> iso("D:20230224101500+01'00'"), iso("Fri, 24 Feb 2023 10:15:00 GMT"), iso("yesterday")
    ('2023-02-24', '2023-02-24', None)
    """
    bare = words.strip()
    for pattern, order in (
        (_ISO, "ymd"),
        (_DAY_FIRST, "dmy"),
        (_MONTH_FIRST, "mdy"),
        (_MONTH_ALONE, "my"),
    ):
        found = pattern.match(bare)
        if found:
            return _joined(dict(zip(order, found.groups(), strict=True)))
    return None


def _joined(parts: dict[str, str | None]) -> str | None:
    year, month, day = (parts.get(part) for part in "ymd")
    if month is not None and month.isalpha():
        short = month.lower()[:3]
        if short not in _MONTHS:
            return None
        month = f"{_MONTHS.index(short) + 1:02}"
    numbers = [int(part) for part in (year, month, day) if part is not None]
    try:
        date(*[*numbers, 1, 1][:3])
    except ValueError:
        return None
    return "-".join(f"{number:0{width}}" for number, width in zip(numbers, (4, 2, 2), strict=False))
