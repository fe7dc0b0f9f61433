"""The pen: writes into one review file, and takes each of its strokes back, unless somebody wrote there since."""

from dataclasses import dataclass
from pathlib import Path

from armillary import filing
from armillary.review import Entry


@dataclass(frozen=True, slots=True)
class Stroke:
    """One entry that was changed: what stood there and what stands there now, None for nothing."""

    before: Entry | None
    after: Entry | None


class Pen:
    """Writes into a review file. `strokes` are those that changed something, the last one last."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.strokes: list[Stroke] = []

    def put(self, entry: Entry) -> Entry | None:
        """Write an entry. Gives what was said of the same before."""
        before = filing.put(self.path, entry)
        self._remember(Stroke(before, entry))
        return before

    def remove(self, entry: Entry) -> Entry | None:
        """Take an entry out. Gives it, None where there was none."""
        before = filing.remove(self.path, entry)
        self._remember(Stroke(before, None))
        return before

    def back(self, stroke: Stroke) -> None:
        """Take a stroke back.

        Errors: `Overtaken` where the file no longer says what the stroke wrote; it is left as it is.
        """
        if stroke.before is not None:
            filing.put(self.path, stroke.before, over=stroke.after)
        elif stroke.after is not None:
            filing.remove(self.path, stroke.after, over=stroke.after)

    def _remember(self, stroke: Stroke) -> None:
        if stroke.before != stroke.after:
            self.strokes.append(stroke)
