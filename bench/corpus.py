"""Documents per second of `armillary corpus add`, and seconds of the common questions on many claims.

    python bench/corpus.py add [TEXT] [--documents N] [--words W] [--workers 1 2 ray]
    python bench/corpus.py ask [--claims N]

`add` cuts a text into documents of W words, each beginning a little later than the one before, and adds
them to a fresh corpus with each number of workers; then once more, with nothing changed. Speed is beside that of
the first number. Memory is the largest process below the run (of Ray: its workers) after a tenth, a half and all
of the first run. `ask` fills a corpus with claims that a
generator makes (zipfian factors, 200 holders, 150 years) and asks each question three times; the
middle one counts. Figures and their machine stand in docs/scale.md.
"""

import argparse
import random
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from threading import Event, Thread

import duckdb

from armillary.keep import opened
from armillary.keep.questions import asked

TEXT = Path(__file__).parents[2] / "shared" / "texts" / "federalist-papers.txt"
QUESTIONS = (
    ("who", "factor 17", "factor 3"),
    ("years", "factor 17", "factor 3"),
    ("first", "factor 17", "factor 3"),
    ("agree",),
    ("changed", "1900-1913", "1914-1918"),
)
GENERATOR = """
INSERT INTO documents SELECT 'd' || i, 'd' || i, 'd' || i, 'author ' || (i % 200), NULL,
  (1850 + i % 150)::VARCHAR, 1850 + i % 150, 2000, i::VARCHAR, '', NULL, NULL, true FROM range({documents}) r(i);
INSERT INTO claims SELECT 'd' || (i % {documents}), 'c' || i, 'factor ' || floor(power(random(), -0.7)),
  'factor ' || floor(power(random(), -0.7)), ['raises', 'lowers', 'unclear'][1 + (i % 3)::INT], 'asserted',
  'the author', 0.8, 'the words of claim ' || i, 0, 20, false FROM range({claims}) r(i);
"""


def main() -> None:
    """Print a table."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("what", choices=("add", "ask"))
    parser.add_argument("text", nargs="?", type=Path, default=TEXT)
    parser.add_argument("--documents", type=int, default=10_000)
    parser.add_argument("--words", type=int, default=400)
    parser.add_argument("--workers", nargs="+", default=["1", "2"], help="numbers of processes, or ray")
    parser.add_argument("--claims", type=int, default=10_000_000)
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as place:
        if chosen.what == "add":
            add(Path(place), chosen)
        else:
            ask(Path(place), chosen.claims)


def add(place: Path, chosen: argparse.Namespace) -> None:
    """Time a first and a second run with each number of workers."""
    folder = place / "texts"
    folder.mkdir()
    words = chosen.text.read_text(encoding="utf-8").split(" ")
    chance = random.Random(1)  # noqa: S311  the same documents every time
    for number in range(chosen.documents):
        start = chance.randrange(len(words) - chosen.words)
        (folder / f"{number:05}.txt").write_text(" ".join(words[start : start + chosen.words]))
    print(
        "| workers | documents a second | beside the first | second run, share of the first | "
        "MB after a tenth, half, all |"
    )
    print("|---|---|---|---|---|")
    base = 0.0
    for workers in chosen.workers:
        corpus = place / f"{workers}.armillary"
        (first, memory), (second, _) = (_run(folder, corpus, workers) for _ in range(2))
        rate = chosen.documents / first
        base = base or rate
        moments = [
            memory[int((len(memory) - 2) * share)] for share in (0.1, 0.5, 1)
        ]  # the last is of an end
        over_time = ", ".join(f"{held:.0f}" for held in moments)
        print(
            f"| {workers} | {rate:.2f} | {rate / base:.2f} | {second / first:.2%} ({second:.1f} s) | {over_time} |",
            flush=True,
        )


def _run(folder: Path, corpus: Path, workers: str) -> tuple[float, list[float]]:
    """Seconds, and the megabytes of the largest process that reads, moment by moment."""
    command = [sys.executable, "-m", "armillary", "corpus", "add", str(folder), "--to", str(corpus)]
    engine = ["--ray", "auto"] if workers == "ray" else ["--workers", workers]
    began = time.perf_counter()
    with subprocess.Popen([*command, *engine]) as run:
        memory, over = list[float](), Event()
        Thread(target=_watch, args=(run.pid, memory, over), daemon=True).start()
        code = run.wait()
        over.set()
    if code:
        raise SystemExit(code)
    return time.perf_counter() - began, memory


def _watch(leader: int, memory: list[float], over: Event) -> None:
    """Note every second how large the largest process is that a run has started, by Linux's own account."""
    while not over.wait(1.0):
        below, held = {leader}, 0.0
        for process in sorted(Path("/proc").glob("[0-9]*"), key=lambda path: int(path.name)):
            try:
                fields = (process / "stat").read_text().rpartition(")")[2].split()
            except OSError:  # it has ended
                continue
            if int(fields[1]) in below and int(process.name) != leader:
                below.add(int(process.name))
                held = max(held, int(fields[21]) * 4096 / 1e6)
        memory.append(held)
    memory.extend([memory[-1] if memory else 0.0] * 2)


def ask(place: Path, claims: int) -> None:
    """Time the questions."""
    corpus = place / "asked.armillary"
    with opened(corpus, to_write=True):
        pass
    with duckdb.connect(str(corpus)) as connection:
        connection.execute("SELECT setseed(0.5)")
        for statement in GENERATOR.format(claims=claims, documents=claims // 20).split(";"):
            connection.execute(statement)
    began = time.perf_counter()
    with opened(corpus, to_write=True) as kept:
        kept.roll_up()
    print(f"counted beforehand in {time.perf_counter() - began:.1f} s\n")
    print("| question | seconds | rows |")
    print("|---|---|---|")
    with opened(corpus, to_write=False) as kept:
        for name, *words in QUESTIONS:
            times, rows = [], 0
            for _ in range(3):
                began = time.perf_counter()
                rows = len(kept.ask(*asked(name, tuple(words)))[1])
                times.append(time.perf_counter() - began)
            print(f"| {name} | {statistics.median(times):.2f} | {rows} |", flush=True)


if __name__ == "__main__":
    main()
