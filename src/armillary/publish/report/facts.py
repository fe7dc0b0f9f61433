"""Facts: what the page knows besides the text. Every row has an id, and every id leads to words.

What is empty is left out, and words that the page holds already are told by their place: a page goes by mail.
"""

from typing import Any

from armillary.comparison import Comparison
from armillary.findings import Claim
from armillary.pages import page_of
from armillary.publish.report import across, maps, numbers, timeline, whereabouts
from armillary.publish.report.excerpts import Book
from armillary.publish.report.voices import Voices
from armillary.system import Link, Polarity, Problem, System

Json = dict[str, Any]

FORMAT = 1
LOOP_LETTERS = {Polarity.REINFORCING: "R", Polarity.BALANCING: "B", Polarity.UNCLEAR: "L"}


def page(system: System, comparison: Comparison | None = None) -> Json:
    """The whole model of the page, in the shape that `ui/src/model.ts` describes."""
    books = {id(document): Book(key, document) for key, document in system.documents.items()}
    voices = Voices(system)
    years = timeline.Years(system, books)
    claims = [_claim(system, books, voices, key, claim) for key, claim in system.claims.items()]
    for row, claim in zip(claims, system.claims, strict=True):
        row.update(_filled(years=years.around(claim.at)))
    compared = across.across(comparison, books, voices) if comparison else None
    drawn = maps.maps(system)
    events, axis = timeline.events(system, books, voices)
    return {
        "format": FORMAT,
        "title": title(system),
        "counts": counts(system, events, checked=comparison is None) + _left_out(system, drawn),
        "documents": [
            {
                "id": key,
                "title": document.title or document.name,
                "name": document.name,
                "sections": [section.title for section in document.sections],
            }
            for key, document in system.documents.items()
        ],
        "claims": claims,
        "factors": _factors(system),
        "links": [_link(key, link) for key, link in system.links.items()],
        "loops": _loops(system),
        "events": events,
        "axis": axis,
        "quotations": _quotations(system, books, voices),
        "series": numbers.series(system, books),
        "figures": numbers.figures(system, books),
        "positions": _positions(system, books, voices),
        "voices": voices.rows(),
        "problems": [_problem(books, key, problem) for key, problem in system.problems.items()],
        "codes": _codes(system),
        "maps": drawn,
        "groups": maps.groups(system),
        "places": whereabouts.whereabouts(system),
        "compared": compared,
    }


def title(system: System) -> str:
    """The title of the one document, or all of them."""
    titles = [document.title or document.name for document in system.documents]
    return " · ".join(titles) or "Nothing was read"


def counts(system: System, events: list[Json], *, checked: bool = True) -> str:
    """What was found, in one line."""
    voices = len({system.holder_name(claim.holder) for claim in system.claims})
    dated = sum(event["when"] is not None for event in events)
    parts = [_many(len(system.claims), "claim") + (f" by {_many(voices, 'voice')}" if voices else "")]
    parts += [
        _many(len(system.loops), "loop"),
        _many(dated, "dated event"),
    ]
    if checked:
        parts.append(_many(len(system.problems), "check"))
    return ", ".join(parts)


def _filled(**values: object) -> Json:
    """Those of the values that are not empty; the browser fills in the others (`ui/src/unpack.ts`)."""
    return {name: value for name, value in values.items() if value}


def _left_out(system: System, drawn: list[Json]) -> str:
    """What of the map is not drawn, in words; empty where all of it is."""
    missing = len(system.factors) - len(drawn[-1]["boxes"])
    if not missing:
        return ""
    return (
        f". On the map of all, the {_many(missing, 'weakest factor')} are left out; the tables have them"
    )


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
    ends = [system.factor_at.get(side.core) for side in (claim.cause, claim.effect)]
    nameless = None in ends
    return {
        "id": key,
        "cause": ends[0],
        "effect": ends[1],
        **_filled(says=[side.core.words for side in (claim.cause, claim.effect)] if nameless else []),
        "sign": claim.sign.value,
        **voices.told(claim.holder, claim.modality),
        "belief": round(claim.belief, 2),
        "foundBy": list(claim.found_by),
        **_filled(stands=stands),
        **books[id(claim.at.document)].excerpt(claim.at, *parts),
    }


def _factors(system: System) -> list[Json]:
    return [
        {
            "id": key,
            "label": factor.label,
            **_filled(
                names=[name for name in factor.wordings if name != factor.label],
                same=[str(reason) for reason in factor.reasons],
            ),
            **maps.box(factor.label),
        }
        for key, factor in system.factors.items()
    ]


def _link(key: str, link: Link) -> Json:
    return {
        "id": key,
        "cause": link.cause,
        "effect": link.effect,
        "sign": link.sign.value,
        **_filled(raises=link.raises, lowers=link.lowers, unclear=link.unclear, denied=link.denied),
        "belief": round(link.belief, 2),
        "sources": link.support.sources,
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


def _positions(system: System, books: dict[int, Book], voices: Voices) -> list[Json]:
    return [
        {
            "id": key,
            "voice": voices.id_of(position.holder),
            "stance": position.stance.value,
            "on": position.on.words,
            **books[id(position.at.document)].excerpt(position.at, ("cause", position.on)),
        }
        for key, position in system.positions.items()
    ]


def _codes(system: System) -> Json:
    """What each check looks for, in words, for those that found something."""
    pages = map(page_of, sorted({problem.code for problem in system.problems}))
    return {page.code: {"name": page.name, "finds": page.finds} for page in pages if page}


def _problem(books: dict[int, Book], key: str, problem: Problem) -> Json:
    return {
        "id": key,
        "code": problem.code,
        "severity": problem.severity.value,
        "message": problem.message,
        "at": [books[id(place.document)].excerpt(place) for place in (problem.at, *problem.see)],
    }
