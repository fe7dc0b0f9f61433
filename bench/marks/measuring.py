"""A marked document put through the reader, and all its figures.

A figure has a name, the same in the table and in `gold/floors.json`, and is a `Share` or a `Score`; both add up,
so that those of a half are the sums over its documents.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from armillary.annotate import annotate
from armillary.assemble import assemble
from armillary.extract import causes, extract
from armillary.extract.causes.rules import load as rules_of
from armillary.extract.causes.witnesses import Heard
from armillary.findings import Claim, Findings
from armillary.read import read
from armillary.reading import Reading
from armillary.settings import Settings
from marks import facts, merging, people
from marks.claims import Paired, pair, put_forward, signed
from marks.counts import Score, Share
from marks.loading import Marked

Figures = dict[str, Share | Score]
PLAIN = "claims, plain connectives"
BOTH = "claims, both"
EQUAL = "factors, equal words"
MERGED = "factors, as marked"
MERGED_PAIRS = "pairs of factors, as marked"
EQUAL_PAIRS = "pairs of factors, equal words"


@dataclass(frozen=True, slots=True)
class Measured:
    """A document, what its claims are by both witnesses, and its figures."""

    marked: Marked
    paired: Paired
    figures: Figures


def measure(marked: Marked, settings: Settings | None = None) -> Measured:
    """One document, each witness heard alone and both."""
    settings = settings or Settings()
    reading = annotate(read(marked.path.with_suffix(".txt"), settings), settings.language_model)
    findings = extract(reading, Heard.BOTH)
    by = {heard: pair(claims_of(reading, heard), marked) for heard in (Heard.RULES, Heard.TAGGER)}
    both = pair(findings.claims, marked)
    plain = pair(connected(causes.find(reading, Findings(reading.document)).claims), marked)
    figures: Figures = {PLAIN: plain.score}
    figures |= {f"claims, {heard.value}": paired.score for heard, paired in by.items()}
    figures[BOTH] = both.score
    return Measured(marked, both, figures | _of_both(findings, both, marked))


def _of_both(findings: Findings, both: Paired, marked: Marked) -> Figures:
    """The figures of the model that both witnesses make."""
    system = assemble([findings], Settings())
    joined = merging.of_marked(findings, marked)
    return {
        "signs": signed(both),
        "modalities": put_forward(both),
        "holders": people.held(both, system, marked),
        "actors, named": people.named(system, marked),
        "actors, merged": people.merged(system, marked),
        "factors, of claims found": merging.of_found(findings, both),
        MERGED: joined.ours,
        EQUAL: joined.equal,
        MERGED_PAIRS: joined.pairs,
        EQUAL_PAIRS: joined.equal_pairs,
        **facts.of(system, marked),
    }


def claims_of(reading: Reading, heard: Heard) -> tuple[Claim, ...]:
    """The claims of a reading by those who are heard."""
    return causes.find(reading, Findings(reading.document), heard).claims


def connected(claims: Iterable[Claim]) -> list[Claim]:
    """The claims that a plain list of connectives finds: the rival that costs nothing."""
    names = {f"rule:{rule['name']}" for rule in rules_of("connectives")["rule"]}
    return [claim for claim in claims if names & set(claim.found_by)]


def total(measured: Iterable[Measured]) -> Figures:
    """The figures of several documents, counted together."""
    sums: Figures = {}
    for one in measured:
        for name, figure in one.figures.items():
            sums[name] = _added(sums.get(name), figure)
    return sums


def _added(one: Share | Score | None, other: Share | Score) -> Share | Score:
    if isinstance(one, Share) and isinstance(other, Share):
        return one + other
    if isinstance(one, Score) and isinstance(other, Score):
        return one + other
    return other


def values(figures: Figures) -> dict[str, tuple[float, float]]:
    """Each figure by its whole name, as a part of 1, with the number of things that it counts."""
    told: dict[str, tuple[float, float]] = {}
    for name, figure in figures.items():
        if isinstance(figure, Share):
            if figure.value is not None:
                told[name] = figure.value, figure.of
            continue
        for part, share in (("precision", figure.precision), ("recall", figure.recall)):
            if share.value is not None:
                told[f"{name}: {part}"] = share.value, share.of
        if figure.f1 is not None:
            told[f"{name}: F1"] = figure.f1, min(figure.precision.of, figure.recall.of)
    return told
