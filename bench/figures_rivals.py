"""Runs in the environment of other tools: sentences come in as JSON, their figures go out as JSON.

Called by `figures.py --beside`. Needs quantulum3 and recognizers-text-suite (with emoji<2), not armillary.
Units are given our names where theirs mean the same, so that a difference of naming is no error.
"""

import json
import sys
import time
from collections.abc import Callable, Iterator
from typing import Any

Row = tuple[int, int, float, str | None]

NAMES = {
    "percentage": "percent", "%": "percent", "dollar": "USD", "united states dollar": "USD", "euro": "EUR",
    "pound sterling": "GBP", "british pound": "GBP", "japanese yen": "JPY", "yen": "JPY", "swiss franc": "CHF",
    "kilometer": "kilometre", "meter": "metre", "metre": "metre", "centimetre": "centimetre",
    "centimeter": "centimetre", "liter": "litre", "litre": "litre", "c": "degree Celsius",
    "degree celsius": "degree Celsius", "f": "degree Fahrenheit", "degree fahrenheit": "degree Fahrenheit",
    "micrometer": "micrometre", "micrometre": "micrometre", "metric ton": "tonne", "tonne": "tonne",
    "degree angle": "degree", "kilometer per hour": "kilometre per hour", "cubic kilometer": "cubic kilometre",
    "kilowatt-hour": "kilowatt-hour", "kilowatt hour": "kilowatt-hour", "cubic kilometre": "cubic kilometre",
    "parts-per-million": "part per million", "pence": "penny", "hectopascal": "hectopascal",
    "percentage point": "percentage point", "basis point": "basis point", "dimensionless": None, "": None,
}  # fmt: skip


def unit_name(name: str | None) -> str | None:
    """Their unit by our name; their own name in lower case where we have none."""
    low = (name or "").lower()
    return NAMES.get(low, low)


def quantulum() -> Callable[[str], Iterator[Row]]:
    """quantulum3, its classifier off where it does not load."""
    from quantulum3 import classifier, parser  # type: ignore[import-not-found]  # noqa: PLC0415

    classifier.USE_CLF = False

    def read(text: str) -> Iterator[Row]:
        for one in parser.parse(text):
            yield one.span[0], one.span[1], float(one.value), unit_name(one.unit.name)

    return read


def recognizers() -> Callable[[str], Iterator[Row]]:
    """recognizers-text: units first, then the numbers that no unit took."""
    from recognizers_number import recognize_number, recognize_percentage  # type: ignore[import-not-found]  # noqa: PLC0415
    from recognizers_number_with_unit import (  # type: ignore[import-not-found]  # noqa: PLC0415
        recognize_currency,
        recognize_dimension,
        recognize_temperature,
    )

    steps = (
        recognize_percentage,
        recognize_currency,
        recognize_temperature,
        recognize_dimension,
        recognize_number,
    )

    def read(text: str) -> Iterator[Row]:
        taken: list[tuple[int, int]] = []
        for step in steps:
            for one in step(text, "en-us"):
                row = _row(one, percent=step is recognize_percentage)
                if row and not any(row[0] < end and start < row[1] for start, end in taken):
                    taken.append(row[:2])
                    yield row

    return read


def _row(one: Any, *, percent: bool) -> Row | None:  # noqa: ANN401  a class of an untyped package
    resolution = one.resolution or {}
    value = str(resolution.get("value") or "").strip("%")
    try:
        number = float(value)
    except ValueError:
        return None
    return one.start, one.end + 1, number, "percent" if percent else unit_name(resolution.get("unit"))


def main() -> None:
    """Every tool that is installed reads every sentence; a sentence that a tool fails on gives nothing."""
    texts = json.load(sys.stdin)
    told: dict[str, Any] = {}
    for tool, make in (("quantulum3", quantulum), ("recognizers-text", recognizers)):
        try:
            read = make()
        except ImportError:
            continue
        list(read(texts[0]))  # loads what it loads lazily
        found: list[list[Row]] = []
        failed = 0
        began = time.perf_counter()
        for text in texts:
            try:
                found.append(list(read(text)))
            except Exception:  # noqa: BLE001  a tool's own failure must not end the table
                found.append([])
                failed += 1
        seconds = time.perf_counter() - began
        name = f"{tool}, failed on {failed}" if failed else tool
        told[name] = {"found": found, "seconds": seconds}
    json.dump(told, sys.stdout)


if __name__ == "__main__":
    main()
