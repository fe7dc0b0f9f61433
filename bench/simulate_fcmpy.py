"""Our steps beside those of fcmpy on the same random maps in one run: equal states, and a ratio of seconds.

    python bench/simulate_fcmpy.py --python PATH [--runs N]     PATH: a Python 3.9 that has fcmpy
    python bench/simulate_fcmpy.py --python PATH --record tests/simulate/fcmpy.json

Without --python it makes that environment with `uv run --python 3.9 --with fcmpy==0.0.21`, in uv's own cache. With
--record it writes fcmpy's states of ten small maps, to which a test holds us where fcmpy is not there. fcmpy
holds every concept without a cause at its start, so we hold those too.
"""

import argparse
import json
import shutil
import statistics
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import numpy as np

from armillary.run import Rule, Transfer
from armillary.simulate.fcm import POSITIVE, Numbers, net, step

HERE = Path(__file__).parent
SIZES = (10, 50, 100, 200, 500, 1000)
LINKS_EACH = 4
STEPS = 50
MEMBERS = 100
NEAR = 1e-9
PAIRS = [
    (rule, transfer)
    for rule in Rule
    for transfer in Transfer
    if rule is not Rule.RESCALED or transfer in POSITIVE
]


def main() -> None:
    """Print the figures, or write fcmpy's states down."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--python", help="a Python 3.9 that has fcmpy 0.0.21")
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--record", type=Path)
    chosen = parser.parse_args()
    if chosen.record:
        small = [drawn(10, rule, transfer, 12, 1) for rule, transfer in PAIRS]
        answers = theirs(chosen.python, small)
        rows = [one | {"states": answer["states"]} for one, answer in zip(small, answers, strict=True)]
        body = ",\n".join(json.dumps({k: v for k, v in row.items() if k != "runs"}) for row in rows)
        chosen.record.write_text(f"[\n{body}\n]\n", encoding="utf-8")
        return
    compare(chosen.python, chosen.runs)


def compare(python: str | None, runs: int) -> None:
    """Equal states on every rule and transfer, then seconds by size."""
    maps = [drawn(50, rule, transfer, STEPS, 1) for rule, transfer in PAIRS]
    maps += [drawn(size, Rule.KOSKO, Transfer.SIGMOID, STEPS, runs) for size in SIZES]
    answers = theirs(python, maps)
    furthest = 0.0
    for one, answer in zip(maps, answers, strict=True):
        states, alone = ours(one, 1)
        furthest = max(furthest, float(np.abs(states - np.array(answer["states"])[..., None]).max()))
        if one["runs"] > 1:
            states, together = ours(one, MEMBERS)
            furthest = max(furthest, float(np.abs(states - np.array(answer["states"])[..., None]).max()))
            each = [seconds / MEMBERS for seconds in together]
            print(
                f"{one['size']} concepts, {STEPS} steps: fcmpy {told(answer['seconds'])}; "
                f"ours alone {told(alone)}, {ratio(answer['seconds'], alone)}; "
                f"each of {MEMBERS} at once {told(each)}, {ratio(answer['seconds'], each)}"
            )
    print(f"{len(maps)} maps, all rules and transfers: no state differs by more than {furthest:.1e}")
    if furthest > NEAR:
        sys.exit("the states differ from those of fcmpy")


def told(seconds: list[float]) -> str:
    """The least and the median, in milliseconds."""
    return f"{min(seconds) * 1000:.3g} ms (median {statistics.median(seconds) * 1000:.3g})"


def ratio(of: list[float], to: list[float]) -> str:
    """How many times as long, by the least and by the median."""
    return f"{min(of) / min(to):.0f} times as fast ({statistics.median(of) / statistics.median(to):.0f})"


def drawn(size: int, rule: Rule, transfer: Transfer, steps: int, runs: int) -> dict[str, Any]:
    """A random map: four links a concept, no two on one pair, none on itself; a random start."""
    random = np.random.default_rng(size)
    pairs = sorted(
        {(int(a), int(b)) for a, b in random.integers(0, size, (size * LINKS_EACH, 2)) if a != b}
    )
    low = 0.0 if transfer in POSITIVE else -1.0
    start = random.uniform(low, 1, size)
    if transfer in {Transfer.BIVALENT, Transfer.TRIVALENT}:
        start = np.round(start)
    return {
        "rule": rule.value,
        "transfer": transfer.value,
        "size": size,
        "causes": [a for a, _ in pairs],
        "effects": [b for _, b in pairs],
        "weights": np.round(random.uniform(-1, 1, len(pairs)), 6).tolist(),
        "start": np.round(start, 6).tolist(),
        "steps": steps,
        "runs": runs,
    }


def ours(one: dict[str, Any], members: int) -> tuple[Numbers, list[float]]:
    """All states of so many copies of a map, the start first, and the seconds of each of as many runs."""
    rule, transfer = Rule(one["rule"]), Transfer(one["transfer"])
    causes, effects = (np.array(one[side], dtype=np.intp) for side in ("causes", "effects"))
    weights = np.repeat(np.array(one["weights"])[:, None], members, axis=1)
    first = np.repeat(np.array(one["start"], dtype=np.float64)[:, None], members, axis=1)
    of = net(one["size"], causes, effects, weights, rule)
    held = np.setdiff1d(np.arange(one["size"], dtype=np.intp), effects)
    seconds = []
    for _ in range(one["runs"]):
        begun = time.perf_counter()
        states = [first]
        for _ in range(one["steps"]):
            states.append(step(of, rule, transfer, states[-1], held, first[held, 0]))
        seconds.append(time.perf_counter() - begun)
    return np.array(states), seconds


def theirs(python: str | None, maps: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The answers of fcmpy, from a Python of its own."""
    uv = shutil.which("uv") or "uv"
    start = (
        [python] if python else [uv, "run", "--no-project", "--python", "3.9", "--with", "fcmpy==0.0.21"]
    )
    command = [*start, str(HERE / "fcmpy_rival.py")]
    done = subprocess.run(command, input=json.dumps(maps), capture_output=True, text=True, check=False)
    if done.returncode:
        sys.exit(f"fcmpy does not run ({' '.join(command)}): {done.stderr.strip()[-400:]}")
    answers: list[dict[str, Any]] = json.loads(done.stdout)
    return answers


if __name__ == "__main__":
    main()
