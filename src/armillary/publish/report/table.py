"""Table: the claims for a browser that runs no scripts. With scripts, the page has its own."""

from armillary.findings import Claim
from armillary.publish.report.prose import escaped
from armillary.system import System
from armillary.text import Passage

COLUMNS = ("claim", "cause", "sign", "effect", "who says it", "how", "words")


def claims(system: System) -> str:
    """All claims as a table, or a sentence that there are none."""
    if not system.claims:
        return "<p>No causal claim was found in this text.</p>"
    rows = "".join(_row(system, key, claim) for key, claim in system.claims.items())
    head = "".join(f"<th>{column}" for column in COLUMNS)
    return f"<table><caption>What this text claims</caption><thead><tr>{head}<tbody>{rows}</table>"


def _row(system: System, key: str, claim: Claim) -> str:
    """One claim. HTML lets the ends of cells and rows go unsaid, which saves a page of many claims a tenth."""
    cause, effect = (_named(system, side.core) for side in (claim.cause, claim.effect))
    who = system.holder_name(claim.holder)
    cells = (key, cause, claim.sign.value, effect, who, claim.modality.value, claim.at.words)
    return f"<tr>{''.join(f'<td>{escaped(cell)}' for cell in cells)}"


def _named(system: System, core: Passage) -> str:
    factor = system.factor_at.get(core)
    return system.factors[factor].label if factor else core.words
