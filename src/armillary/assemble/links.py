"""Claims about one ordered pair of factors become one link. For and against are both kept."""

from armillary.findings import Claim
from armillary.system import Factor, Link, Table, link


def gather(claims: Table[Claim], factors: Table[Factor]) -> tuple[Link, ...]:
    """The links of these claims, in the order in which the text first states them.

    A claim whose cause and effect are one factor stays a claim and makes no link.
    """
    factor_at = {place: key for key, factor in factors.items() for place in factor.aliases}
    pairs: dict[tuple[str, str], list[tuple[str, Claim]]] = {}
    for key, claim in claims.items():
        pair = factor_at[claim.cause.core], factor_at[claim.effect.core]
        if pair[0] != pair[1]:
            pairs.setdefault(pair, []).append((key, claim))
    return tuple(link(cause, effect, said) for (cause, effect), said in pairs.items())
