"""Claims about one ordered pair of factors become one link. For and against are both kept.

What a link rests on is told in two numbers, which are never one: how sure we are that we read it, and
how many independent voices say it.
"""

from collections.abc import Callable, Iterable
from dataclasses import replace

from armillary.assemble.evidence import belief, support
from armillary.findings import Claim
from armillary.reading import Holder
from armillary.system import Factor, Link, Table, link

_SHOWN = 10
"""Claims that a note names."""

NameOf = Callable[[Holder], str | None]
"""The id of the actor who is a holder, None where the holder is no actor of the system."""


def gather(claims: Table[Claim], factors: Table[Factor], name_of: NameOf) -> tuple[Link, ...]:
    """The links of these claims, in the order in which the text first states them.

    A claim whose cause and effect are one factor stays a claim and makes no link.
    """
    factor_at = {place: key for key, factor in factors.items() for place in factor.aliases}
    pairs: dict[tuple[str, str], list[tuple[str, Claim]]] = {}
    for key, claim in claims.items():
        pair = factor_at[claim.cause.core], factor_at[claim.effect.core]
        if pair[0] != pair[1]:
            pairs.setdefault(pair, []).append((key, claim))
    return tuple(_link(cause, effect, said, name_of) for (cause, effect), said in pairs.items())


def left_out(claims: Table[Claim], factors: Table[Factor]) -> tuple[str, ...]:
    """A note on the claims that make no link, in words; none where all do."""
    factor_at = {place: key for key, factor in factors.items() for place in factor.aliases}
    own = [
        key
        for key, claim in claims.items()
        if factor_at[claim.cause.core] == factor_at[claim.effect.core]
    ]
    if not own:
        return ()
    shown = ", ".join(own[:_SHOWN]) + (", …" if len(own) > _SHOWN else "")
    return (f"claims whose cause and effect are one factor make no link: {shown} ({len(own)} in all)",)


def _link(cause: str, effect: str, said: Iterable[tuple[str, Claim]], name_of: NameOf) -> Link:
    made = link(cause, effect, said)
    by_key = dict(said)
    for_it = [by_key[key] for key in made.claims if key not in made.denied]
    counted = for_it or list(by_key.values())  # a link that all deny is as well read as its denials
    return replace(made, belief=belief(counted), support=support(for_it, name_of))
