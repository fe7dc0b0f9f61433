"""Words per second of every stage, and peak memory, on the Federalist Papers (or any text you name).

    python bench/stages.py [TEXT] [--runs N]
    python bench/stages.py [TEXT] --pages 100    # only reading and annotating, in a fresh process, its start counted

Each stage runs N times on one core, with the settings that nobody has to choose; the table gives the median.
Claims are read by the rules alone and by both witnesses; the difference is the tagger's, and the road counts
both. Memory is the peak of a build in a process of its own, for the text and for the text twice over: it
should grow no faster than the text.
"""

import argparse
import os
import re
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from armillary import pipeline, wire
from armillary.annotate import STEPS, annotate
from armillary.extract import EXTRACTORS, causes, plugged
from armillary.extract.causes.witnesses import Heard
from armillary.findings import Findings
from armillary.publish.report import render
from armillary.read import Bytes, read
from armillary.reading import Reading
from armillary.settings import Settings

TEXT = Path(__file__).parents[2] / "shared" / "texts" / "federalist-papers.txt"
PAGE_WORDS = 500
Made = TypeVar("Made")
RULES, TAGGER, PAGE = "claims by the rules", "and by the tagger", "publish report"


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("text", nargs="?", type=Path, default=TEXT)
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--memory", action="store_true", help="only build, and print the peak in MB")
    parser.add_argument(
        "--pages", type=int, help=f"so many pages of {PAGE_WORDS} words, from a cold start"
    )
    parser.add_argument("--cold", action="store_true", help="what --pages starts")
    asked = parser.parse_args()
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    if asked.cold:
        annotate(
            read(Bytes(asked.text.name, sys.stdin.buffer.read()), Settings()), Settings().language_model
        )
        print(time.process_time())
        return
    if asked.pages:
        _cold(asked.text, asked.pages, asked.runs)
        return
    if asked.memory:
        wire.dump(pipeline.build(asked.text))
        print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)
        return
    words = len(asked.text.read_text(encoding="utf-8").split())
    seconds = [_stages(asked.text) for _ in range(asked.runs)]
    print(f"{asked.text.name}: {words:,} words, one core, median of {asked.runs}\n")
    print(f"{'stage':<24}{'seconds':>10}{'words/s':>14}")
    for stage in seconds[0]:
        _row(stage, words, statistics.median(run[stage] for run in seconds))
    parsed = [run[RULES] + run[TAGGER] for run in seconds]
    _row("claims, both witnesses", words, statistics.median(parsed))
    road = [sum(run.values()) - run[PAGE] for run in seconds]
    _row("read to model", words, statistics.median(road))
    _row("and the page", words, statistics.median(sum(run.values()) for run in seconds))
    _memory(asked.text, words)


def _row(stage: str, words: int, seconds: float) -> None:
    print(f"{stage:<24}{seconds:>10.3f}{words / seconds:>14,.0f}")


def _stages(text: Path) -> dict[str, float]:
    """Seconds of each stage in one run of the road."""
    seconds: dict[str, float] = {}

    def timed(stage: str, work: Callable[[], Made]) -> Made:
        start = time.perf_counter()
        made = work()
        seconds[stage] = time.perf_counter() - start
        return made

    settings = Settings()
    document = timed("read", lambda: read(text, settings))
    reading = Reading(document, language_model=settings.language_model)
    for step in STEPS:
        name = step.mark.__module__.split(".")[2]
        reading = timed(f"annotate {name}", lambda mark=step.mark, so_far=reading: mark(so_far))  # type: ignore[misc]
    findings = Findings(document, mentions=reading.mentions, times=reading.times)
    for find in EXTRACTORS:
        name = find.__module__.split(".")[2]
        findings = timed(f"extract {name}", lambda find=find, so_far=findings: find(reading, so_far))  # type: ignore[misc]
    timed(RULES, lambda: causes.find(reading, findings))
    both = timed(TAGGER, lambda: causes.find(reading, findings, Heard(settings.witnesses)))
    seconds[TAGGER] -= seconds[RULES]
    findings = plugged.find(reading, both)
    system = timed("assemble and check", lambda: pipeline.join([findings], settings))
    timed("write the model", lambda: wire.dump(system))
    timed(PAGE, lambda: render(system))
    return seconds


def _cold(text: Path, pages: int, runs: int) -> None:
    """Seconds of processor time from the start of Python to the last mark, on one core."""
    content = text.read_text(encoding="utf-8")
    ends = [word.end() for word in re.finditer(r"\S+", content)][: pages * PAGE_WORDS]
    command = [sys.executable, __file__, str(text), "--cold"]
    part = content[: ends[-1]].encode()
    seconds = [
        float(subprocess.run(command, input=part, check=True, capture_output=True).stdout)
        for _ in range(runs)
    ]
    pages_read = len(ends) / PAGE_WORDS
    print(
        f"{text.name}: {pages_read:.0f} pages ({len(ends):,} words) read and annotated in "
        f"{statistics.median(seconds):.2f} s of one core, the start of Python included"
    )


def _memory(text: Path, words: int) -> None:
    """Peak memory for the text, and for the text twice over."""
    twice = Path(os.environ.get("TMPDIR", "/tmp")) / "armillary-bench-twice.txt"  # noqa: S108  a scratch file
    content = text.read_text(encoding="utf-8")
    twice.write_text(f"{content}\n\n{content}", encoding="utf-8")
    peaks = [
        float(
            subprocess.run(
                [sys.executable, __file__, str(one), "--memory"], check=True, capture_output=True
            ).stdout
        )
        for one in (text, twice)
    ]
    twice.unlink()
    print(f"\npeak memory: {peaks[0]:.0f} MB for {words:,} words, {peaks[1]:.0f} MB for twice as many")


if __name__ == "__main__":
    main()
