"""Table: the claims for a browser that runs no scripts. With scripts, the page has its own."""

from itertools import islice

from armillary.findings import Claim
from armillary.publish.report.prose import escaped
from armillary.system import System
from armillary.text import Passage

MOST_ROWS = 5_000
"""Claims in the table: it doubles what a page weighs, for the few who run no scripts."""

COLUMNS = ("claim", "cause", "sign", "effect", "who says it", "how", "words")


def claims(system: System) -> str:
    """All claims as a table, or a sentence that there are none."""
    if not system.claims:
        return "<p>No causal claim was found in this text.</p>"
    shown = islice(system.claims.items(), MOST_ROWS)
    rows = "".join(_row(system, key, claim) for key, claim in shown)
    head = "".join(f"<th>{column}" for column in COLUMNS)
    all_ = len(system.claims)
    caption = "What this text claims"
    if all_ > MOST_ROWS:
        caption += (
            f": the first {MOST_ROWS:,} of {all_:,} claims. With scripts, this page shows them all"
        )
    return f"<table><caption>{caption}</caption><thead><tr>{head}<tbody>{rows}</table>"


def _row(system: System, key: str, claim: Claim) -> str:
    """One claim. HTML lets the ends of cells and rows go unsaid, which saves a page of many claims a tenth."""
    cause, effect = (_named(system, side.core) for side in (claim.cause, claim.effect))
    who = system.holder_name(claim.holder)
    cells = (key, cause, claim.sign.value, effect, who, claim.modality.value, claim.at.words)
    return f"<tr>{''.join(f'<td>{escaped(cell)}' for cell in cells)}"


def _named(system: System, core: Passage) -> str:
    factor = system.factor_at.get(core)
    return system.factors[factor].label if factor else core.words
