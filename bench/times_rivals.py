"""Runs in the environment of other tools: sentences come in as JSON, their times go out as JSON.

Called by `times.py --beside`. Needs dateparser, quantulum3 and recognizers-text-suite (with emoji<2), not
armillary. A tool is given the day from which the document is told. Its answers are written as TIMEX3 as far as
it says enough: dateparser's dates to the day, month or year that it says it has read; of the two resolutions
of recognizers-text the past one, as the texts are about the past; quantulum3's amounts of time as durations.
"""

import json
import re
import sys
import time
from collections.abc import Callable, Iterator
from datetime import datetime
from typing import Any

Row = tuple[int, int, str, str | None]
Reader = Callable[[str, datetime], Iterator[Row]]

LETTERS = {
    "second": "PT{}S", "minute": "PT{}M", "hour": "PT{}H", "day": "P{}D", "week": "P{}W", "month": "P{}M",
    "year": "P{}Y", "decade": "P{}E", "century": "P{}C",
}  # fmt: skip
TYPES = {"time": "TIME", "timerange": "TIME", "datetime": "TIME", "datetimerange": "TIME"}
_SHAPES = {"year": "%Y", "month": "%Y-%m", "week": "%G-W%V", "day": "%Y-%m-%d", "time": "%Y-%m-%dT%H:%M"}
_OPEN = re.compile(r"X|\(")


def dateparser() -> Reader:
    """dateparser.search; where a word stands is found again from left to right, for it does not say."""
    from dateparser.date import DateDataParser  # type: ignore[import-untyped]  # noqa: PLC0415
    from dateparser.search import search_dates  # type: ignore[import-untyped]  # noqa: PLC0415

    def read(text: str, told: datetime) -> Iterator[Row]:
        settings = {"RELATIVE_BASE": told, "PREFER_DATES_FROM": "past"}
        closer = DateDataParser(languages=["en"], settings=settings)
        at = 0
        for words, _ in search_dates(text, languages=["en"], settings=settings) or ():
            start = text.find(words, at)
            if start < 0:
                continue
            at = start + len(words)
            data = closer.get_date_data(words)
            value = data.date_obj.strftime(_SHAPES[data.period]) if data.date_obj else None
            yield start, at, "TIME" if data.period == "time" else "DATE", value

    return read


def quantulum() -> Reader:
    """quantulum3, its classifier off where it does not load: amounts of time."""
    from quantulum3 import classifier, parser  # type: ignore[import-not-found]  # noqa: PLC0415

    classifier.USE_CLF = False

    def read(text: str, _: datetime) -> Iterator[Row]:
        for one in parser.parse(text):
            shape = LETTERS.get(one.unit.name)
            if shape:
                yield one.span[0], one.span[1], "DURATION", shape.format(f"{float(one.value):g}")

    return read


def recognizers() -> Reader:
    """recognizers-text."""
    from recognizers_date_time import recognize_datetime  # type: ignore[import-not-found]  # noqa: PLC0415

    def read(text: str, told: datetime) -> Iterator[Row]:
        for one in recognize_datetime(text, "en-us", reference=told):
            values = (one.resolution or {}).get("values") or [{}]
            kind = one.type_name.rpartition(".")[2]
            timex = TYPES.get(kind, {"duration": "DURATION", "set": "SET"}.get(kind, "DATE"))
            yield one.start, one.end + 1, timex, _value(values[0])

    return read


def _value(said: dict[str, Any]) -> str | None:
    """The value as TIMEX3 writes it: what the tool writes, or the day that it resolves an open one to."""
    written = str(said.get("timex") or "")
    if written and not _OPEN.search(written):
        return written
    resolved = said.get("value") or said.get("start")
    shape = written.split("T", maxsplit=1)[0]
    return str(resolved)[: len(shape)] if resolved and shape else None


def main() -> None:
    """Every tool that is installed reads every sentence; a sentence that a tool fails on gives nothing."""
    sentences = [(text, datetime.fromisoformat(told)) for text, told in json.load(sys.stdin)]
    answers: dict[str, Any] = {}
    for tool, make in (
        ("dateparser", dateparser),
        ("quantulum3", quantulum),
        ("recognizers-text", recognizers),
    ):
        try:
            read = make()
        except ImportError:
            continue
        list(read(*sentences[0]))  # loads what it loads lazily
        found: list[list[Row]] = []
        failed = 0
        began = time.perf_counter()
        for text, told in sentences:
            try:
                found.append(list(read(text, told)))
            except Exception:  # noqa: BLE001  a tool's own failure must not end the table
                found.append([])
                failed += 1
        name = f"{tool}, failed on {failed}" if failed else tool
        answers[name] = {"found": found, "seconds": time.perf_counter() - began}
    json.dump(answers, sys.stdout)


if __name__ == "__main__":
    main()
