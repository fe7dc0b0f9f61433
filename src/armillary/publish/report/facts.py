"""Facts: what the page knows besides the text. Every row has an id, and every id leads to words."""

from typing import Any

from armillary.findings import Claim
from armillary.publish.layout import Map, lay_out
from armillary.publish.report import timeline
from armillary.publish.report.excerpts import Book
from armillary.publish.report.voices import Voices
from armillary.system import Link, Polarity, Problem, System

Json = dict[str, Any]

FORMAT = 1
MOST_FACTORS = 32
"""Factors on the map at first: as many labels as can be read in a pane of 850 by 620 pixels. Beyond that
no layout helps: we show a part, not a smaller everything."""

LOOP_LETTERS = {Polarity.REINFORCING: "R", Polarity.BALANCING: "B", Polarity.UNCLEAR: "L"}


def page(system: System) -> Json:
    """The whole model of the page, in the shape that `ui/src/model.ts` describes."""
    books = {id(document): Book(key, document) for key, document in system.documents.items()}
    voices = Voices(system)
    claims = [_claim(system, books, voices, key, claim) for key, claim in system.claims.items()]
    events, axis = timeline.events(system, books, voices)
    return {
        "format": FORMAT,
        "title": title(system),
        "counts": counts(system, events),
        "documents": [
            {"id": key, "title": document.title or document.name, "name": document.name}
            for key, document in system.documents.items()
        ],
        "claims": claims,
        "factors": _factors(system),
        "links": [_link(key, link) for key, link in system.links.items()],
        "loops": _loops(system),
        "events": events,
        "axis": axis,
        "quotations": _quotations(system, books, voices),
        "voices": voices.rows(claims),
        "problems": [_problem(books, key, problem) for key, problem in system.problems.items()],
        "maps": maps(system),
    }


def title(system: System) -> str:
    """The title of the one document, or all of them."""
    titles = [document.title or document.name for document in system.documents]
    return " · ".join(titles) or "Nothing was read"


def counts(system: System, events: list[Json]) -> str:
    """What was found, in one line."""
    voices = len({system.holder_name(claim.holder) for claim in system.claims})
    dated = sum(event["when"] is not None for event in events)
    parts = [_many(len(system.claims), "claim") + (f" by {_many(voices, 'voice')}" if voices else "")]
    parts += [
        _many(len(system.loops), "loop"),
        _many(dated, "dated event"),
        _many(len(system.problems), "check"),
    ]
    return ", ".join(parts)


def _many(count: int, what: str) -> str:
    return f"{count:,} {what}{'' if count == 1 else 's'}"


def _claim(system: System, books: dict[int, Book], voices: Voices, key: str, claim: Claim) -> Json:
    parts = [
        ("cause", claim.cause.at),
        ("effect", claim.effect.at),
        *(("cue", cue) for cue in claim.cue),
    ]
    stands = {
        side: argument.stands_for.words
        for side, argument in (("cause", claim.cause), ("effect", claim.effect))
        if argument.stands_for
    }
    return {
        "id": key,
        "cause": system.factor_at.get(claim.cause.core),
        "effect": system.factor_at.get(claim.effect.core),
        "says": [claim.cause.core.words, claim.effect.core.words],
        "sign": claim.sign.value,
        "modality": claim.modality.value,
        "voice": voices.id_of(claim.holder),
        "belief": round(claim.belief, 2),
        "foundBy": list(claim.found_by),
        "stands": stands,
        **books[id(claim.at.document)].excerpt(claim.at, *parts),
    }


def _factors(system: System) -> list[Json]:
    return [
        {
            "id": key,
            "label": factor.label,
            "names": list(dict.fromkeys(at.words for at in factor.aliases)),
        }
        for key, factor in system.factors.items()
    ]


def _link(key: str, link: Link) -> Json:
    return {
        "id": key,
        "cause": link.cause,
        "effect": link.effect,
        "sign": link.sign.value,
        "raises": link.raises,
        "lowers": link.lowers,
        "unclear": link.unclear,
        "denied": link.denied,
    }


def _loops(system: System) -> list[Json]:
    """The loops, shortest first, with the letter of their kind and a number: R1, B1, R2."""
    numbers = dict.fromkeys(LOOP_LETTERS.values(), 0)
    rows = []
    for key, loop in sorted(system.loops.items(), key=lambda item: len(item[1].links)):
        letter = LOOP_LETTERS[loop.polarity]
        numbers[letter] += 1
        rows.append(
            {
                "id": key,
                "name": f"{letter}{numbers[letter]}",
                "polarity": loop.polarity.value,
                "factors": loop.factors,
                "links": loop.links,
            }
        )
    return rows


def _quotations(system: System, books: dict[int, Book], voices: Voices) -> list[Json]:
    return [
        {
            "id": key,
            "kind": quotation.kind.value,
            "voice": voices.id_of(quotation.speaker),
            **books[id(quotation.at.document)].excerpt(quotation.at),
        }
        for key, quotation in system.quotations.items()
    ]


def _problem(books: dict[int, Book], key: str, problem: Problem) -> Json:
    return {
        "id": key,
        "code": problem.code,
        "severity": problem.severity.value,
        "message": problem.message,
        "at": [books[id(place.document)].excerpt(place) for place in (problem.at, *problem.see)],
    }


def maps(system: System) -> list[Json]:
    """The map to begin with and, where that leaves factors out, the map of all."""
    labels = {key: factor.label for key, factor in system.factors.items()}
    links = {key: (link.cause, link.effect) for key, link in system.links.items()}
    loops = [loop.links for loop in system.loops]
    chosen = strongest(system)
    few = {key: ends for key, ends in links.items() if chosen.issuperset(ends)}
    first = lay_out(
        {key: label for key, label in labels.items() if key in chosen},
        few,
        [loop for loop in loops if all(key in few for key in loop)],
    )
    if len(chosen) == len(labels):
        return [_map(first)]
    return [_map(first), _map(lay_out(labels, links, loops))]


def strongest(system: System) -> set[str]:
    """The factors to show first: those of the links with most claims, then of those in most loops."""
    if len(system.factors) <= MOST_FACTORS:
        return set(system.factors.ids)
    weight = dict.fromkeys(system.factors.ids, 0)
    loops = dict.fromkeys(system.factors.ids, 0)
    for link in system.links:
        for end in (link.cause, link.effect):
            weight[end] += len(link.claims)
    for loop in system.loops:
        for key in loop.factors:
            loops[key] += 1
    chosen: set[str] = set()
    by_strength = sorted(
        system.links,
        key=lambda link: (
            -weight[link.cause] - weight[link.effect],
            -loops[link.cause] - loops[link.effect],
        ),
    )
    for link in by_strength:
        if len(chosen | {link.cause, link.effect}) <= MOST_FACTORS:
            chosen |= {link.cause, link.effect}
    return chosen


def _map(drawn: Map) -> Json:
    return {
        "width": drawn.width,
        "height": drawn.height,
        "boxes": {k: [b.x, b.y, b.width, b.height, b.lines] for k, b in drawn.boxes.items()},
        "arrows": {k: [a.points, a.sign] for k, a in drawn.arrows.items()},
    }
