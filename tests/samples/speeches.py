"""A corpus of a few speeches, put in by hand: no text is read."""

from collections.abc import Sequence
from pathlib import Path

from armillary.keep import Leaf, opened
from armillary.keep.store import Facts

Told = tuple[str, str, str, str, str]
"""Cause, effect, sign, modality and holder of a claim."""
SPEECHES: Sequence[Sequence[Told]] = (
    (
        ("Tariffs", "prices", "raises", "asserted", "the author"),
        ("drought", "prices", "raises", "hedged", "the author"),
    ),
    (
        ("tariffs", "prices", "lowers", "asserted", "the author"),
        ("prices", "unrest", "raises", "asserted", "the crowd"),
    ),
    (
        ("tariffs", "prices", "raises", "negated", "the author"),
        ("drought", "prices", "raises", "asserted", "the author"),
    ),
    (
        ("tariffs", "prices", "raises", "asserted", "the author"),
        ("unrest", "war", "unclear", "asserted", "the author"),
    ),
)
AUTHORS = ("Adler", "Brandt", "Cole", "Dietz")


def corpus_of(path: Path, speeches: Sequence[Sequence[Told]] = SPEECHES) -> Path:
    """A corpus of these speeches: by four authors in turn, of two bodies, one each year from 1900."""
    with opened(path, to_write=True) as corpus:
        for place, told in enumerate(speeches):
            facts = Facts(AUTHORS[place % 4], ("Left", "Right")[place % 2], str(1900 + place))
            corpus.put(f"d{place:03}", leaf(f"speech {place}", told), "print", facts)
        corpus.roll_up()
    return path


def leaf(name: str, told: Sequence[Told]) -> Leaf:
    """What a document of these claims gives."""
    rows = tuple(
        (
            f"c{number}",
            cause,
            effect,
            sign,
            modality,
            holder,
            0.5,
            f"{cause} {sign} {effect}.",
            number,
            number + 9,
        )
        for number, (cause, effect, sign, modality, holder) in enumerate(told)
    )
    return Leaf(name, name, "0", None, 100, {"claims": rows, "events": (), "positions": ()}, b"")
