"""Assemble: statements become one system. What is said of one thing meets; dissent is kept."""

from collections.abc import Iterable, Sequence

from armillary.assemble import actors, chronology, factors, links, loops
from armillary.findings import Corrected, Corrections, Findings
from armillary.reading import Holder
from armillary.settings import Settings
from armillary.system import System, Table


def assemble(
    findings: Iterable[Findings],
    settings: Settings,
    of_factors: Corrections | None = None,
    of_actors: Corrections | None = None,
) -> System:
    """One system out of the findings of all documents. A document that is given twice counts once.

    `of_factors` and `of_actors` are what a person says of merges, beside what is said in the documents' own reviews;
    it goes before every rule.
    """
    kept = tuple({found.document: found for found in findings}.values())
    by_hand = [found.corrected for found in kept if found.corrected is not None]
    who = actors.merge(kept, _all(of_actors, (done.of_actors for done in by_hand)))
    merged = factors.merge(
        [claim for found in kept for claim in found.claims],
        kept,
        who,
        _all(of_factors, (done.of_factors for done in by_hand)),
    )
    claims = Table(merged.claims, _ids(kept))
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
            *(note for found in kept for note in (*found.notes, *_of_hand(found))),
            *rings.notes,
            *factors.left_out(nodes),
            *links.left_out(claims, nodes),
            *undecided,
        ),
    )


def _ids(findings: Sequence[Findings]) -> tuple[str, ...]:
    """The ids of claims, counted through all documents. A claim that a person rejected leaves a gap."""
    ids: list[str] = []
    before = 0
    for found in findings:
        done = found.corrected
        numbers = range(1, len(found.claims) + 1) if done is None else done.numbers
        ids += [f"c{before + number}" for number in numbers]
        before += max(numbers, default=0)
    return tuple(ids)


def _all(given: Corrections | None, of_documents: Iterable[Corrections]) -> Corrections:
    """What is said of merges in all places."""
    said = [given or Corrections(), *of_documents]
    return Corrections(
        tuple(pair for one in said for pair in one.one),
        tuple(pair for one in said for pair in one.apart),
    )


def _of_hand(found: Findings) -> tuple[str, ...]:
    """What the reader of a model should know: that a person had a hand in it, and what found no place."""
    done = found.corrected or Corrected()
    name = found.document.name
    many = f"{done.applied} correction{'' if done.applied == 1 else 's'} by hand applied"
    lost = [f"{name}: a correction was not applied: {why}" for why in done.lost]
    return (f"{name}: {many}, {len(lost)} not", *lost) if done.applied or lost else ()
