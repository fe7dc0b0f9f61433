"""Structure: a contents whose sections are dropped or moved, references to nothing, numbers left out."""

import random

from planting.kinds import THINGS, Pair, Planter

_HEADS = (
    "The Price of Stone", "Tolls and Keepers", "Who Paid for It", "The Winter Flood", "Iron and Rope", "A Quarrel of Towns",
    "What the Clerk Wrote", "The Second Crossing", "Rates and Rents", "The Long Repair", "After the Fire", "Lessons for Builders",
)  # fmt: skip
_DRESSES = (
    "Contents: {line}\n\n",
    "CONTENTS\n\n{dashes}\n\n",
    "## Contents\n\n{dashes}\n\n",
    "Table of contents\n\n{numbers}\n\n",
)


def _heads(rng: random.Random) -> list[str]:
    return rng.sample(_HEADS, rng.randint(4, 6))


def _document(heads: list[str], contents: list[str], dress: str) -> str:
    top = dress.format(
        line=" / ".join(contents),
        dashes="\n".join(f"- {head}" for head in contents),
        numbers="\n".join(f"{number}. {head}" for number, head in enumerate(contents, start=1)),
    )
    mark = "## "
    return "# On Crossings\n\n" + top + "\n\n".join(f"{mark}{head}\n\n…" for head in heads)


def _missing(rng: random.Random) -> Pair:
    heads, dress = _heads(rng), rng.choice(_DRESSES)
    dropped = rng.randrange(len(heads))
    left = heads[:dropped] + heads[dropped + 1 :]
    return Pair(_document(heads, heads, dress), _document(left, heads, dress), whole=True)


def _unlisted(rng: random.Random) -> Pair:
    heads, dress = _heads(rng), rng.choice(_DRESSES)
    dropped = rng.randrange(len(heads))
    left = heads[:dropped] + heads[dropped + 1 :]
    return Pair(_document(heads, heads, dress), _document(heads, left, dress), whole=True)


def _moved(rng: random.Random) -> Pair:
    heads, dress = _heads(rng), rng.choice(_DRESSES)
    other = heads[1:] + heads[:1]
    return Pair(_document(heads, heads, dress), _document(other, heads, dress), whole=True)


def _nothing(rng: random.Random) -> Pair:
    heads = _heads(rng)
    told = rng.choice(
        ("see section {}", "as section {} shows", "(see chapter {})", "more on this in section {}")
    )

    def text(number: int) -> str:
        kind = "Chapter" if "chapter" in told else "Section"
        sections = [
            f"## {kind} {at}: {head}\n\n…" if kind == "Chapter" else f"## {at}. {head}\n\n…"
            for at, head in enumerate(heads, start=1)
        ]
        sections[0] += f"\n\nThe old crossing was cheaper; {told.format(number)}."
        return "# On Crossings\n\n" + "\n\n".join(sections)

    return Pair(text(rng.randint(2, len(heads))), text(len(heads) + rng.randint(2, 4)), whole=True)


def _gap(rng: random.Random) -> Pair:
    things = rng.sample(THINGS, rng.randint(4, 6))
    dropped = rng.randrange(1, len(things) - 1)
    inline = rng.random() < 1 / 2

    def text(numbers: list[int]) -> str:
        if inline:
            return (
                "The council asked for "
                + ", ".join(
                    f"({number}) a new {thing}" for number, thing in zip(numbers, things, strict=False)
                )
                + "."
            )
        return "The council asked for this.\n\n" + "\n".join(
            f"{number}. A new {thing}" for number, thing in zip(numbers, things, strict=False)
        )

    right = list(range(1, len(things) + 1))
    wrong = [number + (number > dropped) for number in right]
    return Pair(text(right), text(wrong))


STRUCTURE = (
    Planter("S101", _missing),
    Planter("S102", _unlisted),
    Planter("S103", _moved),
    Planter("S201", _nothing),
    Planter("S202", _gap),
)
