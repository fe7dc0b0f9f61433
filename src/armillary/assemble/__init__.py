"""Assemble: statements become one system. What is said of one thing meets; dissent is kept."""

from collections.abc import Iterable

from armillary.assemble import actors, chronology, factors, links, loops
from armillary.findings import Findings
from armillary.reading import Holder
from armillary.settings import Settings
from armillary.system import Corrections, System, Table


def assemble(
    findings: Iterable[Findings],
    settings: Settings,
    of_factors: Corrections | None = None,
    of_actors: Corrections | None = None,
) -> System:
    """One system out of the findings of all documents. A document that is given twice counts once.

    `of_factors` and `of_actors` are what a person says of merges; it goes before every rule.
    """
    kept = tuple({found.document: found for found in findings}.values())
    who = actors.merge(kept, of_actors)
    merged = factors.merge([claim for found in kept for claim in found.claims], kept, who, of_factors)
    claims = Table.numbered("c", merged.claims)
    nodes = Table.numbered("f", merged.factors)
    people = Table.numbered("a", who)
    actor_at: dict[Holder, str] = {
        place: key for key, actor in people.items() for place in actor.mentions
    }
    arrows = Table.numbered("l", links.gather(claims, nodes, actor_at.get))
    rings = loops.search(arrows, nodes, settings.longest_loop, settings.most_loops)
    events = Table.numbered("e", (event for found in kept for event in found.events))
    timeline, undecided = chronology.chart(events)
    return System(
        documents=Table.numbered("d", (found.document for found in kept)),
        actors=people,
        times=Table.numbered("t", (time for found in kept for time in found.times)),
        figures=Table.numbered("n", (figure for found in kept for figure in found.figures)),
        series=Table.numbered("s", (series for found in kept for series in found.series)),
        quotations=Table.numbered("q", (quotation for found in kept for quotation in found.quotations)),
        works=Table.numbered("w", (work for found in kept for work in found.works)),
        events=events,
        claims=claims,
        positions=Table.numbered("p", (position for found in kept for position in found.positions)),
        factors=nodes,
        links=arrows,
        loops=Table.numbered("o", rings.loops),
        timeline=Table.numbered("h", timeline),
        notes=(
            *(note for found in kept for note in found.notes),
            *rings.notes,
            *links.left_out(claims, nodes),
            *undecided,
        ),
    )
