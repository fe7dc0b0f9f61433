"""What the browser is shown: the page of a document with what was said of it, and the list of the documents."""

import json
from typing import Any

from armillary import filing
from armillary.anchor import one_line
from armillary.correct import Line
from armillary.correct.precision import judged
from armillary.desk import Desk
from armillary.errors import ReviewError
from armillary.findings import Claim
from armillary.outcome import Outcome
from armillary.publish.report import filled, fillings, in_script, prose, template
from armillary.review import Aside, Same
from armillary.serve.asking import mark_of
from armillary.serve.room import Place, Room
from armillary.serve.shelf import SUFFIXES, Shelf
from armillary.system import System

Json = dict[str, Any]
TEMPLATE = "app.html"


def listing(shelf: Shelf, room: Room) -> Json:
    """The documents of a folder, and how far each is."""
    rows = []
    for name in shelf.names():
        path = shelf.folder / name
        seen = path.stat()
        rows.append(
            {
                "name": name,
                "bytes": seen.st_size,
                "changed": int(seen.st_mtime),
                "said": _said(shelf, name),
                "progress": progress(room.look(path)),
            }
        )
    return {"folder": str(shelf.folder), "kinds": list(SUFFIXES), "documents": rows}


def _said(shelf: Shelf, name: str) -> int | str:
    """How many corrections stand beside a document; what is wrong with their file where it is damaged."""
    try:
        review = filing.load(filing.beside(shelf.folder / name))
    except ReviewError as error:
        return str(error)
    return len(review.claims) + len(review.names) + len(review.asides)


def progress(place: Place) -> Json:
    """How far the reading of a document is."""
    return {
        "state": place.state.value,
        "stage": place.stage,
        "share": round(place.share, 3),
        "took": {stage: round(seconds, 1) for stage, seconds in place.took.items()},
        "why": place.why,
    }


def front(shelf: Shelf, room: Room, opening: str = "") -> str:
    """The first page: the list. `opening` is the document that is opened as soon as it is read."""
    title = prose.escaped(opening or "Armillary")
    desk = {"shelf": listing(shelf, room), "opening": opening}
    return filled(template(TEMPLATE), {**fillings(System()), "title": title, "desk": in_script(desk)})


def page(place: Place, desk: Desk) -> str:
    """The page of a document, to be corrected."""
    drawn = place.drawn(desk)
    said_of_it = in_script({"desk": said(place, desk, drawn.outcome)})
    return filled(template(TEMPLATE), {**drawn.parts, "desk": said_of_it})


def state(place: Place, desk: Desk) -> str:
    """The same in parts, as JSON, for a page that is open."""
    drawn = place.drawn(desk)
    parts = {"articles": drawn.parts["articles"], "desk": said(place, desk, drawn.outcome)}
    return f'{{"model":{drawn.parts["model"]},{json.dumps(parts)[1:]}'


def said(place: Place, desk: Desk, outcome: Outcome | None = None) -> Json:
    """What was said of a document, and what came of it.

    Without `outcome`, which takes a while for a long document, it is not told which findings that were set aside
    are no longer found.
    """
    ledger, findings = desk.ledger(), desk.findings()
    corrected = findings.corrected
    after = {} if corrected is None else dict(zip(corrected.numbers, findings.claims, strict=True))
    orphans = {orphan.aside: orphan.why.value for orphan in outcome.orphans} if outcome else {}
    return {
        "name": place.path.name,
        "file": desk.path.name,
        "stamp": place.review_stamp,
        "read": place.stamp,
        "changed": place.changed,
        "lines": [_line(line, after.get(line.number)) for line in ledger.lines if line.said is not None],
        "names": [_names(names) for names in desk.review.names],
        "asides": [_aside(aside, orphans.get(aside, "")) for aside in desk.review.asides],
        "lost": list(corrected.lost if corrected else ledger.lost),
        "precision": [
            {"rule": " + ".join(row.rule), "right": row.right, "judged": row.judged}
            for row in judged(ledger.lines)
        ],
    }


def _line(line: Line, after: Claim | None) -> Json:
    """A claim of which something was said: as it was read, and what was said. `stands`: the model holds it."""
    entry = line.said
    claim = after or line.claim
    return {
        "id": f"c{line.number}",
        "mark": mark_of(entry),
        "verdict": entry.verdict.value if entry and entry.verdict else "",
        "changes": [
            name
            for name, value in (
                ("turned", entry and entry.turned),
                ("sign", entry and entry.sign),
                ("modality", entry and entry.modality),
                ("holder", entry and entry.holder),
            )
            if value
        ],
        "because": entry.because if entry else "",
        "stands": after is not None,
        "cause": one_line(claim.cause.core.words),
        "effect": one_line(claim.effect.core.words),
        "sign": claim.sign.value,
        "modality": claim.modality.value,
        "words": one_line(line.claim.at.words),
        "start": line.claim.at.start,
    }


def _names(said: Same) -> Json:
    return {
        "mark": mark_of(said),
        "kind": said.kind.value,
        "words": list(said.words),
        "apart": said.apart,
        "because": said.because,
    }


def _aside(aside: Aside, lost: str) -> Json:
    return {
        "mark": mark_of(aside),
        "code": aside.code,
        "words": aside.quote,
        "because": aside.because,
        "lost": lost,
    }
