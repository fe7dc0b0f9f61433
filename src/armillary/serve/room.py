"""The room: the desks on which the documents of a shelf lie, and how far each is read.

Documents are read one after another in a thread of their own, so that the browser is answered meanwhile.
"""

import threading
import time
from collections import OrderedDict
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from queue import SimpleQueue

from armillary import filing
from armillary.desk import Desk
from armillary.errors import ArmillaryError
from armillary.serve.drawing import Drawn, draw
from armillary.settings import Settings

MOST_DESKS = 12
"""How many documents stay open; the one that was looked at longest ago is put away first. Nothing is lost by it:
what was said stands in the file, only the step-by-step undo of that document ends."""


class State(StrEnum):
    """How far a document is."""

    CLOSED = "closed"
    WAITING = "waiting"
    READING = "reading"
    READY = "ready"
    FAILED = "failed"


@dataclass(slots=True)
class Place:
    """The place of one document in the room. `took` are the seconds of each stage, `why` the reason of a failure.

    `stamp` tells the document as it was read from one that was changed since.
    """

    path: Path
    state: State = State.CLOSED
    stage: str = ""
    share: float = 0.0
    took: dict[str, float] = field(default_factory=dict)
    why: str = ""
    stamp: str = ""
    desk: Desk | None = None
    steps: dict[int, tuple[int, int]] = field(default_factory=dict)
    lock: threading.RLock = field(default_factory=threading.RLock)
    _drawn: Drawn | None = None
    _pencil: threading.Lock = field(default_factory=threading.Lock)

    @property
    def changed(self) -> bool:
        """Whether the document is no longer what was read."""
        return self.desk is not None and self.stamp != stamp_of(self.path)

    @property
    def review_stamp(self) -> str:
        """Tells the review file of now from that of another time."""
        return stamp_of(filing.beside(self.path))

    def drawn(self, desk: Desk) -> Drawn:
        """The document as it is corrected now. Only one is drawn at a time, and none twice."""
        with self._pencil:
            stamp = f"{desk.read.document.sha256} {self.review_stamp}"
            if self._drawn is None or self._drawn.stamp != stamp:
                self._drawn = draw(desk, stamp)
            return self._drawn


class Room:
    """The desks of a shelf."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self._places: OrderedDict[str, Place] = OrderedDict()
        self._waiting: SimpleQueue[Place] = SimpleQueue()
        self._lock = threading.Lock()
        threading.Thread(target=self._read_all, name="reader", daemon=True).start()

    def place(self, path: Path) -> Place:
        """The place of a document."""
        with self._lock:
            place = self._places.setdefault(path.name, Place(path))
            self._places.move_to_end(path.name)
            open_ = [
                name for name, one in self._places.items() if one.state in {State.READY, State.FAILED}
            ]
            for name in open_[: max(0, len(open_) - MOST_DESKS)]:
                del self._places[name]
            return place

    def look(self, path: Path) -> Place:
        """The same, without opening one that is closed."""
        return self._places.get(path.name) or Place(path)

    def read(self, path: Path, *, again: bool = False) -> Place:
        """Have a document read, unless it is, or waits to be. `again`: also where it is."""
        place = self.place(path)
        with place.lock:
            if place.state in {State.CLOSED, State.FAILED} or (again and place.state is State.READY):
                place.state, place.stage, place.share, place.why = State.WAITING, "", 0.0, ""
                self._waiting.put(place)
        return place

    def _read_all(self) -> None:
        while True:
            self._read(self._waiting.get())

    def _read(self, place: Place) -> None:
        begun: dict[str, float] = {}

        def tell(_: str, stage: str, share: float) -> None:
            now = time.monotonic()
            place.took[stage] = now - begun.setdefault(stage, now)
            place.stage, place.share = stage, share

        place.state, place.took = State.READING, {}
        stamp = stamp_of(place.path)
        try:
            desk = Desk(place.path, self.settings, tell)
            tell("", "assemble", 0.0)
            place.drawn(desk)
            tell("", "assemble", 1.0)
        except ArmillaryError as error:
            place.why, place.state = str(error), State.FAILED
        except Exception as error:  # noqa: BLE001  the reader goes on with the next document; this one is told of
            place.why = (
                f"this is a fault of Armillary, not of the document ({type(error).__name__}: {error})"
            )
            place.state = State.FAILED
        else:
            with place.lock:
                place.desk, place.stamp, place.steps = desk, stamp, {}
                place.state = State.READY


def stamp_of(path: Path) -> str:
    """Tells what a file holds now from what it held at another time; "" where it is not there."""
    try:
        seen = path.stat()
    except OSError:
        return ""
    return f"{seen.st_mtime_ns:x}-{seen.st_size:x}-{seen.st_ino:x}"
