"""Filing: the review file beside a document, in and out.

    essay.txt, essay.txt.review.toml:

    [[claim]]
    quote = "Fewer flats led to higher rents"
    prefix = "reduced the number of flats. "
    suffix = ". Higher rents led to a cap."
    cause = "flats"
    effect = "rents"
    verdict = "rejected"

It can be read, edited and kept under version control: one block for each thing that is said, in the order of
its words, so that two people who correct different sentences change different lines. A change touches its own
block and leaves all others, and what a person wrote between them, as they stand.
"""

from pathlib import Path

from armillary.filing import blocks, keeping, rows
from armillary.review import Entry, Review

ENDING = ".review.toml"

HEAD = """\
# What was looked at in this document and corrected. Each entry is known by its words, so that it survives edits; where
# they are gone, it is told of and applied to nothing else. `armillary build` applies it, `armillary review` adds to it.
"""


def beside(document: Path) -> Path:
    """The review file of a document: `essay.txt` has `essay.txt.review.toml`."""
    return document.parent / f"{document.name}{ENDING}"


def load(path: Path) -> Review:
    """What a review file says; nothing where there is none.

    Errors: `ReviewError` for a file that is damaged, with the line.
    """
    return rows.review(path, blocks.cut(path, keeping.text_of(path)))


def put(path: Path, entry: Entry) -> Entry | None:
    """Write an entry into a review file, over the one that speaks of the same. Gives the one that stood there.

    Errors: `ReviewError` where the file is damaged, `OutputError` where it cannot be written; it is then as it was.
    """
    return _changed(path, entry, rows.toml(entry))


def remove(path: Path, entry: Entry) -> Entry | None:
    """Take the entry out that speaks of the same as this one. Gives it, or None where there was none."""
    return _changed(path, entry, None)


def _changed(path: Path, entry: Entry, written: str | None) -> Entry | None:
    before: Entry | None = None

    def edit(text: str) -> str:
        nonlocal before
        parts = blocks.cut(path, text)
        before = next(
            (
                stood
                for part in parts.blocks
                if rows.key(stood := rows.entry(path, part)) == rows.key(entry)
            ),
            None,
        )
        if written is not None and before == entry:
            return text
        order = [rows.key(rows.entry(path, part)) for part in parts.blocks]
        return blocks.joined(parts, order, rows.key(entry), written, HEAD)

    keeping.change(path, edit)
    return before
