"""How quickly the app answers: a document is served, its claims are accepted and rejected one after another.

python bench/app.py                         the July crisis of 1914
python bench/app.py --times 15              ... fifteen times over, in one document
python bench/app.py essay.txt --claims 50
"""

import argparse
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from statistics import median

import httpx2

JULY = Path(__file__).parents[1] / "examples/july-1914.md"


def main() -> None:
    """Measure one document."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("document", nargs="?", type=Path, default=JULY)
    parser.add_argument("--times", type=int, default=1)
    parser.add_argument("--claims", type=int, default=20)
    asked = parser.parse_args()
    folder = Path(tempfile.mkdtemp())
    try:
        text = asked.document.read_bytes()
        (folder / asked.document.name).write_bytes((text + b"\n\n") * asked.times)
        measure(folder, asked.document.name, asked.claims)
    finally:
        shutil.rmtree(folder)


def measure(folder: Path, name: str, claims: int) -> None:
    """Serve a folder, and print how long each thing takes."""
    command = [sys.executable, "-m", "armillary", "serve", str(folder), "--no-open", "--port", "0"]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    ) as running:
        address = running.stdout.readline().strip() if running.stdout else ""
        with httpx2.Client(follow_redirects=True, timeout=600) as client:
            client.get(address)
            base = f"{address.split('?')[0]}documents/{name}"
            print(f"read and drawn     {timed(lambda: wait_for(client, base)):8.2f} s")
            model = client.get(f"{base}/state").json()["model"]
            print(
                f"                   {len(model['claims']):8,} claims, {len(model['factors']):,} factors"
            )
            keys = [claim["id"] for claim in model["claims"][:claims]]
            took = [timed(partial(judge, client, base, key, at)) for at, key in enumerate(keys)]
            print(f"correction saved   {median(took):8.3f} s, the slowest {max(took):.3f} s")
            print(f"page made anew     {timed(lambda: client.get(f'{base}/state')):8.2f} s")
            print(f"page of the app    {timed(lambda: client.get(f'{base}/page')):8.2f} s")
        running.terminate()


def judge(client: httpx2.Client, base: str, key: str, at: int) -> None:
    """Accept a claim, or reject it."""
    verdict = ("accepted", "rejected")[at % 2]
    asked = {"do": "judge", "id": key, "verdict": verdict, "mark": ""}
    client.post(f"{base}/corrections", json=asked).raise_for_status()


def wait_for(client: httpx2.Client, base: str) -> None:
    """Have the document read, and wait for it."""
    client.post(f"{base}/read")
    with client.stream("GET", f"{base}/events") as events:
        for line in events.iter_lines():
            if '"ready"' in line:
                return
            if '"failed"' in line:
                sys.exit(line)


def timed(work: Callable[[], object]) -> float:
    """Seconds of a piece of work."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


if __name__ == "__main__":
    main()
