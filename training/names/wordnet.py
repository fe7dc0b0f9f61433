"""Make `landmarks.txt` and `famous.txt` of `annotate/names`, from WordNet 3.0 (Princeton University, its own free licence).

    apt-get download wordnet-base && dpkg-deb -x wordnet-base_*.deb /tmp/wordnet
    .venv/bin/python training/names/wordnet.py --wordnet /tmp/wordnet/usr/share/wordnet

Instances alone are taken, as WordNet marks them: of places (cities, regions, countries, rivers, mountains) the whole
name, of persons the last word, which is the name that later sentences use.
"""

import argparse
from collections.abc import Iterator
from pathlib import Path

LOCATION, OBJECT, PERSON = 15, 17, 18  # lexicographer's files
SHORTEST = 3
HEAD = """\
# {what} from WordNet 3.0, Copyright 2006 by Princeton University, under its own free licence:
# src/armillary/assemble/factors/LICENSE-wordnet.txt. Made by training/names/wordnet.py.
"""


def instances(folder: Path) -> Iterator[tuple[int, str]]:
    """The lexicographer's file and the words of each instance."""
    for line in (folder / "data.noun").read_text(encoding="latin-1").splitlines():
        if line.startswith("  "):
            continue
        fields = line.split(" | ")[0].split()
        size = int(fields[3], 16)
        if "@i" in fields[4 + 2 * size :]:
            yield from (
                (int(fields[1]), word.replace("_", " ")) for word in fields[4 : 4 + 2 * size : 2]
            )


def write(target: Path, what: str, found: set[str]) -> None:
    """One name a line, sorted."""
    kept = sorted(name for name in found if len(name) >= SHORTEST and name[0].isupper())
    target.write_text(HEAD.format(what=what) + "\n".join(kept) + "\n", encoding="utf-8")
    print(f"{target}: {len(kept)} names")


def main() -> None:
    """Read, choose, write."""
    options = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    options.add_argument("--wordnet", type=Path, required=True)
    options.add_argument("--out", type=Path, default=Path("src/armillary/annotate/names"))
    chosen = options.parse_args()
    named = list(instances(chosen.wordnet))
    write(
        chosen.out / "landmarks.txt", "Names of places", {w for n, w in named if n in {LOCATION, OBJECT}}
    )
    last = {word.split()[-1] for number, word in named if number == PERSON and " " in word}
    write(chosen.out / "famous.txt", "Last names of persons", last)


if __name__ == "__main__":
    main()
