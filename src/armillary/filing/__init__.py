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

from armillary.errors import Overtaken
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


class Anything:
    """Stands for whatever is in the file."""


ANYTHING = Anything()


def put(path: Path, entry: Entry, over: Entry | Anything | None = ANYTHING) -> Entry | None:
    """Write an entry into a review file, over the one that speaks of the same. Gives the one that stood there.

    `over` is what must stand there, None for nothing.

    Errors: `ReviewError` where the file is damaged, `OutputError` where it cannot be written, `Overtaken` where
    something else stands there; it is then as it was.
    """
    return _changed(path, entry, rows.toml(entry), over)


def remove(path: Path, entry: Entry, over: Entry | Anything | None = ANYTHING) -> Entry | None:
    """Take the entry out that speaks of the same as this one. Gives it, or None where there was none."""
    return _changed(path, entry, None, over)


def _changed(
    path: Path, entry: Entry, written: str | None, over: Entry | Anything | None
) -> Entry | None:
    before: Entry | None = None

    def edit(text: str) -> str:
        nonlocal before
        parts = blocks.cut(path, text)
        stood = [rows.entry(path, part) for part in parts.blocks]
        before = next((one for one in stood if rows.key(one) == rows.key(entry)), None)
        if not isinstance(over, Anything) and before != over:
            message = f"{path}: this was changed in between, in another window or in the file; nothing was overwritten"
            raise Overtaken(message)
        if written is not None and before == entry:
            return text
        return blocks.joined(parts, [rows.key(one) for one in stood], rows.key(entry), written, HEAD)

    keeping.change(path, edit)
    return before
